package org.wenda.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenda.transcript.Outcome.ANSWERED;
import static org.wenda.transcript.Outcome.BLOCKED_LOGIN;
import static org.wenda.transcript.Outcome.BLOCKED_WAF;
import static org.wenda.transcript.Outcome.BROKEN;
import static org.wenda.transcript.Outcome.FALLBACK;
import static org.wenda.transcript.Outcome.HANDOVER;
import static org.wenda.transcript.Outcome.NO_CHATBOT;
import static org.wenda.transcript.Outcome.OPTIONS;
import static org.wenda.transcript.Outcome.SILENT;
import static org.wenda.transcript.Outcome.UNREACHABLE;
import static org.wenda.transcript.Outcome.WIDGET_MOVED;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.link.Why;
import org.wenda.scenario.Scenarios;
import org.wenda.transcript.Feature;
import org.wenda.transcript.Landing;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Trait;
import org.wenda.words.Lang;

/** Golden cases of every rule: a conversation in, a mark out. A new case is a row; a found bug becomes one. */
public final class RuleCasesTest {
    private static final Index INDEX = Index.in(Path.of(""));

    private static final String FULL = "临时居民身份证申领办理说明：\n一、办理条件\n在领到居民身份证之前急需使用\n二、所需材料\n户口簿原件\n三、办理流程\n到派出所提出申请\n"
            + "四、办理时限\n自申请之日起3日内发放\n五、办理地点\n户籍所在地派出所\n六、收费标准\n工本费10元";
    private static final String GUIDE = "https://demo.gov.cn/guide/1";

    private static Told card() {
        return Told.about("temporary-id-card");
    }

    private static Told cardAnswered() {
        return card().says(ANSWERED, FULL);
    }

    private static Told handled() {
        return Told.about("social-security-card").says(ANSWERED, "社会保障卡办理及发放，您可以在线办理。");
    }

    private static Told complained(String reply) {
        return Told.about("complaint").says(ANSWERED, reply);
    }

    private static Told askedForPerson(String first, String second) {
        return complained(first).says("person", ANSWERED, second);
    }

    private static Told nonsense() {
        return Told.about("nonsense");
    }

    private static Told vague() {
        return Told.about("vague");
    }

    private static Told three(int reply, int error) {
        return cardAnswered()
                .took(reply, error)
                .says("materials", ANSWERED, "户口簿")
                .took(reply, error)
                .says("sooner", ANSWERED, "不能")
                .took(reply, error);
    }

    private static Dossier of(Told... told) {
        return Told.dossier(told);
    }

