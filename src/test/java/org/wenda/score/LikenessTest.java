package org.wenda.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Whether two answers say the same; labelled by hand before the rule was written. */
public final class LikenessTest {
    private static final double ENOUGH =
            Index.in(Path.of("")).item("S5").orElseThrow().number("common");

    private static final String CARD =
            "临时居民身份证申领：在领到居民身份证之前急需使用身份证件的可以申领。带户口簿原件和近期一寸照片两张，到户籍所在地派出所户籍窗口提出申请。3日内发放，工本费10元。";

    @DataProvider
    Object[][] pairs() {
        return new Object[][] {
            {"the same words", CARD, CARD, Likeness.How.SAME},
            {
                "another order, other words",
                CARD,
                "您可到户籍所在地的派出所户籍窗口申领临时居民身份证，需要户口簿原件、近期一寸照片两张，工本费十元，三天内发放。领到居民身份证之前急需用证的都可以申领。",
                Likeness.How.SAME
            },
            {"full width figures", CARD, CARD.replace("3日", "３日").replace("10元", "１０元"), Likeness.How.SAME},
            {"Chinese figures", CARD, CARD.replace("3日", "三日").replace("10元", "十元"), Likeness.How.SAME},
            {"a greeting before", CARD, "您好，很高兴为您服务！" + CARD + "请问还有什么可以帮您？", Likeness.How.SAME},
            {"the fee left out", CARD, CARD.replace("，工本费10元", ""), Likeness.How.SAME},
            {"a list instead of sentences", CARD, CARD.replace("。", "\n- ").replace("，", "\n- "), Likeness.How.SAME},
            {
                "free in other words",
                "社保转移到外地免费，自受理之日起15个工作日内办结转出手续。",
                "社保转移到外地不收取任何费用，转出手续自受理起十五个工作日内办结。",
                Likeness.How.SAME
            },
            {"ten thousands", "住房公积金贷款最高额度单人60万元，夫妻双方100万元。", "夫妻双方住房公积金贷款最高额度100万元，单人600000元。", Likeness.How.SAME},
            {"another fee", CARD, CARD.replace("10元", "20元"), Likeness.How.FIGURES},
            {"another time limit", CARD, CARD.replace("3日", "15日"), Likeness.How.FIGURES},
            {"a fee instead of none", "办理免费，3日内发放临时居民身份证。", "收费10元，3日内发放临时居民身份证。", Likeness.How.FIGURES},
            {"another share", "首付款比例不低于20%，公积金贷款。", "首付款比例不低于30%，公积金贷款。", Likeness.How.FIGURES},
            {"another office", CARD, CARD.replace("派出所户籍窗口", "街道办窗口"), Likeness.How.NAMES},
            {"another form", "请填写《临时居民身份证申领登记表》后交到窗口。", "请填写《居民身份证挂失申报表》后交到窗口。", Likeness.How.NAMES},
            {"another number", "咨询电话：0000-12345602，投诉请拨打。", "咨询电话：0000-12345677，投诉请拨打。", Likeness.How.NAMES},
            {"denied", "临时居民身份证暂不提供加急办理，请到窗口咨询工作人员。", "临时居民身份证可以加急办理，请到窗口咨询工作人员。", Likeness.How.DENIED},
            {"denied the other way round", "企业名称自主申报，需要预约后到窗口办理。", "企业名称自主申报，无需预约，直接到窗口办理。", Likeness.How.DENIED},
            {"another matter", CARD, "内资有限责任公司变更登记：股东会决议、修改后的公司章程，登记机关审查后换领营业执照。", Likeness.How.APART},
            {
                "another matter in the same frame",
                "办理“社会保障卡”需要准备以下材料：有效身份证件原件、近期白底电子照片。以上材料请携带原件。",
                "办理“公司变更登记”需要准备以下材料：股东会决议、修改后的公司章程。以上材料请携带原件。",
                Likeness.How.APART
            },
            {"a greeting and an answer", CARD, "您好，我是小演，很高兴为您服务！", Likeness.How.APART},
            {"nothing and an answer", CARD, "", Likeness.How.APART},
        };
    }

    @Test(dataProvider = "pairs")
    public void tellsWhetherAnswersAgree(String name, String one, String other, Likeness.How how) {
        assertThat(Likeness.compare(one, other, ENOUGH).how()).as(name).isEqualTo(how);
        assertThat(Likeness.compare(other, one, ENOUGH).how())
                .as(name + ", the other way round")
                .isEqualTo(how);
    }

    @Test
    public void saysWhichFiguresDiffer() {
        Likeness.Compared compared = Likeness.compare(CARD, CARD.replace("10元", "20元"), ENOUGH);

        assertThat(compared.one()).isEqualTo("10元");
        assertThat(compared.other()).isEqualTo("20元");
    }

    @Test
    public void readsFiguresHoweverTheyAreWritten() {
        assertThat(Figures.of("一百二十个工作日；2个工作日；20%").get("工作日"))
                .containsExactlyInAnyOrder(new BigDecimal("120").stripTrailingZeros(), new BigDecimal("2"));
        assertThat(Figures.of("2021年5月1日起施行")).isEmpty();
    }
}
