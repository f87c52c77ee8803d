package org.wenda.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one target stands: item means, secondary and core indicators 0–3, the platform's total 0–18 (indicators.md,
 * section 4). What is not applicable drops out; what is blocked or otherwise missing makes the total provisional and
 * widens its bounds.
 *
 * @param covered false if there is no chatbot; everything that is summed is then 0
 * @param items of the index's order, those recorded apart included
 */
public record Standing(
        String target,
        boolean covered,
        List<Amount> items,
        List<Amount> secondaries,
        List<Amount> cores,
        Amount total) {
    private static final double FULL = 3;

    public Standing {
        items = List.copyOf(items);
        secondaries = List.copyOf(secondaries);
        cores = List.copyOf(cores);
    }

    /** Adds up the marks of one target. */
    public static Standing of(String target, Index index, List<Mark> all) {
        List<Mark> marks =
                all.stream().filter(mark -> mark.target().equals(target)).toList();
        boolean covered = isCovered(marks);
        List<Weighed> items =
                index.items().stream().map(item -> item(item, marks, covered)).toList();
        List<Weighed> secondaries = index.secondaries().stream()
                .map(one -> mean(one.id(), one.core(), one.weight(), below(items, one.id())))
                .toList();
        List<Weighed> cores = index.cores().stream()
                .map(one -> mean(one.id(), "", one.weight(), below(secondaries, one.id())))
                .toList();
        return new Standing(target, covered, amounts(items), amounts(secondaries), amounts(cores), sum(secondaries));
    }

    /** Everybody who came found nobody: that is what is known, and no mark is missing. */
    private static boolean isCovered(List<Mark> marks) {
        return marks.isEmpty()
                || marks.stream()
                        .anyMatch(mark ->
                                mark.abstained() != Abstention.NO_CHATBOT && mark.abstained() != Abstention.NOT_ASKED)
                || marks.stream().noneMatch(mark -> mark.abstained() == Abstention.NO_CHATBOT);
    }

    /**
     * An amount among its neighbours.
     *
     * @param amount null if nothing of it is applicable
     * @param above id of the indicator it counts for; empty if it counts for none
     */
    private record Weighed(@Nullable Amount amount, String id, String above, double weight) {
        Optional<Amount> counted() {
            return Optional.ofNullable(amount);
        }
    }

    private static Weighed item(Index.Item item, List<Mark> marks, boolean covered) {
        String above = Objects.requireNonNullElse(item.secondary(), "");
        List<Mark> its = marks.stream()
                .filter(mark -> mark.indicator().equals(item.id()))
                .filter(mark -> mark.abstained() != Abstention.NOT_APPLICABLE)
                .toList();
        if (!covered) {
            return new Weighed(new Amount(item.id(), 0.0, 0, 0, 0, 0), item.id(), above, item.weight());
        }
        return new Weighed(its.isEmpty() ? null : amount(item.id(), its), item.id(), above, item.weight());
    }

    private static Amount amount(String id, List<Mark> its) {
        List<Integer> values =
                its.stream().map(Mark::value).filter(Objects::nonNull).toList();
        double sum = values.stream().mapToInt(Integer::intValue).sum();
        int missing = its.size() - values.size();
        int suggested = (int) its.stream()
                .filter(mark -> mark.value() != null && mark.by() == Index.MarkedBy.SUGGEST)
                .count();
        return new Amount(
                id,
                values.isEmpty() ? null : sum / values.size(),
                sum / its.size(),
                (sum + FULL * missing) / its.size(),
                missing,
                suggested);
    }

    private static List<Weighed> below(List<Weighed> all, String id) {
        return all.stream().filter(one -> one.above.equals(id)).toList();
    }

    private static Weighed mean(String id, String above, double weight, List<Weighed> parts) {
        List<Weighed> counted =
                parts.stream().filter(part -> part.amount != null).toList();
        if (counted.isEmpty()) {
            return new Weighed(null, id, above, weight);
        }
        Amount amount = new Amount(
                id,
                weighed(counted, Amount::value),
                Objects.requireNonNull(weighed(counted, Amount::low)),
                Objects.requireNonNull(weighed(counted, Amount::high)),
                total(counted, Amount::missing),
                total(counted, Amount::suggested));
        return new Weighed(amount, id, above, weight);
    }

    /** Returns the mean of those that have a value; null if none has. */
    private static @Nullable Double weighed(List<Weighed> parts, Function<Amount, @Nullable Double> of) {
        double sum = 0;
        double weights = 0;
        for (Weighed part : parts) {
            Double value = part.amount == null ? null : of.apply(part.amount);
            sum += value == null ? 0 : part.weight * value;
            weights += value == null ? 0 : part.weight;
        }
        return weights == 0 ? null : sum / weights;
    }

    /**
     * Returns the sum over the secondaries. One of which nothing is applicable, or nothing marked, counts with its full
     * bounds, and the sum of the others is then no total.
     */
    private static Amount sum(List<Weighed> secondaries) {
        List<Amount> all = secondaries.stream()
                .map(one -> one.counted().orElse(new Amount(one.id, null, 0, FULL, 1, 0)))
                .toList();
        boolean whole = all.stream().allMatch(amount -> amount.value() != null);
        return new Amount(
                "total",
                whole ? (Double) added(all, amount -> Objects.requireNonNull(amount.value())) : null,
                added(all, Amount::low),
                added(all, Amount::high),
                all.stream().mapToInt(Amount::missing).sum(),
                all.stream().mapToInt(Amount::suggested).sum());
    }

    private static double added(List<Amount> all, ToDoubleFunction<Amount> of) {
        return all.stream().mapToDouble(of).sum();
    }

    private static int total(List<Weighed> parts, ToIntFunction<Amount> of) {
        return parts.stream()
                .flatMap(part -> part.counted().stream())
                .mapToInt(of)
                .sum();
    }

    private static List<Amount> amounts(List<Weighed> all) {
        List<Amount> amounts = new ArrayList<>();
        for (Weighed one : all) {
            // Where nothing is applicable there is no amount, and the id would only puzzle.
            one.counted().ifPresent(amounts::add);
        }
        return amounts;
    }

    /** Returns the amount of an item, a secondary or a core indicator; empty if nothing of it is applicable. */
    public Optional<Amount> amount(String id) {
        return Stream.of(items, secondaries, cores)
                .flatMap(List::stream)
                .filter(amount -> amount.id().equals(id))
                .findFirst();
    }
}
