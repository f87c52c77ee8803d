package org.wenda.channel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.testng.Reporter;
import org.testng.annotations.AfterClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.channel.Arrival;
import org.wenda.channel.Heard;
import org.wenda.gallery.GalleryPage;
import org.wenda.gallery.GallerySite;
import org.wenda.gallery.Refusal;
import org.wenda.gallery.Tempo;
import org.wenda.transcript.Outcome;

/**
 * Whatever stands between a citizen and a chatbot, and what only looks like one. The pages tell the site what a polite
 * visitor never does: submit a form, type into one, call a person.
 */
@Test(groups = "engine")
public final class ObstaclesIT {
    private static final Duration FOUND_WITHIN = Duration.ofSeconds(15);
    private static final String QUESTION = "居住证办理怎么办理？";
    private static final String ANSWER = "居住证办理可到公安分局户政大厅办理，自受理之日起15个工作日办结。";

    private final GallerySite site = GallerySite.start(Tempo.BRISK);
    private final Conversation talk = new Conversation();

    @AfterClass(alwaysRun = true)
    void stop() {
        talk.close();
        site.close();
    }

    @DataProvider
    Object[][] pagesWithoutAChatbot() {
        return new Object[][] {
            {"search-only"},
            {"letter-box"},
            {"login-form"},
            {"comments"},
            {"hotline"},
            {"qr-code"},
            {"message-board"},
            {"letter-link"},
            {"everything-else"},
            {"nothing"},
        };
    }

    @Test(dataProvider = "pagesWithoutAChatbot")
    public void findsNobodyWhereThereIsNobody(String page) {
        Visited visited = visit(site.page(page), null);

        assertThat(visited.shut().outcome()).isEqualTo(Outcome.NO_CHATBOT);
        assertThat(visited.offences()).isEmpty();
    }

    @DataProvider
    Object[][] pagesWithSomethingBeforeTheChatbot() {
        return new Object[][] {
            {"mourning", ""},
            {"cookie-bar", ""},
            {"notice-cross", ""},
            {"notice-button", ""},
            {"notice-countdown", ""},
            {"region-list", "省本级"},
            {"region-select", "平江市市本级"},
            {"person-or-firm", ""},
            {"consent", ""},
            {"notice-then-person", ""},
            {"region-then-consent", "全省"},
            {"wrong-door-first", ""},
        };
    }

    @Test(dataProvider = "pagesWithSomethingBeforeTheChatbot")
    public void comesThroughAndHears(String page, String chosen) {
        Visited visited = visit(site.page(page), null);
        Heard heard = talk.ask(QUESTION);

        assertThat(visited.arrival()).isInstanceOf(Arrival.Open.class);
        assertThat(heard.reply().text()).isEqualTo(ANSWER);
        assertThat(visited.offences()).isEmpty();
        assertThat(visited.took()).isLessThan(FOUND_WITHIN);
        if (!chosen.isEmpty()) {
            assertThat(site.witnessed()).anySatisfy(what -> assertThat(what).contains("chose " + chosen));
        }
    }

    @Test
    public void choosesTheRegionThatIsAskedFor() {
        visit(site.page("region-list"), "云崖市");

        assertThat(site.witnessed()).contains("/region-list/ chose 云崖市");
    }

    @DataProvider
    Object[][] pagesThatLetNobodyIn() {
        return new Object[][] {
            {"login-door", Outcome.BLOCKED_LOGIN},
            {"login-page", Outcome.BLOCKED_LOGIN},
            {"telephone-first", Outcome.BLOCKED_LOGIN},
            {"slider", Outcome.BLOCKED_CAPTCHA},
            {"geo", Outcome.BLOCKED_GEO},
        };
    }

    @Test(dataProvider = "pagesThatLetNobodyIn")
    public void saysWhyNobodyIsLetIn(String page, Outcome outcome) {
        Visited visited = visit(site.page(page), null);

        assertThat(visited.shut().outcome()).isEqualTo(outcome);
        assertThat(visited.offences()).isEmpty();
    }

    @Test
    public void saysThatAnAnswerAsksForALogin() {
        visit(site.page("login-reply"), null);

        assertThat(talk.ask(QUESTION).outcome()).isEqualTo(Outcome.BLOCKED_LOGIN);
    }

    @DataProvider
    Object[][] refusals() {
        return new Object[][] {
            {Refusal.FORBIDDEN, Outcome.BLOCKED_WAF, null},
            {Refusal.CHALLENGE_412, Outcome.BLOCKED_WAF, null},
            {Refusal.CHALLENGE_202, Outcome.BLOCKED_WAF, null},
            {Refusal.TOO_MANY, Outcome.BLOCKED_ROBOTS, 120L},
            {Refusal.LEGAL, Outcome.BLOCKED_GEO, null},
            {Refusal.MAINTENANCE, Outcome.UNREACHABLE, 3600L},
            {Refusal.BROKEN, Outcome.UNREACHABLE, null},
            {Refusal.MISSING, Outcome.UNREACHABLE, null},
        };
    }

    @Test(dataProvider = "refusals")
    public void saysHowAHostRefuses(Refusal refusal, Outcome outcome, @Nullable Long retryAfter) {
        Arrival.Shut shut = visit(site.page("nothing").resolve("/refusal/" + refusal.name()), null)
                .shut();

        if (WebKit.tellsWordsOnly()) {
            assertThat(shut.outcome()).isEqualTo(WebKit.inWords(refusal));
            assertThat(shut.retryAfterSeconds()).isNull();
            return;
        }
        assertThat(shut.outcome()).isEqualTo(outcome);
        assertThat(shut.retryAfterSeconds()).isEqualTo(retryAfter);
    }

    @Test
    public void waitsForAChallengeThatLetsBrowsersPass() {
        visit(site.page("nothing").resolve("/challenge-once/chatui/"), null);

        assertThat(talk.ask(QUESTION).reply().text()).isEqualTo(ANSWER);
    }

    @DataProvider
    Object[][] kits() {
        return Arrays.stream(GalleryPage.values())
                .map(page -> new Object[] {page})
                .toArray(Object[][]::new);
    }

    @Test(dataProvider = "kits")
    public void findsEveryKitInTime(GalleryPage page) {
        Visited visited = visit(site.page(page), null);

        assertThat(visited.arrival()).isInstanceOf(Arrival.Open.class);
        assertThat(visited.took()).isLessThan(FOUND_WITHIN);
    }

    /**
     * What came of a visit.
     *
     * @param offences what the page saw that a polite visitor does not do
     */
    private record Visited(Arrival arrival, Duration took, List<String> offences) {
        Arrival.Shut shut() {
            assertThat(arrival).isInstanceOf(Arrival.Shut.class);
            return (Arrival.Shut) arrival;
        }
    }

    private Visited visit(URI page, @Nullable String region) {
        int before = site.witnessed().size();
        long began = System.nanoTime();
        Arrival arrival = talk.visit(page, null, region);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Reporter.log(
                String.format(
                        Locale.ROOT,
                        "%-34s %-16s %5.1f s",
                        page.getPath(),
                        arrival instanceof Arrival.Shut shut ? shut.outcome().wire() : "found",
                        took.toMillis() / 1000.0),
                true);
        List<String> offences = site.witnessed().stream()
                .skip(before)
                .filter(what -> !what.contains(" chose ") && !what.endsWith(" agreed"))
                .toList();
        return new Visited(arrival, took, offences);
    }
}
