package org.wenda.link;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it came over the wire.
 *
 * @param body content encoding kept
 * @param truncated whether the body was longer, or slower, than what was read
 */
@SuppressWarnings("ArrayRecordComponent")
record Received(
        HttpUrl url,
        Instant at,
        Duration elapsed,
        int status,
        Headers headers,
        byte[] body,
        boolean truncated,
        @Nullable Tls tls,
        String requestHead,
        String responseHead,
        @Nullable String ip) {
    Capture capture() {
        return new Capture(url.uri(), at, requestHead, responseHead, body, truncated, ip);
    }
}
