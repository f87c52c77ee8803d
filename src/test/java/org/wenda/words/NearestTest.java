package org.wenda.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.testng.annotations.Test;

public final class NearestTest {
    private static final List<String> COMMANDS = List.of("run", "ask", "discover", "doctor", "lint");

    @Test
    public void offersASlipOfTheFinger() {
        assertThat(Nearest.of("lnit", COMMANDS)).containsExactly("lint");
        assertThat(Nearest.of("docter", COMMANDS)).containsExactly("doctor");
    }

    @Test
    public void offersNothingThatIsFarAway() {
        assertThat(Nearest.of("frobnicate", COMMANDS)).isEmpty();
    }

    @Test
    public void offersNamesThatHoldWhatWasTyped() {
        assertThat(Nearest.of("disc", COMMANDS)).containsExactly("discover");
    }

    @Test
    public void putsTheNearestFirst() {
        List<String> known = List.of("shanghai", "shanxi", "shaanxi", "shandong");

        assertThat(Nearest.of("shangxi", known)).containsExactly("shanxi", "shanghai", "shaanxi");
        assertThat(Nearest.of("hang", known)).containsExactly("shanghai");
        assertThat(Nearest.of("beijing", known)).isEmpty();
    }

    @Test
    public void takesCapitalLettersForNoSlip() {
        assertThat(Nearest.of("SHANXI", List.of("shanxi", "shanghai"))).containsExactly("shanxi");
    }

    @Test
    public void keepsTheOrderOfEquallyNearOnesAndOffersThree() {
        assertThat(Nearest.of("rank", List.of("rang", "bank", "rack", "sank"))).containsExactly("rang", "bank", "rack");
    }
}
