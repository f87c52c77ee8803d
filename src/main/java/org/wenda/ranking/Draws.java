package org.wenda.ranking;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * What came of drawing scenarios and raters again: for each target the totals, and what each secondary indicator
 * amounts to, draw by draw. In the same draw everybody faces the same scenarios and raters.
 *
 * @param count how often was drawn
 * @param totals by target or jurisdiction
 * @param secondaries by target and secondary indicator, such as {@code shanghai-web/information-access}
 */
record Draws(int count, Map<String, double[]> totals, Map<String, double[]> secondaries) {
    double[] totals(String id) {
        return Objects.requireNonNull(totals.get(id), id);
    }

    /** Returns the smallest value that at least {@code share} of the values do not exceed. */
    static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * sorted.length - Decimals.NOISE);
        return sorted[Math.max(1, rank) - 1];
    }
}
