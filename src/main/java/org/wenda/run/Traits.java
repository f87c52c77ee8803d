package org.wenda.run;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Feature;
import org.wenda.transcript.Link;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Trait;

/** Which traits a conversation shows: those seen in the window, and those that its replies tell. Pure. */
final class Traits {
    /** By the kinds of {@link Reply#controls()}; a control that went again is known by its kind only. */
    private static final Map<String, Trait> CONTROLS = Map.of(
            "useful", Trait.RATING_ANSWER,
            "useless", Trait.RATING_ANSWER,
            "rating", Trait.RATING_ANSWER,
            "human", Trait.HAND_OVER,
            "read-aloud", Trait.READ_ALOUD,
            "regenerate", Trait.REGENERATE,
            "stop", Trait.STOP,
            "ai-label", Trait.AI_LABEL);

    /** What is shorter is a button's name and no question. */
    private static final int SHORTEST_QUESTION = 4;

    private Traits() {}

    /** Returns each feature once. What stood in the window before its answers is none of an answer's. */
    static List<Feature> of(Collection<Feature> seen, List<Exchange> exchanges) {
        Set<Feature> features = new LinkedHashSet<>(withoutEchoes(seen));
        exchanges.forEach(exchange -> features.addAll(ofReply(exchange)));
        Set<Trait> proven = traits(features);
        exchanges.stream()
                .flatMap(exchange -> exchange.reply().controls().stream())
                .flatMap(kind -> Optional.ofNullable(CONTROLS.get(kind)).map(trait -> inAnswer(trait, kind)).stream())
                .filter(feature -> !proven.contains(feature.trait()))
                .forEach(features::add);
        return List.copyOf(features);
    }

    private static Set<Trait> traits(Collection<Feature> features) {
        return features.stream()
                .map(Feature::trait)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Trait.class)));
    }

    /** A list that was drawn anew shows the greeting and what belongs to it as if they were new. */
    private static List<Feature> withoutEchoes(Collection<Feature> seen) {
        Set<List<Object>> before = new HashSet<>();
        seen.stream()
                .filter(feature -> !feature.where().equals(Feature.ANSWER))
                .forEach(feature -> before.add(List.of(feature.trait(), feature.words())));
        return seen.stream()
                .filter(feature -> !feature.where().equals(Feature.ANSWER)
                        || !before.contains(List.<Object>of(feature.trait(), feature.words())))
                .toList();
    }

    private static Set<Feature> ofReply(Exchange exchange) {
        Reply reply = exchange.reply();
        Set<Feature> features = new LinkedHashSet<>();
        if (!reply.thinking().isBlank()) {
            features.add(inAnswer(Trait.REASONING_SHOWN, reply.thinking()));
        }
        if (!reply.sources().isEmpty()) {
            features.add(inAnswer(Trait.SOURCES, listed(reply.sources().stream().map(Link::text))));
        }
        List<String> questions = reply.options().stream()
                .filter(option -> option.length() >= SHORTEST_QUESTION)
                .toList();
        if (exchange.outcome() == Outcome.ANSWERED && !questions.isEmpty()) {
            features.add(inAnswer(Trait.RELATED_QUESTIONS, listed(questions.stream())));
        }
        return features;
    }

    private static Feature inAnswer(Trait trait, String words) {
        return new Feature(trait, Feature.ANSWER, words.strip());
    }

    private static String listed(Stream<String> texts) {
        return texts.limit(3).collect(Collectors.joining(" · "));
    }
}
