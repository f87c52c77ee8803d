package org.wenda.run;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.wenda.config.PacingSettings;
import org.wenda.link.HostGate;
import org.wenda.words.Message;

/**
 * Keeps manners towards hosts: one conversation at a time per host, first come first served, with rests between turns
 * and visits. Shared by all workers; what it remembers is shared by all runs on this machine.
 *
 * <p>Only waits. When to wait is decided by {@link Manners}, by the clock and by the time that went by since the
 * program began, and whichever forbids more holds: a clock that is set shortens no rest and gives no day twice.
 * Loopback hosts are visited one at a time and never waited for.
 */
public final class Pacer implements HostGate {
    private static final Duration LOCK_CHECK = Duration.ofMillis(500);

    /** A host may ask for any number of seconds; after a day it may be asked whether it still wants to rest. */
    private static final Duration LONGEST_REST = Duration.ofDays(1);

    private final Manners manners;
    private final Ledger ledger;
    private final Clock clock;
    private final Clock steady;
    private final RandomGenerator chance;
    private final Sleeper sleeper;
    private final LongSupplier nanos;
    private final Map<String, Semaphore> doors = new ConcurrentHashMap<>();
    /** When each host was last asked something, by what no change of the clock moves. */
    private final Map<String, Long> contacts = new ConcurrentHashMap<>();

    /**
     * @param memory directory that remembers hosts between runs, such as {@code reports/.pacing}; made when needed
     * @param chance where the jitter comes from
     * @param stop ends every wait
     */
    public Pacer(PacingSettings settings, Path memory, Clock clock, RandomGenerator chance, Stop stop) {
        this(new Manners(settings), new DirectoryLedger(memory), clock, chance, stop::sleep, System::nanoTime);
    }

