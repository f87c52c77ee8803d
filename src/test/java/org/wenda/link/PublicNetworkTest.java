package org.wenda.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public final class PublicNetworkTest {
    @DataProvider
    Object[][] addresses() {
        return new Object[][] {
            // address, whether the target lies on loopback, why not
            {"http://8.8.8.8/", false, null},
            {"http://10.0.0.1/", false, Why.PRIVATE_ADDRESS},
            {"http://10.0.0.1/", true, Why.PRIVATE_ADDRESS},
            {"http://127.0.0.1:8080/x", false, Why.PRIVATE_ADDRESS},
            {"http://127.0.0.1:8080/x", true, null},
            {"http://localhost/", false, Why.PRIVATE_ADDRESS},
            {"http://localhost/", true, null},
            {"http://2130706433/", false, Why.PRIVATE_ADDRESS},
            {"http://0x7f.1/", false, Why.PRIVATE_ADDRESS},
            {"http://[::ffff:10.0.0.1]/", false, Why.PRIVATE_ADDRESS},
            {"http://169.254.169.254/latest/", false, Why.PRIVATE_ADDRESS},
            {"file:///etc/passwd", false, Why.FILE_ADDRESS},
            {"javascript:alert(1)", false, Why.SCRIPT_ADDRESS},
        };
    }

    @Test(dataProvider = "addresses")
    public void tellsWhyAnAddressIsNotVisited(String address, boolean loopback, @Nullable Why why) {
        assertThat(PublicNetwork.refusal(URI.create(address), new Site(Set.of(), loopback))
                        .map(Reason::why)
                        .orElse(null))
                .isEqualTo(why);
    }
}
