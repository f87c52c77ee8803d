package org.wenda.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public final class SmallRulesTest {
    @DataProvider
    Object[][] rests() {
        return new Object[][] {
            {"120", "OptionalLong[120]"},
            {" 0 ", "OptionalLong[0]"},
            {"Thu, 26 Nov 2026 00:01:00 GMT", "OptionalLong[60]"},
            {"Wed, 25 Nov 2026 00:01:00 GMT", "OptionalLong[0]"},
            {"soon", "OptionalLong.empty"},
            {"-5", "OptionalLong.empty"},
            {"99999999999999999999", "OptionalLong.empty"},
            {null, "OptionalLong.empty"},
        };
    }

    @Test(dataProvider = "rests")
    public void readsWhatAHostAsksFor(@Nullable String said, String seconds) {
        assertThat(RetryAfter.seconds(said, Instant.parse("2026-11-26T00:00:00Z")))
                .hasToString(seconds);
    }

    @DataProvider
    Object[][] neighbours() {
        return new Object[][] {
            // address, a neighbour, what they share
            {"https://a.gov.cn/x/guide.html", "https://a.gov.cn/x/wenda[0-9a-f]{10}\\.html", "https://a.gov.cn:443/x/"},
            {
                "https://a.gov.cn/x/guide.html?from=chat",
                "https://a.gov.cn/x/wenda[0-9a-f]{10}\\.html",
                "https://a.gov.cn:443/x/"
            },
            {"https://a.gov.cn/x/", "https://a.gov.cn/x/wenda[0-9a-f]{10}", "https://a.gov.cn:443/x/"},
            {
                "https://a.gov.cn/item.do?itemId=77&v=2",
                "https://a.gov.cn/item.do\\?v=2&itemId=wenda[0-9a-f]{10}",
                "https://a.gov.cn:443/item.do?"
            },
            {
                "https://a.gov.cn/item?x=4403001",
                "https://a.gov.cn/item\\?x=wenda[0-9a-f]{10}",
                "https://a.gov.cn:443/item?"
            },
        };
    }

    @Test(dataProvider = "neighbours")
    public void makesUpANeighbour(String address, String neighbour, String group) {
        HttpUrl url = HttpUrl.get(address);

        assertThat(new MadeUp(new Random(1)).beside(url).toString()).matches(neighbour);
        assertThat(MadeUp.group(url)).isEqualTo(group);
    }

    @DataProvider
    Object[][] missing() {
        return new Object[][] {
            {"您访问的页面不存在或已删除"},
            {"抱歉，您要查看的事项已下架"},
            {"页面走丢了"},
            {"404 Not Found"},
            {"找不到页面"},
            {"该文章已被删除"},
            {"没有找到您要的页面"},
            {"系统繁忙，请稍后再试"},
            {"很抱歉，您所访问的信息不存在"},
            {"HTTP Status 404 – Not Found"},
            {"404"},
        };
    }

    @Test(dataProvider = "missing")
    public void knowsThatAPageIsMissing(String text) {
        assertThat(Wording.missing(text)).isPresent();
    }

    @DataProvider
    Object[][] present() {
        return new Object[][] {
            {"临时居民身份证申领"}, {"身份证丢失怎么办"}, {"公司注销登记"}, {"编号4040012号"}, {"居民身份证遗失补领"}, {"不存在拖欠工资的情形"},
        };
    }

    @Test(dataProvider = "present")
    public void takesNoMatterForAMissingPage(String text) {
        assertThat(Wording.missing(text)).isEmpty();
    }
}
