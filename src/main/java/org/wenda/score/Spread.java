package org.wenda.score;

import java.util.Collection;
import java.util.List;

/**
 * How values that should be alike differ.
 *
 * @param median of an even number of values, the mean of the middle two
 * @param n how many values
 * @param unit {@code mark}, {@code ms} or {@code share}
 */
public record Spread(double min, double median, double max, int n, String unit) {
    public static final String MARK = "mark";
    public static final String MS = "ms";
    public static final String SHARE = "share";

    private static final double DIGITS = 1e4;

    public Spread {
        if (n < 1) {
            throw new IllegalArgumentException("the spread of nothing");
        }
        min = rounded(min);
        median = rounded(median);
        max = rounded(max);
    }

    /** Returns the spread of at least one value. */
    static Spread of(Collection<? extends Number> values, String unit) {
        List<Double> sorted = values.stream().map(Number::doubleValue).sorted().toList();
        return new Spread(sorted.get(0), median(sorted), sorted.get(sorted.size() - 1), sorted.size(), unit);
    }

    static double median(List<Double> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** What stands in a file is what is compared. */
    static double rounded(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }
}
