package org.wenda.country;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testng.SkipException;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;
import org.wenda.demo.DemoBehaviour;
import org.wenda.evidence.BagCheck;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.StoredRun;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;

/** A small night over a real Selenium Grid of a hub and two nodes, one of which is killed while it is asked. */
@SuppressWarnings("NullAway.Init")
public final class GridIT {
    private static final int PORTALS = 4;
    private static final int TURNS = 3;

    private Country country;
    private Grid grid;
    private long browsersLost;
    private int code;
    private String said;
    private StoredRun night;
    private int resumedCode;
    private String resumedSaid;
    private Path run;
    private StoredRun whole;

    @BeforeClass
    void aNightOverAGrid() throws Exception {
        if (!Boolean.getBoolean("wenda.full")) {
            throw new SkipException("takes more than a minute: ./wenda test --full");
        }
        country = Country.open(List.of(
                portal("pa", null, "pa"),
                portal("ca", "pa", "pa"),
                portal("pb", null, "pb"),
                portal("cb", "pb", "pb")));
        Path home = Files.createTempDirectory("grid");
        country.furnish(home, List.of(), false);
        grid = Grid.start(home, home.resolve("browser"), 2, 2);
        Files.write(
                home.resolve("drivers.properties"),
                List.of(
                        "grid.url = " + grid.address(),
                        "pacing.jitter = 0s",
                        "pacing.between-visits = 3s",
                        "links.clicks = 0"));
        Operator operator = new Operator(home, home.resolve("reports"));
        Operator.Started started =
                operator.begin("--scenario", "temporary-id-card", "--variants", "none", "--parallel", "2");
        killWhileItIsAsked(started);
        code = started.end();
        said = started.said();
        run = operator.runs().get(0);
        night = RunDirectory.open(run).read();
        Operator.Started again = operator.resume(run, "--parallel", "2");
        resumedCode = again.end();
        resumedSaid = again.said();
        whole = RunDirectory.open(run).read();
    }

    private static Portal portal(String id, @Nullable String parent, String host) {
        return new Portal(
                id,
                parent,
                host + Country.DOMAIN,
                Portal.Door.CHAT_PAGE,
                DemoBehaviour.standard().withPace(0.5));
    }

    /** Kills a node that has a browser once both hosts were asked something. */
    private void killWhileItIsAsked(Operator.Started started) throws InterruptedException {
        while (country.heardByHost().size() < 2 && !started.endsWithin(50)) {
            // The servers' log is what is waited for.
        }
        int node = grid.browsersOf(1) > 0 ? 1 : 2;
        browsersLost = grid.browsersOf(node);
        grid.kill(node);
    }

    @Test
    public void endsTheConversationsOfTheKilledNode() {
        assertThat(latest(night).values().stream().filter(one -> one.outcome() == Outcome.BROKEN))
                .as(said)
                .hasSize((int) browsersLost)
                .isNotEmpty();
        assertThat(code).as(said).isEqualTo(5);
    }

    @Test
    public void holdsAllOthersOnTheNodeThatIsLeft() {
        assertThat(answered(night))
                .as(said)
                .hasSizeBetween((int) (PORTALS - browsersLost) * TURNS, PORTALS * TURNS - 1);
    }

    @Test
    public void losesNothingOnceItIsResumed() {
        assertThat(answered(whole)).as(resumedSaid).hasSize(PORTALS * TURNS).containsAll(answered(night));
        assertThat(resumedCode).as(resumedSaid).isZero();
    }

    @Test
    public void asksNothingAgainThatWasAnswered() {
        Map<String, Long> heard = country.heard()
                .collect(groupingBy(
                        one -> one.portal().target() + " " + one.asked().text(), counting()));
        Set<String> answeredAtOnce = latest(night).values().stream()
                .filter(one -> one.outcome() == Outcome.ANSWERED)
                .map(one -> one.target() + " " + one.question())
                .collect(toSet());
        assertThat(answeredAtOnce)
                .isNotEmpty()
                .allSatisfy(question -> assertThat(heard).containsEntry(question, 1L));
    }

    @Test
    public void keepsItsMannersOverTheGrid() {
        assertThat(country.heardByHost()).hasSize(2).allSatisfy((host, heard) -> {
            assertThat(Pace.shortest(heard)).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
            assertThat(Pace.interrupted(heard)).isEmpty();
        });
    }

    @Test
    public void leavesValidBundles() throws IOException {
        try (Stream<Path> bundles = Files.list(run.resolve("bundles"))) {
            assertThat(bundles)
                    .hasSize(PORTALS)
                    .allSatisfy(bundle ->
                            assertThat(BagCheck.check(bundle).faults()).isEmpty());
        }
    }

    /** The last that was stored of each turn. */
    private static Map<String, Exchange> latest(StoredRun stored) {
        Map<String, Exchange> latest = new LinkedHashMap<>();
        stored.exchanges().forEach(one -> latest.put(one.target() + " " + one.turn(), one));
        return latest;
    }

    private static Set<String> answered(StoredRun stored) {
        return latest(stored).entrySet().stream()
                .filter(one -> one.getValue().outcome() == Outcome.ANSWERED)
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    @AfterClass(alwaysRun = true)
    void close() {
        if (grid != null) {
            grid.close();
        }
        if (country != null) {
            country.close();
        }
    }
}
