package org.wenda.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public final class NetworkRequestTest {
    @DataProvider
    Object[][] addresses() {
        return new Object[][] {
            {"https://city.gov.cn/ask?session=8f3a#top", "https://city.gov.cn/ask"},
            {"https://city.gov.cn/ask#a?b", "https://city.gov.cn/ask"},
            {"https://me:secret@city.gov.cn/ask", "https://city.gov.cn/ask"},
            {"https://city.gov.cn/a@b?c", "https://city.gov.cn/a@b"},
            {"wss://city.gov.cn/talk?token=1", "wss://city.gov.cn/talk"},
            {"data:text/html,hello", "data:"},
            {"nothing", ""},
        };
    }

    @Test(dataProvider = "addresses")
    public void keepsNeitherQueriesNorNames(String asked, String kept) {
        assertThat(request(asked, 0).address()).isEqualTo(kept);
    }

    @Test
    public void keepsWhatAPageMadeLongShort() {
        NetworkRequest request = request("https://city.gov.cn/" + "x".repeat(1000), -1);

        assertThat(request.address()).hasSize(500);
        assertThat(request.octets()).isZero();
    }

    private static NetworkRequest request(String address, long octets) {
        return new NetworkRequest("GET", address, "document", Instant.EPOCH, null, 0, "", octets);
    }
}
