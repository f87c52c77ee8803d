package org.wenda.transcript;

/**
 * How the outcome of a turn reads as the result of a test.
 *
 * <p>A turn passed if the chatbot did what its scenario is there to see: {@code answered}, {@code options} and
 * {@code handover} for a matter; {@code fallback} instead of {@code answered} for a nonsense question, where an answer
 * is made up. {@code fallback}, {@code cut-off} and {@code silent} failed otherwise.
 */
public enum TestResult {
    PASSED,
    FAILED,
    /** {@code widget-moved} and {@code broken}: Wenda or its profile needs mending. */
    ERROR,
    /** {@code no-chatbot}, {@code blocked:*}, {@code unreachable}: never failed, for nobody has been tested. */
    SKIPPED;

    /**
     * Returns how a turn reads.
     *
     * @param kind of the scenario, as in the plan: to {@code nonsense} the right answer is that there is none
     */
    public static TestResult of(Outcome outcome, String kind) {
        boolean nonsense = kind.equals("nonsense");
        return switch (outcome) {
            case ANSWERED -> nonsense ? FAILED : PASSED;
            case FALLBACK -> nonsense ? PASSED : FAILED;
            case OPTIONS, HANDOVER -> PASSED;
            case CUT_OFF, SILENT -> FAILED;
            case NO_CHATBOT, BLOCKED_LOGIN, BLOCKED_CAPTCHA, BLOCKED_WAF, BLOCKED_GEO, BLOCKED_ROBOTS, UNREACHABLE ->
                SKIPPED;
            case WIDGET_MOVED, BROKEN -> ERROR;
        };
    }
}
