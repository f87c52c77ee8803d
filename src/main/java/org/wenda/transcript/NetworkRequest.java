package org.wenda.transcript;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request that a page made during a conversation. Of its address the query and the fragment are left out, where
 * sessions and tokens stand, and what stands before the host; headers and contents are not kept at all.
 *
 * @param address only the scheme where it is neither HTTP nor a WebSocket; empty if it is no address
 * @param kind what it was for, as the Fetch standard names destinations, such as {@code script} or {@code document};
 *     empty for what a script asked for
 * @param began by the browser's clock
 * @param took until its last byte; null if it had not ended
 * @param status of the answer; 0 if there was none
 * @param type the answer's media type; empty if it had none
 * @param octets received, headers included; 0 if that is not known
 */
public record NetworkRequest(
        String method,
        String address,
        String kind,
        Instant began,
        @Nullable Duration took,
        int status,
        String type,
        long octets) {
    /** The longest text that is kept of what a page can make as long as it likes, in characters. */
    public static final int LONGEST = 500;

    private static final Pattern WITH_HOST = Pattern.compile("(?is)(https?|wss?)://.*");
    private static final Pattern QUERY = Pattern.compile("(?s)[?#].*");
    private static final Pattern BEFORE_HOST = Pattern.compile("(?s)^([a-zA-Z]+://)[^/@]*@");

    public NetworkRequest {
        method = shortened(method);
        address = shortened(bare(address));
        kind = shortened(kind);
        type = shortened(type);
        octets = Math.max(0, octets);
    }

    private static String bare(String address) {
        if (!WITH_HOST.matcher(address).matches()) {
            return address.substring(0, address.indexOf(':') + 1);
        }
        return BEFORE_HOST.matcher(QUERY.matcher(address).replaceFirst("")).replaceFirst("$1");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
