package org.wenda.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.testng.annotations.Test;

public final class DecimalsTest {
    @Test
    public void sharesAddUpToAHundred() {
        assertThat(Decimals.shares(List.of(1, 1, 1)))
                .extracting(Object::toString)
                .containsExactly("33.34", "33.33", "33.33");
    }

    @Test
    public void theFirstOfEqualRemaindersIsRoundedUp() {
        assertThat(Decimals.shares(List.of(8, 7, 6, 11)))
                .extracting(Object::toString)
                .containsExactly("25.00", "21.88", "18.75", "34.37");
    }

    @Test
    public void sharesNothingAmongNobody() {
        assertThat(Decimals.shares(List.of(0, 0))).extracting(Object::toString).containsExactly("0.00", "0.00");
    }

    @Test
    public void roundsASumOfThirdsAsItIsWritten() {
        assertThat(Decimals.rounded(1.0 / 3 + 1.0 / 3 + 1.0 / 3 - 0.995)).hasToString("0.01");
    }

    @Test
    public void reachesABoundDespiteThirds() {
        assertThat(Decimals.reaches(0.1 + 0.2 + 23.7, 24)).isTrue();
        assertThat(Decimals.reaches(23.99, 24)).isFalse();
    }
}
