package org.wenda.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.Journal;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.evidence.StoredLink;
import org.wenda.link.Hop;
import org.wenda.link.Offered;
import org.wenda.link.OfferedLink;
import org.wenda.link.Reason;
import org.wenda.link.Verdict;
import org.wenda.link.Why;
import org.wenda.score.Abstention;
import org.wenda.score.Ground;
import org.wenda.score.Index;
import org.wenda.score.Mark;
import org.wenda.score.Place;
import org.wenda.score.RuleId;
import org.wenda.score.Spread;
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
import org.wenda.transcript.Reply;
import org.wenda.transcript.Timing;
import org.wenda.transcript.Trait;
import org.wenda.transcript.Transcript;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/** A run as it might have been: two targets, several outcomes, a chatbot that attacks whoever reads it. */
final class SampleRun {
    static final String RUN = "2026-11-23T020000Z-demo-hefei";
    static final Instant START = Instant.parse("2026-11-23T02:00:00.123Z");

    /** Everything that a chatbot may say to a page that shows its words. Each would give the window a name. */
    static final List<String> ATTACKS = List.of(
            "<script>top.name=document.title=7</script>",
            "<img src=x onerror=top.name=document.title=7>",
            "</textarea></title></style></script><svg onload=top.name=document.title=7>",
            "<iframe srcdoc='<script>top.name=document.title=7</script>'></iframe>",
            "<style>*{position:fixed;inset:0;background:red}</style>",
            "<link rel=stylesheet href=http://canary.invalid/x.css><base href=http://canary.invalid/>",
            "<meta http-equiv=refresh content='0;url=http://canary.invalid/'>",
            "{{ 7*7 }} {% raw %} ${7*7} {0} '{'",
            "' onmouseover='top.name=document.title=7' x='",
            "\" autofocus onfocus=\"top.name=document.title=7",
            "--></div></section></main><form action=http://canary.invalid><input autofocus onfocus=top.name=document.title=7>",
            "\u202egnp.exe\u202c \u200bzero\u200d \u0007bell \ud800 half \u2066isolate",
            "Z̸̢̛̺̼̪̮͖̈́̆͗̑̀́͝ͅä̷̡̢̛̪̮͖́̆͗l̵̢̛̺g̷o",
            "x".repeat(100_000));

    private static final Move MOVE = new Move(
            new Move.Spot(List.of(), ATTACKS.get(0), "input", List.of("#kw"), List.of()),
            new Move.Spot(List.of("智能客服"), "请输入", "textarea", List.of("#bot"), List.of("javascript:top.name=7")));

    private final RunDirectory directory;
    private final List<Exchange> all = new ArrayList<>();

    private SampleRun(RunDirectory directory) {
        this.directory = directory;
    }

    /** Stores the run below {@code reports} and lets go of it. */
    static RunDirectory store(Path reports) {
        try (RunDirectory directory = RunDirectory.create(reports, RUN)) {
            new SampleRun(directory).store();
            return RunDirectory.open(directory.root());
        }
    }

    private void store() {
        RunRecord begun = record();
        directory.write(begun);
        directory.keepProfile("demo-web", "target: demo-web\n");
        try (Journal journal = directory.journal()) {
            conversation(journal, "demo-web", "temporary-id-card", idCard());
            conversation(journal, "demo-web", "social-security-transfer", socialSecurity());
            conversation(
                    journal,
                    "demo-web",
                    "nonsense",
                    List.of(turn(Outcome.FALLBACK, "紫色的星期三几斤重？", 210, 480, 900, reply("抱歉，小演没有听懂您的问题，请换个说法。"))));
            conversation(journal, "demo-web", "complaint", hostile());
            conversation(
                    journal,
                    "hefei-web",
                    "temporary-id-card",
                    List.of(new Turn(
                            Outcome.BLOCKED_WAF,
                            "临时居民身份证怎么申领？",
                            "HTTP 403, <b onclick=top.name=document.title=7>Forbidden</b>",
                            Reply.NONE,
                            null)));
        }
        directory.write(all.stream().flatMap(SampleRun::followed).toList());
        directory.write("a".repeat(64), marks());
        directory.write(begun.ended(RunRecord.State.PARTIAL, START.plusSeconds(64), RunRecord.Totals.of(all)));
    }

