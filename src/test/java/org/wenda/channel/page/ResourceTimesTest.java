package org.wenda.channel.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

public final class ResourceTimesTest {
    private static final Instant SENT = Instant.parse("2026-11-23T02:00:00Z");
    private static final Instant NEXT = SENT.plusSeconds(60);
    private static final Instant THIRD = NEXT.plusSeconds(60);

    private Page page = new Page();
    private TransportHabits habits = new TransportHabits();
    private ResourceTimes times = new ResourceTimes(new PageScripts(page, List.of()), habits);

    @BeforeMethod
    void forget() {
        page = new Page();
        habits = new TransportHabits();
        times = new ResourceTimes(new PageScripts(page, List.of()), habits);
    }

    /** A page whose requests have ended; what is waited for comes when the test says so. */
    private static final class Page implements ScriptRunner {
        final List<Map<String, Object>> requests = new ArrayList<>();
        final List<Object> waitedFor = new ArrayList<>();
        boolean comes;

        void ended(String kind, Instant began, long millis) {
            double from = began.toEpochMilli();
            requests.add(Map.of("kind", kind, "began", from, "ended", from + millis));
        }

        @Override
        public @Nullable Object run(String script, @Nullable Object... arguments) {
            assertThat(script).contains("at.transport.since(");
            return Map.of("place", "https://bot.example/chat", "requests", List.copyOf(requests));
        }

        @Override
        public @Nullable Object runAsync(String script, @Nullable Object... arguments) {
            assertThat(script).contains(".transport.until(");
            waitedFor.add(arguments[0]);
            return comes;
        }
    }

    @Test
    public void tellsWhenTheLastRequestEnded() {
        page.ended("/ask", SENT.plusMillis(10), 40);
        page.ended("/answer", SENT.plusMillis(60), 900);

        assertThat(times.since(SENT))
                .isEqualTo(new NetworkVoice.State(false, SENT.plusMillis(960), Duration.ZERO, "/answer"));
    }

    @Test
    public void takesWhatAlwaysCameToBeUnderWayUntilItHasEnded() {
        turn(SENT, "/ask", "/answer");
        page.ended("/ask", NEXT.plusMillis(10), 40);

        assertThat(times.since(NEXT)).isEqualTo(new NetworkVoice.State(true, null, Duration.ZERO, ""));

        page.ended("/answer", NEXT.plusMillis(60), 5000);

        assertThat(times.since(NEXT))
                .isEqualTo(new NetworkVoice.State(false, NEXT.plusMillis(5060), Duration.ZERO, "/answer"));
    }

    @Test
    public void doesNotTellTheEndWhileSomethingIsMissingThatCameOnce() {
        turn(SENT, "/ask", "/answer");
        turn(NEXT, "/ask");
        page.ended("/ask", THIRD.plusMillis(10), 40);

        assertThat(times.since(THIRD)).isEqualTo(NetworkVoice.State.NONE);
    }

    @Test
    public void keepsItsHabitsForTheNextVisit() {
        turn(SENT, "/ask", "/answer");
        times.since(NEXT);

        page.ended("/ask", THIRD.plusMillis(10), 40);
        ResourceTimes nextVisit = new ResourceTimes(new PageScripts(page, List.of()), habits);
        ResourceTimes elsewhere = new ResourceTimes(new PageScripts(page, List.of()), new TransportHabits());

        assertThat(nextVisit.since(THIRD).underWay()).isTrue();
        assertThat(elsewhere.since(THIRD).underWay()).isFalse();
    }

    @Test
    public void takesNoPollForAnAnswer() {
        page.ended("/ask", SENT.plusMillis(5), 20);
        for (int poll = -5; poll < 5; poll++) {
            page.ended("/news", SENT.plusMillis(500L * poll + 100), 10);
        }

        assertThat(times.since(SENT))
                .isEqualTo(new NetworkVoice.State(false, SENT.plusMillis(25), Duration.ofMillis(500), "/ask"));
    }

    @Test
    public void waitsInThePageForWhatIsMissing() {
        turn(SENT, "/ask", "/answer");
        page.ended("/ask", NEXT.plusMillis(10), 40);
        times.since(NEXT);
        page.comes = true;

        assertThat(times.awaitEnd(NEXT, Duration.ofSeconds(2))).isTrue();
        assertThat(page.waitedFor).containsExactly(List.of("/answer"));
    }

    @Test
    public void expectsNoLongerWhatDidNotComeInALongTime() {
        turn(SENT, "/ask", "/answer");
        times.since(NEXT);

        assertThat(times.awaitEnd(NEXT, Duration.ofSeconds(2))).isFalse();
        assertThat(times.since(NEXT).underWay()).isTrue();
        assertThat(times.awaitEnd(NEXT, Duration.ofSeconds(30))).isFalse();
        assertThat(times.since(NEXT).underWay()).isFalse();
    }

    @Test
    public void knowsNothingBeforeAQuestion() {
        page.ended("/menu", SENT, 40);

        assertThat(times.since(null)).isEqualTo(NetworkVoice.State.NONE);
    }

    private void turn(Instant sentAt, String... kinds) {
        for (String kind : kinds) {
            page.ended(kind, sentAt.plusMillis(10), 40);
        }
        times.since(sentAt);
    }
}
