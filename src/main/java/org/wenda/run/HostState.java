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

    int turnsOn(LocalDate date) {
        return day.equals(date) ? turns : 0;
    }

    /** Returns the state once a question was sent: counted before its reply, so that a crash cannot forget it. */
    HostState asked(LocalDate date, Instant now) {
        return new HostState(date, turnsOn(date) + 1, now, lastVisit, notBefore);
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
