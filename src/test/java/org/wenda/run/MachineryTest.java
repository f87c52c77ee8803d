package org.wenda.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.testng.annotations.Test;

public final class MachineryTest {
    private final Machinery fresh = new Machinery();

    @Test
    public void endsWhereNoBrowserEverStarted() {
        assertThat(fresh.mayTryAgain(1)).isFalse();
        assertThat(fresh.goesOnWithoutBrowser()).isFalse();
    }

    @Test
    public void triesThriceWhereOneStarted() {
        Machinery machinery = started();

        assertThat(IntStream.rangeClosed(1, 3).mapToObj(machinery::mayTryAgain)).containsExactly(true, true, false);
    }

    @Test
    public void goesOnUntilFiveErrandsGotNoBrowser() {
        Machinery machinery = started();

        assertThat(IntStream.rangeClosed(1, 5).mapToObj(any -> machinery.goesOnWithoutBrowser()))
                .containsExactly(true, true, true, true, false);
    }

    @Test
    public void goesOnUntilFiveErrandsWereNotStored() {
        Machinery machinery = new Machinery();
        assertThat(machinery.goesOnUnstored()).isTrue();
        machinery.stored();

        assertThat(IntStream.rangeClosed(1, 5).mapToObj(any -> machinery.goesOnUnstored()))
                .containsExactly(true, true, true, true, false);
    }

    private static Machinery started() {
        Machinery machinery = new Machinery();
        machinery.started();
        return machinery;
    }
}
