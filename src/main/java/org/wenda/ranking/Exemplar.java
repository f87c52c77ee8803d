package org.wenda.ranking;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Level;
import org.wenda.portal.Platform;
import org.wenda.score.Amount;
import org.wenda.score.Ground;
import org.wenda.score.Mark;

/**
 * One of the best of its level and platform, and what may be said of it because it is proven.
 *
 * @param traits those of the rules that its marks prove, in their order
 */
public record Exemplar(Level level, Platform platform, Place place, List<Proven> traits) {
    public Exemplar {
        traits = List.copyOf(traits);
    }

    /**
     * A trait and its proof.
     *
     * @param mean of the item, 0–3
     * @param seen what was seen of the window; null if the trait needs none
     */
    public record Proven(RankingRules.Praise trait, double mean, Ground.@Nullable Seen seen) {}

    static Exemplar of(Level level, Platform platform, Place place, TargetResult target, RankingRules rules) {
        return new Exemplar(level, platform, place, proven(target, rules));
    }

    /** Returns what of the rules' traits a target's marks prove. */
    static List<Proven> proven(TargetResult target, RankingRules rules) {
        return rules.traits().stream()
                .flatMap(trait -> proof(target, trait).stream())
                .toList();
    }

    private static Optional<Proven> proof(TargetResult target, RankingRules.Praise trait) {
        if (target.presence() != Presence.FOUND) {
            return Optional.empty();
        }
        Optional<Double> mean =
                target.standing().amount(trait.item()).map(Amount::value).filter(Objects::nonNull);
        Optional<Ground.Seen> seen = trait.feature() == null ? Optional.empty() : seen(target, trait.feature());
        boolean proven =
                mean.filter(value -> Decimals.reaches(value, trait.atLeast())).isPresent()
                        && (trait.feature() == null || seen.isPresent());
        return proven ? Optional.of(new Proven(trait, mean.orElseThrow(), seen.orElse(null))) : Optional.empty();
    }

    private static Optional<Ground.Seen> seen(TargetResult target, String feature) {
        return target.marks().stream()
                .map(CountedMark::mark)
                .map(Mark::grounds)
                .flatMap(List::stream)
                .filter(Ground.Seen.class::isInstance)
                .map(Ground.Seen.class::cast)
                .filter(ground -> ground.feature().trait().wire().equals(feature))
                .findFirst();
    }
}
