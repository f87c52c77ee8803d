package org.wenda.scenario;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report's Chinese words, as they stand in the files, and what they mean to the program. */
final class Labels {
    static final Map<String, Scenario.Kind> KINDS = Map.of(
            "信息公开", Scenario.Kind.INFORMATION,
            "在线办理", Scenario.Kind.SERVICE,
            "投诉参与", Scenario.Kind.COMPLAINT,
            "含糊提问", Scenario.Kind.VAGUE,
            "无关提问", Scenario.Kind.NONSENSE,
            "问候", Scenario.Kind.GREETING);

    static final Map<String, Scenario.Audience> AUDIENCES =
            Map.of("个人业务", Scenario.Audience.PERSON, "法人业务", Scenario.Audience.LEGAL_PERSON);

    static final Map<String, Turn.Variant.Kind> VARIANTS = Map.of(
            "口语", Turn.Variant.Kind.COLLOQUIAL,
            "同义", Turn.Variant.Kind.SYNONYM,
            "错字", Turn.Variant.Kind.TYPO,
            "同音", Turn.Variant.Kind.HOMOPHONE);

    static final Map<String, Element.Kind> ELEMENTS = Map.of(
            "条件", Element.Kind.CONDITION,
            "材料", Element.Kind.MATERIAL,
            "流程", Element.Kind.STEP,
            "时限", Element.Kind.TIME_LIMIT,
            "地点", Element.Kind.PLACE,
            "费用", Element.Kind.FEE);

    static final Map<String, LinkAim.Kind> AIMS = Map.of(
            "办事指南", LinkAim.Kind.GUIDE,
            "在线办理", LinkAim.Kind.SERVICE,
            "投诉表单", LinkAim.Kind.COMPLAINT_FORM);

    private Labels() {}

    static <E> E meaning(Map<String, E> labels, String label) {
        @Nullable E meaning = labels.get(label);
        if (meaning == null) {
            throw new IllegalStateException("the schema accepts '" + label + "', the program does not");
        }
        return meaning;
    }
}
