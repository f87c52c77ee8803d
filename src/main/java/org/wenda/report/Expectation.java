package org.wenda.report;

import io.qameta.allure.model.Status;
import java.util.List;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.TestResult;

/**
 * How outcomes read in Allure: as {@link TestResult} says of each turn, where an error is called broken.
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
        return switch (TestResult.of(outcome, kind)) {
            case PASSED -> Status.PASSED;
            case FAILED -> Status.FAILED;
            case ERROR -> Status.BROKEN;
            case SKIPPED -> Status.SKIPPED;
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