    @DataProvider
    Object[][] informationCases() {
        return new Object[][] {
            {"D11", "a direct answer", of(cardAnswered()), "3"},
            {"D11", "an option on the way", of(card().says(OPTIONS, "您想问哪一项").pressed(ANSWERED, FULL)), "2"},
            {"D11", "options that name it", of(card().says(OPTIONS, "您想问").options("临时居民身份证申领", "社保")), "2"},
            {"D11", "loosely related", of(card().says(ANSWERED, "居民身份证丢失请到派出所。")), "1"},
            {"D11", "another matter", of(card().says(ANSWERED, "公积金贷款最高60万元。")), "0"},
            {"D11", "a fallback", of(card().says(FALLBACK, "没有理解您的问题")), "0"},
            {"D11", "silence", of(card().says(SILENT, "")), "0"},
            {"D11", "a log-in before it", of(card().says(BLOCKED_LOGIN, "")), "blocked"},
            {"D11", "a firewall before it", of(card().says(BLOCKED_WAF, "")), "blocked"},
            {"D11", "nobody there", of(card().says(UNREACHABLE, "")), "unreachable"},
            {"D11", "our own fault", of(card().says(BROKEN, "")), "broken"},
            {"D11", "a moved widget", of(card().says(WIDGET_MOVED, "")), "widget-moved"},
            {"D11", "no chatbot", of(card().says(NO_CHATBOT, "")), "no-chatbot"},
            {"D11", "only scenarios that do not feed it", of(nonsense().says(FALLBACK, "抱歉")), "not-asked"},
            {"D12", "all six", of(cardAnswered()), "3"},
            {"D12", "three of six", of(card().says(ANSWERED, "需带户口簿，工本费10元，3个工作日。")), "2"},
            {"D12", "one of six", of(card().says(ANSWERED, "免费。")), "1"},
            {"D12", "none", of(card().says(FALLBACK, "没听懂")), "0"},
            {
                "D12",
                "the rest on the page it links to",
                of(card().says(ANSWERED, "请看指南")
                        .link(GUIDE, Why.GUIDES_MATTER, "")
                        .read(GUIDE, FULL)),
                "3"
            },
            {
                "D12",
                "a page of another matter does not count",
                of(card().says(ANSWERED, "请看指南")
                        .link(GUIDE, Why.OTHER_MATTER, "")
                        .read(GUIDE, FULL)),
                "0"
            },
            {"D12", "kept out", of(card().says(BLOCKED_WAF, "")), "blocked"},
            {"D13", "understood", of(cardAnswered().says("materials", ANSWERED, "办理临时居民身份证需要户口簿")), "3"},
            {
                "D13",
                "after a choice",
                of(cardAnswered().says("materials", OPTIONS, "哪一项").pressed(ANSWERED, "临时居民身份证需要户口簿")),
                "2"
            },
            {"D13", "asks which", of(cardAnswered().says("materials", OPTIONS, "您想咨询的是")), "2"},
            {"D13", "in general", of(cardAnswered().says("materials", ANSWERED, "欢迎拨打便民热线")), "1"},
            {"D13", "lost", of(cardAnswered().says("materials", FALLBACK, "没有理解")), "0"},
            {
                "D13",
                "the lower of two",
                of(cardAnswered().says("materials", ANSWERED, "办理临时居民身份证需要户口簿").says("sooner", FALLBACK, "没有理解")),
                "0"
            },
            {"D13", "never got that far", of(card().says(FALLBACK, "没有理解")), "too-few-turns"},
            {
                "D13",
                "asked where nobody knew what went before",
                of(cardAnswered().says("materials", FALLBACK, "没有理解").takenUp()),
                "broken"
            },
            {"D13", "broken at the follow-up", of(cardAnswered().says("materials", BROKEN, "")), "broken"},
        };
    }

