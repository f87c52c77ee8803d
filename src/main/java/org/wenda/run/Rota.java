package org.wenda.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says which host is next. No host has two workers; a worker rather goes to a host that has rested than waits for one;
 * among those the host goes first of whose errands the smallest part is done, so that whenever the run ends all have
 * got about equally far, and long queues end with the short ones. Shared by all workers.
 */
final class Rota {
    private final List<Lane> lanes;
    private final Function<Lane, Duration> rest;
    private final Clock clock;
    private final Set<Lane> taken = new HashSet<>();
    private final Map<Lane, Instant> rested = new HashMap<>();

    /** @param rest how long a host is left alone after a visit */
    Rota(List<Lane> lanes, Function<Lane, Duration> rest, Clock clock) {
        this.lanes = List.copyOf(lanes);
        this.rest = rest;
        this.clock = clock;
    }

    /**
     * Takes a host, and waits for one while others have all that are left.
     *
     * @return to be given back; null if nothing is left to be done
     */
    synchronized @Nullable Lane take() throws InterruptedException {
        while (true) {
            List<Lane> left = lanes.stream().filter(Lane::hasNext).toList();
            if (left.isEmpty()) {
                return null;
            }
            Optional<Lane> next =
                    left.stream().filter(lane -> !taken.contains(lane)).min(order());
            if (next.isPresent()) {
                taken.add(next.get());
                return next.get();
            }
            wait();
        }
    }

    private Comparator<Lane> order() {
        Instant now = clock.instant();
        return Comparator.comparing((Lane lane) -> latest(rested.getOrDefault(lane, now), now))
                .thenComparing(Lane::share)
                .thenComparing(Lane::left, Comparator.reverseOrder());
    }

    /** Hosts that have rested are alike, however long ago. */
    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    synchronized void giveBack(Lane lane) {
        taken.remove(lane);
        rested.put(lane, clock.instant().plus(rest.apply(lane)));
        notifyAll();
    }

    /** Returns the hosts that are visited now. */
    synchronized List<Lane> taken() {
        return new ArrayList<>(taken);
    }
}
