package org.wenda.review;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Krippendorff's alpha for any number of raters, missing marks allowed (K. Krippendorff, "Computing Krippendorff's
 * Alpha-Reliability", 2011). Values are categories 0 to {@code categories - 1} in their order. Units with fewer than
 * two values tell nothing of agreement and are left out.
 */
final class Alpha {
    /** Of a bootstrap, what lies between the two counts. */
    private static final double LOW = 0.025;

    private static final double HIGH = 0.975;

    private final Metric metric;
    private final int categories;

    Alpha(Metric metric, int categories) {
        this.metric = metric;
        this.categories = categories;
    }

    /** How far two values are apart. */
    enum Metric {
        NOMINAL,
        ORDINAL,
        INTERVAL
    }

    /** Between which two values alpha lies in 95 of 100 samples of as many units. */
    record Interval(double low, double high) {}

    /**
     * Returns alpha.
     *
     * @param units what was given to each unit, in any order
     * @return null if nothing varies, so that chance would agree as often: then alpha is not defined
     */
    @Nullable
    Double of(List<int[]> units) {
        double[][] coincidences = new double[categories][categories];
        units.forEach(unit -> count(coincidences, unit, 1));
        return of(coincidences);
    }

    /**
     * Returns how sure alpha is: the percentiles of what comes out for units drawn again, with replacement.
     *
     * @param rounds how often is drawn
     * @param seed of the draws; the same seed gives the same interval
     * @return null if alpha is not defined for enough of the draws
     */
    @Nullable
    Interval interval(List<int[]> units, int rounds, long seed) {
        List<List<Integer>> paired = units.stream()
                .filter(unit -> unit.length > 1)
                .map(unit -> Arrays.stream(unit).sorted().boxed().toList())
                .toList();
        // Thousands of units are of a dozen kinds: it is enough to draw which kind.
        List<List<Integer>> kinds = paired.stream().distinct().toList();
        int[] kindOf = paired.stream().mapToInt(kinds::indexOf).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[rounds];
        int defined = 0;
        for (int round = 0; round < rounds && kindOf.length > 0; round++) {
            Double alpha = of(draw(kinds, kindOf, random));
            if (alpha != null) {
                drawn[defined++] = alpha;
            }
        }
        // A draw without variation says nothing; if most say nothing, so does the interval.
        return defined * 2 <= rounds ? null : percentiles(Arrays.copyOf(drawn, defined));
    }

    /** Returns the coincidences of as many units as there are, each drawn from all. */
    private double[][] draw(List<List<Integer>> kinds, int[] kindOf, SplittableRandom random) {
        int[] times = new int[kinds.size()];
        for (int i = 0; i < kindOf.length; i++) {
            times[kindOf[random.nextInt(kindOf.length)]]++;
        }
        double[][] coincidences = new double[categories][categories];
        for (int kind = 0; kind < times.length; kind++) {
            count(coincidences, values(kinds.get(kind)), times[kind]);
        }
        return coincidences;
    }

    private static int[] values(List<Integer> unit) {
        return unit.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Interval percentiles(double[] drawn) {
        Arrays.sort(drawn);
        return new Interval(
                drawn[(int) Math.floor(LOW * (drawn.length - 1))], drawn[(int) Math.ceil(HIGH * (drawn.length - 1))]);
    }

    /**
     * Every pair of values within a unit, weighted so that each value counts once, as often as there are such units.
     */
    private static void count(double[][] coincidences, int[] unit, int times) {
        if (unit.length < 2) {
            return;
        }
        double weight = (double) times / (unit.length - 1);
        for (int i = 0; i < unit.length; i++) {
            for (int j = 0; j < unit.length; j++) {
                if (i != j) {
                    coincidences[unit[i]][unit[j]] += weight;
                }
            }
        }
    }

    private @Nullable Double of(double[][] coincidences) {
        double[] totals = Arrays.stream(coincidences)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
        double all = Arrays.stream(totals).sum();
        double observed = 0;
        double expected = 0;
        for (int c = 0; c < categories; c++) {
            for (int k = c + 1; k < categories; k++) {
                double apart = apart(totals, c, k);
                observed += coincidences[c][k] * apart;
                expected += totals[c] * totals[k] * apart;
            }
        }
        return expected == 0 ? null : (Double) (1 - (all - 1) * observed / expected);
    }

    /** The squared difference between two values, {@code c < k}. */
    private double apart(double[] totals, int c, int k) {
        return switch (metric) {
            case NOMINAL -> 1;
            case INTERVAL -> (double) (k - c) * (k - c);
            case ORDINAL -> {
                double between = Arrays.stream(totals, c, k + 1).sum() - (totals[c] + totals[k]) / 2;
                yield between * between;
            }
        };
    }
}