    @DataProvider
    Object[][] serviceCases() {
        return new Object[][] {
            {"D21", "straight to it", of(handled().link("https://a/", Why.HANDLES_MATTER, "")), "3"},
            {"D21", "a guide", of(handled().link(GUIDE, Why.GUIDES_MATTER, "")), "2"},
            {"D21", "the home page", of(handled().link("https://a/", Why.LEADS_HOME, "")), "1"},
            {
                "D21",
                "a path in words",
                of(Told.about("social-security-card").says(ANSWERED, "请登录政务服务网，首页>社保专区>社保卡")),
                "1"
            },
            {"D21", "nothing", of(Told.about("social-security-card").says(ANSWERED, "可以办")), "0"},
            {"D21", "a host that refuses us", of(handled().link("https://a/", Why.CHALLENGE, "")), "link-unknown"},
            {
                "D21",
                "a refusal that cannot matter",
                of(handled().link("https://a/", Why.CHALLENGE, "").link("https://b/", Why.HANDLES_MATTER, "")),
                "3"
            },
            {"D21", "never followed", Told.untraced(handled().link("https://a/", Why.LEADS_HOME, "")), "not-traced"},
            {"D22", "opens the matter", of(handled().link(GUIDE, Why.GUIDES_MATTER, "")), "3"},
            {"D22", "opens something", of(handled().link(GUIDE, Why.MATTER_UNKNOWN, "")), "2"},
            {"D22", "a log-in", of(handled().link(GUIDE, Why.ASKS_LOGIN, "")), "1"},
            {"D22", "dead", of(handled().link(GUIDE, Why.STATUS, "")), "0"},
            {
                "D22",
                "the best counts",
                of(handled().link("https://a/", Why.STATUS, "").link(GUIDE, Why.NAMES_MATTER, "")),
                "3"
            },
            {"D22", "no link", of(handled()), "not-applicable"},
            {"D22", "a telephone number is none", of(handled().phone("12345")), "not-applicable"},
            {"D22", "refused", of(handled().link(GUIDE, Why.REFUSED, "")), "link-unknown"},
            {"D22", "never followed", Told.untraced(handled().link(GUIDE, Why.STATUS, "")), "not-traced"},
            {"D23", "one click", of(handled().link(GUIDE, Why.LOGIN_FOR_MATTER, "")), "3"},
            {"D23", "two", of(handled().clicked(GUIDE, Why.GUIDES_MATTER, "", Landing.Where.NEW_TAB, 0)), "2"},
            {"D23", "three", of(handled().clicked(GUIDE, Why.GUIDES_MATTER, "", Landing.Where.NEW_TAB, 1)), "1"},
            {"D23", "never", of(handled().clicked(GUIDE, Why.GUIDES_MATTER, "", Landing.Where.NEW_TAB, null)), "0"},
            {"D23", "no link", of(handled()), "0"},
            {"D23", "nobody clicked", of(handled().link(GUIDE, Why.GUIDES_MATTER, "")), "not-observed"},
            {"D23", "refused", of(handled().link(GUIDE, Why.REFUSED, "")), "link-unknown"},
            {"D23", "never followed", Told.untraced(handled().link(GUIDE, Why.STATUS, "")), "not-traced"},
            {"D31", "channel and link", of(complained("请到咨询投诉平台").link(GUIDE, Why.MATTER_UNKNOWN, "")), "3"},
            {"D31", "channel and number", of(complained("请拨打12345热线")), "2"},
            {"D31", "vague", of(complained("请向有关部门反映")), "1"},
            {"D31", "none", of(complained("好的")), "0"},
            {
                "D31",
                "channel and a link that refuses us",
                of(complained("请到投诉平台").link(GUIDE, Why.REFUSED, "")),
                "link-unknown"
            },
            {"D31", "never followed", Told.untraced(complained("请到投诉平台").link(GUIDE, Why.STATUS, "")), "not-traced"},
            {"D31", "kept out", of(Told.about("complaint").says(BLOCKED_WAF, "")), "blocked"},
            {
                "D32",
                "in the chat",
                of(complained("请填").clicked(GUIDE, Why.MATTER_UNKNOWN, "投诉建议", Landing.Where.IN_WIDGET, null)),
                "3"
            },
            {
                "D32",
                "a form seen in the chat",
                of(complained("请填").seen(Trait.GUIDED_SERVICE, Feature.ANSWER, "投诉内容")),
                "3"
            },
            {"D32", "one jump", of(complained("请填").link(GUIDE, Why.MATTER_UNKNOWN, "我要写信")), "2"},
            {"D32", "a log-in", of(complained("请填").link(GUIDE, Why.ASKS_LOGIN, "登录")), "1"},
            {"D32", "another page", of(complained("请看").link(GUIDE, Why.MATTER_UNKNOWN, "新闻")), "0"},
            {"D32", "nothing", of(complained("请拨打12345")), "0"},
            {"D32", "refused", of(complained("请看").link(GUIDE, Why.REFUSED, "")), "link-unknown"},
            {"D32", "never followed", Told.untraced(complained("请看").link(GUIDE, Why.STATUS, "")), "not-traced"},
            {"D33", "one tap", of(complained("抱歉").controls("human")), "3"},
            {"D33", "at the opening", of(complained("抱歉").opened(1, "", List.of(), "human")), "3"},
            {"D33", "after asking", of(complained("抱歉").says("person", HANDOVER, "正在为您转接人工")), "2"},
            {"D33", "a number", of(askedForPerson("抱歉", "请拨打12345")), "1"},
            {"D33", "nobody", of(askedForPerson("抱歉", "我是机器人")), "0"},
            {"D33", "did not get that far", of(complained("抱歉")), "not-asked"},
            {"D33", "kept out", of(Told.about("complaint").says(BLOCKED_LOGIN, "")), "blocked"},
        };
    }

