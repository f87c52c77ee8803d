package org.wenda.evidence;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wenda.link.Hop;
import org.wenda.link.LinkKind;
import org.wenda.link.OfferedLink;
import org.wenda.link.Reason;
import org.wenda.link.Tls;
import org.wenda.link.Verdict;
import org.wenda.link.Why;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Choice;
import org.wenda.transcript.Client;
import org.wenda.transcript.Entry;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Feature;
import org.wenda.transcript.Landing;
import org.wenda.transcript.Link;
import org.wenda.transcript.Move;
import org.wenda.transcript.Opening;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Picture;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Timing;
import org.wenda.transcript.Trait;
import org.wenda.transcript.Transcript;
import org.wenda.transcript.Trial;
import org.wenda.words.Lang;

/** Small records with every field filled. */
final class RunSamples {
    static final String RUN = "2026-11-23T020000Z-demo";
    static final Instant START = Instant.parse("2026-11-23T02:00:00.123Z");

    private RunSamples() {}

    static Exchange exchange(int number, Outcome outcome) {
        return exchange(number, null, outcome, null);
    }

    /** An exchange whose first bubble was added to after its end had been told. */
    static Exchange late(int number) {
        return exchange(number, null, Outcome.ANSWERED, Duration.ofNanos(4_100_500_000L));
    }

    /** An option that was pressed. */
    static Exchange pressed(int number, Outcome outcome) {
        return exchange(number, new Choice(1, "临时居民身份证怎么申领？"), outcome, null);
    }

    private static Exchange exchange(int number, @Nullable Choice choice, Outcome outcome, @Nullable Duration late) {
        return new Exchange(
                RUN,
                "demo-web",
                "temporary-id-card",
                "turn-" + number,
                number,
                true,
                "临时居民身份证怎么申领？",
                choice,
                outcome,
                "a reason",
                reply(late),
                new Timing(
                        START,
                        Duration.ofMillis(120),
                        Duration.ofNanos(340_500_000),
                        Duration.ofSeconds(2),
                        Duration.ofMillis(80),
                        Duration.ofMillis(17)),
                "quiet+transport",
                Map.of("number", "12345", "place", "大厅"),
                List.of());
    }

    /** A question in other words, asked for the second time. */
    static Exchange worded(int number) {
        Exchange same = exchange(number, Outcome.ANSWERED);
        return new Exchange(
                RUN,
                same.target(),
                same.scenario(),
                same.turn(),
                number,
                true,
                "临时身份证咋办",
                null,
                new Trial("colloquial-2", 2),
                false,
                same.outcome(),
                null,
                same.reply(),
                same.timing(),
                same.endedBy(),
                Map.of(),
                List.of());
    }

    static Exchange unreachable() {
        return new Exchange(
                RUN,
                "demo-web",
                "temporary-id-card",
                "opening",
                1,
                true,
                "在吗",
                null,
                Outcome.UNREACHABLE,
                null,
                Reply.NONE,
                null,
                null,
                Map.of(),
                List.of(new Evidence(Evidence.Kind.PAGE, "temporary-id-card/01-opening-page.png")));
    }

    static Reply reply() {
        return reply(null);
    }

    private static Reply reply(@Nullable Duration late) {
        Link link = new Link("办事指南", "https://example.gov.cn/guide");
        return new Reply(
                List.of(
                        new Bubble(
                                "第一步\n第二步\t表格 \ud800 \u2028 \"quoted\"",
                                List.of(link),
                                List.of("是"),
                                List.of(new Picture("图", "data:image/png")),
                                late),
                        Bubble.of("还有问题吗？")),
                List.of("是", "否"),
                List.of(link),
                List.of(new Link("来源", "javascript:alert(1)")),
                "先想一想",
                List.of("useful", "human"));
    }

