package org.wenda.review;

import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Cohen's kappa for two raters, weighted by how bad a disagreement is (J. Cohen, "Weighted kappa", Psychological
 * Bulletin 70, 1968). Counts only what both marked.
 */
final class Kappa {
    /** Any disagreement is as bad as any other. */
    static final IntBinaryOperator SAME = (one, other) -> one == other ? 0 : 1;

    /** Twice as far apart is twice as bad (Cicchetti and Allison). */
    static final IntBinaryOperator LINEAR = (one, other) -> Math.abs(one - other);

    /** Twice as far apart is four times as bad (Fleiss and Cohen). */
    static final IntBinaryOperator QUADRATIC = (one, other) -> (one - other) * (one - other);

    private Kappa() {}

    /**
     * Returns kappa.
     *
     * @param table how often the one gave the row and the other the column; counts or shares
     * @param badness of giving the row against the column; 0 for agreement
     * @return null if both always gave the same one mark, or nothing: then kappa is not defined
     */
    static @Nullable Double of(double[][] table, IntBinaryOperator badness) {
        int size = table.length;
        double[] rows = new double[size];
        double[] columns = new double[size];
        double all = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                rows[i] += table[i][j];
                columns[j] += table[i][j];
                all += table[i][j];
            }
        }
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                observed += badness.applyAsInt(i, j) * table[i][j];
                expected += badness.applyAsInt(i, j) * rows[i] * columns[j];
            }
        }
        return expected == 0 ? null : (Double) (1 - observed * all / expected);
    }
}
