package org.wenda.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Somebody's wish that the run ends soon. Once it is uttered it stands. Safe to share between threads. */
public final class Stop {
    private final CountDownLatch wish = new CountDownLatch(1);

    public void request() {
        wish.countDown();
    }

    public boolean isRequested() {
        return wish.getCount() == 0;
    }

    /** Returns whether the wish is uttered before the time is over. */
    boolean comesWithin(Duration time) throws InterruptedException {
        return wish.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Lets time pass.
     *
     * @throws InterruptedException at once when the wish is uttered
     */
    void sleep(Duration time) throws InterruptedException {
        if (comesWithin(time)) {
            throw new InterruptedException("the run is to end");
        }
    }
}