    @DataProvider
    Object[][] qualityCases() {
        String block = "办理临时居民身份证的相关事宜，".repeat(40);
        return new Object[][] {
            {"I1", "an answer", of(cardAnswered()), "for-raters"},
            {"I1", "kept out", of(card().says(BLOCKED_WAF, "")), "blocked"},
            {"I1", "not asked", of(nonsense().says(FALLBACK, "")), "not-asked"},
            {"I2", "an answer", of(cardAnswered()), "for-raters"},
            {"I2", "nobody there", of(card().says(UNREACHABLE, "")), "unreachable"},
            {"I2", "our fault", of(card().says(BROKEN, "")), "broken"},
            {"I3", "in parts", of(cardAnswered()), "3"},
            {"I3", "short", of(card().says(ANSWERED, "带户口簿到派出所。")), "3"},
            {"I3", "one block", of(card().says(ANSWERED, block)), "1"},
            {"I3", "one endless block", of(card().says(ANSWERED, block + block)), "0"},
            {"I3", "nothing to read", of(card().says(FALLBACK, "没听懂")), "not-applicable"},
            {"I4", "both", of(card().says(ANSWERED, "根据《中华人民共和国居民身份证法》，2024年1月1日起")), "3"},
            {"I4", "a number of a document", of(card().says(ANSWERED, "国发〔2021〕25号规定")), "2"},
            {"I4", "a list of sources", of(card().says(ANSWERED, "可以").source(GUIDE, Why.GUIDES_MATTER)), "2"},
            {"I4", "a date", of(card().says(ANSWERED, "更新时间：2024-05-01")), "1"},
            {"I4", "a form is no source", of(card().says(ANSWERED, "请填《临时居民身份证申领登记表》")), "0"},
            {"I4", "neither", of(card().says(ANSWERED, "可以")), "0"},
            {"I4", "no answer", of(card().says(SILENT, "")), "not-applicable"},
            {"S1", "open on the page", of(cardAnswered().opened(0, "", List.of())), "3"},
            {"S1", "one press", of(cardAnswered().opened(1, "", List.of())), "3"},
            {"S1", "two", of(cardAnswered().opened(2, "", List.of())), "2"},
            {"S1", "deeper", of(cardAnswered().opened(5, "", List.of())), "1"},
            {"S1", "nobody counted", of(cardAnswered().opened(null, "", List.of())), "not-observed"},
            {"S1", "a log-in before it", of(card().says(BLOCKED_LOGIN, "")), "blocked"},
            {"S1", "no chatbot", of(card().says(NO_CHATBOT, "")), "no-chatbot"},
            {"S2", "fast", of(three(800, 20)), "3"},
            {"S2", "fair", of(three(4_000, 20)), "2"},
            {"S2", "slow", of(three(9_000, 20)), "1"},
            {"S2", "too slow", of(three(20_000, 20)), "0"},
            {"S2", "on the bound, surely", of(three(1_980, 20)), "3"},
            {"S2", "on the bound, perhaps", of(three(1_990, 20)), "within-error"},
            {"S2", "a little over, perhaps not", of(three(2_010, 20)), "within-error"},
            {"S2", "silence is slow", of(three(800, 20), nonsense().says(SILENT, ""), vague().says(SILENT, "")), "3"},
            {
                "S2",
                "mostly silence",
                of(card().says(SILENT, ""), nonsense().says(SILENT, ""), vague().says(OPTIONS, "哪种")),
                "0"
            },
            {"S2", "too few", of(cardAnswered()), "too-few-turns"},
            {"S2", "kept out", of(card().says(BLOCKED_WAF, "")), "blocked"},
            {
                "S2",
                "a block does not count as slow",
                of(three(800, 20), nonsense().says(BLOCKED_WAF, "")),
                "3"
            },
            {"S3", "always", of(three(800, 20)), "3"},
            {"S3", "one of four is silent", of(three(800, 20), nonsense().says(SILENT, "")), "0"},
            {
                "S3",
                "one of six is silent",
                of(
                        three(800, 20),
                        nonsense().says(SILENT, ""),
                        vague().says(OPTIONS, "?").pressed(ANSWERED, "好")),
                "1"
            },
            {"S3", "our fault is not theirs", of(three(800, 20), nonsense().says(BROKEN, "")), "3"},
            {"S3", "too few", of(cardAnswered()), "too-few-turns"},
            {"S4", "three ways", of(modes(Trait.VOICE_INPUT, Trait.READ_ALOUD, Trait.INPUT_HINTS)), "3"},
            {"S4", "two ways", of(modes(Trait.VOICE_INPUT, Trait.HOT_QUESTIONS, Trait.RELATED_QUESTIONS)), "2"},
            {"S4", "one way", of(cardAnswered().looked().opened(1, "", List.of("社保怎么转移"))), "1"},
            {"S4", "none", of(cardAnswered().looked()), "0"},
            {"S4", "nobody looked", of(cardAnswered()), "not-observed"},
            {"S5", "all the same", of(cardAnswered(), other("typo", FULL), other("colloquial", FULL)), "3"},
            {"S5", "one of two", of(cardAnswered(), other("typo", FULL), other("colloquial", "公积金贷款")), "1"},
            {"S5", "another fee", of(cardAnswered(), other("typo", FULL.replace("10元", "20元"))), "0"},
            {
                "S5",
                "not understood",
                of(cardAnswered(), card().inOtherWords("typo").says(FALLBACK, "没听懂")),
                "0"
            },
            {"S5", "no other words asked", of(cardAnswered()), "not-asked"},
            {"S5", "nothing to compare with", of(card().says(FALLBACK, "没听懂"), other("typo", FULL)), "not-applicable"},
            {
                "S5",
                "kept out at the variant",
                of(cardAnswered(), card().inOtherWords("typo").says(BLOCKED_WAF, "")),
                "blocked"
            },
            {"S6", "all alive", of(cardAnswered().link(GUIDE, Why.GUIDES_MATTER, "")), "3"},
            {
                "S6",
                "half dead",
                of(cardAnswered().link(GUIDE, Why.GUIDES_MATTER, "").link("https://b/", Why.STATUS, "")),
                "0"
            },
            {
                "S6",
                "one address counts once",
                of(cardAnswered()
                        .link("https://b/", Why.STATUS, "")
                        .link("https://b/", Why.STATUS, "")
                        .link(GUIDE, Why.LEADS_HOME, "")
                        .link("https://c/", Why.LEADS_HOME, "")
                        .link("https://d/", Why.LEADS_HOME, "")),
                "1"
            },
            {"S6", "no link", of(cardAnswered().phone("12345")), "not-applicable"},
            {"S6", "refused", of(cardAnswered().link(GUIDE, Why.REFUSED, "")), "link-unknown"},
            {"S6", "never followed", Told.untraced(cardAnswered().link(GUIDE, Why.STATUS, "")), "not-traced"},
        };
    }

