package org.wenda.channel.browser;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.bidi.protocol.module.Network;
import org.wenda.channel.page.NetworkVoice;
import org.wenda.channel.page.PageRequest;
import org.wenda.channel.page.Traffic;
import org.wenda.transcript.NetworkRequest;

/**
 * The driver's network events (WebDriver BiDi) as one voice in the vote, in which only what can carry a reply takes
 * part: requests by scripts. Events may arrive in any order, from the driver's own thread.
 */
final class NetworkEvents implements NetworkVoice {
    /** Kinds of request that never carry a reply. */
    private static final Set<String> FURNITURE =
            Set.of("image", "style", "script", "font", "document", "video", "audio", "track", "manifest", "worker");

    private static final int REMEMBERED = 2000;

    /** How far apart the driver and the page may say that the same request began. */
    private static final Duration SAME_BEGINNING = Duration.ofMillis(200);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Request> requests = new LinkedHashMap<>();
    /** Ends that were told before their beginning. */
    private final Map<String, End> ended = new HashMap<>();

    /** When the log begins, on the clock of {@link System#nanoTime()}. */
    private long logFrom = System.nanoTime();

    private final TreeSet<Instant> questions = new TreeSet<>();
    private final List<Traffic.Span> prompted = new ArrayList<>();
    private Duration typed = Duration.ZERO;
    private @Nullable Long retryAfter;

    /** Listens to all requests of the browser from now on. */
    NetworkEvents(WebDriver driver) {
        Network network = new Network(driver);
        network.subscribe(RequestEvent.ASKED, this::began);
        network.subscribe(RequestEvent.ANSWERED, event -> {
            ended(event);
            if (event.navigation() != null) {
                navigated(event);
            }
        });
        network.subscribe(RequestEvent.FAILED, this::ended);
    }

    /** Remembers what a host that refused the page asked us to wait. */
    private void navigated(RequestEvent event) {
        Long seconds = event.headers("retry-after")
                .reduce((before, last) -> last)
                .map(NetworkEvents::seconds)
                .orElse(null);
        lock.lock();
        try {
            retryAfter = seconds;
        } finally {
            lock.unlock();
        }
    }

    private static @Nullable Long seconds(String value) {
        try {
            return Math.max(0, Long.parseLong(value.trim()));
        } catch (NumberFormatException date) {
            try {
                Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                return Math.max(0, Duration.between(Instant.now(), until).toSeconds());
            } catch (DateTimeException neither) {
                return null;
            }
        }
    }

    @Override
    public @Nullable Long retryAfterSeconds() {
        lock.lock();
        try {
            return retryAfter;
        } finally {
            lock.unlock();
        }
    }

    /**
     * An end as it was told.
     *
     * @param at by the browser's clock
     * @param heard when we were told, on the clock of {@link System#nanoTime()}
     * @param status of the answer; 0 if there was none
     */
    private record End(Instant at, long heard, int status, String type, long octets) {}

    private static final class Request {
        final String key;
        final boolean votes;
        final String method;
        final String url;
        final String destination;
        final Instant began;
        final long heard = System.nanoTime();

        @Nullable
        End end;

        /** When the page itself saw it end; null if it did not say. */
        @Nullable
        Instant seenToEnd;

        /** @param votes whether it can carry a reply */
        Request(boolean votes, RequestEvent asked) {
            this.key = keyOf(asked.method(), asked.url());
            this.votes = votes;
            this.method = asked.method();
            this.url = asked.url();
            this.destination = asked.destination();
            this.began = asked.at();
        }

        private Duration took(End end) {
            return Duration.ofNanos(Math.max(0, end.heard() - heard));
        }

        /** Chromium stamps an end with the time of its beginning, so the time between is measured here. */
        Traffic.Request traffic() {
            End known = end;
            Instant told = known == null ? null : known.at().isAfter(began) ? known.at() : began.plus(took(known));
            return new Traffic.Request(key, began, seenToEnd != null ? seenToEnd : told);
        }

        boolean is(PageRequest other) {
            return Duration.between(began, other.began()).abs().compareTo(SAME_BEGINNING) < 0
                    && other.address().equals(url);
        }

        NetworkRequest logged() {
            End known = end;
            return new NetworkRequest(
                    method,
                    url,
                    destination,
                    began,
                    known == null ? null : took(known),
                    known == null ? 0 : known.status(),
                    known == null ? "" : known.type(),
                    known == null ? 0 : known.octets());
        }
    }

    @Override
    public void beginLog() {
        lock.lock();
        try {
            logFrom = System.nanoTime();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<NetworkRequest> log() {
        lock.lock();
        try {
            return requests.values().stream()
                    .filter(request -> request.heard - logFrom >= 0)
                    .map(Request::logged)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private void began(RequestEvent event) {
        boolean votes = !FURNITURE.contains(event.destination()) && !isBeacon(event);
        lock.lock();
        try {
            Request request = new Request(votes, event);
            request.end = ended.remove(event.id());
            requests.put(event.id(), request);
            forget();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A beacon tells its server something and brings nothing back. Chromium names no initiator for it. */
    private static boolean isBeacon(RequestEvent event) {
        String initiator = event.initiator();
        return initiator == null ? "POST".equals(event.method()) : initiator.equals("beacon");
    }

    private void ended(RequestEvent event) {
        End end = new End(event.at(), System.nanoTime(), event.status(), event.type(), event.octets());
        lock.lock();
        try {
            Request request = requests.get(event.id());
            if (request == null) {
                ended.put(event.id(), end);
            } else {
                request.end = end;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void forget() {
        Iterator<Request> oldest = requests.values().iterator();
        while (requests.size() > REMEMBERED && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
        if (ended.size() > REMEMBERED) {
            ended.clear();
        }
    }

    private static String keyOf(String method, String url) {
        try {
            URI uri = URI.create(url);
            return method + " " + uri.getRawAuthority() + uri.getRawPath();
        } catch (IllegalArgumentException e) {
            return method + " " + url;
        }
    }

    @Override
    public void typed(Duration time) {
        lock.lock();
        try {
            typed = time;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void followed(Instant from, Instant to) {
        lock.lock();
        try {
            prompted.add(new Traffic.Span(from, to));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public State since(@Nullable Instant sentAt) {
        if (sentAt == null) {
            return State.NONE;
        }
        lock.lock();
        try {
            if (questions.add(sentAt)) {
                prompted.add(Traffic.Span.before(sentAt, typed));
            }
            return state(sentAt);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void ended(List<PageRequest> seen) {
        lock.lock();
        try {
            for (PageRequest one : seen) {
                requests.values().stream()
                        .filter(request -> request.seenToEnd == null && request.is(one))
                        .findFirst()
                        .ifPresent(request -> request.seenToEnd = one.ended());
            }
        } finally {
            lock.unlock();
        }
    }

    private State state(Instant sentAt) {
        List<Traffic.Request> known = requests.values().stream()
                .filter(request -> request.votes)
                .map(Request::traffic)
                .toList();
        return new Traffic(known, questions, prompted).since(sentAt);
    }

    @Override
    public boolean hearsBeginnings() {
        return true;
    }

    @Override
    public boolean awaitEnd(Instant sentAt, Duration atMost) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (state(sentAt).underWay()) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
