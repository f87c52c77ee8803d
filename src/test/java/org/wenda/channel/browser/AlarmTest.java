package org.wenda.channel.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.openqa.selenium.TimeoutException;
import org.testng.annotations.Test;

public final class AlarmTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    public void hearsAnAnswerThatComes() {
        assertThat(Alarm.<String>within(LONG, () -> "answer")).isEqualTo("answer");
    }

    @Test
    public void callsBackWhoWaitsForNothing() {
        assertThatThrownBy(() -> Alarm.within(Duration.ofMillis(20), AlarmTest::waitsForEver))
                .isInstanceOf(TimeoutException.class)
                .hasMessageStartingWith("no answer from the page within 0 s");
    }

    @Test
    public void leavesNoInterruptBehind() {
        assertThatThrownBy(() -> Alarm.within(Duration.ofMillis(20), AlarmTest::waitsForEver))
                .isInstanceOf(TimeoutException.class);

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    public void leavesOtherFaultsAsTheyAre() {
        IllegalStateException fault = new IllegalStateException("gone");

        assertThatThrownBy(() -> Alarm.within(LONG, () -> {
                    throw fault;
                }))
                .isSameAs(fault);
    }

    /** As a driver does: what it was called back from is a fault of its own to it. */
    private static String waitsForEver() {
        try {
            new CountDownLatch(1).await();
            return "never";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
