package org.wenda.channel.browser;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
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
    private final Map<String, Integer> ended = new HashMap<>();
    private final TreeSet<Instant> questions = new TreeSet<>();
    private @Nullable Long retryAfter;

    /** Listens to all requests of the browser from now on. */
    NetworkEvents(WebDriver driver) {
        Network network = new Network(driver);
        network.subscribe(
                Network.BEFORE_REQUEST_SENT,
                event -> began(event.getRequest(), Instant.ofEpochMilli(event.getTimestamp())));
        network.subscribe(Network.RESPONSE_COMPLETED, event -> {
            ended(event.getRequest().getRequest(), Instant.ofEpochMilli(event.getTimestamp()));
            if (event.getNavigation() != null) {
                navigated(event.getResponse());
            }
        });
        network.subscribe(
                Network.FETCH_ERROR,
                event -> ended(event.getRequest().getRequest(), Instant.ofEpochMilli(event.getTimestamp())));
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

    private static final class Request {
        final String key;
        final Instant began;

        @Nullable
        Instant ended;

        Request(String key, Instant began) {
            this.key = key;
            this.began = began;
        }
    }

    private void began(RequestData data, Instant at) {
        String destination = data.getDestination() == null ? "" : data.getDestination();
        if (FURNITURE.contains(destination) || isBeacon(data)) {
            return;
        }
        lock.lock();
        try {
            Request request = new Request(keyOf(data.getMethod(), data.getUrl()), at);
            Integer early = ended.remove(data.getRequest());
            if (early != null) {
                request.ended = at;
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
        lock.lock();
        try {
            Request request = requests.get(id);
            if (request == null) {
                ended.put(id, 1);
            } else {
                request.ended = at;
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
    public State since(@Nullable Instant sentAt) {
        if (sentAt == null) {
            return new State(false, null, Duration.ZERO);
        }
        lock.lock();
        try {
            questions.add(sentAt);
            return state(sentAt);
        } finally {
            lock.unlock();
        }
    }

    private State state(Instant sentAt) {
        List<Traffic.Request> known = requests.values().stream()
                .map(request -> new Traffic.Request(request.key, request.began, request.ended))
                .toList();
        return new Traffic(known, questions).since(sentAt);
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
