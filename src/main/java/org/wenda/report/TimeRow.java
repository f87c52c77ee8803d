package org.wenda.report;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Timing;

/**
 * How long one thing took over many turns.
 *
 * @param where the slowest turn; null if it cannot be led to
 */
record TimeRow(
        String name,
        int count,
        String median,
        String p95,
        String slowest,
        @Nullable Where where) {

    record Where(String text, String href) {}

    /**
     * Returns what was timed in these turns.
     *
     * @param href where a turn is shown; empty where no page may be led to
     */
    static List<TimeRow> of(List<Exchange> turns, Naming naming, Function<Exchange, String> href) {
        return Stream.of(
                        row("time.first-sign", Timing::firstSign, turns, naming, href),
                        row("time.first-reply", Timing::firstReply, turns, naming, href),
                        row("time.complete", Timing::complete, turns, naming, href))
                .filter(row -> row.count() > 0)
                .toList();
    }

    private static TimeRow row(
            String key,
            Function<Timing, @Nullable Duration> moment,
            List<Exchange> turns,
            Naming naming,
            Function<Exchange, String> href) {
        List<Duration> values = turns.stream()
                .map(exchange -> moment(exchange, moment))
                .filter(Objects::nonNull)
                .toList();
        Duration slowest = Figures.quantile(values, 1);
        Where where = turns.stream()
                .filter(exchange -> slowest != null && slowest.equals(moment(exchange, moment)))
                .findFirst()
                .map(exchange -> new Where(naming.scenario(exchange.scenario()), href.apply(exchange)))
                .filter(place -> !place.href().isEmpty())
                .orElse(null);
        return new TimeRow(
                naming.word(key),
                values.size(),
                String.valueOf(Figures.show(Figures.quantile(values, 0.5))),
                String.valueOf(Figures.show(Figures.quantile(values, 0.95))),
                String.valueOf(Figures.show(slowest)),
                where);
    }

    static @Nullable Duration moment(Exchange exchange, Function<Timing, @Nullable Duration> moment) {
        Timing timing = exchange.timing();
        return timing == null ? null : moment.apply(timing);
    }
}
