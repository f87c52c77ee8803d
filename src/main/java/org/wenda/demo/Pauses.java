package org.wenda.demo;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The city's sense of time: how long a delay is at its pace. When the city closes, every pause ends at once. */
final class Pauses {
    private final double pace;
    private final CountDownLatch closed = new CountDownLatch(1);

    Pauses(double pace) {
        this.pace = pace;
    }

    double scaled(double millis) {
        return millis * pace;
    }

    /** @throws IOException if the city was closed meanwhile, so that the request ends as a lost connection */
    void pause(double millis) throws IOException {
        await(Math.round(scaled(millis) * 1000), "paused while the city closed");
    }

    void untilClosed(String why) throws IOException {
        await(Long.MAX_VALUE, why);
    }

    private void await(long micros, String why) throws IOException {
        try {
            if (closed.await(micros, TimeUnit.MICROSECONDS)) {
                throw new IOException(why);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(why, e);
        }
    }

    void close() {
        closed.countDown();
    }
}
