package org.wenda.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One matter, as the turns a citizen would take.
 *
 * @param id such as {@code temporary-id-card}; also the name of its file
 * @param matter the report's wording of the matter, such as 临时居民身份证申领
 * @param matterEn the same in English
 * @param kind what the report asks of it
 * @param audience null where the report's table does not apply (complaint, vague, nonsense, greeting)
 * @param type the report's business type (业务类型); null as above
 * @param turns at least one; the first opens the conversation
 * @param elements what a full answer has
 * @param link what a link in the answer should lead to; null if none is expected
 */
public record Scenario(
        String id,
        String matter,
        String matterEn,
        Kind kind,
        @Nullable Audience audience,
        @Nullable String type,
        List<Turn> turns,
        List<Element> elements,
        @Nullable LinkAim link) {
    public Scenario {
        turns = List.copyOf(turns);
        elements = List.copyOf(elements);
    }

    /** What a scenario tries. The first two are the report's 场景类型. */
    public enum Kind {
        /** 信息公开. */
        INFORMATION,
        /** 在线办理 (在线办事). */
        SERVICE,
        /** 投诉参与. */
        COMPLAINT,
        /** A question with several meanings, which should lead to a choice. */
        VAGUE,
        /** A question nobody can answer, which should lead to an honest fallback. */
        NONSENSE,
        /** A greeting. */
        GREETING
    }

    /** The report's 业务类型, first level. */
    public enum Audience {
        /** 个人业务. */
        PERSON,
        /** 法人业务. */
        LEGAL_PERSON
    }
}
