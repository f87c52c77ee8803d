package org.wenda.gate;

import org.wenda.transcript.Outcome;

/** How good an outcome is for a citizen, and what a test would call it. Pure. */
final class Worth {
    /** What a turn is to those who read test reports. */
    enum Result {
        PASSED,
        FAILED,
        /** Wenda or its profile needs mending. */
        ERROR,
        /** Nothing is known about the chatbot. */
        SKIPPED
    }

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

    /** Returns what the Allure report says of such a turn too. */
    static Result result(Outcome outcome, String kind) {
        boolean nonsense = kind.equals("nonsense");
        return switch (outcome) {
            case ANSWERED -> nonsense ? Result.FAILED : Result.PASSED;
            case FALLBACK -> nonsense ? Result.PASSED : Result.FAILED;
            case OPTIONS, HANDOVER -> Result.PASSED;
            case CUT_OFF, SILENT -> Result.FAILED;
            case NO_CHATBOT, BLOCKED_LOGIN, BLOCKED_CAPTCHA, BLOCKED_WAF, BLOCKED_GEO, BLOCKED_ROBOTS, UNREACHABLE ->
                Result.SKIPPED;
            case WIDGET_MOVED, BROKEN -> Result.ERROR;
        };
    }
}
