package org.wenda.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Link;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;

public final class OfferedTest {
    @DataProvider
    Object[][] texts() {
        return new Object[][] {
            {
                "请访问https://www.beijing.gov.cn/fuwu/a.html?id=1，谢谢",
                "text-address https://www.beijing.gov.cn/fuwu/a.html?id=1"
            },
            {"网址：http://zwfw.sh.gov.cn。", "text-address http://zwfw.sh.gov.cn"},
            {"登录www.gdzwfw.gov.cn/portal办理", "text-address http://www.gdzwfw.gov.cn/portal"},
            {
                "见zwfw.hainan.gov.cn、gjj.haikou.gov.cn",
                "text-address http://zwfw.hainan.gov.cn|text-address http://gjj.haikou.gov.cn"
            },
            {"(https://a.gov.cn/x/)。", "text-address https://a.gov.cn/x/"},
            {"邮箱 service@city.gov.cn", ""},
            {"拨打12345或010-12345678", "phone tel:12345|phone tel:01012345678"},
            {"热线400-810-1234，手机13800138000", "phone tel:4008101234|phone tel:13800138000"},
            {"电话（021）12345678", "phone tel:02112345678"},
            {"请拨打110报警或致电95588，客服：95533", "phone tel:110|phone tel:95588|phone tel:95533"},
            {"工本费120元，另有110平方米、95588人次", ""},
            {"电话费120元，热线119人", ""},
            {"身份证号110101199003071234，共12345678元", ""},
            {"费用12000元，2026-11-25前办理", ""},
            {"打开#小程序://随申办/AbCd12办理", "mini-program #小程序://随申办/AbCd12"},
            {"weixin://dl/business/?t=abc", "mini-program weixin://dl/business/?t=abc"},
            {"点击 https://wxaurl.cn/AbC 进入", "mini-program https://wxaurl.cn/AbC"},
            {"没有链接", ""},
        };
    }

    @Test(dataProvider = "texts")
    public void findsWhatStandsInTheText(String text, String expected) {
        assertThat(String.join("|", lines(Offered.in(exchange(text, List.of(), List.of())))))
                .isEqualTo(expected);
    }

    @Test
    public void tellsKindsOfLinksApart() {
        List<Link> links = List.of(
                new Link("办事指南", "https://a.gov.cn/guide"),
                new Link("在线办理", "https://a.gov.cn/apply"),
                new Link("临时居民身份证申领 办理条件 申请材料", "https://a.gov.cn/card"),
                new Link("010-12345678", "tel:01012345678"),
                new Link("支付宝办理", "alipays://platformapi/startapp?appId=1"),
                new Link("小程序", "https://wxaurl.cn/x"));

        List<OfferedLink> offered = Offered.in(exchange("", links, List.of("在线办理")));

        assertThat(offered)
                .extracting(link -> link.kind().wire())
                .containsExactly("anchor", "button", "card", "phone", "mini-program", "mini-program");
        assertThat(offered).extracting(OfferedLink::exchange).containsOnly(3);
    }

    @Test
    public void tellsAnAnchorOnlyOnce() {
        List<Link> links = List.of(new Link("www.a.gov.cn", "http://www.a.gov.cn/"), new Link("12345", "tel:12345"));

        List<OfferedLink> offered = Offered.in(exchange("见 www.a.gov.cn 或拨打12345", links, List.of()));

        assertThat(offered).extracting(link -> link.kind().wire()).containsExactly("anchor", "phone");
    }

    @Test
    public void boundsAHostileReply() {
        String longest = "https://a.gov.cn/" + "a".repeat(100_000);
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            links.add(new Link("x".repeat(10_000), longest));
        }

        List<OfferedLink> offered = Offered.in(exchange("http://a.gov.cn/ ".repeat(50_000), links, List.of()));

        assertThat(Offered.in(exchange("a.".repeat(50_000) + "gov.cn", List.of(), List.of())))
                .isEmpty();
        assertThat(offered).hasSize(Offered.MOST);
        assertThat(offered.get(0).href()).hasSize(4_097);
        assertThat(offered.get(0).text()).hasSize(500);
    }

    private static List<String> lines(List<OfferedLink> links) {
        return links.stream()
                .map(link -> link.kind().wire() + " " + link.href())
                .toList();
    }

    private static Exchange exchange(String text, List<Link> links, List<String> options) {
        Reply reply = new Reply(List.of(Bubble.of(text)), options, links, List.of(), "", List.of());
        return new Exchange(
                "run",
                "target",
                "scenario",
                "turn",
                3,
                false,
                "问",
                null,
                Outcome.ANSWERED,
                null,
                reply,
                null,
                null,
                Map.of(),
                List.of());
    }
}
