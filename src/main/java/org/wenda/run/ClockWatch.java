package org.wenda.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.wenda.words.Message;

/** Notices that a clock was set, or that the machine slept, while something was done. */
final class ClockWatch {
    /** What a time server mends in passing is less. */
    static final Duration TOLD_FROM = Duration.ofSeconds(2);

    private final Clock clock;
    private final Instant wall;
    private final long nanos = System.nanoTime();

    private ClockWatch(Clock clock) {
        this.clock = clock;
        this.wall = clock.instant();
    }

    static ClockWatch begin(Clock clock) {
        return new ClockWatch(clock);
    }

    /** Returns what to tell; nothing if the clock went on as time did. */
    Optional<Message> told() {
        Duration went = Duration.ofNanos(System.nanoTime() - nanos);
        Duration set = Duration.between(wall, clock.instant()).minus(went);
        if (set.abs().compareTo(TOLD_FROM) < 0) {
            return Optional.empty();
        }
        String key = set.isNegative() ? "clock-back" : "clock-forward";
        return Optional.of(Message.of(ClockWatch.class, key, (set.abs().toMillis() + 500) / 1000));
    }
}
