package org.wenda.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a page guides to a matter or handles it, by the headings and fields that such pages have. Pure. */
enum PageKind {
    GUIDE,
    SERVICE,
    PLAIN;

    private static final List<String> GUIDE_WORDS = List.of(
            "受理条件", "办理条件", "申请条件", "申领条件", "准予条件", "申请材料", "办理材料", "申报材料", "所需材料", "提交材料", "材料清单", "材料名称", "办理流程",
            "办理程序", "申请流程", "办事流程", "办理步骤", "法定时限", "法定办结时限", "法定期限", "承诺时限", "承诺办结时限", "承诺期限", "办理时限", "办结时限", "收费标准",
            "收费依据", "是否收费", "收费情况", "办理费用", "设定依据", "办理依据", "法律依据", "实施主体", "实施机构", "实施机关", "受理机构", "办理机构", "办理地点",
            "办理时间", "受理地点", "办理窗口", "咨询电话", "咨询方式", "监督投诉", "投诉电话", "监督电话", "事项类型", "事项编码", "实施编码", "服务对象", "办件类型",
            "到现场次数", "办理结果", "结果名称", "办理形式", "办理方式", "受理方式", "申请方式", "常见问题", "谁可以办", "带什么", "怎么办", "多久办好", "去哪办",
            "要多少钱");
    private static final List<String> SERVICE_WORDS = List.of(
            "申请人信息", "填写申请", "填写信息", "填写表单", "填写基本信息", "填报", "提交申请", "提交申报", "下一步", "保存草稿", "暂存", "上传材料", "上传附件",
            "材料上传", "办事须知", "我已阅读", "申请人姓名", "经办人", "办理进度", "选择办理", "确认提交", "在线申报", "网上申报", "信息填写", "表单填写", "基本信息");
    private static final List<String> GUIDE_NAMES =
            List.of("办事指南", "办理指南", "服务指南", "指南", "办理须知", "怎么办", "如何办", "办理说明", "办理流程");
    private static final List<String> SERVICE_NAMES = List.of(
            "在线办理", "网上办理", "在线申办", "在线申报", "网上申报", "在线申请", "网上申请", "在线申领", "网上申领", "网上办事", "我要办", "申报", "填报", "业务办理",
            "在线受理");

    private static final int FORM = 2;

    /** What speaks for a kind. */
    record Found(PageKind kind, List<String> evidence) {
        Found {
            evidence = List.copyOf(evidence);
        }
    }

    static Found of(LandingPage page) {
        List<String> guide = within(GUIDE_WORDS, page.text());
        List<String> service = within(SERVICE_WORDS, page.text());
        Optional<String> guideName = named(GUIDE_NAMES, page);
        Optional<String> serviceName = named(SERVICE_NAMES, page);
        boolean form = page.fields() >= FORM && !page.passwordField();
        if (form
                && (!service.isEmpty() || serviceName.isPresent())
                && guide.size() < 2 * (service.size() + page.fields())) {
            return found(SERVICE, "form: " + page.fields() + " fields", service, serviceName);
        }
        if (guide.size() >= 3 || (guideName.isPresent() && !guide.isEmpty())) {
            return found(GUIDE, "", guide, guideName);
        }
        if (service.size() >= 2 || (serviceName.isPresent() && guideName.isEmpty())) {
            return found(SERVICE, "", service, serviceName);
        }
        if (guideName.isPresent()) {
            return found(GUIDE, "", guide, guideName);
        }
        Optional<String> entry = page.entries().stream()
                .map(LandingPage.Entry::text)
                .filter(text -> !text.contains("指南"))
                .findFirst();
        return entry.isPresent()
                ? found(SERVICE, "entry: " + entry.get(), List.of(), Optional.empty())
                : new Found(PLAIN, List.of());
    }

    private static Found found(PageKind kind, String first, List<String> words, Optional<String> name) {
        List<String> evidence = new ArrayList<>();
        if (!first.isEmpty()) {
            evidence.add(first);
        }
        name.ifPresent(named -> evidence.add("named: " + named));
        if (!words.isEmpty()) {
            evidence.add("words: " + String.join(" ", words.stream().limit(6).toList()));
        }
        return new Found(kind, evidence);
    }

    private static List<String> within(List<String> words, String text) {
        return words.stream().filter(text::contains).toList();
    }

    private static Optional<String> named(List<String> names, LandingPage page) {
        String crumbs = String.join(" ", page.breadcrumb());
        return Stream.of(page.title(), page.heading(), crumbs)
                .flatMap(place -> names.stream().filter(place::contains))
                .findFirst();
    }
}
