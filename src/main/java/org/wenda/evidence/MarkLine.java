package org.wenda.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.link.Verdict;
import org.wenda.score.Abstention;
import org.wenda.score.Ground;
import org.wenda.score.Index;
import org.wenda.score.Mark;
import org.wenda.score.Place;
import org.wenda.score.RuleId;
import org.wenda.score.Spread;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Feature;
import org.wenda.transcript.Outcome;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/**
 * A mark as it stands in {@code marks.jsonl}.
 *
 * @param index SHA-256 of the index by which it was marked
 */
record MarkLine(
        String run,
        String target,
        @Nullable String scenario,
        String indicator,
        Index.MarkedBy by,
        @Nullable Integer value,
        @Nullable Abstention abstained,
        String rule,
        int ruleVersion,
        @Nullable SpreadPart spread,
        Sentence rationale,
        List<GroundPart> grounds,
        String index) {
    MarkLine {
        Stream.of(run, target, indicator, by, rule, rationale, grounds, index).forEach(Objects::requireNonNull);
    }

    static MarkLine of(String run, String index, Mark mark) {
        return new MarkLine(
                run,
                mark.target(),
                mark.scenario(),
                mark.indicator(),
                mark.by(),
                mark.value(),
                mark.abstained(),
                mark.rule().id(),
                mark.rule().version(),
                mark.spread() == null ? null : SpreadPart.of(mark.spread()),
                Sentence.of(mark.rationale()),
                mark.grounds().stream().map(GroundPart::of).toList(),
                index);
    }

    Mark mark() {
        return new Mark(
                target,
                scenario,
                indicator,
                by,
                value,
                abstained,
                new RuleId(rule, ruleVersion),
                spread == null ? null : spread.spread(),
                grounds.stream().map(GroundPart::ground).toList(),
                rationale.message());
    }

    /** {@code {"min":1,"median":2,"max":3,"n":3,"unit":"mark"}}. */
    record SpreadPart(BigDecimal min, BigDecimal median, BigDecimal max, int n, String unit) {
        static SpreadPart of(Spread spread) {
            return new SpreadPart(
                    plain(spread.min()), plain(spread.median()), plain(spread.max()), spread.n(), spread.unit());
        }

        private static BigDecimal plain(double value) {
            return BigDecimal.valueOf(value).stripTrailingZeros();
        }

        Spread spread() {
            return new Spread(min.doubleValue(), median.doubleValue(), max.doubleValue(), n, unit);
        }
    }

    /**
     * A sentence in both languages for those who read the file with other tools, and what it is made of.
     *
     * @param args texts, and sentences within the sentence
     */
    record Sentence(String en, String zh, String key, List<JsonNode> args) {
        private static final int DEEPEST = 4;

        static Sentence of(Message message) {
            return new Sentence(
                    message.in(Lang.EN),
                    message.in(Lang.ZH),
                    message.key(),
                    message.args().stream().map(Sentence::node).toList());
        }

        private static JsonNode node(Object arg) {
            if (!(arg instanceof Message message)) {
                return JsonNodeFactory.instance.textNode(arg.toString());
            }
            var node = JsonNodeFactory.instance.objectNode().put("key", message.key());
            var args = node.putArray("args");
            message.args().forEach(inner -> args.add(node(inner)));
            return node;
        }

        /** A sentence that only another version of Wenda knows is kept in English. */
        Message message() {
            Message message = Message.of(Mark.class, key, parts(args, 0));
            try {
                var unused = message.in(Lang.EN);
                return message;
            } catch (MissingResourceException e) {
                return Message.of(MarkLine.class, "mark.stored", en);
            }
        }

        private static Object[] parts(List<JsonNode> args, int depth) {
            return args.stream().map(arg -> part(arg, depth)).toArray();
        }

        private static Object part(JsonNode arg, int depth) {
            if (!arg.isObject()) {
                return arg.asText();
            }
            if (depth == DEEPEST) {
                throw new IllegalArgumentException("a sentence nested deeper than any of ours");
            }
            return Message.of(Mark.class, arg.path("key").asText(), parts(children(arg.path("args")), depth + 1));
        }

        private static List<JsonNode> children(JsonNode array) {
            return array.isArray()
                    ? Stream.iterate(0, i -> i < array.size(), i -> i + 1)
                            .map(array::get)
                            .toList()
                    : List.of();
        }
    }

    /** What a ground is. */
    enum Kind {
        ENDED,
        WORDS,
        TIMED,
        LED,
        SEEN,
        PICTURED
    }

    /**
     * A ground, laid flat: {@code {"kind":"words","scenario":"…","repeat":1,"exchange":2,"from":0,"to":4,"words":"…"}}.
     */
    record GroundPart(
            Kind kind,
            String scenario,
            @Nullable String variant,
            int repeat,
            int exchange,
            @Nullable Outcome outcome,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable String words,
            @Nullable String what,
            @Nullable BigDecimal timeMs,
            @Nullable BigDecimal errorMs,
            @Nullable String address,
            @Nullable Verdict verdict,
            @Nullable Feature feature,
            @Nullable Evidence picture) {
        static GroundPart of(Ground ground) {
            Place place = ground.place();
            Ground.Words said = ground instanceof Ground.Words words ? words : null;
            Ground.Timed time = ground instanceof Ground.Timed timed ? timed : null;
            Ground.Led way = ground instanceof Ground.Led led ? led : null;
            return new GroundPart(
                    kind(ground),
                    place.scenario(),
                    place.variant(),
                    place.repeat(),
                    place.exchange(),
                    ground instanceof Ground.Ended ended ? ended.outcome() : null,
                    said == null ? null : said.from(),
                    said == null ? null : said.to(),
                    said == null ? null : said.words(),
                    time == null ? null : time.what(),
                    time == null ? null : Json.millis(time.time()),
                    time == null ? null : Json.millis(time.error()),
                    way == null ? null : way.href(),
                    way == null ? null : way.verdict(),
                    ground instanceof Ground.Seen seen ? seen.feature() : null,
                    ground instanceof Ground.Pictured pictured ? pictured.picture() : null);
        }

        private static Kind kind(Ground ground) {
            return Kind.valueOf(ground.getClass().getSimpleName().toUpperCase(Locale.ROOT));
        }

        Ground ground() {
            Place place = new Place(scenario, variant, repeat, exchange);
            return switch (kind) {
                case ENDED -> new Ground.Ended(place, Objects.requireNonNull(outcome));
                case WORDS ->
                    new Ground.Words(
                            place,
                            Objects.requireNonNull(from),
                            Objects.requireNonNull(to),
                            Objects.requireNonNull(words));
                case TIMED ->
                    new Ground.Timed(place, Objects.requireNonNull(what), duration(timeMs), duration(errorMs));
                case LED -> new Ground.Led(place, Objects.requireNonNull(address), Objects.requireNonNull(verdict));
                case SEEN -> new Ground.Seen(place, Objects.requireNonNull(feature));
                case PICTURED -> new Ground.Pictured(place, Objects.requireNonNull(picture));
            };
        }

        private static Duration duration(@Nullable BigDecimal millis) {
            return Objects.requireNonNull(Json.duration(millis));
        }
    }
}
