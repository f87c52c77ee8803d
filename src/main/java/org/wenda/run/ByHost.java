package org.wenda.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Works on many things host by host: several hosts at a time, the things of one host one after the other. So the whole
 * takes no longer than its slowest host's pacing.
 */
final class ByHost {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final int hosts;
    private final Stop stop;

    /**
     * @param hosts how many are worked on at a time at most
     * @param stop ends the work soon
     */
    ByHost(int hosts, Stop stop) {
        this.hosts = hosts;
        this.stop = stop;
    }

    /** Work that takes long enough to be interrupted. */
    @FunctionalInterface
    interface Work<T> {
        void on(T thing) throws InterruptedException;
    }

    /**
     * Returns when all is done.
     *
     * @param hostOf under which name a thing's host is known
     * @param work called from several threads
     * @throws InterruptedException if the work was to end before
     */
    <T> void each(List<T> things, Function<T, String> hostOf, Work<T> work) throws InterruptedException {
        Map<String, List<T>> queues = new LinkedHashMap<>();
        things.forEach(thing -> queues.computeIfAbsent(hostOf.apply(thing), host -> new ArrayList<>())
                .add(thing));
        if (queues.isEmpty()) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(hosts, queues.size()), ByHost::daemon);
        try {
            List<Future<?>> all = new ArrayList<>();
            queues.values().forEach(queue -> all.add(threads.submit(() -> one(queue, work))));
            for (Future<?> one : all) {
                await(one);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private <T> @Nullable Void one(List<T> queue, Work<T> work) throws InterruptedException {
        for (T thing : queue) {
            if (stop.isRequested()) {
                throw new InterruptedException("the run is to end");
            }
            work.on(thing);
        }
        return null;
    }

    private void await(Future<?> work) throws InterruptedException {
        while (true) {
            if (stop.isRequested()) {
                throw new InterruptedException("the run is to end");
            }
            try {
                work.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                // Still at it.
            } catch (ExecutionException e) {
                throw failed(e.getCause());
            }
        }
    }

    private static InterruptedException failed(@Nullable Throwable cause) {
        if (cause instanceof InterruptedException interrupted) {
            return interrupted;
        }
        if (cause instanceof RuntimeException fault) {
            throw fault;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(cause);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "wenda-links");
        thread.setDaemon(true);
        return thread;
    }
}
