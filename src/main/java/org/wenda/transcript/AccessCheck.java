package org.wenda.transcript;

import java.util.List;

/**
 * How accessible a chatbot's window is, by the rules of axe-core. Reported and never scored.
 *
 * @param engine name and version of what checked
 * @param violations rules that are broken
 * @param unsure rules that only a person can decide here
 * @param passes how many rules are kept
 */
public record AccessCheck(String engine, List<Finding> violations, List<Finding> unsure, int passes) {
    public AccessCheck {
        violations = List.copyOf(violations);
        unsure = List.copyOf(unsure);
    }

    /**
     * One rule, and where it matters.
     *
     * @param rule id of the rule, such as {@code color-contrast}
     * @param impact minor, moderate, serious or critical; empty if the rule does not say
     * @param help what the rule asks for, in English
     * @param elements how many elements it is about
     * @param where CSS paths of the first few of them
     */
    public record Finding(String rule, String impact, String help, int elements, List<String> where) {
        public Finding {
            where = List.copyOf(where);
        }
    }
}