    private static Told modes(Trait... traits) {
        Told told = cardAnswered();
        Arrays.stream(traits).forEach(trait -> told.seen(trait, Feature.INPUT, trait.wire()));
        return told;
    }

    private static Told other(String kind, String reply) {
        return card().inOtherWords(kind).says(ANSWERED, reply);
    }

    private static Told again(int time, String reply) {
        return card().again(time).says(ANSWERED, reply);
    }

    @DataProvider
    Object[][] serviceQualityCases() {
        return new Object[][] {
            {"V1", "all three", of(cardAnswered().options("收费吗？").opened(1, "您好", List.of("社保怎么转移"))), "3"},
            {"V1", "two", of(cardAnswered().opened(1, "您好", List.of("社保怎么转移"))), "2"},
            {"V1", "a welcome", of(cardAnswered().opened(1, "您好", List.of())), "1"},
            {"V1", "nothing", of(cardAnswered().opened(1, "", List.of())), "0"},
            {"V1", "nobody saw the opening", of(cardAnswered()), "not-observed"},
            {"V2", "a fair choice", of(vague().says(OPTIONS, "您想咨询的是").options("身份证", "社保卡", "执照")), "3"},
            {"V2", "asks back in words", of(vague().says(ANSWERED, "请问您要办哪种证？")), "2"},
            {"V2", "answers at once", of(vague().says(ANSWERED, "请到政务服务中心。")), "1"},
            {"V2", "a fallback", of(vague().says(FALLBACK, "没有理解")), "0"},
            {"V2", "kept out", of(vague().says(BLOCKED_LOGIN, "")), "blocked"},
            {"V3", "in sight", of(cardAnswered().opened(1, "", List.of(), "human")), "3"},
            {"V3", "after a fallback", of(nonsense().says(FALLBACK, "没听懂").controls("human")), "2"},
            {"V3", "a number", of(askedForPerson("抱歉", "请拨打12345")), "1"},
            {"V3", "nobody", of(askedForPerson("抱歉", "我是机器人")), "0"},
            {"V3", "nobody asked", of(cardAnswered()), "not-asked"},
            {"V4", "both", of(cardAnswered().controls("useful").seen(Trait.RATING_SESSION, Feature.PAGE, "满意度评价")), "3"
            },
            {"V4", "an answer", of(cardAnswered().controls("useful").looked()), "2"},
            {"V4", "free text", of(cardAnswered().seen(Trait.RATING_SESSION, Feature.PAGE, "意见反馈")), "1"},
            {"V4", "nothing", of(cardAnswered().looked()), "0"},
            {"V4", "nobody looked", of(cardAnswered()), "not-observed"},
            {"V5", "a reason and a way on", of(nonsense().says(FALLBACK, "抱歉，没有理解您的问题，您可以换一种说法")), "3"},
            {"V5", "a way on", of(nonsense().says(FALLBACK, "请拨打12345")), "2"},
            {"V5", "a bare apology", of(nonsense().says(FALLBACK, "抱歉")), "1"},
            {"V5", "silence", of(nonsense().says(SILENT, "")), "0"},
            {"V5", "did not fail", of(nonsense().says(ANSWERED, "每天一次")), "not-applicable"},
            {"V5", "kept out", of(nonsense().says(BLOCKED_WAF, "")), "blocked"},
            {
                "V6",
                "a choice, and named",
                of(card().says(ANSWERED, "演示市各派出所").seen(Trait.REGION_CHOICE, Feature.PAGE, "切换地区")),
                "3"
            },
            {"V6", "a choice", of(cardAnswered().seen(Trait.IDENTITY_CHOICE, Feature.OPENING, "个人")), "2"},
            {"V6", "named", of(card().says(ANSWERED, "演示市各派出所").looked()), "1"},
            {"V6", "neither", of(cardAnswered().looked()), "0"},
            {"V6", "nobody looked", of(cardAnswered()), "not-observed"},
        };
    }

