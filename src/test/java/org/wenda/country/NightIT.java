package org.wenda.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;
import org.wenda.demo.DemoBehaviour;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.StoredRun;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;

/** A small night: six portals on three hosts, four workers, and a budget that one host does not come out with. */
@SuppressWarnings("NullAway.Init")
public final class NightIT {
    private static final int BUDGET = 5;
    private static final Duration BETWEEN_TURNS = Duration.ofSeconds(3);

    private Country country;
    private int code;
    private String said;
    private StoredRun stored;

    @BeforeClass
    void aNight() throws Exception {
        country = Country.open(List.of(
                portal("pa", null, "pa", Portal.Door.LAUNCHER),
                portal("ca", "pa", "pa", Portal.Door.CHAT_PAGE),
                portal("cb", "pa", "pa", Portal.Door.LAUNCHER),
                portal("pb", null, "pb", Portal.Door.NO_CHATBOT),
                portal("cc", "pb", "pb", Portal.Door.LAUNCHER),
                portal("pc", null, "pc", Portal.Door.WALL)));
        Path home = Files.createTempDirectory("country");
        Path reports = home.resolve("reports");
        country.furnish(
                home,
                List.of(
                        "pacing.between-turns = 3s",
                        "pacing.jitter = 0s",
                        "pacing.between-visits = 3s",
                        "limits.discovery = 6s",
                        "pacing.daily-turns = " + BUDGET),
                false);
        Operator operator = new Operator(home, reports);
        Operator.Started night = operator.begin("--scenario", "greeting", "--variants", "none", "--parallel", "4");
        code = night.end();
        said = night.said();
        stored = RunDirectory.open(operator.runs().get(0)).read();
    }

    private static Portal portal(String id, @Nullable String parent, String host, Portal.Door door) {
        return new Portal(
                id,
                parent,
                host + Country.DOMAIN,
                door,
                DemoBehaviour.standard().withPace(0.2));
    }

    @Test
    public void holdsNoHostToMoreThanItsBudget() {
        assertThat(country.heardByHost().get("pa.country.test")).hasSize(BUDGET);
        assertThat(country.heardByHost().get("pb.country.test")).hasSize(2);
    }

    @Test
    public void leavesEveryHostItsRest() {
        assertThat(country.heardByHost().values())
                .allSatisfy(heard -> assertThat(Pace.shortest(heard)).isGreaterThanOrEqualTo(BETWEEN_TURNS));
    }

    @Test
    public void talksToAHostOneAtATime() {
        assertThat(country.heardByHost().values())
                .allSatisfy(heard -> assertThat(Pace.interrupted(heard)).isEmpty());
    }

    @Test
    public void leavesTheRestToBeResumed() {
        assertThat(code).as(said).isEqualTo(5);
        assertThat(said).contains("Conversations left to be held: 1. The host has had its 5 questions of the day.");
    }

    @Test
    public void saysOfEachPortalHowItEnded() {
        Map<String, Outcome> last = new TreeMap<>();
        for (Exchange exchange : stored.exchanges()) {
            last.put(exchange.target(), exchange.outcome());
        }
        assertThat(last)
                .containsEntry("ca-web", Outcome.ANSWERED)
                .containsEntry("cc-web", Outcome.ANSWERED)
                .containsEntry("pb-web", Outcome.NO_CHATBOT)
                .containsEntry("pc-web", Outcome.BLOCKED_WAF)
                .hasSize(6);
    }

    @AfterClass(alwaysRun = true)
    void close() throws IOException {
        if (country != null) {
            country.close();
        }
    }
}
