package org.wenda.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public final class LadderTest {
    private static final String GUIDE = "受理条件 申请材料 办理流程 法定时限 " + "居民身份证丢失、补领期间急需使用的可以申请。".repeat(20);
    private static final Matter MATTER = new Matter("临时居民身份证申领", List.of());
    private static final Site SITE = new Site(Set.of("zwfw.city.gov.cn", "www.city-service.com"), false);

    @DataProvider
    Object[][] cases() {
        return new Object[][] {
            // what, status, address, title, text, why
            {"a refusal before what its page says", 403, "https://zwfw.city.gov.cn/a/1", "页面不存在", "页面不存在", Why.REFUSED},
            {"401 before its login page", 401, "https://zwfw.city.gov.cn/a/1", "登录", "请先登录", Why.ASKS_LOGIN},
            {"a challenge before the status", 405, "https://zwfw.city.gov.cn/a/1", "访问被拦截", "您的访问被拦截", Why.CHALLENGE},
            {"the status before the wording", 404, "https://zwfw.city.gov.cn/a/1", "页面不存在", "页面不存在", Why.STATUS},
            {"a server's fault", 502, "https://zwfw.city.gov.cn/a/1", "", "bad gateway", Why.STATUS},
            {"missing before foreign", 200, "https://www.shop.com/a/1", "页面不存在", "页面不存在", Why.SAYS_MISSING},
            {"missing before home", 200, "https://zwfw.city.gov.cn/", "提示", "您访问的页面不存在", Why.SAYS_MISSING},
            {"foreign before login", 200, "https://www.shop.com/login", "用户登录", "用户登录 密码", Why.FOREIGN_HOST},
            {"foreign before the matter", 200, "https://www.shop.com/a/1", "临时居民身份证申领", GUIDE, Why.FOREIGN_HOST},
            {
                "a sister host is not foreign",
                200,
                "https://ga.city-service.com/a/1",
                "临时居民身份证申领",
                GUIDE,
                Why.GUIDES_MATTER
            },
            {"a government's host is not foreign", 200, "https://www.gov.cn/a/1", "临时居民身份证申领", GUIDE, Why.GUIDES_MATTER
            },
            {"a lookalike is foreign", 200, "https://zwfw.city.gov.cn.evil.com/a", "临时居民身份证申领", GUIDE, Why.FOREIGN_HOST
            },
            {"a login of the matter", 200, "https://zwfw.city.gov.cn/login", "临时居民身份证申领", "请登录后办理", Why.LOGIN_FOR_MATTER
            },
            {"login before home", 200, "https://zwfw.city.gov.cn/", "统一身份认证", "账号登录 扫码登录", Why.ASKS_LOGIN},
            {
                "a login beside content is none",
                200,
                "https://zwfw.city.gov.cn/a/1",
                "护照申领",
                GUIDE + "用户登录 请先登录",
                Why.OTHER_MATTER
            },
            {"home before the matter", 200, "https://zwfw.city.gov.cn/", "临时居民身份证申领", GUIDE, Why.LEADS_HOME},
            {
                "a root with a query may be a page",
                200,
                "https://zwfw.city.gov.cn/?item=77",
                "临时居民身份证申领",
                GUIDE,
                Why.GUIDES_MATTER
            },
            {"index.html is home", 200, "https://zwfw.city.gov.cn/index.html", "某市政务服务网", GUIDE, Why.LEADS_HOME},
            {
                "a route to the front is home",
                200,
                "https://zwfw.city.gov.cn/app/../#/home",
                "某市政务服务网",
                "",
                Why.LEADS_HOME
            },
            {
                "a route elsewhere is for a browser",
                200,
                "https://zwfw.city.gov.cn/#/guide/1",
                "某市政务服务网",
                "",
                Why.ONLY_SCRIPT
            },
            {"another deed is another matter", 200, "https://zwfw.city.gov.cn/a/1", "临时居民身份证挂失", GUIDE, Why.OTHER_MATTER
            },
        };
    }

    @Test(dataProvider = "cases")
    public void decidesByTheFirstThatApplies(
            String what, int status, String address, String title, String text, Why why) {
        Finding finding = Ladder.judge(facts(status, address, page(title, text), MATTER));

        assertThat(finding.reason().why()).as(what + ": " + finding).isEqualTo(why);
    }

    @Test
    public void takesAPasswordFieldWithLittleBesideForALogin() {
        LandingPage login = new LandingPage(
                "某省一体化平台", "", List.of(), "手机号 密码", "", "text/html", "UTF-8", 9, false, false, List.of(), 1, true);

        assertThat(Ladder.judge(facts(200, "https://zwfw.city.gov.cn/a/1", login, MATTER))
                        .reason()
                        .why())
                .isEqualTo(Why.ASKS_LOGIN);
    }

    @Test
    public void callsNoHostForeignWhereNoneIsKnown() {
        Facts facts = new Facts(
                link(),
                List.of(hop(200)),
                HttpUrl.get("https://www.shop.com/a/1"),
                page("临时居民身份证申领", GUIDE),
                null,
                "",
                MATTER,
                new Site(Set.of(), false),
                null,
                false);

        assertThat(Ladder.judge(facts).verdict()).isEqualTo(Verdict.GUIDE);
    }

    @Test
    public void knowsAGuideWithoutTheMatter() {
        assertThat(Ladder.judge(facts(200, "https://zwfw.city.gov.cn/a/1", page("护照申领", GUIDE), Matter.NONE))
                        .verdict())
                .isEqualTo(Verdict.GUIDE);
        assertThat(Ladder.judge(facts(200, "https://zwfw.city.gov.cn/a/1", page("工作动态", "会议召开"), Matter.NONE))
                        .reason()
                        .why())
                .isEqualTo(Why.MATTER_UNKNOWN);
    }

    @Test
    public void countsGivenWords() {
        Matter matter = new Matter("临时居民身份证申领", List.of("临时居民身份证", "申领"));

        assertThat(Ladder.judge(facts(200, "https://zwfw.city.gov.cn/a/1", page("临时居民身份证申领", GUIDE), matter))
                        .evidence())
                .contains("title: 临时居民身份证申领 (2 of 2 words)");
    }

    @Test
    public void asksANeighbourOnlyInDoubt() {
        Facts fitting = facts(200, "https://zwfw.city.gov.cn/a/1", page("临时居民身份证申领", GUIDE), MATTER);
        Facts other = facts(200, "https://zwfw.city.gov.cn/a/1", page("护照", GUIDE), MATTER);
        Facts shell = facts(200, "https://zwfw.city.gov.cn/#/a", page("护照", GUIDE), MATTER);

        assertThat(Ladder.mayBeMissing(Ladder.judge(fitting), fitting)).isFalse();
        assertThat(Ladder.mayBeMissing(Ladder.judge(other), other)).isTrue();
        assertThat(Ladder.mayBeMissing(Ladder.judge(shell), shell)).isFalse();
    }

    private static Facts facts(int status, String address, LandingPage page, Matter matter) {
        return new Facts(link(), List.of(hop(status)), HttpUrl.get(address), page, null, "", matter, SITE, null, false);
    }

    private static OfferedLink link() {
        return new OfferedLink(1, LinkKind.ANCHOR, "在线办理", "https://zwfw.city.gov.cn/a/1");
    }

    private static Hop hop(int status) {
        return new Hop(
                HttpUrl.get("https://zwfw.city.gov.cn/a/1").uri(), status, null, Duration.ZERO, null, Hop.How.HTTP);
    }

    private static LandingPage page(String title, String text) {
        return new LandingPage(
                title, "", List.of(), text, "", "text/html", "UTF-8", text.length(), false, false, List.of(), 0, false);
    }
}
