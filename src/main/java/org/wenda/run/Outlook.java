package org.wenda.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long the rest of a run will take, told from how long its conversations took so far. Knows nothing of links and
 * pages, which come after them. Reads no clock.
 */
public final class Outlook {
    /** From fewer nothing is told. */
    static final int FEWEST = 5;

    /** Conversations that were over at once were not held, and say nothing about those that will be. */
    private static final Duration SHORTEST = Duration.ofMillis(500);

    private final Map<String, Integer> left;
    private final int workers;
    private final List<Duration> took = new ArrayList<>();

    /**
     * @param errands how many conversations are to be held with each host
     * @param workers how many are held at the same time at most
     */
    public Outlook(Map<String, Integer> errands, int workers) {
        this.left = new HashMap<>(errands);
        this.workers = Math.max(1, workers);
    }

    /**
     * What is still to come.
     *
     * @param least if the conversations to come are like the quicker quarter of those that were held
     * @param most if they are like the slower quarter
     */
    public record Range(Duration least, Duration most) {}

    /** A conversation is over; {@code time} is how long it took with all waiting for its host. */
    public void over(Errand errand, Duration time) {
        left.computeIfPresent(errand.host(), (host, count) -> count - 1);
        if (time.compareTo(SHORTEST) >= 0) {
            took.add(time);
        }
    }

    /** Returns how many conversations are not over. */
    public int left() {
        return left.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns how long the rest takes; empty while too little is known. */
    public Optional<Range> range() {
        if (took.size() < FEWEST) {
            return Optional.empty();
        }
        List<Duration> sorted = took.stream().sorted().toList();
        return Optional.of(new Range(
                rest(sorted.get(sorted.size() / 4)),
                rest(sorted.get(Math.min(sorted.size() - 1, sorted.size() * 3 / 4)))));
    }

    /** One host takes its conversations one after the other, however many workers there are. */
    private Duration rest(Duration each) {
        int longest = left.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int shared = (left() + workers - 1) / workers;
        return each.multipliedBy(Math.max(longest, shared));
    }
}
