package org.wenda.link;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer as they went over the wire, for an archive. Two captures are never equal: the body is not
 * compared, and nobody changes it.
 *
 * @param requestHead request line and headers, lines ended by CR LF, without the empty line
 * @param responseHead status line and headers likewise
 * @param body as received: chunks joined, content encoding kept
 * @param truncated whether the body was longer, or slower, than what was read
 * @param ip what was connected to; null if it is not known
 */
@SuppressWarnings("ArrayRecordComponent")
public record Capture(
        URI address,
        Instant at,
        String requestHead,
        String responseHead,
        byte[] body,
        boolean truncated,
        @Nullable String ip) {}
