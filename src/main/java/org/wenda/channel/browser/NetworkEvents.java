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
import org.openqa.selenium.bidi.protocol.network.Header;
import org.openqa.selenium.bidi.protocol.network.RequestData;
import org.openqa.selenium.bidi.protocol.network.ResponseData;
import org.wenda.channel.page.NetworkVoice;
import org.wenda.channel.page.Traffic;
import org.wenda.transcript.NetworkRequest;

/**
 * The driver's network events (WebDriver BiDi) as one voice in the vote. Keeps only what can carry a reply: requests by
 * scripts. Events may arrive in any order, from the driver's own thread.
 */
final class NetworkEvents implements NetworkVoice {
    /** Kinds of request that never carry a reply. */
    private static final Set<String> FURNITURE =
            Set.of("image", "style", "script", "font", "document", "video", "audio", "track", "manifest", "worker");

    private static final int REMEMBERED = 2000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Request> requests = new LinkedHashMap<>();
    /** Ends that were told before their beginning. */
    private final Map<String, End> ended = new HashMap<>();

    private final NetworkLog log = new NetworkLog();
    /** When we were told of the beginning of each request of the log, on the clock of {@link System#nanoTime()}. */
    private final Map<String, Long> begun = new HashMap<>();

    private final TreeSet<Instant> questions = new TreeSet<>();
    private final List<Traffic.Span> prompted = new ArrayList<>();
    private Duration typed = Duration.ZERO;
    private @Nullable Long retryAfter;

    /** Listens to all requests of the browser from now on. */
    NetworkEvents(WebDriver driver) {
        Network network = new Network(driver);
        network.subscribe(
                Network.BEFORE_REQUEST_SENT,
                event -> began(event.getRequest(), Instant.ofEpochMilli(event.getTimestamp())));
        network.subscribe(Network.RESPONSE_COMPLETED, event -> {
            ResponseData response = event.getResponse();
            over(
                    event.getRequest().getRequest(),
                    (int) response.getStatus(),
                    response.getMimeType(),
                    response.getBytesReceived());
            ended(event.getRequest().getRequest(), Instant.ofEpochMilli(event.getTimestamp()));
            if (event.getNavigation() != null) {
                navigated(event.getResponse());
            }
        });
        network.subscribe(Network.FETCH_ERROR, event -> {
            over(event.getRequest().getRequest(), 0, "", 0);
            ended(event.getRequest().getRequest(), Instant.ofEpochMilli(event.getTimestamp()));
        });
    }

    /** Remembers what a host that refused the page asked us to wait. */
    private void navigated(ResponseData response) {
        Long seconds = null;
        for (Header header : response.getHeaders()) {
            if ("retry-after".equalsIgnoreCase(header.getName())) {
                seconds = seconds(String.valueOf(header.getValue().toMap().get("value")));
            }
        }
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
     */
    private record End(Instant at, long heard) {}

    private static final class Request {
        final String key;
        final Instant began;
        final long heard = System.nanoTime();

        @Nullable
        Instant ended;

        Request(String key, Instant began) {
            this.key = key;
            this.began = began;
        }

        /** Chromium stamps an end with the time of its beginning, so the time between is measured here. */
        void end(End end) {
            ended = end.at().isAfter(began) ? end.at() : began.plusNanos(Math.max(0, end.heard() - heard));
        }
    }

    /** Only for the record; the vote on the end of a reply goes by what {@link #ended} hears. */
    private void over(String id, int status, @Nullable String type, long octets) {
        lock.lock();
        try {
            Long heard = begun.get(id);
            if (heard != null) {
                log.ended(id, Duration.ofNanos(Math.max(0, System.nanoTime() - heard)), status, type, octets);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void beginLog() {
        lock.lock();
        try {
            log.clear();
            begun.clear();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<NetworkRequest> log() {
        lock.lock();
        try {
            return log.all();
        } finally {
            lock.unlock();
        }
    }

    private void began(RequestData data, Instant at) {
        lock.lock();
        try {
            if (log.began(data.getRequest(), data.getMethod(), data.getUrl(), data.getDestination(), at)) {
                begun.put(data.getRequest(), System.nanoTime());
            }
        } finally {
            lock.unlock();
        }
        String destination = data.getDestination() == null ? "" : data.getDestination();
        if (FURNITURE.contains(destination) || isBeacon(data)) {
            return;
        }
        lock.lock();
        try {
            Request request = new Request(keyOf(data.getMethod(), data.getUrl()), at);
            End early = ended.remove(data.getRequest());
            if (early != null) {
                request.end(early);
            }
            requests.put(data.getRequest(), request);
            forget();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A beacon tells its server something and brings nothing back. Chromium names no initiator for it. */
    private static boolean isBeacon(RequestData data) {
        String initiator = data.getInitiatorType();
        return initiator == null ? "POST".equals(data.getMethod()) : initiator.equals("beacon");
    }

    private void ended(String id, Instant at) {
        End end = new End(at, System.nanoTime());
        lock.lock();
        try {
            Request request = requests.get(id);
            if (request == null) {
                ended.put(id, end);
            } else {
                request.end(end);
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

    private State state(Instant sentAt) {
        List<Traffic.Request> known = requests.values().stream()
                .map(request -> new Traffic.Request(request.key, request.began, request.ended))
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
