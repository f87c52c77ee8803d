package org.wenda.channel.phone;

import java.time.Duration;
import java.time.Instant;

/** That something happened between two moments. */
record Span(Instant from, Instant until) {
    /** Returns the middle: the best guess. */
    Instant middle() {
        return from.plus(half());
    }

    /** Returns how far off the best guess is at worst. */
    Duration half() {
        return Duration.between(from, until).dividedBy(2);
    }
}