    private record Turn(
            Outcome outcome,
            String question,
            @Nullable String reason,
            Reply reply,
            @Nullable Timing timing,
            @Nullable Choice choice) {
        Turn(Outcome outcome, String question, @Nullable String reason, Reply reply, @Nullable Timing timing) {
            this(outcome, question, reason, reply, timing, null);
        }

        Turn pressed(int step) {
            return new Turn(outcome, question, reason, reply, timing, new Choice(step, question));
        }
    }

    private static Turn turn(Outcome outcome, String question, int sign, int first, int complete, Reply reply) {
        return new Turn(
                outcome,
                question,
                null,
                reply,
                new Timing(
                        START.plusSeconds(4),
                        Duration.ofMillis(sign),
                        Duration.ofMillis(first),
                        Duration.ofMillis(complete),
                        reply.thinking().isEmpty() ? null : Duration.ofMillis(first - sign),
                        Duration.ofMillis(17)));
    }

    private static List<Turn> idCard() {
        Link guide = new Link("办事指南", "https://www.example.gov.cn/guide/linshi-sfz?from=chat");
        Link apply = new Link("在线办理", "https://www.example.gov.cn/apply/linshi-sfz");
        Reply answer = new Reply(
                List.of(
                        new Bubble(
                                "您好，临时居民身份证申领须知：\n\n一、申领条件\n居民身份证遗失、损坏或到期，急需用证的本市户籍居民。\n\n"
                                        + "二、所需材料\n1. 居民户口簿\n2. 近期一寸免冠照片两张\n\n三、办理时限\n3 个工作日\n\n四、收费\n10 元/证",
                                List.of(guide, apply),
                                List.of(),
                                List.of(),
                                null),
                        Bubble.of("请问还想了解哪一项？")),
                List.of("需要什么材料", "去哪里办", "多久能办好"),
                List.of(guide, apply),
                List.of(),
                "",
                List.of("useful", "useless", "human"));
        Reply streamed = new Reply(
                List.of(Bubble.of("需要：\n• 居民户口簿原件\n• 一寸免冠照片两张\n• 填写《临时居民身份证申领登记表》")),
                List.of(),
                List.of(guide),
                List.of(new Link("《临时居民身份证管理办法》", "https://www.example.gov.cn/law/42")),
                "用户在问前一个事项所需的材料。根据办事指南……",
                List.of("ai-label", "copy", "regenerate"));
        return List.of(
                turn(Outcome.ANSWERED, "临时居民身份证怎么申领？", 120, 640, 1480, answer),
                turn(Outcome.ANSWERED, "需要带什么材料？", 90, 3200, 8730, streamed));
    }

    private static List<Turn> socialSecurity() {
        Reply options = new Reply(
                List.of(Bubble.of("请问您要办理的是哪一种社保转移？")),
                List.of("养老保险转移", "医疗保险转移", "失业保险转移"),
                List.of(),
                List.of(),
                "",
                List.of());
        return List.of(
                turn(Outcome.OPTIONS, "社保怎么转到外地？", 130, 520, 700, options),
                turn(Outcome.FALLBACK, "养老保险转移", 140, 410, 820, reply("抱歉，我还在学习中，暂时无法回答。"))
                        .pressed(1),
                new Turn(
                        Outcome.SILENT,
                        "那去哪个窗口问？",
                        "120 s without a sign",
                        Reply.NONE,
                        new Timing(START.plusSeconds(9), null, null, null, null, Duration.ofMillis(17))));
    }

    private static List<Turn> hostile() {
        List<Bubble> bubbles = ATTACKS.stream().map(Bubble::of).toList();
        List<Link> links = List.of(
                new Link("<img src=x onerror=top.name=document.title=7>", "javascript:top.name=document.title=7"),
                new Link("tab", "java\tscript:top.name=document.title=7"),
                new Link("data", "data:text/html,<script>top.name=document.title=7</script>"),
                new Link("who", "https://www.gov.cn@canary.invalid/"),
                new Link("quote", "https://canary.invalid/\"onmouseover=\"top.name=document.title=7"),
                new Link("honest", "http://example.gov.cn/a?b=1&c=<2>"),
                new Link("honest too", "https://example.gov.cn/a?b=1&c=2"));
        Reply attack = new Reply(
                bubbles,
                ATTACKS.subList(0, 6),
                links,
                links.subList(0, 2),
                String.join("\n", ATTACKS.subList(0, 12)),
                List.of("human", "<script>top.name=document.title=7</script>"));
        return List.of(turn(Outcome.ANSWERED, "怎么投诉？", 50, 90, 400, attack));
    }

