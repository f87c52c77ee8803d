package org.wenda.report;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** The same work for many things, on a few threads. */
final class InParallel {
    private InParallel() {}

    /**
     * Returns the results in the order of the things.
     *
     * @throws RuntimeException the first fault of any
     */
    static <T, R> List<R> each(List<T> things, int threads, Function<T, R> work) {
        ExecutorService workers = Executors.newFixedThreadPool(threads, run -> {
            Thread thread = new Thread(run, "report");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<R>> pending = new ArrayList<>();
            for (T thing : things) {
                pending.add(workers.submit(() -> work.apply(thing)));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> one : pending) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while pages were made", e);
        } finally {
            workers.shutdownNow();
        }
    }
}
