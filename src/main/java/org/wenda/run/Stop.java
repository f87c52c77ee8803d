package org.wenda.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish that the run ends soon. Once it is uttered it stands; it may also be uttered beforehand, for a time
 * of day. Safe to share between threads.
 */
public final class Stop {
    private final CountDownLatch wish = new CountDownLatch(1);
    private volatile @Nullable Deadline deadline;

    private record Deadline(Instant when, Clock clock) {
        Duration left() {
            return Duration.between(clock.instant(), when);
        }
    }

    public void request() {
        wish.countDown();
    }

    public boolean isRequested() {
        return wish.getCount() == 0;
    }

    /** Returns whether nobody is to be asked anything more. */
    public boolean isOver() {
        return isRequested() || passedDeadline().isPresent();
    }

    /** Nobody is to be asked anything from that time on; what is under way may end. */
    public void setDeadline(Instant when, Clock clock) {
        deadline = new Deadline(when, clock);
    }

    /** Returns the deadline once it has passed. */
    Optional<Instant> passedDeadline() {
        return Optional.ofNullable(deadline)
                .filter(set -> set.left().isNegative() || set.left().isZero())
                .map(Deadline::when);
    }

    /** Returns whether the wish is uttered before the time is over. */
    boolean comesWithin(Duration time) throws InterruptedException {
        return wish.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Lets time pass.
     *
     * @throws InterruptedException at once when the wish is uttered, and at the deadline
     */
    void sleep(Duration time) throws InterruptedException {
        Deadline set = deadline;
        Duration left = set == null ? time : set.left();
        boolean reachesDeadline = left.compareTo(time) < 0;
        if (comesWithin(reachesDeadline ? left : time) || reachesDeadline) {
            throw new InterruptedException("the run is to end");
        }
    }
}
