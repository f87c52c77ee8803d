package org.wenda.channel.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

public final class TrafficTest {
    private static final Instant START = Instant.parse("2026-11-26T02:00:00Z");
    private static final Duration TYPING = Duration.ofMillis(600);

    private final List<Traffic.Request> requests = new ArrayList<>();
    private final TreeSet<Instant> questions = new TreeSet<>();
    private final List<Traffic.Span> typing = new ArrayList<>();

    @BeforeMethod
    void begin() {
        requests.clear();
        questions.clear();
        typing.clear();
    }

    @Test
    public void takesRequestsThatRecurByThemselvesForPolls() {
        for (int second = 0; second < 12; second += 2) {
            request("GET city/news", second * 1000, 40);
        }
        ask(12_500);
        request("POST city/ask", 12_510, 300);

        NetworkVoice.State state = state();

        assertThat(state.pollEvery()).isEqualTo(Duration.ofSeconds(2));
        assertThat(state.endedAt()).isEqualTo(at(12_810));
    }

    @Test
    public void takesNothingThatTypingCausedForPolls() {
        for (int turn = 0; turn < 4; turn++) {
            int sent = 5000 * (turn + 1);
            for (int key = 0; key < 4; key++) {
                request("GET city/suggest", sent - 590 + key * 130, 20);
            }
            ask(sent);
            request("POST city/ask", sent + 5, 300);
        }

        NetworkVoice.State state = state();

        assertThat(state.pollEvery()).isZero();
        assertThat(state.underWay()).isFalse();
        assertThat(state.endedAt()).isEqualTo(at(20_305));
    }

    @Test
    public void takesNothingThatFollowedLinksAskedForForPolls() {
        for (int link = 0; link < 4; link++) {
            request("GET city/hall", 3000 * link, 40);
        }
        typing.add(new Traffic.Span(at(-100), at(9500)));
        ask(15_000);
        request("POST city/ask", 15_010, 300);

        assertThat(state().pollEvery()).isZero();
    }

    @Test
    public void takesPollsForOneAnswerForOverOnceTheyHaveStopped() {
        ask(1000);
        request("POST city/ask", 1005, 50);
        for (int poll = 0; poll < 6; poll++) {
            request("GET city/result", 1100 + poll * 300, 20);
        }
        assertThat(state().pollEvery()).as("while they last").isEqualTo(Duration.ofMillis(300));

        ask(6000);
        request("POST city/ask", 6005, 300);
        assertThat(state().pollEvery()).as("of the next answer").isZero();

        request("GET city/result", 6310, 20);
        assertThat(state().pollEvery()).as("once it polls again").isEqualTo(Duration.ofMillis(300));
    }

    private void request(String kind, int beganMs, int tookMs) {
        requests.add(new Traffic.Request(kind, at(beganMs), at(beganMs + tookMs)));
    }

    private void ask(int atMs) {
        questions.add(at(atMs));
        typing.add(Traffic.Span.before(at(atMs), TYPING));
    }

    private NetworkVoice.State state() {
        return new Traffic(requests, questions, typing).since(questions.last());
    }

    private static Instant at(int millis) {
        return START.plusMillis(millis);
    }
}
