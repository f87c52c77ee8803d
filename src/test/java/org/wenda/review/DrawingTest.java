package org.wenda.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.testng.annotations.Test;

public final class DrawingTest {
    /** Numbers below 90 are one stratum, the other ten another. */
    private static final List<Integer> NUMBERS = IntStream.range(0, 100).boxed().toList();

    @Test
    public void everyStratumHasItsShare() {
        assertThat(drawn(20)).isEqualTo(Map.of(false, 18L, true, 2L));
    }

    @Test
    public void aSmallStratumHasAtLeastOne() {
        assertThat(drawn(3)).containsKeys(false, true);
    }

    @Test
    public void drawsNothingTwice() {
        assertThat(Drawing.stratified(NUMBERS, number -> number >= 90, 60, new Random(1)))
                .hasSize(60)
                .doesNotHaveDuplicates();
    }

    @Test
    public void drawsAllWhereMoreIsAskedFor() {
        assertThat(Drawing.stratified(NUMBERS, number -> number >= 90, 1_000, new Random(1)))
                .containsExactlyInAnyOrderElementsOf(NUMBERS);
    }

    private static Map<Boolean, Long> drawn(int size) {
        Function<Integer, Boolean> high = number -> number >= 90;
        return Drawing.stratified(NUMBERS, high, size, new Random(1)).stream()
                .collect(Collectors.groupingBy(high, Collectors.counting()));
    }
}
