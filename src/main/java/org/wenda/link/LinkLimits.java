package org.wenda.link;

import java.time.Duration;

/**
 * How much of a stranger's server is borne.
 *
 * @param redirects how many are followed for one link
 * @param bytes of one body, as received as well as once unpacked
 * @param time for all requests of one link, waiting for the hosts' turns left out
 * @param retryAfter the longest rest that is sat out for a second try
 */
public record LinkLimits(int redirects, long bytes, Duration time, Duration retryAfter) {
    public static final LinkLimits DEFAULT = new LinkLimits(10, 5 << 20, Duration.ofSeconds(20), Duration.ofSeconds(5));

    public LinkLimits {
        if (redirects < 0 || bytes < 1 || time.isNegative() || time.isZero() || retryAfter.isNegative()) {
            throw new IllegalArgumentException("limits must leave room for one request");
        }
    }
}
