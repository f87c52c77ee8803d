package org.wenda.score;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Feature;
import org.wenda.transcript.Opening;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Trait;

/** Where a trait shows: among the features that were looked for, and in what every conversation keeps anyway. */
final class Observed {
    /** Controls of {@link Reply#controls()} that are such a trait. */
    private static final Map<Trait, List<String>> CONTROLS = Map.of(
            Trait.HAND_OVER, List.of("human"),
            Trait.RATING_ANSWER, List.of("useful", "useless"),
            Trait.RATING_SESSION, List.of("rating"),
            Trait.READ_ALOUD, List.of("read-aloud"),
            Trait.VOICE_INPUT, List.of("voice"),
            Trait.HISTORY, List.of("history"),
            Trait.REGENERATE, List.of("regenerate"),
            Trait.STOP, List.of("stop"),
            Trait.AI_LABEL, List.of("ai-label"));

    private Observed() {}

    static Optional<Ground> anywhere(Dossier dossier, Trait trait) {
        return first(dossier, talk -> atOpening(talk, trait).or(() -> inAnswers(talk, trait)));
    }

    static Optional<Ground> atOpening(Dossier dossier, Trait trait) {
        return first(dossier, talk -> atOpening(talk, trait));
    }

    static Optional<Ground> inAnswers(Dossier dossier, Trait trait) {
        return first(dossier, talk -> inAnswers(talk, trait));
    }

    private static Optional<Ground> first(Dossier dossier, Function<Talk, Optional<Ground>> where) {
        return dossier.talks().stream()
                .flatMap(talk -> where.apply(talk).stream())
                .findFirst();
    }

    /** Returns where it shows without a question having been asked. */
    static Optional<Ground> atOpening(Talk talk, Trait trait) {
        return talk.seen(trait, Feature.OPENING, Feature.INPUT, Feature.PAGE)
                .or(() -> Optional.ofNullable(talk.before())
                        .flatMap(opening -> words(opening, trait).findFirst())
                        .map(words -> new Ground.Seen(talk.place(0), new Feature(trait, Feature.OPENING, words))));
    }

    private static Stream<String> words(Opening opening, Trait trait) {
        return switch (trait) {
            case WELCOME -> opening.greeting().stream().filter(line -> !line.isBlank());
            case RECOMMENDED_QUESTIONS -> opening.suggestions().stream();
            default -> opening.controls().stream().filter(controls(trait)::contains);
        };
    }

    /** Returns where it shows in or under a reply. */
    static Optional<Ground> inAnswers(Talk talk, Trait trait) {
        return talk.seen(trait, Feature.ANSWER)
                .or(() -> talk.exchanges().stream()
                        .flatMap(exchange -> inReply(talk, exchange, trait).stream())
                        .findFirst());
    }

    static Optional<Ground> inReply(Talk talk, Exchange exchange, Trait trait) {
        return words(exchange, trait)
                .findFirst()
                .map(words ->
                        new Ground.Seen(talk.place(exchange.number()), new Feature(trait, Feature.ANSWER, words)));
    }

    private static Stream<String> words(Exchange exchange, Trait trait) {
        Reply reply = exchange.reply();
        return switch (trait) {
            case RELATED_QUESTIONS ->
                exchange.outcome() == Outcome.ANSWERED ? reply.options().stream() : Stream.empty();
            case SOURCES -> reply.sources().stream().map(source -> source.text());
            case REASONING_SHOWN -> Stream.of(reply.thinking()).filter(thinking -> !thinking.isBlank());
            default -> reply.controls().stream().filter(controls(trait)::contains);
        };
    }

    private static List<String> controls(Trait trait) {
        return CONTROLS.getOrDefault(trait, List.of());
    }
}
