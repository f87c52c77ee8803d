package org.wenda.channel.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.transcript.Landing;

public final class LandedPageTest {
    @Test
    public void boundsWhatAPageSaysOfItself() {
        String much = "办".repeat(100_000);
        Map<String, Object> facts = new HashMap<>();
        List.of("address", "protocol", "title", "heading", "text", "leaveAsks").forEach(key -> facts.put(key, much));

        LandedPage page = LandedPage.of(facts);

        assertThat(page.text()).hasSize(Landing.LONGEST_EXCERPT);
        assertThat(page.address()).hasSize(8_000);
        assertThat(List.of(page.title(), page.heading(), page.protocol(), page.leaveAsks()))
                .allSatisfy(line -> assertThat(line).hasSize(500));
    }

    @Test
    public void readsNothingOutOfNonsense() {
        LandedPage page = LandedPage.of(Map.of("paintedAt", "soon", "leave", "yes", "text", List.of()));

        assertThat(page.paintedAt()).isNull();
        assertThat(page.leave()).isNull();
        assertThat(page.text()).isEmpty();
        assertThat(LandedPage.of(null)).isEqualTo(LandedPage.of("no object"));
    }

    @Test
    public void readsTimesOnTheWallClock() {
        assertThat(LandedPage.of(Map.of("paintedAt", 1_795_654_484_910L)).paintedAt())
                .isCloseTo(Instant.parse("2026-11-26T00:54:44.910Z"), within(1, ChronoUnit.MICROS));
    }

    @DataProvider
    Object[][] protocols() {
        return new Object[][] {
            {"https:", "https://example.gov.cn/", false},
            {"chrome-error:", "chrome-error://chromewebdata/", true},
            {"about:", "about:neterror?e=dnsNotFound", true},
            {"about:", "about:blank", false},
        };
    }

    @Test(dataProvider = "protocols")
    public void knowsTheBrowsersOwnErrorPages(String protocol, String address, boolean is) {
        assertThat(LandedPage.of(Map.of("protocol", protocol, "address", address))
                        .isBrowsersOwn())
                .isEqualTo(is);
    }
}
