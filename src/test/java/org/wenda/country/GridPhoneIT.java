package org.wenda.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.testng.SkipException;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;
import org.wenda.demo.DemoBehaviour;
import org.wenda.demo.DemoPhone;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.StoredRun;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Transcript;

/**
 * Asks the demonstration city's app on a phone that only a Selenium Grid can reach: a hub, and a node that hands
 * sessions on to an Appium server. The phone is a simulation; server, node and hub are real.
 */
@SuppressWarnings("NullAway.Init")
public final class GridPhoneIT {
    private Country country;
    private DemoPhone phone;
    private Grid grid;
    private int code;
    private String said;
    private StoredRun stored;

    @BeforeClass
    void askThroughTheGrid() throws Exception {
        if (!Boolean.getBoolean("wenda.full")) {
            throw new SkipException("takes half a minute: ./wenda test --full");
        }
        Portal city = new Portal("pa", null, "pa" + Country.DOMAIN, Portal.Door.LAUNCHER, DemoBehaviour.standard());
        country = Country.open(List.of(city));
        Path home = Files.createTempDirectory("grid-phone");
        country.furnish(home, List.of(), true);
        phone = DemoPhone.start(Path.of(""));
        grid = Grid.before(phone.server(), "SimDroid", home);
        Files.write(home.resolve("drivers.properties"), settings(country.nearAddress(city)));
        Path reports = home.resolve("reports");
        Operator operator = new Operator(home, reports);
        Operator.Started started = operator.start(List.of(
                "run",
                "city.yanshi.app",
                "--platform",
                "mobile",
                "--scenario",
                "temporary-id-card",
                "--variants",
                "none",
                "--out",
                reports.toString()));
        code = started.end();
        said = started.said();
        stored = RunDirectory.open(operator.runs().get(0)).read();
    }

    private List<String> settings(URI city) {
        return List.of(
                "appium.server = " + grid.address(),
                "appium.automation = SimDroid",
                "appium.capabilities = city=" + city,
                "links.clicks = 0");
    }

    @Test
    public void holdsTheConversation() {
        assertThat(code).as(said).isZero();
        assertThat(stored.problems()).isEmpty();
        assertThat(stored.exchanges())
                .extracting(Exchange::outcome)
                .containsExactly(Outcome.ANSWERED, Outcome.ANSWERED, Outcome.ANSWERED);
    }

    @Test
    public void asksOnlyThroughTheGrid() throws Exception {
        assertThat(country.heard()).hasSize(3);
        assertThat(grid.hubLog()).contains("Session created by the Distributor");
    }

    @Test
    public void tellsWhichPhoneItWas() {
        assertThat(stored.transcripts())
                .extracting(Transcript::client)
                .singleElement()
                .satisfies(client ->
                        assertThat(Objects.requireNonNull(client).toString()).contains("SimDroid (simulated)"));
    }

    @AfterClass(alwaysRun = true)
    void close() {
        if (grid != null) {
            grid.close();
        }
        if (phone != null) {
            phone.close();
        }
        if (country != null) {
            country.close();
        }
    }
}