    private void conversation(Journal journal, String target, String scenario, List<Turn> turns) {
        List<Exchange> exchanges = new ArrayList<>();
        int number = 1;
        for (Turn turn : turns) {
            exchanges.add(exchange(target, scenario, number++, turn));
        }
        exchanges.forEach(journal::add);
        all.addAll(exchanges);
        boolean reached = turns.get(0).timing() != null;
        directory.write(new Transcript(
                RUN,
                target,
                scenario,
                START,
                new Client(
                        "chrome 156.0.8078.79",
                        "chromedriver 156.0.8078.79",
                        "linux",
                        Duration.ofNanos(-1_250_000),
                        Duration.ofMillis(2)),
                reached ? opening(scenario) : null,
                exchanges,
                List.of(),
                List.of(new Feature(Trait.HOT_QUESTIONS, Feature.OPENING, ATTACKS.get(3)))));
    }

    private static Opening opening(String scenario) {
        boolean hostile = scenario.equals("complaint");
        return new Opening(
                new Entry(
                        "launcher in frame 1",
                        List.of(
                                "reads 智能客服",
                                "fixed at the lower right",
                                hostile ? ATTACKS.get(1) : "frame named chat"),
                        hostile ? "javascript:top.name=document.title=7" : "http://127.0.0.1:40123/",
                        false,
                        hostile ? MOVE : null),
                hostile ? ATTACKS.subList(0, 12) : List.of("您好，我是小演，很高兴为您服务！"),
                List.of("社保转移", "身份证办理"),
                List.of("human"),
                Duration.ofMillis(1_320));
    }

    /** Marks that rest on attacks, one for each kind of ground, and marks of a target that let nobody in. */
    private static List<Mark> marks() {
        Place place = new Place("complaint", null, 1, 1);
        List<Ground> grounds = List.of(
                new Ground.Ended(place, Outcome.ANSWERED),
                new Ground.Words(place, 0, 40, ATTACKS.get(0)),
                new Ground.Timed(place, "first-reply", Duration.ofMillis(640), Duration.ofMillis(17)),
                new Ground.Led(place, "javascript:top.name=document.title=7", Verdict.DEAD),
                new Ground.Seen(place, new Feature(Trait.VOICE_INPUT, Feature.INPUT, ATTACKS.get(1))),
                new Ground.Pictured(place, new Evidence(Evidence.Kind.AFTER, "complaint/1-opening-after.png")));
        Message said = Message.of(Mark.class, "matter-hit.none", ATTACKS.get(2));
        RuleId rule = new RuleId("matter-hit", 1);
        Spread spread = new Spread(1, 2, 3, 3, Spread.MARK);
        return List.of(
                new Mark("demo-web", "complaint", "D31", Index.MarkedBy.SUGGEST, 2, null, rule, spread, grounds, said),
                new Mark("demo-web", null, "S2", Index.MarkedBy.RULE, 0, null, rule, null, grounds, said),
                new Mark(
                        "demo-web",
                        null,
                        "I1",
                        Index.MarkedBy.HUMAN,
                        null,
                        Abstention.FOR_RATERS,
                        rule,
                        null,
                        List.of(),
                        said),
                new Mark(
                        "hefei-web",
                        "temporary-id-card",
                        "D11",
                        Index.MarkedBy.SUGGEST,
                        null,
                        Abstention.BLOCKED,
                        rule,
                        null,
                        List.of(),
                        said));
    }

    /** Where the links led, as a page may say it that attacks whoever reads of it. */
    private static Stream<StoredLink> followed(Exchange exchange) {
        List<OfferedLink> offered = Offered.in(exchange);
        return IntStream.range(0, offered.size()).mapToObj(i -> {
            String attack = ATTACKS.get(i % ATTACKS.size());
            List<Why> all = List.of(Why.values());
            Why why = all.get(i % all.size());
            return new StoredLink(
                    StoredLink.Place.of(exchange),
                    offered.get(i),
                    why.verdict(),
                    new Reason(why, List.of(attack, attack, attack)),
                    List.of(new Hop(
                            URI.create("http://canary.invalid/" + i),
                            302,
                            attack,
                            Duration.ofMillis(80),
                            null,
                            Hop.How.HTTP)),
                    "javascript:top.name=document.title=7",
                    new StoredLink.Page(attack, attack, attack, attack, "utf-8", 4096, false, false),
                    List.of(attack),
                    Duration.ofMillis(80),
                    START.plusSeconds(60),
                    false,
                    null,
                    new StoredLink.Look(
                            exchange.target(),
                            exchange.scenario(),
                            Landing.Where.NEW_TAB,
                            "javascript:top.name=document.title=7",
                            attack,
                            attack,
                            Duration.ofMillis(300),
                            Duration.ofMillis(700),
                            Duration.ofMillis(19),
                            1,
                            true,
                            attack,
                            null));
        });
    }

