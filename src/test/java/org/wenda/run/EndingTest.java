package org.wenda.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;

public final class EndingTest {
    @DataProvider
    Object[][] endings() {
        return new Object[][] {
            // interrupted, faulty, errands left, outcomes
            {false, false, 0, List.of(Outcome.ANSWERED, Outcome.FALLBACK, Outcome.SILENT), Ending.DONE},
            {false, false, 0, List.of(Outcome.HANDOVER, Outcome.CUT_OFF, Outcome.OPTIONS), Ending.DONE},
            {false, false, 0, List.of(), Ending.DONE},
            {false, false, 0, List.of(Outcome.ANSWERED, Outcome.NO_CHATBOT), Ending.REFUSED},
            {false, false, 0, List.of(Outcome.BLOCKED_WAF), Ending.REFUSED},
            {false, false, 0, List.of(Outcome.BLOCKED_LOGIN), Ending.REFUSED},
            {false, false, 0, List.of(Outcome.UNREACHABLE), Ending.REFUSED},
            {false, false, 0, List.of(Outcome.WIDGET_MOVED), Ending.REFUSED},
            {false, false, 0, List.of(Outcome.BROKEN, Outcome.UNREACHABLE), Ending.IN_PART},
            {false, false, 1, List.of(Outcome.ANSWERED), Ending.IN_PART},
            {true, false, 1, List.of(Outcome.ANSWERED), Ending.INTERRUPTED},
            {true, true, 1, List.of(Outcome.ANSWERED), Ending.FAULTY},
            {false, true, 0, List.of(Outcome.ANSWERED), Ending.FAULTY},
        };
    }

    @Test(dataProvider = "endings")
    public void isDecidedByTheWorstThatHappened(
            boolean interrupted, boolean faulty, int left, List<Outcome> outcomes, Ending expected) {
        List<Exchange> exchanges = outcomes.stream().map(EndingTest::exchange).toList();

        assertThat(Ending.of(interrupted, faulty, left, exchanges)).isEqualTo(expected);
    }

    @Test
    public void everyOutcomeIsDecided() {
        assertThat(Stream.of(Outcome.values()).map(outcome -> Ending.of(false, false, 0, List.of(exchange(outcome)))))
                .doesNotContainNull();
    }

    private static Exchange exchange(Outcome outcome) {
        return new Exchange(
                "run",
                "t",
                "s",
                outcome.wire(),
                1,
                true,
                "?",
                null,
                outcome,
                null,
                Reply.NONE,
                null,
                null,
                Map.of(),
                List.of());
    }
}
