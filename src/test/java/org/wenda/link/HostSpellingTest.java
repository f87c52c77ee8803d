package org.wenda.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Set;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public final class HostSpellingTest {
    @DataProvider
    Object[][] spellings() {
        return new Object[][] {
            {"127.0.0.1", "127.0.0.1"},
            {"127.1", "127.0.0.1"},
            {"127.0.1", "127.0.0.1"},
            {"2130706433", "127.0.0.1"},
            {"0x7f000001", "127.0.0.1"},
            {"0x7F.1", "127.0.0.1"},
            {"0177.0.0.01", "127.0.0.1"},
            {"0", "0.0.0.0"},
            {"0x", "0.0.0.0"},
            {"10.0.258", "10.0.1.2"},
            {"4294967295", "255.255.255.255"},
            {"127.0.0.1.", "127.0.0.1"},
        };
    }

    @Test(dataProvider = "spellings")
    public void readsNumbersAsBrowsersDo(String host, String address) {
        assertThat(HostSpelling.literal(host).map(InetAddress::getHostAddress)).contains(address);
    }

    @DataProvider
    Object[][] nonsense() {
        return new Object[][] {{"256.0.0.1"}, {"1.2.3.4.5"}, {"4294967296"}, {"08.0.0.1"}, {"1..2"}, {"127.0.0.0x100"}};
    }

    @Test(dataProvider = "nonsense")
    public void takesBadNumbersForNothing(String host) {
        assertThat(HostSpelling.isNumeric(host)).isTrue();
        assertThat(HostSpelling.literal(host)).isEmpty();
    }

    @Test
    public void leavesNamesToTheNameServer() {
        assertThat(HostSpelling.isNumeric("www.beijing.gov.cn")).isFalse();
        assertThat(HostSpelling.isNumeric("12345.gov.cn")).isFalse();
        assertThat(HostSpelling.literal("a.0x7g")).isEmpty();
    }

    @DataProvider
    Object[][] disguised() {
        return new Object[][] {
            {"http://2130706433/", "http://127.0.0.1/"},
            {"http://0x7f.1/", "http://127.0.0.1/"},
            {"http://0177.0.0.1/", "http://127.0.0.1/"},
            {"http://１２７．０．０．１/", "http://127.0.0.1/"},
            {"http://127。0。0。1/", "http://127.0.0.1/"},
            {"http://①②⑦.0.0.1/", "http://127.0.0.1/"},
            {"http://[0:0:0:0:0:ffff:7f00:1]/", "http://127.0.0.1/"},
            {"http://good.gov.cn@127.1/", "http://127.0.0.1/"},
            {"http:\\\\127.1\\x", "http://127.0.0.1/x"},
            {"http://a.gov.cn\t/x", "http://a.gov.cn/x"},
        };
    }

    @Test(dataProvider = "disguised")
    public void seesThroughDisguises(String href, String meant) {
        Destination destination = Destination.of(href, new Site(Set.of(), false));

        assertThat(destination)
                .isInstanceOfSatisfying(
                        Destination.Http.class, http -> assertThat(http.url()).hasToString(meant));
    }
}
