package org.wenda.score;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.scenario.Scenario;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Feature;
import org.wenda.transcript.Opening;
import org.wenda.transcript.Trait;
import org.wenda.transcript.Transcript;

/**
 * One conversation, and where its links led.
 *
 * @param variant kind of the other wording it was opened with, such as {@code typo}; null for the scenario's own words
 * @param repeat which of the conversations opened with the same words, from 1
 * @param looked whether anybody looked for traits in it
 * @param links in the order in which they were offered
 */
public record Talk(
        Scenario scenario,
        @Nullable String variant,
        int repeat,
        boolean looked,
        Transcript transcript,
        List<Led> links) {
    public Talk {
        links = List.copyOf(links);
    }

    List<Exchange> exchanges() {
        return transcript.exchanges();
    }

    /** Returns what was said in a turn; empty if it was never asked. */
    Optional<Said> said(String turn) {
        List<Exchange> its = exchanges().stream()
                .filter(exchange -> exchange.turn().equals(turn))
                .toList();
        return its.isEmpty() ? Optional.empty() : Optional.of(new Said(this, its));
    }

    /** Returns what was said in the first turn of the scenario; empty if it was never asked. */
    Optional<Said> opening() {
        return said(scenario.turns().get(0).id());
    }

    List<Led> linksOf(Exchange exchange) {
        return links.stream()
                .filter(link -> link.exchange() == exchange.number())
                .toList();
    }

    Place place(int exchange) {
        return new Place(scenario.id(), variant, repeat, exchange);
    }

    /** Returns where a trait was seen. */
    Optional<Ground> seen(Trait trait, String... places) {
        return features(trait, places)
                .<Ground>map(feature -> new Ground.Seen(place(0), feature))
                .findFirst();
    }

    private Stream<Feature> features(Trait trait, String... places) {
        List<String> wanted = List.of(places);
        return transcript.features().stream()
                .filter(feature -> feature.trait() == trait)
                .filter(feature -> wanted.isEmpty() || wanted.contains(feature.where()));
    }

    @Nullable
    Opening before() {
        return transcript.opening();
    }
}
