package org.wenda.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.testng.SkipException;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.demo.DemoBehaviour;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.StoredRun;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Timing;

/** Takes away what a run works with while an answer is on its way, and looks whether the night goes on. */
public final class CrashIT {
    private static final Duration REPLY = Duration.ofSeconds(8);

    /** From the limit of a reply: the recorder's grace, and the end of a browser that has to be killed. */
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(12);

    /** What is taken away, and how the turn tells of it. */
    enum Loss {
        BROWSER("The browser went away in the middle of a visit"),
        DRIVER("The browser went away in the middle of a visit"),
        NETWORK(""),
        /** A script of the page that never ends. */
        PAGE("The page no longer answers"),
        /** All that draws stands still, the driver's own helpers as well. */
        RENDERER("The page no longer answers");

        private final String told;

        Loss(String told) {
            this.told = told;
        }
    }

    @DataProvider
    Object[][] losses() {
        return Stream.of(Loss.values())
                .filter(loss -> loss == Loss.BROWSER || Boolean.getBoolean("wenda.full"))
                .map(loss -> new Object[] {loss})
                .toArray(Object[][]::new);
    }

    @Test(dataProvider = "losses")
    public void losesOneTurnAndGoesOn(Loss loss) throws Exception {
        Portal first = portal("pa");
        Portal second = portal("pb");
        try (Country country = Country.open(List.of(first, second))) {
            Path home = Files.createTempDirectory("crash");
            country.furnish(home, settings(), true);
            Operator operator = new Operator(home, home.resolve("reports"));
            Operator.Started night =
                    operator.begin("--scenario", "temporary-id-card", "--variants", "none", "--parallel", "1");
            awaitQuestions(1, country, night);
            List<ProcessHandle> lost = night.process().descendants().toList();

            takeAway(loss, night, country, first);

            int code = night.end();
            List<Exchange> stored =
                    RunDirectory.open(operator.runs().get(0)).read().exchanges();
            assertThat(of(first, stored)).as(night.said()).isNotEmpty().doesNotContain(Outcome.ANSWERED);
            assertThat(of(second, stored))
                    .as(night.said())
                    .containsExactly(Outcome.ANSWERED, Outcome.ANSWERED, Outcome.ANSWERED);
            assertThat(code).as(night.said()).isIn(loss == Loss.NETWORK ? List.of(0, 4, 5) : List.of(5));
            assertThat(country.heard().filter(one -> one.portal().equals(first)))
                    .hasSize(1);
            assertThat(String.valueOf(stored.get(0).reason())).contains(loss.told);
            assertThat(Objects.requireNonNull(stored.get(0).timing()).error()).isLessThan(REPLY.plus(ENDED_WITHIN));
            assertThat(lost).filteredOn(CrashIT::isThere).isEmpty();
        }
    }

    private static List<String> settings() {
        return List.of(
                "links.clicks = 0",
                "limits.reply = " + REPLY.toSeconds() + "s",
                "limits.silence = 5s",
                "limits.page = 5s");
    }

    /** What has ended and was not yet looked after has no program any more. */
    private static boolean isThere(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static void awaitQuestions(int many, Country country, Operator.Started night) throws Exception {
        while (country.heard().count() < many && !night.endsWithin(20)) {
            // The servers' log is what is waited for.
        }
    }

    private static void takeAway(Loss loss, Operator.Started night, Country country, Portal portal) throws Exception {
        ProcessHandle driver = night.process().children().findFirst().orElseThrow();
        switch (loss) {
            case BROWSER -> driver.children().forEach(ProcessHandle::destroyForcibly);
            case DRIVER -> driver.destroyForcibly();
            case NETWORK -> country.close(portal);
            case PAGE -> new Renderer(driver).loop(country.nearAddress(portal).toString());
            case RENDERER -> new Renderer(driver).stop();
        }
    }

    @DataProvider
    Object[][] jumps() {
        return new Object[][] {
            {Duration.ofHours(1), true, "The clock of this machine was set forward by 3600 s"},
            {Duration.ofHours(-1), true, "The clock of this machine was set back by 3600 s"},
            {Duration.ofHours(1), false, "The clock of this machine was set forward by 3600 s"},
        };
    }

    /** Set while the first answer is on its way; for the browser as well, or not, as where it runs on a grid's node. */
    @Test(dataProvider = "jumps")
    public void tellsThatTheClockWasSetAndGoesOn(Duration jump, boolean forAll, String told) throws Exception {
        if (!Boolean.getBoolean("wenda.full")) {
            throw new SkipException("takes a minute: ./wenda test --full");
        }
        try (Country country = Country.open(List.of(portal("pa"), portal("pb")))) {
            Path home = Files.createTempDirectory("clock");
            country.furnish(home, settings(), false);
            BentClock clock = BentClock.in(home).orElseThrow(() -> new SkipException("needs the package faketime"));
            if (!forAll) {
                Files.writeString(
                        home.resolve("drivers.properties"),
                        "browser.driver = " + BentClock.unbent("chromedriver", home),
                        StandardOpenOption.APPEND);
            }
            Operator operator = new Operator(home, home.resolve("reports"), clock.environment());
            Operator.Started night =
                    operator.begin("--scenario", "temporary-id-card", "--variants", "none", "--parallel", "2");
            awaitQuestions(1, country, night);

            clock.set(jump);

            int code = night.end();
            StoredRun stored = RunDirectory.open(operator.runs().get(0)).read();
            assertThat(code).as(night.said()).isZero();
            assertThat(stored.problems()).isEmpty();
            assertThat(stored.exchanges())
                    .extracting(Exchange::outcome)
                    .hasSize(6)
                    .containsOnly(Outcome.ANSWERED);
            assertThat(stored.exchanges())
                    .filteredOn(exchange -> String.valueOf(exchange.reason()).startsWith(told))
                    .hasSizeBetween(1, 2);
            assertThat(stored.exchanges()).allSatisfy(CrashIT::hasTrueTimes);
            assertThat(stored.record().endedAt())
                    .isAfterOrEqualTo(stored.record().startedAt());
            for (Map.Entry<String, List<Country.Heard>> host :
                    country.heardByHost().entrySet()) {
                assertThat(host.getValue()).as(host.getKey()).hasSize(3);
                assertThat(Pace.shortest(host.getValue())).as(host.getKey()).isGreaterThan(Duration.ofSeconds(3));
            }
        }
    }

    /** The chatbot takes two seconds for each answer. */
    private static void hasTrueTimes(Exchange exchange) {
        Timing timing = Objects.requireNonNull(exchange.timing());
        List<Duration> times = new ArrayList<>();
        Stream.of(timing.firstSign(), timing.firstReply(), timing.complete(), timing.error())
                .filter(Objects::nonNull)
                .forEach(times::add);
        assertThat(times).allSatisfy(time -> assertThat(time).isBetween(Duration.ZERO, REPLY));
    }

    private static List<Outcome> of(Portal portal, List<Exchange> stored) {
        return stored.stream()
                .filter(exchange -> exchange.target().equals(portal.target()))
                .map(Exchange::outcome)
                .toList();
    }

    private static Portal portal(String id) {
        DemoBehaviour slow = DemoBehaviour.standard().withPace(1).withDelay("temporary-id-card", Duration.ofSeconds(2));
        return new Portal(id, null, id + Country.DOMAIN, Portal.Door.CHAT_PAGE, slow);
    }
}
