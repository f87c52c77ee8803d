package org.wenda.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.wenda.words.Message;

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

    /** Returns how people are told of it, on pages and in workbooks alike. */
    public Message words() {
        return Message.of(Unjudged.class, "unjudged." + wire());
    }

    static Optional<Unjudged> ofWire(String wire) {
        return Arrays.stream(values())
                .filter(reason -> reason.wire().equals(wire))
                .findFirst();
    }
}
