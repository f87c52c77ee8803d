package org.wenda.channel.browser;

import java.time.Duration;

/** A short wait between two looks at a page that is still building itself. */
final class Pause {
    private Pause() {}

    static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedVisitException();
        }
    }

    /** The thread was asked to stop in the middle of a visit. */
    static final class InterruptedVisitException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
