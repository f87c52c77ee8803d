package org.wenda.run;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one host.
 *
 * @param day the day that {@code turns} counts
 * @param turns questions the host got on that day
 * @param lastTurn end of the last reply or of the last request of a link, or the sending of a question whose reply was
 *     never seen to end; null if none
 * @param lastVisit end of the last visit; null if none
 * @param notBefore until when the host asked to be left alone; null if it did not
 */
record HostState(
        LocalDate day,
        int turns,
        @Nullable Instant lastTurn,
        @Nullable Instant lastVisit,
        @Nullable Instant notBefore) {
    /** A host that was never visited. */
    static final HostState NEW = new HostState(LocalDate.EPOCH, 0, null, null, null);

    /** A day that the clock was set back to has the questions of the later one: no day is counted from zero twice. */
    int turnsOn(LocalDate date) {
        return date.isAfter(day) ? 0 : turns;
    }

    /** Returns the state once a question was sent: counted before its reply, so that a crash cannot forget it. */
    HostState asked(LocalDate date, Instant now) {
        LocalDate counted = date.isAfter(day) ? date : day;
        return new HostState(counted, turnsOn(date) + 1, now, lastVisit, notBefore);
    }

    /**
     * Returns the state as it is on a day. One that was written when the clock was far ahead is that day's, or the host
     * would have no new day for as long.
     */
    HostState on(LocalDate date) {
        return day.isAfter(date.plusDays(1)) ? new HostState(date, turns, lastTurn, lastVisit, notBefore) : this;
    }

    HostState heard(Instant now) {
        return new HostState(day, turns, now, lastVisit, notBefore);
    }

    /** Returns the state once a link was requested, which is no question of the day. */
    HostState requested(Instant now) {
        return new HostState(day, turns, now, lastVisit, notBefore);
    }

    HostState left(Instant now) {
        return new HostState(day, turns, lastTurn, now, notBefore);
    }

    HostState restingUntil(Instant until) {
        return new HostState(day, turns, lastTurn, lastVisit, until);
    }
}
