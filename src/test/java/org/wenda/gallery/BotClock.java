package org.wenda.gallery;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time that the bot takes before it says something. Stops at once when the site closes. */
final class BotClock {
    private final CountDownLatch closing = new CountDownLatch(1);

    /** Lets a delay pass; returns false if the site closes meanwhile, and nothing more is to be said. */
    boolean passes(int millis) {
        try {
            return !closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void close() {
        closing.countDown();
    }
}
