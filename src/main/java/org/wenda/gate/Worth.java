package org.wenda.gate;

import org.wenda.transcript.Outcome;

/** How good an outcome is for a citizen. Pure. */
final class Worth {
    private Worth() {}

    /**
     * Returns a figure that is higher for what is better; figures of different kinds of scenario are not compared.
     *
     * @param kind of the scenario: to nonsense the right answer is that there is none
     */
    static int of(Outcome outcome, String kind) {
        boolean nonsense = kind.equals("nonsense");
        return switch (outcome) {
            case ANSWERED -> nonsense ? 5 : 9;
            case OPTIONS -> 8;
            case HANDOVER -> 7;
            case FALLBACK -> nonsense ? 9 : 6;
            case CUT_OFF -> 4;
            case SILENT -> 3;
            case WIDGET_MOVED, NO_CHATBOT -> 2;
            case BLOCKED_LOGIN, BLOCKED_CAPTCHA, BLOCKED_WAF, BLOCKED_GEO, BLOCKED_ROBOTS, UNREACHABLE -> 1;
            case BROKEN -> 0;
        };
    }
}
