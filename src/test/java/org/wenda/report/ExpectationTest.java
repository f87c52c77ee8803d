package org.wenda.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.qameta.allure.model.Status;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;

public final class ExpectationTest {
    @Test
    public void neverFailsAChatbotThatWasNotReached() {
        Stream<Outcome> unknown =
                Arrays.stream(Outcome.values()).filter(outcome -> outcome.refused() || outcome == Outcome.NO_CHATBOT);

        assertThat(unknown)
                .allSatisfy(outcome ->
                        assertThat(Expectation.ofTurn(outcome, "service")).isEqualTo(Status.SKIPPED));
    }

    @Test
    public void wantsAnHonestFallbackToNonsense() {
        assertThat(Expectation.ofTurn(Outcome.FALLBACK, "nonsense")).isEqualTo(Status.PASSED);
        assertThat(Expectation.ofTurn(Outcome.ANSWERED, "nonsense")).isEqualTo(Status.FAILED);
        assertThat(Expectation.ofTurn(Outcome.FALLBACK, "service")).isEqualTo(Status.FAILED);
    }

    @DataProvider
    Object[][] tests() {
        return new Object[][] {
            {List.of(turn(Outcome.ANSWERED, true), turn(Outcome.SILENT, false)), Status.PASSED},
            {List.of(turn(Outcome.ANSWERED, true), turn(Outcome.SILENT, true)), Status.FAILED},
            {List.of(turn(Outcome.FALLBACK, true), turn(Outcome.BLOCKED_WAF, false)), Status.FAILED},
            {List.of(turn(Outcome.ANSWERED, true), turn(Outcome.BLOCKED_WAF, false)), Status.SKIPPED},
            {List.of(turn(Outcome.BROKEN, false)), Status.BROKEN},
        };
    }

    @Test(dataProvider = "tests")
    public void takesTheWorstOfWhatMatters(List<Exchange> turns, Status status) {
        assertThat(Expectation.ofTest(turns, "service")).isEqualTo(status);
    }

    @Test
    public void sumsTimesUpByRank() {
        List<Duration> values =
                Stream.of(5, 1, 4, 2, 3).map(Duration::ofSeconds).toList();

        assertThat(Figures.quantile(values, 0.5)).isEqualTo(Duration.ofSeconds(3));
        assertThat(Figures.quantile(values, 0.95)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Figures.quantile(List.of(), 0.5)).isNull();
        assertThat(Figures.show(Duration.ofMillis(999))).isEqualTo("999 ms");
        assertThat(Figures.show(Duration.ofMillis(2030))).isEqualTo("2.03 s");
    }

    private static Exchange turn(Outcome outcome, boolean critical) {
        return new Exchange(
                "r", "t", "s", "a", 1, critical, "q", null, outcome, null, Reply.NONE, null, null, Map.of(), List.of());
    }
}
