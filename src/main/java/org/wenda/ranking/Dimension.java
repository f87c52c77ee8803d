package org.wenda.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Level;
import org.wenda.portal.Platform;
import org.wenda.score.Amount;
import org.wenda.score.Index;

/**
 * What an indicator amounts to on average, standardised to 0–3 as the report does, over the targets that have a chatbot
 * and marks on it.
 *
 * @param indicator id of a core or secondary indicator, or of an item
 * @param mean 0–3; null if nobody has marks on it
 * @param over how many targets
 * @param low of an interval of the confidence that the rules name; null where it cannot be told
 * @param high the same
 */
public record Dimension(
        Level level,
        Platform platform,
        String indicator,
        @Nullable Double mean,
        int over,
        @Nullable Double low,
        @Nullable Double high) {
    static Dimension of(
            Level level,
            Platform platform,
            String indicator,
            List<TargetResult> all,
            Index index,
            @Nullable Draws draws,
            double confidence) {
        List<TargetResult> its = all.stream()
                .filter(target -> target.jurisdiction().level() == level && target.platform() == platform)
                .filter(target -> target.presence() == Presence.FOUND)
                .filter(target -> value(target, indicator).isPresent())
                .toList();
        double sum = its.stream()
                .mapToDouble(target -> value(target, indicator).orElse(0.0))
                .sum();
        double[] means = draws == null ? new double[0] : means(its, secondaries(indicator, index), draws);
        double tail = (1 - confidence) / 2;
        return new Dimension(
                level,
                platform,
                indicator,
                its.isEmpty() ? null : (Double) (sum / its.size()),
                its.size(),
                means.length == 0 ? null : (Double) Draws.quantile(means, tail),
                means.length == 0 ? null : (Double) Draws.quantile(means, 1 - tail));
    }

    private static Optional<Double> value(TargetResult target, String indicator) {
        return target.standing().amount(indicator).map(Amount::value).filter(Objects::nonNull);
    }

    /** A secondary, and its weight in a core indicator. */
    private record Part(String secondary, double weight) {}

    private static List<Part> secondaries(String indicator, Index index) {
        return index.secondaries().stream()
                .filter(one -> one.id().equals(indicator) || one.core().equals(indicator))
                .map(one -> new Part(one.id(), one.weight()))
                .toList();
    }

    /** Returns the mean of each draw; none if a target was not drawn, or the indicator is an item. */
    private static double[] means(List<TargetResult> its, List<Part> parts, Draws draws) {
        List<double[]> values = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (TargetResult target : its) {
            for (Part part : parts) {
                double[] drawn = draws.secondaries().get(target.target() + "/" + part.secondary());
                if (drawn == null) {
                    return new double[0];
                }
                values.add(drawn);
                weights.add(part.weight());
            }
        }
        if (values.isEmpty()) {
            return new double[0];
        }
        double whole = weights.stream().mapToDouble(Double::doubleValue).sum();
        double[] means = new double[draws.count()];
        for (int i = 0; i < values.size(); i++) {
            for (int draw = 0; draw < means.length; draw++) {
                means[draw] += weights.get(i) * values.get(i)[draw] / whole;
            }
        }
        return means;
    }

    /**
     * Returns the core indicators, their secondaries and the items that are summed, each for all levels and platforms.
     */
    static List<Dimension> all(
            List<Level> levels, List<TargetResult> targets, Index index, @Nullable Draws draws, double confidence) {
        List<String> indicators = Stream.of(
                        index.cores().stream().map(Index.Core::id),
                        index.secondaries().stream().map(Index.Secondary::id),
                        index.items().stream().filter(item -> !item.isApart()).map(Index.Item::id))
                .flatMap(ids -> ids)
                .toList();
        List<Dimension> all = new ArrayList<>();
        for (String indicator : indicators) {
            for (Level level : levels) {
                for (Platform platform : Platform.values()) {
                    all.add(of(level, platform, indicator, targets, index, draws, confidence));
                }
            }
        }
        return all;
    }
}
