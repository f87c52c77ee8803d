package org.wenda.demo;

import java.time.Instant;

/**
 * Something that was pressed or submitted which a polite visitor leaves alone.
 *
 * @param at when the server learned of it
 * @param session which visitor; empty for a form of the portal
 * @param what {@code human}, {@code useful}, {@code useless}, {@code login} or {@code complaint}
 */
public record Pressed(Instant at, String session, String what) {}
