package org.wenda.score;

/**
 * Which value earns which mark. A value that just reaches a bound earns its mark.
 *
 * @param better which way is better
 * @param for3 the bound of mark 3
 * @param for2 the bound of mark 2; not better than {@code for3}
 * @param for1 the bound of mark 1; not better than {@code for2}
 */
public record Bounds(Better better, double for3, double for2, double for1) {
    /** Which way values get better. */
    public enum Better {
        LOWER,
        HIGHER
    }

    /** Counts and shares are whole or nearly so; a bound such as 5/6 is written with four digits. */
    private static final double SLACK = 5e-5;

    /** Returns the mark of a value, 0–3. */
    public int mark(double value) {
        if (reaches(value, for3)) {
            return 3;
        }
        if (reaches(value, for2)) {
            return 2;
        }
        return reaches(value, for1) ? 1 : 0;
    }

    boolean isOrdered() {
        return reaches(for3, for2) && reaches(for2, for1);
    }

    private boolean reaches(double value, double bound) {
        return better == Better.LOWER ? value <= bound + SLACK : value >= bound - SLACK;
    }
}
