package org.wenda.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.words.InputException;
import org.wenda.words.Lang;
import org.wenda.words.MachineException;
import org.wenda.words.Message;
import org.wenda.words.Problem;

public final class FailuresTest {
    private static final Message SAID = Message.of(FailuresTest.class, "lint.noFile");

    private ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeMethod
    void forget() {
        err = new ByteArrayOutputStream();
    }

    @Test
    public void whoeverWroteTheFileGetsAllProblemsAndTwo() {
        assertThat(failed(new InputException(List.of(new Problem("a.yaml:1", SAID), new Problem("b.yaml:2", SAID)))))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).isEqualTo("a.yaml:1: is not a file.\nb.yaml:2: is not a file.\n");
    }

    @Test
    public void whoeverOwnsTheMachineGetsOneSentenceAndThree() {
        assertThat(failed(new MachineException(SAID, new IllegalStateException("cause"))))
                .isEqualTo(3);
        assertThat(err.toString(UTF_8)).isEqualTo("is not a file.\n");
    }

    @Test
    public void ourOwnFaultKeepsItsStackTrace() {
        assertThat(failed(new IllegalStateException("oops"))).isEqualTo(3);
        assertThat(err.toString(UTF_8))
                .startsWith("java.lang.IllegalStateException: oops\n\tat org.wenda.cli.FailuresTest")
                .endsWith(
                        "\nThis is a fault of Wenda development, not yours. Please report it with the lines above.\n");
    }

    @Test
    public void anInterruptionIsNoFault() {
        assertThat(failed(new InterruptedException())).isEqualTo(130);
        assertThat(err.toString(UTF_8)).isEqualTo("Interrupted.\n");
    }

    private int failed(Exception problem) {
        PrintStream stream = new PrintStream(err, true, UTF_8);
        return new Failures(new Wenda(stream, stream, Lang.EN)).failed(problem);
    }
}
