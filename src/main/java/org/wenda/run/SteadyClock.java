package org.wenda.run;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.LongSupplier;

/**
 * A clock that reads another one once and then only goes on with the time that goes by, whatever somebody sets the
 * other one to. Says less and less of the time of day, the longer it goes: for durations.
 */
public final class SteadyClock extends Clock {
    private final Instant first;
    private final ZoneId zone;
    private final LongSupplier nanos;
    private final long began;

    private SteadyClock(Instant first, ZoneId zone, LongSupplier nanos, long began) {
        this.first = first;
        this.zone = zone;
        this.nanos = nanos;
        this.began = began;
    }

    /** Returns one that now shows what the other does. */
    public static SteadyClock from(Clock clock) {
        return from(clock, System::nanoTime);
    }

    /** @param nanos the time that goes by, in nanoseconds from anywhere */
    static SteadyClock from(Clock clock, LongSupplier nanos) {
        return new SteadyClock(clock.instant(), clock.getZone(), nanos, nanos.getAsLong());
    }

    @Override
    public Instant instant() {
        return first.plusNanos(nanos.getAsLong() - began);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SteadyClock(first, other, nanos, began);
    }
}
