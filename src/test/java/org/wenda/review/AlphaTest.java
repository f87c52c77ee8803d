package org.wenda.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public final class AlphaTest {
    private static final double THIRD_DECIMAL = 0.0005;

    /**
     * K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C: four observers, twelve units.
     */
    private static final String[] OBSERVERS = {
        "1 2 3 3 2 1 4 1 2 . . .", //
        "1 2 3 3 2 2 4 1 2 5 . 3",
        ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 .",
    };

    @DataProvider
    Object[][] published() {
        return new Object[][] {
            {Alpha.Metric.NOMINAL, 0.743},
            {Alpha.Metric.ORDINAL, 0.815},
            {Alpha.Metric.INTERVAL, 0.849},
        };
    }

    @Test(dataProvider = "published")
    public void equalsKrippendorffsWorkedExample(Alpha.Metric metric, double published) {
        assertThat(new Alpha(metric, 5).of(units(OBSERVERS))).isCloseTo(published, within(THIRD_DECIMAL));
    }

    /** The same paper, section A: two observers, ten units, two values. */
    @Test
    public void equalsHisExampleOfTwoValues() {
        List<int[]> units = units("1 2 1 1 1 1 1 1 2 1", "2 2 2 1 1 2 1 1 1 1");

        assertThat(new Alpha(Alpha.Metric.NOMINAL, 2).of(units)).isCloseTo(0.095, within(THIRD_DECIMAL));
    }

    @Test
    public void doesNotDependOnTheOrderOfRaters() {
        List<int[]> units = random(200, 3, 0.6, 11);
        List<int[]> turned = units.stream()
                .map(unit -> {
                    List<Integer> values =
                            new ArrayList<>(Arrays.stream(unit).boxed().toList());
                    Collections.reverse(values);
                    return values.stream().mapToInt(Integer::intValue).toArray();
                })
                .toList();

        assertThat(ordinal(turned)).isCloseTo(ordinal(units), within(1e-12));
    }

    @Test
    public void doesNotDependOnTheOrderOfItems() {
        List<int[]> units = random(200, 2, 0.6, 12);
        List<int[]> shuffled = new ArrayList<>(units);
        Collections.shuffle(shuffled, new Random(5));

        assertThat(ordinal(shuffled)).isCloseTo(ordinal(units), within(1e-12));
    }

    @Test
    public void isOneWhereEverybodyGivesTheSame() {
        assertThat(ordinal(random(100, 2, 1, 13))).isEqualTo(1);
    }

    @Test
    public void isAboutZeroWhereEverybodyGuesses() {
        assertThat(ordinal(random(20_000, 2, 0, 14))).isCloseTo(0, within(0.02));
    }

    @Test
    public void isNotDefinedWhereNothingVaries() {
        assertThat(new Alpha(Alpha.Metric.ORDINAL, 4).of(List.of(new int[] {2, 2}, new int[] {2, 2})))
                .isNull();
    }

    @Test
    public void leavesOutUnitsOfOneValue() {
        List<int[]> units = new ArrayList<>(random(50, 2, 0.5, 15));
        double before = ordinal(units);
        units.add(new int[] {3});

        assertThat(ordinal(units)).isEqualTo(before);
    }

    @Test
    public void itsIntervalHoldsItAndNarrowsWithMoreUnits() {
        Alpha alpha = new Alpha(Alpha.Metric.ORDINAL, 4);
        List<int[]> few = random(40, 2, 0.6, 16);
        List<int[]> many = random(4_000, 2, 0.6, 16);
        Alpha.Interval wide = Objects.requireNonNull(alpha.interval(few, 500, 1));
        Alpha.Interval narrow = Objects.requireNonNull(alpha.interval(many, 500, 1));

        assertThat(ordinal(few)).isBetween(wide.low(), wide.high());
        assertThat(ordinal(many)).isBetween(narrow.low(), narrow.high());
        assertThat(narrow.high() - narrow.low()).isLessThan(0.3 * (wide.high() - wide.low()));
    }

    @Test
    public void theSameSeedGivesTheSameInterval() {
        Alpha alpha = new Alpha(Alpha.Metric.ORDINAL, 4);
        List<int[]> units = random(60, 2, 0.6, 17);

        assertThat(alpha.interval(units, 200, 7)).isEqualTo(alpha.interval(units, 200, 7));
        assertThat(alpha.interval(units, 200, 7)).isNotEqualTo(alpha.interval(units, 200, 8));
    }

    private static double ordinal(List<int[]> units) {
        return Objects.requireNonNull(new Alpha(Alpha.Metric.ORDINAL, 4).of(units));
    }

    /** Each rater copies the first with a given chance, and guesses otherwise. */
    private static List<int[]> random(int units, int raters, double copies, long seed) {
        Random random = new Random(seed);
        List<int[]> all = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            int[] unit = new int[raters];
            unit[0] = random.nextInt(4);
            for (int rater = 1; rater < raters; rater++) {
                unit[rater] = random.nextDouble() < copies ? unit[0] : random.nextInt(4);
            }
            all.add(unit);
        }
        return all;
    }

    /** A row an observer, a column a unit, values from 1; a dot where nothing was said. */
    private static List<int[]> units(String... observers) {
        List<String[]> rows =
                Arrays.stream(observers).map(row -> row.split(" ", -1)).toList();
        List<int[]> units = new ArrayList<>();
        for (int unit = 0; unit < rows.get(0).length; unit++) {
            int column = unit;
            units.add(rows.stream()
                    .map(row -> row[column])
                    .filter(value -> !value.equals("."))
                    .mapToInt(value -> Integer.parseInt(value) - 1)
                    .toArray());
        }
        return units;
    }
}