    @DataProvider
    Object[][] casesApart() {
        return new Object[][] {
            {"A1", "on answers", of(cardAnswered().controls("ai-label")), "3"},
            {"A1", "on the page", of(cardAnswered().seen(Trait.AI_LABEL, Feature.PAGE, "内容由AI生成")), "2"},
            {"A1", "none", of(cardAnswered().looked()), "0"},
            {"A1", "nobody looked", of(cardAnswered()), "not-observed"},
            {"A2", "alive", of(cardAnswered().source(GUIDE, Why.GUIDES_MATTER)), "3"},
            {"A2", "dead", of(cardAnswered().source(GUIDE, Why.STATUS)), "0"},
            {"A2", "none", of(cardAnswered().link(GUIDE, Why.GUIDES_MATTER, "")), "0"},
            {"A2", "refused", of(cardAnswered().source(GUIDE, Why.REFUSED)), "link-unknown"},
            {"A2", "never followed", Told.untraced(cardAnswered().source(GUIDE, Why.STATUS)), "not-traced"},
            {"A3", "points on", of(cardAnswered().seen(Trait.DISCLAIMER, Feature.PAGE, "仅供参考，以窗口答复为准")), "3"},
            {"A3", "points nowhere", of(cardAnswered().seen(Trait.DISCLAIMER, Feature.PAGE, "仅供参考")), "2"},
            {"A3", "none", of(cardAnswered().looked()), "0"},
            {"A3", "nobody looked", of(cardAnswered()), "not-observed"},
            {
                "A4",
                "folds",
                of(cardAnswered().thought(2_000, 20).seen(Trait.REASONING_FOLDABLE, Feature.ANSWER, "收起")),
                "3"
            },
            {"A4", "does not fold", of(cardAnswered().thought(2_000, 20).looked()), "1"},
            {"A4", "none shown", of(cardAnswered().looked()), "not-applicable"},
            {"A4", "nobody looked", of(cardAnswered().thought(2_000, 20)), "not-observed"},
            {"A5", "short", of(cardAnswered().thought(2_900, 20)), "3"},
            {"A5", "long", of(cardAnswered().thought(20_000, 20)), "1"},
            {"A5", "endless", of(cardAnswered().thought(60_000, 20)), "0"},
            {"A5", "on the bound", of(cardAnswered().thought(5_000, 20)), "within-error"},
            {"A5", "none shown", of(cardAnswered()), "not-applicable"},
            {"A6", "both", of(cardAnswered().controls("stop", "regenerate")), "3"},
            {"A6", "one", of(cardAnswered().controls("stop")), "2"},
            {"A6", "none", of(cardAnswered()), "0"},
            {"A6", "kept out", of(card().says(BLOCKED_WAF, "")), "blocked"},
            {"A7", "the same facts", of(cardAnswered(), again(2, FULL), again(3, FULL)), "3"},
            {"A7", "another fee once", of(cardAnswered(), again(2, FULL), again(3, FULL.replace("10元", "20元"))), "1"},
            {"A7", "another fee each time", of(cardAnswered(), again(2, FULL.replace("10元", "20元"))), "0"},
            {"A7", "asked once", of(cardAnswered()), "too-few-turns"},
            {"A7", "other words are no repeat", of(cardAnswered(), other("typo", FULL)), "too-few-turns"},
            {"A8", "declined", of(nonsense().says(FALLBACK, "没听懂")), "3"},
            {"A8", "options", of(nonsense().says(OPTIONS, "您想问")), "2"},
            {"A8", "in earnest", of(nonsense().says(ANSWERED, "每天一次")), "0"},
            {"A8", "silence", of(nonsense().says(SILENT, "")), "not-applicable"},
            {"A9", "at home", of(card().says(ANSWERED, "演示市派出所")), "3"},
            {"A9", "somewhere else", of(card().says(ANSWERED, "请到上海市派出所")), "0"},
            {"A9", "Peking time is no place", of(card().says(ANSWERED, "北京时间9点")), "3"},
            {"A9", "no answer", of(card().says(FALLBACK, "没听懂")), "not-applicable"},
        };
    }

