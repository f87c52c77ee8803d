package org.wenda.report;

import io.qameta.allure.model.Status;
import java.util.List;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;

/**
 * How an outcome reads as the status of a test.
 *
 * <p>A turn passed if the chatbot did what its scenario is there to see: {@code answered}, {@code options} and
 * {@code handover} for a matter; {@code fallback} instead of {@code answered} for a nonsense question, where an answer
 * is made up. {@code fallback}, {@code cut-off} and {@code silent} failed otherwise. Where nothing is known about the
 * chatbot ({@code no-chatbot}, {@code blocked:*}, {@code unreachable}) the turn was skipped: never failed, for nobody
 * has been tested. {@code widget-moved} and {@code broken} are broken: Wenda or its profile needs mending.
 *
 * <p>A test has the worst status of its critical turns; any other turn that failed is seen in its step only, but one
 * that was skipped or broken counts, since it ended the visit.
 */
final class Expectation {
    private static final List<Status> WORST_FIRST =
            List.of(Status.FAILED, Status.BROKEN, Status.SKIPPED, Status.PASSED);

    private Expectation() {}

    /** @param kind of the scenario, as in the plan */
    static Status ofTurn(Outcome outcome, String kind) {
        boolean nonsense = kind.equals("nonsense");
        return switch (outcome) {
            case ANSWERED -> nonsense ? Status.FAILED : Status.PASSED;
            case FALLBACK -> nonsense ? Status.PASSED : Status.FAILED;
            case OPTIONS, HANDOVER -> Status.PASSED;
            case CUT_OFF, SILENT -> Status.FAILED;
            case NO_CHATBOT, BLOCKED_LOGIN, BLOCKED_CAPTCHA, BLOCKED_WAF, BLOCKED_GEO, BLOCKED_ROBOTS, UNREACHABLE ->
                Status.SKIPPED;
            case WIDGET_MOVED, BROKEN -> Status.BROKEN;
        };
    }

    static Status ofTest(List<Exchange> turns, String kind) {
        List<Status> statuses = turns.stream().map(turn -> weighed(turn, kind)).toList();
        return WORST_FIRST.stream().filter(statuses::contains).findFirst().orElse(Status.SKIPPED);
    }

    private static Status weighed(Exchange turn, String kind) {
        Status status = ofTurn(turn.outcome(), kind);
        return status == Status.FAILED && !turn.critical() ? Status.PASSED : status;
    }
}
