package org.wenda.config;

import java.time.Duration;

/**
 * How long and how much at most.
 *
 * @param reply for one reply, from the question to its end
 * @param silence for the first sign of a reply; after that the turn is silent
 * @param page for a page to load
 * @param discovery for finding the chatbot on a loaded page
 */
public record LimitSettings(Duration reply, Duration silence, Duration page, Duration discovery) {}
