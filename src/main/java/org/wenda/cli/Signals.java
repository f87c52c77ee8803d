package org.wenda.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets work end politely when somebody presses Ctrl-C or the system asks the program to go. */
final class Signals {
    /** Service managers lose patience at about this time as well. */
    private static final long LONGEST_SECONDS = 60;

    private Signals() {}

    /**
     * Does work that can be told to end.
     *
     * @param stop tells it, from another thread; the program stays until the work has ended
     * @return what the work returns, unless it was told to end: the program is then over with exit code 130
     */
    static <T> T during(Runnable stop, Callable<T> work) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        Thread hook = new Thread(() -> end(stop, over), "wenda-signal");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.call();
        } finally {
            over.countDown();
            forget(hook);
        }
    }

    private static void end(Runnable stop, CountDownLatch over) {
        stop.run();
        try {
            boolean ended = over.await(LONGEST_SECONDS, TimeUnit.SECONDS);
            // The exit code of a signal would be another one for each signal. Nothing is lost: the work is over.
            Runtime.getRuntime().halt(ended ? ExitCode.INTERRUPTED.number() : ExitCode.MACHINE_BROKEN.number());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is going down, and the hook with it.
            return;
        }
    }
}
