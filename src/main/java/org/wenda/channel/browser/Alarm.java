package org.wenda.channel.browser;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.TimeoutException;

/**
 * Calls a thread back that waits for a page longer than any answer may take: a page that hangs cannot say so. Ends
 * nothing but the waiting.
 */
final class Alarm {
    private final Thread waiting = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);
    private boolean rang;

    private Alarm() {}

    /**
     * Waits for an answer.
     *
     * @throws TimeoutException if there is none within that time; the driver may still be waiting for it
     */
    static <T extends @Nullable Object> T within(Duration time, Supplier<T> answer) {
        Alarm alarm = new Alarm();
        Thread watch = new Thread(() -> alarm.ringAfter(time), "wenda-alarm");
        watch.setDaemon(true);
        watch.start();
        try {
            return answer.get();
        } catch (RuntimeException e) {
            if (alarm.hasRung()) {
                throw new TimeoutException("no answer from the page within " + time.toSeconds() + " s", e);
            }
            throw e;
        } finally {
            alarm.off();
        }
    }

    private void ringAfter(Duration time) {
        try {
            if (!over.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                ring();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nobody is called back who has just been answered. */
    private synchronized void ring() {
        if (over.getCount() > 0) {
            rang = true;
            waiting.interrupt();
        }
    }

    private synchronized boolean hasRung() {
        return rang;
    }

    private synchronized void off() {
        over.countDown();
        if (rang) {
            Thread.interrupted();
        }
    }
}
