package org.wenda.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why somebody cannot judge an item. A closed list; it is never a 0. */
public enum Unjudged {
    /** What would be needed is not among the evidence, or cannot be read. */
    EVIDENCE_MISSING,
    /** What earns which mark does not say enough for this case. */
    LEVELS_UNCLEAR,
    /** What the item is about did not occur. */
    NOT_APPLICABLE,
    /** The note says why. */
    OTHER;

    /** Returns the name that stands in files, such as {@code evidence-missing}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Unjudged> ofWire(String wire) {
        return Arrays.stream(values())
                .filter(reason -> reason.wire().equals(wire))
                .findFirst();
    }
}
