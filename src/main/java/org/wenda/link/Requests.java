package org.wenda.link;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import okhttp3.Cookie;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Asks single addresses through the hosts' gate, and each of them once in a run: what was asked without cookies is
 * remembered. Asks a second time at once only where that helps.
 */
final class Requests implements AutoCloseable {
    private static final Set<Integer> OVERLOADED = Set.of(502, 503);

    private final HostGate gate;
    private final Wire wire;
    private final PageReader pages;
    private final LinkLimits limits;
    private final Clock clock;
    private final Once<Key, Answer> answers = new Once<>();

    Requests(HostGate gate, Wire wire, LinkLimits limits, Clock clock) {
        this.gate = gate;
        this.wire = wire;
        this.pages = new PageReader(limits.bytes());
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Returns what an address answers.
     *
     * @param left for the request; a second one gets as much as the first left over
     * @param captured is given what goes over the wire now, and nothing that went before
     */
    Answer ask(HttpUrl url, Jar jar, boolean loopback, Duration left, Consumer<Capture> captured)
            throws InterruptedException {
        if (!jar.loadForRequest(url).isEmpty()) {
            return send(url, jar, loopback, left, captured);
        }
        Once.Got<Answer> got =
                answers.get(new Key(url.toString(), loopback), () -> send(url, new Jar(), loopback, left, captured));
        jar.saveFromResponse(url, got.value().cookies());
        return got.value();
    }

    private Answer send(HttpUrl url, Jar jar, boolean loopback, Duration left, Consumer<Capture> captured)
            throws InterruptedException {
        Answer first = once(url, jar, loopback, left, captured);
        Duration rest = left.minus(first.elapsed());
        return isWorthASecond(first) && rest.compareTo(Duration.ZERO) > 0
                ? once(url, jar, loopback, rest, captured)
                : first;
    }

    private boolean isWorthASecond(Answer first) {
        OptionalLong wait = RetryAfter.seconds(first.headers().get("Retry-After"), first.at());
        boolean soon = wait.isEmpty() || wait.getAsLong() <= limits.retryAfter().toSeconds();
        boolean comesBack = first.status() == 502 || (OVERLOADED.contains(first.status()) && wait.isPresent());
        return first.fleeting() || (comesBack && soon);
    }

    private Answer once(HttpUrl url, Jar jar, boolean loopback, Duration left, Consumer<Capture> captured)
            throws InterruptedException {
        try (HostGate.Pass pass = gate.enter(url.uri())) {
            Answer answer = answer(url, jar, loopback, left, captured);
            RetryAfter.seconds(answer.headers().get("Retry-After"), answer.at()).ifPresent(pass::rest);
            return answer;
        } catch (HostGate.Closed e) {
            return failed(url, clock.instant(), Duration.ZERO, Reason.of(Why.HOST_RESTS, e.said()), false);
        }
    }

    private Answer answer(HttpUrl url, Jar jar, boolean loopback, Duration left, Consumer<Capture> captured)
            throws InterruptedException {
        Instant at = clock.instant();
        long start = System.nanoTime();
        try {
            Received received = wire.get(url, jar, loopback, left);
            checkInterrupt();
            captured.accept(received.capture());
            return answered(received);
        } catch (IOException e) {
            checkInterrupt();
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            return failed(url, at, elapsed, WireFault.reason(e, url, limits.time()), WireFault.isFleeting(e));
        }
    }

    private static void checkInterrupt() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private Answer answered(Received received) {
        Reading reading = pages.read(received);
        boolean slowAndEmpty = reading.page() == null && received.truncated();
        return new Answer(
                received.url(),
                received.at(),
                received.elapsed(),
                received.status(),
                received.headers(),
                Cookie.parseAll(received.url(), received.headers()),
                received.tls(),
                reading,
                slowAndEmpty ? Reason.of(Why.TIMED_OUT, limits.time().toSeconds()) : null,
                false);
    }

    private static Answer failed(HttpUrl url, Instant at, Duration elapsed, @Nullable Reason why, boolean fleeting) {
        return new Answer(url, at, elapsed, 0, Headers.EMPTY, List.of(), null, null, why, fleeting);
    }

    @Override
    public void close() {
        wire.close();
    }

    private record Key(String address, boolean loopback) {}
}