    static Transcript transcript(List<Exchange> exchanges) {
        return new Transcript(
                RUN,
                "demo-web",
                "temporary-id-card",
                START,
                new Client(
                        "chrome 156", "chromedriver 156", "linux", Duration.ofNanos(-1_250_000), Duration.ofMillis(2)),
                new Opening(
                        new Entry("launcher in frame 1", List.of("says 智能客服"), "http://127.0.0.1/", false, 1, move()),
                        List.of("您好"),
                        List.of("社保"),
                        List.of("human"),
                        Duration.ofMillis(900)),
                exchanges,
                List.of(landing(), Landing.notClicked(2, new Link("拨打", "tel:12345"), "a telephone number")),
                List.of(
                        new Feature(Trait.VOICE_INPUT, Feature.INPUT, "语音输入"),
                        new Feature(Trait.HAND_OVER, Feature.PAGE, "转人工 \ud800")));
    }

    static Landing landing() {
        return new Landing(
                1,
                "办事指南",
                "https://example.gov.cn/guide",
                Landing.Where.NEW_TAB,
                "https://example.gov.cn/guide?from=chat",
                "办事指南 \ud800",
                "临时居民身份证申领",
                "受理条件\n办理材料",
                Duration.ofNanos(312_500_000),
                Duration.ofMillis(900),
                Duration.ofMillis(19),
                0,
                true,
                null,
                new Evidence(Evidence.Kind.LANDING, "temporary-id-card/01-opening-landing-1.png"));
    }

    /** A link of an exchange with every field filled. */
    static StoredLink link(Exchange exchange, String text, String href) {
        Instant day = Instant.parse("2026-01-01T00:00:00Z");
        Tls tls = new Tls("TLSv1.3", "CN=example.gov.cn", "CN=authority", day, day, "expired");
        return new StoredLink(
                StoredLink.Place.of(exchange),
                new OfferedLink(exchange.number(), LinkKind.ANCHOR, text, href),
                Verdict.GUIDE,
                new Reason(Why.GUIDES_MATTER, List.of("title: 办事指南")),
                List.of(
                        new Hop(URI.create(href), 302, "/guide/2", Duration.ofNanos(12_500_000), tls, Hop.How.HTTP),
                        new Hop(URI.create(href + "/2"), 200, null, Duration.ofMillis(30), null, Hop.How.META_REFRESH)),
                href + "/2#top",
                new StoredLink.Page("办事指南 \ud800", "临时居民身份证", "", "text/html", "GBK", 4_321, false, true),
                List.of("title: 办事指南"),
                Duration.ofNanos(42_500_000),
                START,
                true,
                "urn:uuid:00000000-0000-4000-8000-000000000000",
                StoredLink.Look.of("demo-web", "temporary-id-card", landing()));
    }

    static Move move() {
        return new Move(
                new Move.Spot(List.of(), "搜索", "input", List.of("#kw"), List.of()),
                new Move.Spot(
                        List.of("智能客服"),
                        "请输入您的问题",
                        "textarea",
                        List.of("#bot", "textarea"),
                        List.of("http://127.0.0.1/chat/")));
    }

    static RunRecord record() {
        return new RunRecord(
                RUN,
                "0.1.0",
                START,
                null,
                RunRecord.State.RUNNING,
                List.of("run", "demo"),
                Lang.ZH,
                new RunRecord.Machine("Linux 6", "17.0.15", 2),
                new RunRecord.Plan(
                        List.of(new RunRecord.PlannedTarget(
                                "demo-web", "演示市", "Demo City", "web", "http://127.0.0.1/")),
                        List.of(new RunRecord.PlannedScenario(
                                "temporary-id-card",
                                "临时居民身份证申领",
                                "Temporary ID card",
                                "information",
                                List.of("turn-1", "turn-2")))),
                RunRecord.Totals.NONE,
                List.of(new RunRecord.Unverified("demo-web", "chatbot", "小演", "portals.md")),
                List.of(new RunRecord.Moved("demo-web", move().was(), move().now(), "launcher in frame 1", true)),
                false);
    }
}