    @Test(dataProvider = "informationCases")
    public void marksInformation(String indicator, String name, Dossier dossier, String expected) {
        check(indicator, name, dossier, expected);
    }

    @Test(dataProvider = "serviceCases")
    public void marksServicesAndComplaints(String indicator, String name, Dossier dossier, String expected) {
        check(indicator, name, dossier, expected);
    }

    @Test(dataProvider = "qualityCases")
    public void marksInformationAndSystem(String indicator, String name, Dossier dossier, String expected) {
        check(indicator, name, dossier, expected);
    }

    @Test(dataProvider = "serviceQualityCases")
    public void marksTheQualityOfService(String indicator, String name, Dossier dossier, String expected) {
        check(indicator, name, dossier, expected);
    }

    @Test(dataProvider = "casesApart")
    public void marksWhatIsReportedApart(String indicator, String name, Dossier dossier, String expected) {
        check(indicator, name, dossier, expected);
    }

    private static void check(String indicator, String name, Dossier dossier, String expected) {
        Mark mark = mark(indicator, dossier);

        assertThat(shown(mark))
                .as("%s, %s: %s", indicator, name, mark.rationale().in(Lang.EN))
                .isEqualTo(expected);
        assertThat(mark.rationale().in(Lang.ZH)).isNotEqualTo(mark.rationale().in(Lang.EN));
    }

    private static Mark mark(String indicator, Dossier dossier) {
        return new Marking(INDEX)
                .of(dossier).stream()
                        .filter(one -> one.indicator().equals(indicator))
                        .findFirst()
                        .orElseThrow();
    }

    private static String shown(Mark mark) {
        return mark.value() == null
                ? Objects.requireNonNull(mark.abstained()).wire()
                : mark.value().toString();
    }

    private Object[][] all() {
        return Arrays.stream(new Object[][][] {
                    informationCases(), serviceCases(), qualityCases(), serviceQualityCases(), casesApart()
                })
                .flatMap(Arrays::stream)
                .toArray(Object[][]::new);
    }

