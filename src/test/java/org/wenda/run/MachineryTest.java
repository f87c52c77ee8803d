package org.wenda.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.testng.annotations.Test;
import org.wenda.words.MachineException;

public final class MachineryTest {
    private final Machinery fresh = new Machinery(Path.of(""));

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
        Machinery machinery = new Machinery(Path.of(""));
        assertThat(machinery.goesOnUnstored()).isTrue();
        machinery.stored();

        assertThat(IntStream.rangeClosed(1, 5).mapToObj(any -> machinery.goesOnUnstored()))
                .containsExactly(true, true, true, true, false);
    }

    /** On Linux nothing is ever free there. */
    @Test
    public void asksNothingThatCannotBeKept() {
        assertThatThrownBy(() -> new Machinery(Path.of("/proc")).requireRoom())
                .isInstanceOf(MachineException.class)
                .hasMessage("Not asked: only 0 MiB are free where /proc lies, and what is heard has to be kept."
                        + " Free some, then go on with `wenda resume`.");
    }

    private static Machinery started() {
        Machinery machinery = new Machinery(Path.of(""));
        machinery.started();
        return machinery;
    }
}
