package org.wenda.channel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.channel.FollowRequest;
import org.wenda.transcript.Link;

public final class FollowerTest {
    @DataProvider
    Object[][] addresses() {
        return new Object[][] {
            {"https://example.gov.cn/guide", null},
            {"HTTPS://EXAMPLE.GOV.CN/İ", null},
            {"https://example.gov.cn/a|b?{c}", null}, // browsers take it; the gate judges its host
            {"javascript:void(0)", null},
            {"javascript: ;", null},
            {"JavaScript:void 0;", null},
            {"javascript:window.hurt=1", "The address is a script; it was not run."},
            {"javascript:void(0);hurt()", "The address is a script; it was not run."},
            {"javascript:void(hurt())", "The address is a script; it was not run."},
            {"tel:12345", "An address that begins with tel: is none that is visited."},
            {"weixin://dl/business/?t=x", "An address that begins with weixin: is none that is visited."},
            {"data:text/html,<h1>x</h1>", "An address that begins with data: is none that is visited."},
            {"file:///etc/passwd", "An address that begins with file: is none that is visited."},
            {"no address", "The address no address is none that is visited."},
            {"https:// |", "The address https:// | is none that is visited."},
            {"http://169.254.169.254/latest", "The address http://169.254.169.254/latest is none that is visited."},
        };
    }

    @Test(dataProvider = "addresses")
    public void saysWhyALinkIsLeftAlone(String href, String why) {
        FollowRequest request =
                new FollowRequest(1, new Link("看", href), address -> !"169.254.169.254".equals(address.getHost()));

        assertThat(String.valueOf(Follower.objection(request))).isEqualTo(String.valueOf(why));
    }
}
