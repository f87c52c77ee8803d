package org.wenda.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How figures are rounded and compared: as the report prints them, to two decimals. Pure. */
public final class Decimals {
    private static final int PLACES = 2;

    /** What sums of thirds may be off by. */
    static final double NOISE = 1e-9;

    private Decimals() {}

    /** Returns a figure as it is printed; totals that are printed alike share their place. */
    public static BigDecimal rounded(double value) {
        // A mean of thirds may lie a hair below the half it is.
        return BigDecimal.valueOf(value + NOISE).setScale(PLACES, RoundingMode.HALF_UP);
    }

    /** Returns a change as it is printed, what has grown with a plus. */
    public static String signed(BigDecimal change) {
        return (change.signum() > 0 ? "+" : "") + change.toPlainString();
    }

    /** Returns whether a value is at least a bound; sums of thirds may lie a hair below it. */
    static boolean reaches(double value, double bound) {
        return value >= bound - NOISE;
    }

    /**
     * Returns the shares in per cent, to two decimals, that add up to 100.00: each is cut off, and the hundredths that
     * are left go to the largest remainders, of equal ones to the first (the report's 40.63 and 21.87, 21.88 and
     * 34.37).
     *
     * @param counts none of them negative
     * @return shares in the same order; all 0 if there is nothing to share
     */
    static List<BigDecimal> shares(List<Integer> counts) {
        long whole = counts.stream().mapToLong(Integer::longValue).sum();
        if (whole == 0) {
            return counts.stream().map(count -> rounded(0)).toList();
        }
        List<Long> hundredths = new ArrayList<>(
                counts.stream().map(count -> 10_000L * count / whole).toList());
        long left = 10_000 - hundredths.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, counts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -(10_000L * counts.get(i) % whole)))
                .limit(left)
                .forEach(i -> hundredths.set(i, hundredths.get(i) + 1));
        return hundredths.stream()
                .map(share -> BigDecimal.valueOf(share, PLACES))
                .toList();
    }
}
