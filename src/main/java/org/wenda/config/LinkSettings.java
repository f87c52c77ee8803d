package org.wenda.config;

import java.time.Duration;

/**
 * How links of answers are followed.
 *
 * @param clicks how many links of one conversation are clicked in the browser at most; 0 if none is
 * @param redirects how many redirects of one link are followed
 * @param bytes how much of one page is read
 * @param time for all requests of one link, waiting for the host's turn left out
 */
public record LinkSettings(int clicks, int redirects, long bytes, Duration time) {}
