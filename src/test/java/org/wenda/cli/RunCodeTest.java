package org.wenda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.run.Ending;
import org.wenda.transcript.Outcome;

public final class RunCodeTest {
    @Test
    public void everyEndingHasItsExitCode() {
        assertThat(Stream.of(Ending.values()).map(RunSession::code))
                .containsExactly(
                        ExitCode.MACHINE_BROKEN,
                        ExitCode.INTERRUPTED,
                        ExitCode.DONE_IN_PART,
                        ExitCode.TARGET_REFUSED,
                        ExitCode.DONE);
    }

    @DataProvider
    Object[][] asked() {
        return new Object[][] {
            {List.of(Outcome.ANSWERED, Outcome.SILENT), 0, ExitCode.DONE},
            {List.of(Outcome.NO_CHATBOT), 1, ExitCode.TARGET_REFUSED},
            {List.of(Outcome.ANSWERED, Outcome.BLOCKED_CAPTCHA), 1, ExitCode.TARGET_REFUSED},
            {List.of(Outcome.UNREACHABLE), 0, ExitCode.TARGET_REFUSED},
            {List.of(Outcome.HANDOVER), 2, ExitCode.DONE_IN_PART},
            {List.of(Outcome.HANDOVER), 0, ExitCode.DONE},
            {List.of(Outcome.BROKEN), 0, ExitCode.MACHINE_BROKEN},
        };
    }

    @Test(dataProvider = "asked")
    public void askEndsByItsLastOutcome(List<Outcome> outcomes, int left, ExitCode expected) {
        assertThat(AskCommand.code(outcomes, left)).isEqualTo(expected);
    }
}