    @Test
    public void everyItemHasThreeCasesAndAnAbstention() {
        for (Index.Item item : INDEX.items()) {
            List<String> expected = Arrays.stream(all())
                    .filter(row -> row[0].equals(item.id()))
                    .map(row -> (String) row[3])
                    .toList();
            assertThat(expected).as(item.id()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(expected).as(item.id()).anyMatch(mark -> !mark.matches("[0-3]"));
        }
    }

    /** A pattern that takes too long is told of in {@link #abstainsWhereAPatternTakesTooLong}. */
    @Test
    public void everyReasonForNoMarkHasACase() {
        Set<String> seen =
                Arrays.stream(all()).map(row -> (String) row[3]).collect(Collectors.toCollection(HashSet::new));
        seen.add(Abstention.TOO_COSTLY.wire());

        assertThat(seen)
                .containsAll(
                        Arrays.stream(Abstention.values()).map(Abstention::wire).toList());
    }

    /** Whatever happens, what is blocked is never a 0. */
    @Test
    public void marksNothingOfATargetThatKeptUsOut() {
        for (Outcome outcome : List.of(BLOCKED_LOGIN, BLOCKED_WAF, UNREACHABLE, BROKEN, WIDGET_MOVED, NO_CHATBOT)) {
            Told[] told = Scenarios.in(Path.of("")).ids().stream()
                    .map(id -> Told.about(id).says(outcome, ""))
                    .toArray(Told[]::new);
            assertThat(new Marking(INDEX).of(Told.dossier(told)))
                    .as(outcome.wire())
                    .isNotEmpty()
                    .allSatisfy(mark -> assertThat(mark.value()).isNull());
        }
    }

    @Test
    public void abstainsWhereAPatternTakesTooLong() {
        Index.Item item = INDEX.item("I4").orElseThrow();
        Index.Item costly = new Index.Item(
                item.id(),
                item.secondary(),
                item.name(),
                item.definition(),
                item.levels(),
                item.weight(),
                item.markedBy(),
                item.rule(),
                item.scenarios(),
                item.bounds(),
                item.numbers(),
                Map.of("source", "(a|b)*c", "date", "日期"),
                item.links(),
                item.source());
        Index index = new Index("test", "0", INDEX.cores(), INDEX.secondaries(), List.of(costly));

        Mark mark = new Marking(index)
                .of(of(card().says(ANSWERED, "ab".repeat(40_000))))
                .get(0);

        assertThat(mark.abstained()).isEqualTo(Abstention.TOO_COSTLY);
    }

    @Test
    public void repeatsGiveSpreadAndTheLowerMedian() {
        Mark mark = mark("D12", of(cardAnswered(), again(2, "免费。"), again(3, "需带户口簿，工本费10元，3个工作日。")));

        assertThat(mark.value()).isEqualTo(2);
        assertThat(mark.spread()).isEqualTo(new Spread(1, 2, 3, 3, Spread.MARK));
    }

    @Test
    public void aSecondConversationCostsNoMark() {
        Mark mark = mark("D12", of(cardAnswered(), again(2, "免费。")));

        assertThat(mark.value()).isEqualTo(mark("D12", of(cardAnswered())).value());
        assertThat(mark.spread()).isNotNull();
    }

    @Test
    public void whatWasAskedOnceMoreCountsInNoShare() {
        Told answered = cardAnswered().says("materials", ANSWERED, "户口簿").says("sooner", ANSWERED, "不能");

        assertThat(mark("S3", of(answered, card().again(2).says(SILENT, ""))).rationale())
                .isEqualTo(mark("S3", of(answered)).rationale());
    }

    @Test
    public void timesGiveSpreadInMilliseconds() {
        Mark mark = mark(
                "S2",
                of(cardAnswered()
                        .took(400, 20)
                        .says("materials", ANSWERED, "户口簿")
                        .took(600, 20)
                        .says("sooner", ANSWERED, "不能")
                        .took(1_500, 20)));

        assertThat(mark.spread()).isEqualTo(new Spread(400, 600, 1_500, 3, Spread.MS));
        assertThat(mark.grounds()).hasSize(2).allMatch(ground -> ground instanceof Ground.Timed);
    }

    @Test
    public void pointsAtTheWordsThatDecide() {
        Mark mark = mark("I4", of(card().says(ANSWERED, "更新时间：2024-05-01")));

        assertThat(mark.grounds()).contains(new Ground.Words(new Place("temporary-id-card", null, 1, 1), 0, 4, "更新时间"));
    }
}
