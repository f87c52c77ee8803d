package org.wenda.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.channel.Arrival;
import org.wenda.channel.Channel;
import org.wenda.channel.Heard;
import org.wenda.channel.Hints;
import org.wenda.config.Home;
import org.wenda.config.PacingSettings;
import org.wenda.config.SettingsFile;
import org.wenda.evidence.BagTerms;
import org.wenda.portal.Platform;
import org.wenda.portal.Profile;
import org.wenda.portal.Profiles;
import org.wenda.portal.Target;
import org.wenda.run.Ending;
import org.wenda.run.Errand;
import org.wenda.run.LinkStep;
import org.wenda.run.Means;
import org.wenda.run.Pacer;
import org.wenda.run.Pages;
import org.wenda.run.Plan;
import org.wenda.run.Planned;
import org.wenda.run.Preparation;
import org.wenda.run.Run;
import org.wenda.run.RunEnd;
import org.wenda.run.RunListener;
import org.wenda.run.Scoring;
import org.wenda.run.Stop;
import org.wenda.scenario.Scenario;
import org.wenda.scenario.Turn;
import org.wenda.score.Index;
import org.wenda.transcript.Client;
import org.wenda.transcript.Outcome;
import org.wenda.words.Lang;
import org.wenda.words.Message;

public final class SuiteTest {
    private static final Scenario GREETING = new Scenario(
            "greeting",
            "问候",
            "Greeting",
            Scenario.Kind.GREETING,
            null,
            null,
            List.of(new Turn("opening", "你好", List.of(), true, false, List.of(), List.of())),
            List.of(),
            null);

    private Path reports = Path.of("");

    @BeforeMethod
    void fresh() throws IOException {
        reports = Files.createTempDirectory("wenda-suite");
    }

    @AfterMethod
    void clean() throws IOException {
        try (Stream<Path> files = Files.walk(reports)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    @Test
    public void doesEveryErrandAndLeavesNothingOfTestNg() {
        boolean before = Files.exists(Path.of("test-output"));

        RunEnd end = play(1, address -> shut());

        assertThat(end.totals().byOutcome())
                .containsOnlyKeys(Outcome.NO_CHATBOT)
                .containsValue(2);
        assertThat(end.ending()).isEqualTo(Ending.REFUSED);
        assertThat(Files.exists(Path.of("test-output"))).isEqualTo(before);
    }

    @Test
    public void asksHostsAtTheSameTime() {
        CyclicBarrier both = new CyclicBarrier(2);

        RunEnd end = play(2, address -> {
            // Opens only when the other host is being opened as well.
            meet(both);
            return shut();
        });

        assertThat(end.totals().byOutcome())
                .containsOnlyKeys(Outcome.NO_CHATBOT)
                .containsValue(2);
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("the other host was not asked meanwhile", e);
        }
    }

    private RunEnd play(int parallel, Function<URI, Arrival> door) {
        PacingSettings pacing = new PacingSettings(Duration.ZERO, Duration.ZERO, Duration.ZERO, 9, null, null);
        Stop stop = new Stop();
        Clock clock = Clock.systemUTC();
        Pacer pacer = new Pacer(pacing, reports.resolve(".pacing"), clock, new Random(1), stop);
        LinkStep links = Preparation.links(new Home(reports), SettingsFile.defaults(), stop);
        Means means = new Means(
                platform -> new Door(door),
                pacer,
                links,
                new Scoring(Index.in(Path.of(""))),
                0,
                Profiles.in(reports),
                BagTerms.PLAIN,
                SettingsFile.defaults().run().room(),
                clock,
                Lang.EN,
                stop);
        Plan plan = new Plan(List.of(new Errand(target(1), GREETING), new Errand(target(2), GREETING)));
        Run run = Run.begin(
                reports,
                Planned.record(plan, List.of("test"), clock.instant(), "0", List.of(), Lang.EN),
                plan,
                means,
                RunListener.NONE);
        Suite.play(run, parallel, Lang.EN);
        return run.finish((directory, lang) -> new Pages.Written(List.of(), List.of()));
    }

    private static Target target(int port) {
        return new Target("t" + port + "-web", "t", Platform.WEB, URI.create("http://127.0.0.1:" + port + "/"), null);
    }

    private static Arrival shut() {
        return new Arrival.Shut(Outcome.NO_CHATBOT, Message.of(Run.class, "left-stopped"), List.of(), null);
    }

    /** A portal where nobody answers. */
    private record Door(Function<URI, Arrival> behind) implements Channel {
        @Override
        public Arrival open(URI address, Hints hints) {
            return behind.apply(address);
        }

        @Override
        public Heard ask(String question, Moments moments) {
            throw new IllegalStateException("nobody is there");
        }

        @Override
        public Heard choose(String option, Moments moments) {
            throw new IllegalStateException("nobody is there");
        }

        @Override
        public Profile way() {
            throw new IllegalStateException("nobody is there");
        }

        @Override
        public byte[] picture() {
            return new byte[0];
        }

        @Override
        public byte[] pagePicture() {
            return new byte[0];
        }

        @Override
        public Client client() {
            throw new IllegalStateException("nobody is there");
        }

        @Override
        public void close() {}
    }
}
