package org.wenda.channel.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wenda.transcript.Feature;
import org.wenda.transcript.Trait;

/**
 * What {@code features.js} saw in one look.
 *
 * @param features each trait once for each place and proof
 * @param millis what the look cost the page
 */
public record SeenFeatures(List<Feature> features, double millis) {
    private static final int MOST = 80;
    private static final Set<String> PLACES = Set.of(Feature.OPENING, Feature.INPUT, Feature.ANSWER, Feature.PAGE);

    /** Reads what {@code features.look} returned, or {@code features.hints} resolved to. */
    public static SeenFeatures of(@Nullable Object value) {
        Facts facts = Facts.of(value);
        if (!facts.text("fault").isEmpty()) {
            throw new IllegalStateException("features: " + facts.text("fault"));
        }
        List<Feature> features = facts.all("features").stream()
                .limit(MOST)
                .flatMap(one -> feature(one).stream())
                .distinct()
                .toList();
        return new SeenFeatures(features, facts.number("ms"));
    }

    private static Optional<Feature> feature(Facts facts) {
        String where = facts.text("where");
        String words = facts.text("words");
        return PLACES.contains(where) && !words.isBlank()
                ? Trait.ofWire(facts.text("trait")).map(trait -> new Feature(trait, where, words))
                : Optional.empty();
    }
}