    /** One whose clock is never set while it runs. */
    Pacer(Manners manners, Ledger ledger, Clock clock, RandomGenerator chance, Sleeper sleeper) {
        this(manners, ledger, clock, chance, sleeper, () -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()));
    }

    Pacer(Manners manners, Ledger ledger, Clock clock, RandomGenerator chance, Sleeper sleeper, LongSupplier nanos) {
        this.nanos = nanos;
        this.manners = manners;
        this.ledger = ledger;
        this.clock = clock;
        this.steady = SteadyClock.from(clock, nanos);
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
            return Hosts.isLoopback(address) ? new Visit(door, "", null) : enter(door, Hosts.of(address));
        } catch (Throwable e) {
            door.release();
            throw e;
        }
    }

    /**
     * Returns how long a host is left alone after a visit at least, so that others can be visited meanwhile.
     *
     * @param host its name, as {@link Hosts#of} gives it
     */
    Duration restAfterVisit(String host) {
        return Hosts.isLoopback(host) ? Duration.ZERO : manners.betweenVisits();
    }

    private Visit enter(Semaphore door, String host) throws InterruptedException, Postponed {
        Ledger.Page page = page(host);
        try {
            double drawn = chance.nextDouble();
            HostState state = stateOf(page);
            await(host, stricter(now -> manners.beforeVisit(state, now, drawn)));
        } catch (Throwable e) {
            page.close();
            throw e;
        }
        return new Visit(door, host, page);
    }

    /**
     * Waits until the host of an address may be requested once. It is no visit and no question: it rests as between two
     * turns, and counts for nothing.
     *
     * @return held while the request runs and no longer, so that two workers never wait for each other's hosts
     * @throws Closed if the host must not be asked soon
     */
    public Request request(URI address) throws InterruptedException, Closed {
        return request(address, Manners.PATIENCE);
    }

    /**
     * As {@link #request(URI)}, for somebody who cannot wait for long.
     *
     * @param patience how long a host is waited for that is being visited, and how long one that wants to rest
     */
    Request request(URI address, Duration patience) throws InterruptedException, Closed {
        String host = Hosts.of(address);
        Semaphore door = doors.computeIfAbsent(host, name -> new Semaphore(1, true));
        if (!door.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new Closed(busy(host));
        }
        try {
            return Hosts.isLoopback(address) ? new Request(door, "", null) : admit(door, host, patience);
        } catch (Throwable e) {
            door.release();
            throw e;
        }
    }

    @Override
    public Pass enter(URI address) throws InterruptedException, Closed {
        return request(address);
    }

    private Request admit(Semaphore door, String host, Duration patience) throws InterruptedException, Closed {
        Ledger.Page page = page(host, patience);
        try {
            double drawn = chance.nextDouble();
            HostState state = page.read();
            await(host, stricter(now -> manners.beforeRequest(state, now, drawn, patience)));
        } catch (Postponed later) {
            page.close();
            throw new Closed(later.why());
        } catch (Throwable e) {
            page.close();
            throw e;
        }
        return new Request(door, host, page);
    }

    private Ledger.Page page(String host, Duration patience) throws InterruptedException, Closed {
        Duration waited = Duration.ZERO;
        Ledger.Page page = ledger.hold(host);
        while (page == null) {
            if (waited.compareTo(patience) >= 0) {
                throw new Closed(busy(host));
            }
            sleeper.sleep(LOCK_CHECK);
            waited = waited.plus(LOCK_CHECK);
            page = ledger.hold(host);
        }
        return page;
    }

    private static Message busy(String host) {
        return Message.of(Pacer.class, "host-busy", host);
    }

    private Ledger.Page page(String host) throws InterruptedException {
        Ledger.Page page = ledger.hold(host);
        while (page == null) {
            sleeper.sleep(LOCK_CHECK);
            page = ledger.hold(host);
        }
        return page;
    }

    private void await(String host, Leave leave) throws InterruptedException, Postponed {
        if (leave instanceof Leave.Later later) {
            throw new Postponed(later);
        }
        Duration least = leastRest(host);
        Duration time = leave instanceof Leave.After after && after.time().compareTo(least) > 0 ? after.time() : least;
        if (!time.isZero() && !time.isNegative()) {
            sleeper.sleep(time);
        }
    }

    /** A clock that was set forward says that a host has rested which has not. */
    private Duration leastRest(String host) {
        Long contact = contacts.get(host);
        return contact == null ? Duration.ZERO : Manners.LEAST_BETWEEN_TURNS.minusNanos(nanos.getAsLong() - contact);
    }

    private void touched(String host) {
        contacts.put(host, nanos.getAsLong());
    }

    private void rest(Ledger.Page page, long retryAfterSeconds) {
        long bounded = Math.max(0, Math.min(retryAfterSeconds, LONGEST_REST.toSeconds()));
        page.write(page.read().restingUntil(clock.instant().plusSeconds(bounded)));
    }

    /** Returns what forbids more: what the clock says, or what it would say if nobody had set it. */
    private Leave stricter(Function<ZonedDateTime, Leave> leave) {
        return Leave.stricter(leave.apply(ZonedDateTime.now(clock)), leave.apply(ZonedDateTime.now(steady)));
    }

    /** The earlier of both days: a clock that is set forward brings no new one. */
    private LocalDate today() {
        LocalDate one = LocalDate.now(clock);
        LocalDate other = LocalDate.now(steady);
        return one.isBefore(other) ? one : other;
    }

    private HostState stateOf(Ledger.Page page) {
        HostState written = page.read();
        HostState state = written.on(today());
        if (!state.equals(written)) {
            page.write(state);
        }
        return state;
    }

    /** One stay at a host. Belongs to one thread. */
    public final class Visit implements AutoCloseable {
        private final Semaphore door;
        private final String host;
        private final Ledger.@Nullable Page page;

        private Visit(Semaphore door, String host, Ledger.@Nullable Page page) {
            this.door = door;
            this.host = host;
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
            double drawn = chance.nextDouble();
            HostState state = page.read();
            await(host, stricter(now -> manners.beforeTurn(state, now, drawn)));
            touched(host);
            page.write(page.read().asked(today(), clock.instant()));
        }

        /**
         * Waits until a link of the conversation that stays on this host may be clicked. It is no question.
         *
         * @throws Postponed if the host must not be asked soon
         */
        public void beforeLink() throws InterruptedException, Postponed {
            if (page != null) {
                double drawn = chance.nextDouble();
                HostState state = page.read();
                await(host, stricter(now -> manners.beforeRequest(state, now, drawn, Manners.PATIENCE)));
            }
        }

        /** Tells that the page behind a link has been looked at. */
        public void afterLink() {
            if (page != null) {
                touched(host);
                page.write(page.read().requested(clock.instant()));
            }
        }

        /** Tells that a reply has ended, or that none will come. */
        public void afterTurn() {
            if (page != null) {
                touched(host);
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
                Pacer.this.rest(page, retryAfterSeconds);
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

    /** Leave for one request of a link. Belongs to one thread. */
    public final class Request implements Pass {
        private final Semaphore door;
        private final String host;
        private final Ledger.@Nullable Page page;

        private Request(Semaphore door, String host, Ledger.@Nullable Page page) {
            this.door = door;
            this.host = host;
            this.page = page;
        }

        @Override
        public void rest(long retryAfterSeconds) {
            if (page != null) {
                Pacer.this.rest(page, retryAfterSeconds);
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
            touched(host);
            try {
                page.write(page.read().requested(clock.instant()));
            } finally {
                page.close();
            }
        }
    }
}
