package org.wenda.channel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.transcript.NetworkRequest;

public final class NetworkLogTest {
    @DataProvider
    Object[][] addresses() {
        return new Object[][] {
            {"https://city.gov.cn/ask?session=8f3a#top", "https://city.gov.cn/ask"},
            {"https://me:secret@city.gov.cn/ask", "https://city.gov.cn/ask"},
            {"https://city.gov.cn/a@b?c", "https://city.gov.cn/a@b"},
            {"wss://city.gov.cn/talk?token=1", "wss://city.gov.cn/talk"},
            {"data:text/html,hello", "data:"},
            {"nothing", ""},
        };
    }

    @Test(dataProvider = "addresses")
    public void keepsNeitherQueriesNorNames(String asked, String kept) {
        NetworkLog log = new NetworkLog();

        assertThat(log.began("1", "GET", asked, "document", Instant.EPOCH)).isTrue();

        assertThat(log.all()).extracting(NetworkRequest::address).containsExactly(kept);
    }

    @Test
    public void keepsNoMoreThanItsBounds() {
        NetworkLog log = new NetworkLog();
        for (int i = 0; i < 3000; i++) {
            String address = "https://city.gov.cn/" + "x".repeat(1000);
            assertThat(log.began("" + i, "GET", address, null, Instant.EPOCH)).isEqualTo(i < 2000);
            log.ended("" + i, Duration.ofMillis(1), 200, null, -1);
        }

        assertThat(log.all()).hasSize(2000).allSatisfy(request -> {
            assertThat(request.address()).hasSize(500);
            assertThat(request.octets()).isZero();
        });
    }
}