    private Exchange exchange(String target, String scenario, int number, Turn turn) {
        String id = number == 1 ? "opening" : "follow-up-" + number;
        List<Evidence> evidence = new ArrayList<>();
        if (turn.timing() != null) {
            evidence.add(keep(target, scenario, number, id, Evidence.Kind.BEFORE, turn));
            evidence.add(keep(target, scenario, number, id, Evidence.Kind.AFTER, turn));
            evidence.add(directory.keepDom(target, scenario, number, id, "<div>" + ATTACKS.get(0) + "</div>"));
        }
        return new Exchange(
                RUN,
                target,
                scenario,
                id,
                number,
                number == 1,
                turn.question(),
                turn.choice(),
                turn.outcome(),
                turn.reason(),
                turn.reply(),
                turn.timing(),
                turn.timing() == null ? null : "quiet+transport",
                Map.of(),
                evidence);
    }

    private Evidence keep(String target, String scenario, int number, String id, Evidence.Kind kind, Turn turn) {
        String said = kind == Evidence.Kind.AFTER
                ? turn.reply().text().lines().findFirst().orElse("…")
                : "";
        return directory.keep(target, scenario, number, id, kind, picture(turn.question(), said));
    }

    private static byte[] picture(String question, String said) {
        BufferedImage image = new BufferedImage(380, 520, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 380, 520);
        pen.setColor(new Color(0x1c5a62));
        pen.fillRect(0, 0, 380, 48);
        pen.setFont(new Font("Noto Sans CJK SC", Font.PLAIN, 15));
        pen.setColor(Color.WHITE);
        pen.drawString("小演 · 智能客服", 16, 30);
        pen.setColor(Color.DARK_GRAY);
        pen.drawString(question, 120, 90);
        pen.drawString(said.substring(0, Math.min(22, said.length())), 16, 140);
        pen.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply reply(String text) {
        return new Reply(List.of(Bubble.of(text)), List.of(), List.of(), List.of(), "", List.of());
    }

    private static RunRecord record() {
        return new RunRecord(
                RUN,
                "0.1.0",
                START,
                null,
                RunRecord.State.RUNNING,
                List.of("run", "demo", "hefei"),
                Lang.ZH,
                new RunRecord.Machine("Linux 6.1", "17.0.15", 2),
                new RunRecord.Plan(
                        List.of(
                                new RunRecord.PlannedTarget(
                                        "demo-web", "演示市", "Demo City", "web", "http://127.0.0.1:40123/"),
                                new RunRecord.PlannedTarget(
                                        "hefei-web", "合肥", "Hefei", "web", "https://hefei.example.gov.cn/")),
                        List.of(
                                scenario("temporary-id-card", "临时居民身份证申领", "Temporary ID card", "information"),
                                scenario(
                                        "social-security-transfer", "社保转移到外地", "Moving social security", "information"),
                                scenario("nonsense", "无意义的问题", "A nonsense question", "nonsense"),
                                scenario("complaint", "投诉参与", "A complaint", "complaint"))),
                RunRecord.Totals.NONE,
                List.of(
                        new RunRecord.Unverified("hefei-web", "web", "https://hefei.example.gov.cn/", "portals.md"),
                        new RunRecord.Unverified("hefei-web", "chatbot", "小合", "portals.md")),
                List.of(new RunRecord.Moved("demo-web", MOVE.was(), MOVE.now(), ATTACKS.get(1), true)),
                false);
    }

    private static RunRecord.PlannedScenario scenario(String id, String matter, String matterEn, String kind) {
        return new RunRecord.PlannedScenario(id, matter, matterEn, kind, List.of("opening"));
    }
}
