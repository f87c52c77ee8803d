package org.wenda.evidence;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Choice;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Link;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Timing;
import org.wenda.transcript.Trial;

/**
 * An exchange as it stands in files: reply and times laid flat under the names that {@code ask --format jsonl} uses.
 *
 * @param step 0 for a typed question, 1 for the first option that was pressed in its turn, and so on
 * @param chose what the option reads; null if the question was typed
 * @param variant how the words differ from the turn's own; null if they do not
 * @param repeat for the how many-th time the same words were asked; null for the first
 * @param takenUp true if it was asked in a fresh conversation after the run was cut; null if not
 * @param reply the bubbles' texts parted by a blank line, for those who read the file with other tools
 */
record ExchangeLine(
        String run,
        String target,
        String scenario,
        String turn,
        int number,
        boolean critical,
        int step,
        @Nullable String chose,
        @Nullable String variant,
        @Nullable Integer repeat,
        @Nullable Boolean takenUp,
        String question,
        Outcome outcome,
        @Nullable String reason,
        String reply,
        List<Bubble> bubbles,
        List<String> options,
        List<Link> links,
        List<Link> sources,
        String thinking,
        List<String> controls,
        @Nullable Instant sentAt,
        @Nullable BigDecimal firstSignMs,
        @Nullable BigDecimal firstReplyMs,
        @Nullable BigDecimal completeMs,
        @Nullable BigDecimal thinkingMs,
        @Nullable BigDecimal errorMs,
        @Nullable String endedBy,
        Map<String, String> captured,
        List<Evidence> evidence) {

    ExchangeLine {
        Stream.of(run, target, scenario, turn, question, outcome, thinking).forEach(Objects::requireNonNull);
        Stream.of(bubbles, options, links, sources, controls, captured, evidence)
                .forEach(Objects::requireNonNull);
    }

    static ExchangeLine of(Exchange exchange) {
        Reply reply = exchange.reply();
        Timing timing = exchange.timing();
        return new ExchangeLine(
                exchange.run(),
                exchange.target(),
                exchange.scenario(),
                exchange.turn(),
                exchange.number(),
                exchange.critical(),
                exchange.step(),
                exchange.choice() == null ? null : exchange.choice().option(),
                exchange.trial().variant(),
                exchange.trial().repeat() == 1 ? null : exchange.trial().repeat(),
                exchange.takenUp() ? true : null,
                exchange.question(),
                exchange.outcome(),
                exchange.reason(),
                reply.text(),
                reply.bubbles(),
                reply.options(),
                reply.links(),
                reply.sources(),
                reply.thinking(),
                reply.controls(),
                timing == null ? null : timing.sentAt(),
                timing == null ? null : Json.millis(timing.firstSign()),
                timing == null ? null : Json.millis(timing.firstReply()),
                timing == null ? null : Json.millis(timing.complete()),
                timing == null ? null : Json.millis(timing.thinking()),
                timing == null ? null : Json.millis(timing.error()),
                exchange.endedBy(),
                exchange.captured(),
                exchange.evidence());
    }

    Exchange exchange() {
        return new Exchange(
                run,
                target,
                scenario,
                turn,
                number,
                critical,
                question,
                chose == null || step < 1 ? null : new Choice(step, chose),
                new Trial(variant, Objects.requireNonNullElse(repeat, 1)),
                Boolean.TRUE.equals(takenUp),
                outcome,
                reason,
                new Reply(bubbles, options, links, sources, thinking, controls),
                timing(),
                endedBy,
                captured,
                evidence);
    }

    private @Nullable Timing timing() {
        if (sentAt == null) {
            return null;
        }
        return new Timing(
                sentAt,
                Json.duration(firstSignMs),
                Json.duration(firstReplyMs),
                Json.duration(completeMs),
                Json.duration(thinkingMs),
                Objects.requireNonNullElse(Json.duration(errorMs), Duration.ZERO));
    }
}
