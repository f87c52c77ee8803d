package org.wenda.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.function.IntBinaryOperator;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public final class KappaTest {
    /** J. Cohen, "Weighted kappa", Psychological Bulletin 70 (1968), table 1: shares of 200 diagnoses by two judges. */
    private static final double[][] DIAGNOSES = {{.44, .07, .09}, {.05, .20, .05}, {.01, .03, .06}};

    private static final int[][] COHENS_WEIGHTS = {{0, 1, 3}, {1, 0, 6}, {3, 6, 0}};

    /** SAS/STAT user's guide, PROC FREQ, "Agreement Study": a skin condition, seen by two dermatologists. */
    private static final double[][] SKIN = {{10, 4, 1, 0}, {5, 10, 12, 2}, {2, 4, 12, 5}, {0, 2, 6, 13}};

    @DataProvider
    Object[][] published() {
        IntBinaryOperator cohens = (row, column) -> COHENS_WEIGHTS[row][column];
        return new Object[][] {
            {DIAGNOSES, Kappa.SAME, 0.492},
            {DIAGNOSES, cohens, 0.348},
            {SKIN, Kappa.SAME, 0.3449},
            {SKIN, Kappa.LINEAR, 0.5082},
        };
    }

    @Test(dataProvider = "published")
    public void equalsPublishedExamples(double[][] table, IntBinaryOperator badness, double published) {
        assertThat(Kappa.of(table, badness)).isCloseTo(published, within(0.0005));
    }

    /** J. L. Fleiss and J. Cohen (1973): with squared weights it is Lin's concordance, by means and variances. */
    @Test
    public void withSquaredWeightsIsConcordance() {
        double all = 88;
        double rowMean = (29 * 1 + 23 * 2 + 21 * 3) / all;
        double columnMean = (20 * 1 + 31 * 2 + 20 * 3) / all;
        double rowSquares = (29 * 1 + 23 * 4 + 21 * 9) / all;
        double columnSquares = (20 * 1 + 31 * 4 + 20 * 9) / all;
        double products = (10 * 1 + 12 * 2 + 2 * 3 + 4 * 2 + 12 * 4 + 5 * 6 + 2 * 3 + 6 * 6 + 13 * 9) / all;
        double apart = (rowMean - columnMean) * (rowMean - columnMean);
        double concordance = 2
                * (products - rowMean * columnMean)
                / (rowSquares - rowMean * rowMean + columnSquares - columnMean * columnMean + apart);

        assertThat(Kappa.of(SKIN, Kappa.QUADRATIC)).isCloseTo(concordance, within(1e-12));
    }

    @Test
    public void doesNotDependOnWhoIsFirst() {
        double[][] turned = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                turned[j][i] = SKIN[i][j];
            }
        }

        assertThat(Kappa.of(turned, Kappa.QUADRATIC))
                .isCloseTo(Objects.requireNonNull(Kappa.of(SKIN, Kappa.QUADRATIC)), within(1e-12));
    }

    @Test
    public void isOneWhereBothGiveTheSame() {
        assertThat(Kappa.of(new double[][] {{3, 0}, {0, 4}}, Kappa.QUADRATIC)).isEqualTo(1);
    }

    @Test
    public void isZeroWhereOneSaysNothingOfTheOther() {
        assertThat(Kappa.of(new double[][] {{2, 4}, {3, 6}}, Kappa.QUADRATIC)).isCloseTo(0.0, within(1e-12));
    }

    @Test
    public void isNotDefinedWhereNothingVaries() {
        assertThat(Kappa.of(new double[][] {{9, 0}, {0, 0}}, Kappa.QUADRATIC)).isNull();
    }
}
