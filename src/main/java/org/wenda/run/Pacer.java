package org.wenda.run;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.wenda.config.PacingSettings;

/**
 * Keeps manners towards hosts: one conversation at a time per host, first come first served, with rests between turns
 * and visits. Shared by all workers; what it remembers is shared by all runs on this machine.
 *
 * <p>Only waits. When to wait is decided by {@link Manners}. Loopback hosts are visited one at a time and never waited
 * for.
 */
public final class Pacer {
    private static final Duration LOCK_CHECK = Duration.ofMillis(500);

    /** A host may ask for any number of seconds; after a day it may be asked whether it still wants to rest. */
    private static final Duration LONGEST_REST = Duration.ofDays(1);

    private final Manners manners;
    private final Ledger ledger;
    private final Clock clock;
    private final RandomGenerator chance;
    private final Sleeper sleeper;
    private final Map<String, Semaphore> doors = new ConcurrentHashMap<>();

    /**
     * @param memory directory that remembers hosts between runs, such as {@code reports/.pacing}; made when needed
     * @param chance where the jitter comes from
     * @param stop ends every wait
     */
    public Pacer(PacingSettings settings, Path memory, Clock clock, RandomGenerator chance, Stop stop) {
        this(new Manners(settings), new DirectoryLedger(memory), clock, chance, stop::sleep);
    }

    Pacer(Manners manners, Ledger ledger, Clock clock, RandomGenerator chance, Sleeper sleeper) {
        this.manners = manners;
        this.ledger = ledger;
        this.clock = clock;
        this.chance = chance;
        this.sleeper = sleeper;
    }

    /**
     * Waits until the host of an address may be visited.
     *
     * @return the visit; no other begins on this host before it is closed
     * @throws Postponed if the host must not be visited soon
     */
    public Visit visit(URI address) throws InterruptedException, Postponed {
        Semaphore door = doors.computeIfAbsent(Hosts.of(address), host -> new Semaphore(1, true));
        door.acquire();
        try {
            return Hosts.isLoopback(address) ? new Visit(door, null) : enter(door, Hosts.of(address));
        } catch (Throwable e) {
            door.release();
            throw e;
        }
    }

    private Visit enter(Semaphore door, String host) throws InterruptedException, Postponed {
        Ledger.Page page = page(host);
        try {
            await(manners.beforeVisit(page.read(), now(), chance.nextDouble()));
        } catch (Throwable e) {
            page.close();
            throw e;
        }
        return new Visit(door, page);
    }

    private Ledger.Page page(String host) throws InterruptedException {
        Ledger.Page page = ledger.hold(host);
        while (page == null) {
            sleeper.sleep(LOCK_CHECK);
            page = ledger.hold(host);
        }
        return page;
    }

    private void await(Leave leave) throws InterruptedException, Postponed {
        if (leave instanceof Leave.Later later) {
            throw new Postponed(later);
        }
        if (leave instanceof Leave.After after && !after.time().isZero()) {
            sleeper.sleep(after.time());
        }
    }

    private ZonedDateTime now() {
        return ZonedDateTime.now(clock);
    }

    /** One stay at a host. Belongs to one thread. */
    public final class Visit implements AutoCloseable {
        private final Semaphore door;
        private final Ledger.@Nullable Page page;

        private Visit(Semaphore door, Ledger.@Nullable Page page) {
            this.door = door;
            this.page = page;
        }

        /**
         * Waits until the next question may be sent, and counts it.
         *
         * @throws Postponed if the host must not be asked soon; the visit should then end
         */
        public void beforeTurn() throws InterruptedException, Postponed {
            if (page == null) {
                return;
            }
            await(manners.beforeTurn(page.read(), now(), chance.nextDouble()));
            page.write(page.read().asked(now().toLocalDate(), clock.instant()));
        }

        /** Tells that a reply has ended, or that none will come. */
        public void afterTurn() {
            if (page != null) {
                page.write(page.read().heard(clock.instant()));
            }
        }

        /**
         * Tells that the host asked to be left alone for a while.
         *
         * @param retryAfterSeconds what the host said, however absurd; null if it said nothing
         */
        public void rest(@Nullable Long retryAfterSeconds) {
            if (page != null && retryAfterSeconds != null) {
                long bounded = Math.max(0, Math.min(retryAfterSeconds, LONGEST_REST.toSeconds()));
                page.write(page.read().restingUntil(clock.instant().plusSeconds(bounded)));
            }
        }

        @Override
        public void close() {
            try {
                leave();
            } finally {
                door.release();
            }
        }

        private void leave() {
            if (page == null) {
                return;
            }
            try {
                page.write(page.read().left(clock.instant()));
            } finally {
                page.close();
            }
        }
    }
}
