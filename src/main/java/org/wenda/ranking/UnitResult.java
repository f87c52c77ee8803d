package org.wenda.ranking;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Platform;
import org.wenda.score.Amount;

/**
 * How a jurisdiction stands on both platforms together.
 *
 * @param targets what it was asked on; a platform that was not run is not there, which is not 0
 * @param total of both platforms; null if one is not known
 * @param low if everything that is missing earned 0, platforms that were not run included
 * @param high if everything that is missing earned full marks
 * @param grade null if there is no total
 * @param best the best grade that is possible whatever is missing
 * @param worst the worst grade that is possible
 */
public record UnitResult(
        Jurisdiction jurisdiction,
        Map<Platform, TargetResult> targets,
        @Nullable Double total,
        double low,
        double high,
        int missing,
        int suggested,
        RankingRules.@Nullable Grade grade,
        RankingRules.Grade best,
        RankingRules.Grade worst) {
    static UnitResult of(Jurisdiction jurisdiction, List<TargetResult> its, RankingRules rules, double fullOfOne) {
        Map<Platform, TargetResult> targets = new TreeMap<>(
                its.stream().collect(Collectors.toMap(TargetResult::platform, target -> target, (a, b) -> a)));
        List<Optional<Amount>> amounts = List.of(Platform.values()).stream()
                .map(platform -> Optional.ofNullable(targets.get(platform))
                        .map(target -> target.standing().total()))
                .toList();
        boolean whole =
                amounts.stream().allMatch(amount -> amount.map(Amount::value).isPresent());
        double low = amounts.stream()
                .mapToDouble(amount -> amount.map(Amount::low).orElse(0.0))
                .sum();
        double high = amounts.stream()
                .mapToDouble(amount -> amount.map(Amount::high).orElse(fullOfOne))
                .sum();
        Double total = whole
                ? (Double) amounts.stream()
                        .mapToDouble(amount -> amount.map(Amount::value).orElse(0.0))
                        .sum()
                : null;
        boolean covered = targets.values().stream().anyMatch(target -> target.presence() == Presence.FOUND);
        boolean uncovered = whole && targets.values().stream().allMatch(target -> target.presence() == Presence.NONE);
        return new UnitResult(
                jurisdiction,
                targets,
                total,
                low,
                high,
                amounts.stream()
                        .mapToInt(amount -> amount.map(Amount::missing).orElse(1))
                        .sum(),
                amounts.stream()
                        .mapToInt(amount -> amount.map(Amount::suggested).orElse(0))
                        .sum(),
                total == null ? null : rules.grade(total, covered),
                rules.grade(high, !uncovered),
                rules.grade(low, covered));
    }

    /** Returns whether something is missing, so that the grade may still change. */
    public boolean isProvisional() {
        return missing > 0;
    }

    Place place() {
        return new Place(jurisdiction.id(), jurisdiction, null, total, low, high, missing, suggested, null);
    }

    /** Returns the total of one platform; empty if it is not known. */
    public Optional<Double> total(Platform platform) {
        return Optional.ofNullable(targets.get(platform))
                .map(target -> target.standing().total().value())
                .filter(Objects::nonNull);
    }
}
