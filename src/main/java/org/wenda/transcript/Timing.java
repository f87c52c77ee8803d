package org.wenda.transcript;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When things happened in one turn, all from the trusted input event that sent the question, in the page's own clock.
 * Waiting for quiet is never part of it.
 *
 * @param sentAt the input event on this machine's wall clock
 * @param firstSign first visible reaction of any kind: a typing sign, an empty bubble, a text; null if there was none
 * @param firstReply first text of the answer visible; null if there was none
 * @param complete last change of the answer; null if there was none
 * @param thinking how long reasoning was shown before the answer; null if none was shown
 * @param error stated bound of the measurement on this channel
 */
public record Timing(
        Instant sentAt,
        @Nullable Duration firstSign,
        @Nullable Duration firstReply,
        @Nullable Duration complete,
        @Nullable Duration thinking,
        Duration error) {}
