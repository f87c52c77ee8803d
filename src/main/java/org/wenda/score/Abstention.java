package org.wenda.score;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.wenda.transcript.Outcome;

/** Why there is no mark. A closed list that others rely on; none of these is ever a 0. */
public enum Abstention {
    /** A log-in, a captcha, a firewall, a region or a robots rule kept us out. */
    BLOCKED,
    UNREACHABLE,
    /** Our own fault. */
    BROKEN,
    /** A known profile no longer fitted, and the chatbot was not found again. */
    WIDGET_MOVED,
    /** There is nobody to mark. */
    NO_CHATBOT,
    /** No scenario that feeds the item was asked, or not the turn it needs. */
    NOT_ASKED,
    TOO_FEW_TURNS,
    /** The bound of the measurement lies across a threshold. */
    WITHIN_ERROR,
    /** The links of the run were never followed. */
    NOT_TRACED,
    /** What decides is a link that nobody could follow to its end. */
    LINK_UNKNOWN,
    /** Nobody looked. */
    NOT_OBSERVED,
    /** What the item is about did not occur; it drops out of the mean. */
    NOT_APPLICABLE,
    /** A pattern took too long on what was said. */
    TOO_COSTLY,
    /** A person marks; what they need is there. */
    FOR_RATERS;

    private final String wire = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Returns the name that stands in files, such as {@code within-error}. */
    public String wire() {
        return wire;
    }

    /**
     * Returns the reason that stands in files as {@code wire}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Abstention ofWire(String wire) {
        return Arrays.stream(values())
                .filter(reason -> reason.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown reason for no mark: " + wire));
    }

    /** Returns why nothing can be said after a turn that ended so; empty if something can. */
    static Optional<Abstention> of(Outcome outcome) {
        if (outcome == Outcome.UNREACHABLE) {
            return Optional.of(UNREACHABLE);
        }
        if (outcome.refused()) {
            return Optional.of(BLOCKED);
        }
        return switch (outcome) {
            case NO_CHATBOT -> Optional.of(NO_CHATBOT);
            case WIDGET_MOVED -> Optional.of(WIDGET_MOVED);
            case BROKEN -> Optional.of(BROKEN);
            default -> Optional.empty();
        };
    }
}
