package org.wenda.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.portal.Platform;
import org.wenda.portal.Target;
import org.wenda.run.Errand;
import org.wenda.scenario.Scenario;
import org.wenda.words.Lang;

/** Looks at what a run says while it goes on. */
@SuppressWarnings("NullAway.Init")
public final class ProgressTest {
    private static final Errand ERRAND = new Errand(
            new Target("city-web", "市", Platform.WEB, URI.create("http://127.0.0.1:8001/"), null),
            new Scenario("card", "证", "card", Scenario.Kind.SERVICE, null, null, List.of(), List.of(), null));

    private ByteArrayOutputStream err;
    private Turning clock;

    @BeforeMethod
    void fresh() {
        err = new ByteArrayOutputStream();
        clock = new Turning();
    }

    @Test
    public void showsOnATerminalWhatIsGoingOn() {
        Progress progress = progress(true);

        progress.visiting(ERRAND);

        assertThat(said()).isEqualTo("""
                        Conversations over: 0 of 9. Too few to tell how long the rest takes.
                          city-web card, for 0 s
                        """);
    }

    @Test
    public void takesTheTableBackBeforeItGoesOn() {
        Progress progress = progress(true);
        progress.visiting(ERRAND);
        err.reset();

        progress.over(ERRAND);

        assertThat(said()).isEqualTo("\r\u001b[2A\u001b[J");
    }

    @Test
    public void saysInALogNowAndThenHowFarItIs() {
        Progress progress = progress(false);

        for (int i = 0; i < 6; i++) {
            progress.visiting(ERRAND);
            clock.goOn(Duration.ofSeconds(20));
            progress.over(ERRAND);
        }

        assertThat(said()).isEqualTo("""
                        Conversations over: 3 of 9. Too few to tell how long the rest takes.
                        Conversations over: 6 of 9. The rest takes 1 to 1 min, links and pages not counted.
                        """);
    }

    private Progress progress(boolean terminal) {
        PrintStream to = new PrintStream(err, true, UTF_8);
        Progress progress = new Progress(new Wenda(to, to, Lang.EN), terminal, clock);
        progress.hosts(Map.of(ERRAND.host(), 9));
        progress.planned(9, 9);
        progress.working(1);
        err.reset();
        return progress;
    }

    private String said() {
        return err.toString(UTF_8);
    }

    /** A clock that only goes on when it is told to. */
    private static final class Turning extends Clock {
        private Instant now = Instant.parse("2026-11-23T02:00:00Z");

        void goOn(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
