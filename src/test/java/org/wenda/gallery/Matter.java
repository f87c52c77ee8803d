package org.wenda.gallery;

import java.util.List;

/** A service of a city as the bot knows it. The figures are made up and differ, so that answers can be told apart. */
record Matter(String name, String office, int days, int fee, List<String> papers) {
    static final List<Matter> ALL = List.of(
            new Matter("居住证办理", "公安分局户政大厅", 15, 0, List.of("身份证", "居住地住址证明", "近期照片")),
            new Matter("临时居民身份证申领", "派出所户籍窗口", 3, 10, List.of("户口簿", "居民身份证领取凭证", "数码相片")),
            new Matter("社会保障卡补领", "社保卡服务网点", 7, 20, List.of("身份证", "挂失凭证")),
            new Matter("公积金提取", "住房公积金管理中心", 5, 0, List.of("身份证", "购房合同", "借款合同", "银行卡")),
            new Matter("养老保险转移", "社会保险事业中心", 45, 0, List.of("身份证", "参保缴费凭证")),
            new Matter("失业保险金申领", "就业服务中心", 10, 0, List.of("身份证", "解除劳动合同证明", "社会保障卡")),
            new Matter("异地就医备案", "医疗保障局服务大厅", 2, 0, List.of("医保电子凭证", "居住证明")),
            new Matter("生育津贴申领", "医保经办窗口", 20, 0, List.of("身份证", "出生医学证明", "出院小结")),
            new Matter("新生儿落户", "派出所户籍室", 1, 0, List.of("出生医学证明", "父母户口簿", "结婚证")),
            new Matter("户口迁移", "户政业务中心", 8, 5, List.of("户口簿", "迁入地准迁证", "身份证")),
            new Matter("护照换发", "出入境接待大厅", 12, 120, List.of("原护照", "身份证", "出入境照片")),
            new Matter("港澳通行证签注", "出入境自助服务区", 6, 15, List.of("通行证", "身份证")),
            new Matter("驾驶证期满换证", "车辆管理所", 1, 10, List.of("驾驶证", "身份证", "身体条件证明")),
            new Matter("机动车年检", "机动车检测站", 1, 90, List.of("行驶证", "交强险保单", "车船税凭证")),
            new Matter("个体工商户登记", "市场监督管理所", 3, 0, List.of("登记申请书", "经营者身份证", "经营场所证明")),
            new Matter("企业名称变更", "政务中心企业专区", 4, 0, List.of("变更申请书", "股东会决议", "营业执照")),
            new Matter("食品经营许可", "行政审批局", 9, 0, List.of("申请书", "营业执照", "设施布局图", "管理制度")),
            new Matter("不动产登记查询", "不动产登记中心", 1, 30, List.of("身份证", "不动产权证")),
            new Matter("二手房过户", "不动产交易大厅", 5, 80, List.of("买卖合同", "不动产权证", "完税证明", "身份证")),
            new Matter("公租房申请", "住房保障中心", 60, 0, List.of("身份证", "收入证明", "无房证明")),
            new Matter("老年优待证办理", "社区党群服务中心", 2, 0, List.of("身份证", "证件照")),
            new Matter("残疾人证办理", "残疾人联合会", 30, 0, List.of("身份证", "残疾评定表", "证件照")),
            new Matter("高龄津贴申领", "街道民政办公室", 18, 0, List.of("身份证", "银行卡")),
            new Matter("婚姻登记", "婚姻登记处", 1, 9, List.of("身份证", "户口簿", "双人合照")));
}
