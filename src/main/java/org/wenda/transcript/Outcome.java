package org.wenda.transcript;

import java.util.Arrays;

/** How a turn ended. A closed list that others rely on; the order is the order of checking. */
public enum Outcome {
    ANSWERED("answered"),
    /** The chatbot asks which of several matters is meant. */
    OPTIONS("options"),
    /** The chatbot says that it cannot answer. */
    FALLBACK("fallback"),
    /** A person would take over; the conversation is over. */
    HANDOVER("handover"),
    /** Still writing at the limit. */
    CUT_OFF("cut-off"),
    /** Nothing within the limit. */
    SILENT("silent"),
    NO_CHATBOT("no-chatbot"),
    BLOCKED_LOGIN("blocked:login"),
    BLOCKED_CAPTCHA("blocked:captcha"),
    BLOCKED_WAF("blocked:waf"),
    BLOCKED_GEO("blocked:geo"),
    BLOCKED_ROBOTS("blocked:robots"),
    UNREACHABLE("unreachable"),
    /** A known profile no longer fits and finding the chatbot again failed. */
    WIDGET_MOVED("widget-moved"),
    /** Our own fault. */
    BROKEN("broken");

    private final String wire;

    Outcome(String wire) {
        this.wire = wire;
    }

    /** Returns the name that stands in files, such as {@code blocked:login}. */
    public String wire() {
        return wire;
    }

    /** Returns whether the chatbot said something to the question. */
    public boolean heard() {
        return compareTo(CUT_OFF) <= 0;
    }

    /** Returns whether the target could not be reached or refused us, so that nothing is known about its chatbot. */
    public boolean refused() {
        return wire.startsWith("blocked:") || this == UNREACHABLE;
    }

    /** Returns whether asking this target further in this visit is pointless or impolite. */
    public boolean endsVisit() {
        return this == HANDOVER || compareTo(NO_CHATBOT) >= 0;
    }

    /**
     * Returns the outcome that stands in files as {@code wire}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Outcome ofWire(String wire) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown outcome: " + wire));
    }
}
