package org.wenda.link;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;

/** Does each piece of work once, however many threads ask for it, and remembers what came of it. */
final class Once<K, V> {
    private final ConcurrentMap<K, CompletableFuture<V>> done = new ConcurrentHashMap<>();

    /** Work that takes long enough to be interrupted. */
    @FunctionalInterface
    interface Work<V> {
        V get() throws InterruptedException;
    }

    /** @param fresh whether this very call did the work */
    record Got<V>(V value, boolean fresh) {}

    /** Returns what came of the work for {@code key}; work that failed is done again by the next who asks. */
    Got<V> get(K key, Work<V> work) throws InterruptedException {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> others = done.putIfAbsent(key, mine);
        if (others == null) {
            return new Got<>(work(key, work, mine), true);
        }
        try {
            return new Got<>(others.get(), false);
        } catch (ExecutionException e) {
            return get(key, work);
        }
    }

    private V work(K key, Work<V> work, CompletableFuture<V> mine) throws InterruptedException {
        try {
            V value = work.get();
            mine.complete(value);
            return value;
        } catch (Throwable e) {
            done.remove(key, mine);
            mine.completeExceptionally(e);
            throw e;
        }
    }
}
