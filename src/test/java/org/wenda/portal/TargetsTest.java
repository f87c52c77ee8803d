package org.wenda.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.words.InputException;

public final class TargetsTest {
    @DataProvider
    Object[][] typed() {
        return new Object[][] {
            {"http://127.0.0.1:8080/", "http://127.0.0.1:8080/", "127.0.0.1-8080-web"},
            {"127.0.0.1:8080", "http://127.0.0.1:8080/", "127.0.0.1-8080-web"},
            {"www.SH.gov.cn", "https://www.sh.gov.cn/", "www.sh.gov.cn-web"},
            {
                " https://www.hlj.gov.cn/znwd/policy/#/index ",
                "https://www.hlj.gov.cn/znwd/policy/#/index",
                "www.hlj.gov.cn-znwd-policy-index-55986b-web"
            },
            {"http://[::1]:81", "http://[::1]:81/", "1-81-web"},
            {
                "https://政务.中国/问?a=答 案",
                "https://xn--zfr164b.xn--fiqs8s/%E9%97%AE?a=%E7%AD%94%20%E6%A1%88",
                "xn-zfr164b.xn-fiqs8s-e9-97-ae-a-e7-ad-94-20-9cf768-web"
            },
            {"https://x.cn/../../etc?..", "https://x.cn/../../etc?..", "x.cn-etc-931c28-web"},
        };
    }

    @Test(dataProvider = "typed")
    public void makesASafeIdFromAnAddress(String typed, String address, String id) {
        Target target = Targets.ofAddress(typed, Platform.WEB);

        assertThat(target.address()).hasToString(address);
        assertThat(target.id()).isEqualTo(id).matches("[a-z0-9]+([.-]+[a-z0-9]+)*-web");
        assertThat(target.jurisdiction()).isNull();
    }

    @DataProvider
    Object[][] noAddress() {
        return new Object[][] {
            {"ftp://x.cn/"},
            {"https://"},
            {"https:///x"},
            {"http://x:99999/"},
            {"javascript:alert(1)"},
            {"http://a b/"},
            {"file:///etc/passwd"},
            {""},
        };
    }

    @Test(dataProvider = "noAddress")
    public void refusesWhatIsNoWebPage(String typed) {
        assertThatThrownBy(() -> Targets.ofAddress(typed, Platform.WEB))
                .isInstanceOf(InputException.class)
                .hasMessage(typed + ": This is no address of a web page. Expected: https://host/path or"
                        + " http://host:port/path");
    }

    @Test
    public void refusesAPasswordWithoutRepeatingIt() {
        assertThatThrownBy(() -> Targets.ofAddress("https://me:secret@x.cn/", Platform.WEB))
                .isInstanceOf(InputException.class)
                .hasMessage("x.cn/: The address holds a user name or a password. Wenda keeps what it is given, so type"
                        + " it without.");
    }

    @Test
    public void tellsAnAddressFromAnId() {
        assertThat(Targets.looksLikeAddress("shanghai")).isFalse();
        assertThat(Targets.looksLikeAddress("上海")).isFalse();
        assertThat(Targets.looksLikeAddress("localhost:8080")).isTrue();
        assertThat(Targets.looksLikeAddress("www.sh.gov.cn")).isTrue();
    }
}
