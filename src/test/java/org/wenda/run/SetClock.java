package org.wenda.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock that only goes on when somebody sleeps. Sleeping takes no time. */
final class SetClock extends Clock implements Sleeper {
    private Instant now = Instant.parse("2026-11-23T02:00:00Z");
    private final List<Duration> slept = new ArrayList<>();

    @Override
    public synchronized void sleep(Duration time) {
        now = now.plus(time);
        slept.add(time);
    }

    /** Sets the clock forward while nobody sleeps. */
    synchronized void set(Duration forward) {
        now = now.plus(forward);
    }

    synchronized List<Duration> slept() {
        return List.copyOf(slept);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
