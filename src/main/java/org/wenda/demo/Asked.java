package org.wenda.demo;

import java.time.Instant;

/**
 * A question that reached the chatbot's server.
 *
 * @param at when it arrived
 * @param session which visitor; each page load is a new one
 * @param text the question as received
 */
public record Asked(Instant at, String session, String text) {}
