package org.wenda.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.demo.DemoBehaviour;
import org.wenda.evidence.RunDirectory;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;

/** Takes away what a run works with while an answer is on its way, and looks whether the night goes on. */
public final class CrashIT {
    /** What is taken away. */
    enum Loss {
        BROWSER,
        DRIVER,
        NETWORK
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
            country.furnish(home, List.of("links.clicks = 0", "limits.silence = 5s", "limits.page = 5s"), true);
            Operator operator = new Operator(home, home.resolve("reports"));
            Operator.Started night =
                    operator.begin("--scenario", "temporary-id-card", "--variants", "none", "--parallel", "1");
            while (country.heard().findAny().isEmpty() && !night.endsWithin(20)) {
                // The server's log is what is waited for.
            }

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
        }
    }

    private static void takeAway(Loss loss, Operator.Started night, Country country, Portal portal) {
        ProcessHandle driver = night.process().children().findFirst().orElseThrow();
        switch (loss) {
            case BROWSER -> driver.children().forEach(ProcessHandle::destroyForcibly);
            case DRIVER -> driver.destroyForcibly();
            case NETWORK -> country.close(portal);
        }
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
