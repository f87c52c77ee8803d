package org.wenda.transcript;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that a page made during a conversation. Of its address the query and the fragment are left out, where
 * sessions and tokens stand; headers and contents are not kept at all.
 *
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
        long octets) {}
