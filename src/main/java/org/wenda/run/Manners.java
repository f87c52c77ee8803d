package org.wenda.run;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.config.PacingSettings;
import org.wenda.words.Message;

/** Decides when a host may be visited or asked. Pure: reads no clock, draws no chance, waits for nothing. */
final class Manners {
    /** Under this no setting goes: design.md, "Manners and safety". */
    static final Duration LEAST_BETWEEN_TURNS = Duration.ofSeconds(3);

    /** What would take longer is left for another time, so that one host does not hold up a night. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final PacingSettings settings;

    Manners(PacingSettings settings) {
        this.settings = settings;
    }

    /**
     * Returns when the next question may be sent.
     *
     * @param chance in [0, 1), which part of the jitter is added
     */
    Leave beforeTurn(HostState state, ZonedDateTime now, double chance) {
        return refusal(state, now)
                .orElseGet(() -> new Leave.After(longest(
                        rest(state.lastTurn(), betweenTurns(chance), now.toInstant()),
                        untilAllowed(state, now),
                        untilQuietEnds(now))));
    }

    /** Returns when the next page may be loaded; {@code chance} as for {@link #beforeTurn}. */
    Leave beforeVisit(HostState state, ZonedDateTime now, double chance) {
        Duration gap = settings.betweenVisits().plus(jitter(chance));
        return refusal(state, now)
                .orElseGet(() -> new Leave.After(longest(
                        rest(state.lastVisit(), gap, now.toInstant()),
                        rest(state.lastTurn(), betweenTurns(chance), now.toInstant()),
                        untilAllowed(state, now),
                        untilQuietEnds(now))));
    }

    /**
     * Returns when a link may be requested. It is no question, so the budget of the day has no say; {@code chance} as
     * for {@link #beforeTurn}.
     *
     * @param patience what would take longer is not waited for
     */
    Leave beforeRequest(HostState state, ZonedDateTime now, double chance, Duration patience) {
        Duration quiet = untilQuietEnds(now);
        if (quiet.compareTo(patience) > 0) {
            return later("rests-quiet", now.plus(quiet));
        }
        Duration asked = untilAllowed(state, now);
        if (asked.compareTo(patience) > 0) {
            return later("rests-host", now.plus(asked));
        }
        Duration gap = betweenTurns(chance);
        return new Leave.After(longest(
                rest(state.lastTurn(), gap, now.toInstant()),
                rest(state.lastVisit(), gap, now.toInstant()),
                asked,
                quiet));
    }

    Duration betweenVisits() {
        return settings.betweenVisits();
    }

    private Duration betweenTurns(double chance) {
        return longer(settings.betweenTurns(), LEAST_BETWEEN_TURNS).plus(jitter(chance));
    }

    private Optional<Leave> refusal(HostState state, ZonedDateTime now) {
        if (state.turnsOn(now.toLocalDate()) >= settings.dailyTurns()) {
            ZonedDateTime tomorrow = now.toLocalDate().plusDays(1).atStartOfDay(now.getZone());
            return Optional.of(later("later-budget", tomorrow, settings.dailyTurns()));
        }
        Duration quiet = untilQuietEnds(now);
        if (quiet.compareTo(PATIENCE) > 0) {
            return Optional.of(later("later-quiet", now.plus(quiet)));
        }
        Duration asked = untilAllowed(state, now);
        return asked.compareTo(PATIENCE) > 0 ? Optional.of(later("later-host", now.plus(asked))) : Optional.empty();
    }

    private static Leave later(String key, ZonedDateTime until, Object... more) {
        Object[] args =
                Stream.concat(Stream.of(UNTIL.format(until)), Stream.of(more)).toArray();
        return new Leave.Later(until.toInstant(), Message.of(Manners.class, key, args));
    }

    private Duration jitter(double chance) {
        return Duration.ofNanos((long) (settings.jitter().toNanos() * chance));
    }

    private Duration untilQuietEnds(ZonedDateTime now) {
        LocalTime from = settings.quietFrom();
        LocalTime until = settings.quietUntil();
        if (from == null || until == null || !within(now.toLocalTime(), from, until)) {
            return Duration.ZERO;
        }
        ZonedDateTime today = now.with(until);
        return Duration.between(now, today.isAfter(now) ? today : today.plusDays(1));
    }

    /** The hours may pass midnight: 23:00 to 06:00. */
    private static boolean within(LocalTime time, LocalTime from, LocalTime until) {
        boolean afterStart = !time.isBefore(from);
        boolean beforeEnd = time.isBefore(until);
        return from.isBefore(until) ? afterStart && beforeEnd : !from.equals(until) && (afterStart || beforeEnd);
    }

    private static Duration untilAllowed(HostState state, ZonedDateTime now) {
        Instant allowed = state.notBefore();
        return allowed == null
                ? Duration.ZERO
                : longer(Duration.between(now, allowed.atZone(now.getZone())), Duration.ZERO);
    }

    /** A clock that was set back must not make the rest longer than the gap. */
    private static Duration rest(@Nullable Instant last, Duration gap, Instant now) {
        if (last == null) {
            return Duration.ZERO;
        }
        Duration since = longer(Duration.between(last, now), Duration.ZERO);
        return longer(gap.minus(since), Duration.ZERO);
    }

    private static Duration longest(Duration... times) {
        return Stream.of(times).reduce(Duration.ZERO, Manners::longer);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
