package org.wenda.score;

import org.jspecify.annotations.Nullable;
import org.wenda.transcript.Exchange;

/**
 * Where in a target's conversations something stands.
 *
 * @param variant kind of the other wording with which that conversation was opened, such as {@code typo}; null for the
 *     scenario's own words
 * @param repeat which of the conversations opened with the same words, from 1
 * @param exchange {@link Exchange#number()}; 0 for what stood there before anything was asked
 */
public record Place(String scenario, @Nullable String variant, int repeat, int exchange) {}
