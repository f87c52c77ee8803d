package org.wenda.channel.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wenda.transcript.NetworkRequest;

/** What pages asked for since a conversation began, bounded. Guarded by whoever owns it. */
final class NetworkLog {
    private static final int MOST = 2000;
    private static final int LONGEST = 500;

    private final Map<String, NetworkRequest> requests = new LinkedHashMap<>();

    void clear() {
        requests.clear();
    }

    /** Returns whether there was room for it. */
    boolean began(String id, @Nullable String method, @Nullable String url, @Nullable String kind, Instant at) {
        if (requests.size() >= MOST) {
            return false;
        }
        requests.put(
                id,
                new NetworkRequest(
                        shortened(Objects.requireNonNullElse(method, "")),
                        address(Objects.requireNonNullElse(url, "")),
                        shortened(Objects.requireNonNullElse(kind, "")),
                        at,
                        null,
                        0,
                        "",
                        0));
        return true;
    }

    /**
     * @param took as it was measured
     * @param status 0 if there was no answer
     */
    void ended(String id, Duration took, int status, @Nullable String type, long octets) {
        requests.computeIfPresent(
                id,
                (any, begun) -> new NetworkRequest(
                        begun.method(),
                        begun.address(),
                        begun.kind(),
                        begun.began(),
                        took,
                        status,
                        shortened(Objects.requireNonNullElse(type, "")),
                        Math.max(0, octets)));
    }

    List<NetworkRequest> all() {
        return List.copyOf(requests.values());
    }

    /** Sessions and tokens stand in queries and fragments, and names of people before a host. */
    private static String address(String url) {
        if (!url.matches("(?is)(https?|wss?)://.*")) {
            int colon = url.indexOf(':');
            return colon < 0 ? "" : shortened(url.substring(0, colon + 1));
        }
        String bare = url.replaceFirst("[?#].*", "").replaceFirst("(?s)^([a-zA-Z]+://)[^/@]*@", "$1");
        return shortened(bare);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
