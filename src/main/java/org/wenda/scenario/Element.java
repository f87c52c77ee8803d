package org.wenda.scenario;

import java.util.List;

/**
 * Something that a full answer has.
 *
 * @param kind which of the six
 * @param patterns regular expressions; the element is there when any of them is found in the answer
 */
public record Element(Kind kind, List<String> patterns) {
    public Element {
        patterns = List.copyOf(patterns);
    }

    /** The six elements of a full answer (reference: indicator D12). */
    public enum Kind {
        CONDITION,
        MATERIAL,
        STEP,
        TIME_LIMIT,
        PLACE,
        FEE
    }
}
