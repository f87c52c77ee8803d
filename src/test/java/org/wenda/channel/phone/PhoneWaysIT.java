package org.wenda.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.testng.SkipException;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.channel.Arrival;
import org.wenda.channel.Channel;
import org.wenda.channel.FollowRequest;
import org.wenda.channel.Followed;
import org.wenda.channel.Heard;
import org.wenda.channel.Hints;
import org.wenda.config.PhoneSettings.Ear;
import org.wenda.config.Settings;
import org.wenda.config.SettingsFile;
import org.wenda.demo.DemoBehaviour;
import org.wenda.demo.DemoCity;
import org.wenda.demo.DemoPhone;
import org.wenda.portal.Profile;
import org.wenda.transcript.Landing;
import org.wenda.transcript.Landing.Where;
import org.wenda.transcript.Link;
import org.wenda.transcript.Outcome;
import org.wenda.words.Message;

/**
 * All ways that links of the demonstration city's app lead, and all ways to its chat that a profile can declare. In
 * {@code ./wenda test --full}; one of each kind is asked always, by {@link PhoneChannelIT}.
 */
@SuppressWarnings("NullAway.Init")
public final class PhoneWaysIT {
    private static final Settings SETTINGS = SettingsFile.read(
            Path.of("none"), List.of("limits.reply=60s", "limits.silence=20s", "limits.discovery=40s"));
    private static final Channel.Moments NONE = new Unwatched();

    private DemoCity city;
    private DemoPhone phone;
    private PhoneChannel channel;
    /** Each test's question is another, though the words may be the same. */
    private int exchange;

    @BeforeClass
    void start() {
        if (!Boolean.getBoolean("wenda.full")) {
            throw new SkipException("takes some minutes; ./wenda test --full runs it");
        }
        city = DemoCity.start(DemoBehaviour.standard().withPace(0.2));
        phone = DemoPhone.start(Path.of(""));
        channel = channel(Map.of("noReset", true));
        assertThat(channel.open(city.address(), Hints.NONE)).isInstanceOf(Arrival.Open.class);
    }

    @BeforeMethod
    void count() {
        exchange++;
    }

    private PhoneChannel channel(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(Map.of("dumpDelayMs", 200));
        all.putAll(more);
        return new PhoneChannel(new BorrowedPhone(phone, all), Ear.NATIVE, SETTINGS, List.of(), Clock.systemUTC());
    }

    @AfterClass(alwaysRun = true)
    void close() {
        if (channel != null) {
            channel.close();
        }
        if (phone != null) {
            phone.close();
        }
        if (city != null) {
            city.close();
        }
    }

    @DataProvider
    Object[][] links() {
        return new Object[][] {
            // question, words of the link's line, where it opens, path of the page or none, a word of what is seen
            {"临时居民身份证怎么申领？", "您可以点击查看", Where.IN_APP_PAGE, "guide/temporary-id-card", "办事指南"},
            {"内资企业及分支机构设立登记怎么办理？", "进入企业开办一窗通", Where.IN_APP_SCREEN, null, "立即申请"},
            {"住房公积金帐户启封怎么办？", "请点击住房公积金", Where.IN_APP_PAGE, "guide/housing-fund-unfreeze", "办事指南"},
            {"个体户营业执照丢了怎么补办？", "申请书请在此下载", Where.NOTHING, null, ""},
            {"怎么投诉？", "拨打12345", Where.OTHER_APP, null, "12345"},
        };
    }

    @Test(dataProvider = "links")
    public void followsALinkWhereverItLeads(
            String question, String words, Where where, @Nullable String path, String seen) {
        Heard heard = channel.ask(question, NONE);
        Link link = heard.reply().links().stream()
                .filter(one -> one.text().startsWith(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(heard.reply().text()));

        Followed followed = channel.follow(new FollowRequest(exchange, link, address -> true));

        Landing landing = followed.landing();
        assertThat(landing.where()).as(landing.reason()).isEqualTo(where);
        assertThat(landing.address()).isEqualTo(path == null ? null : city.address() + path);
        assertThat(landing.textExcerpt()).contains(seen);
        assertThat(landing.survived()).isTrue();
        assertThat(followed.picture() == null).isEqualTo(where == Where.NOTHING);
        assertThat(channel.ask("你好", NONE).outcome()).isEqualTo(Outcome.ANSWERED);
    }

    @DataProvider
    Object[][] several() {
        return new Object[][] {
            // question, words of the line, where each of its links opens, a word of what is seen there
            {
                "住房公积金帐户启封怎么办？",
                "请点击住房公积金",
                List.of(Where.IN_APP_PAGE, Where.IN_APP_SCREEN, Where.EXTERNAL_BROWSER),
                List.of("办事指南", "立即申请", "")
            },
            {"购买自住住房怎么申请贷款？", "您也可以查看", List.of(Where.IN_APP_PAGE, Where.EXTERNAL_BROWSER), List.of("办事指南", "")},
            {
                "社会保障卡怎么办理？",
                "社会保障卡办理及发放办事指南",
                List.of(Where.IN_APP_PAGE, Where.IN_APP_SCREEN, Where.MINI_PROGRAM),
                List.of("办事指南", "立即申请", "进度查询")
            },
        };
    }

    /** Android's tree does not tell them apart; each time the text is followed the next coloured part is tapped. */
    @Test(dataProvider = "several")
    public void followsOneLinkOfATextAfterTheOther(
            String question, String words, List<Where> where, List<String> seen) {
        Heard heard = channel.ask(question, NONE);
        Link link = heard.reply().links().stream()
                .filter(one -> one.text().startsWith(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(heard.reply().text()));

        List<Landing> landings = where.stream()
                .map(place -> channel.follow(new FollowRequest(exchange, link, address -> true))
                        .landing())
                .toList();

        assertThat(landings).extracting(Landing::where).isEqualTo(where);
        assertThat(landings)
                .zipSatisfy(
                        seen,
                        (landing, word) -> assertThat(landing.textExcerpt()).contains(word));
        assertThat(landings).allMatch(Landing::survived);
        assertThat(channel.ask("你好", NONE).outcome()).isEqualTo(Outcome.ANSWERED);
    }

    @Test
    public void asksFirstWhetherToLeave() {
        Heard heard = channel.ask("购买自住住房怎么申请贷款？", NONE);
        Link link = heard.reply().links().get(heard.reply().links().size() - 1);
        FollowRequest request = new FollowRequest(exchange, link, address -> true);
        channel.follow(request);

        Landing landing = channel.follow(request).landing();

        assertThat(landing.reason()).contains("The app asked first: “您即将访问外部网站，是否继续？”.");
    }

    @DataProvider
    Object[][] ways() {
        return new Object[][] {
            // what the phone is like, words of the profile's steps, how many of them are pressed
            {Map.of(), List.of("跳过", "同意并继续", "不允许", "留在演示市", "我的", "智能客服"), 6},
            {Map.of("noReset", true), List.of("跳过", "同意并继续", "不允许", "留在演示市", "我的", "智能客服"), 3},
            {Map.of("noReset", true, "elsewhere", true), List.of("跳过", "虚构市", "演示市", "我的", "智能客服"), 5},
        };
    }

    @Test(dataProvider = "ways")
    public void goesTheWayThatAProfileDeclares(Map<String, Object> more, List<String> steps, int pressed) {
        try (PhoneChannel declared = channel(more)) {
            Arrival.Open open = (Arrival.Open) declared.open(city.address(), hints(steps));

            assertThat(open.opening().entry().fromProfile()).isTrue();
            assertThat(open.opening().entry().move()).isNull();
            assertThat(open.profile().steps()).extracting(Profile.Mark::words).hasSize(pressed);
            assertThat(steps)
                    .containsAll(open.profile().steps().stream()
                            .map(Profile.Mark::words)
                            .toList());
            assertThat(declared.wayPictures()).hasSize(pressed + 1);
        }
    }

    private static Hints hints(List<String> steps) {
        return new Hints(NoticesTest.profile(steps.toArray(String[]::new)), null);
    }

    @Test
    public void permitsOnlyWhatTheProfileDeclares() {
        try (PhoneChannel declared = channel(Map.of())) {
            Arrival.Open open = (Arrival.Open)
                    declared.open(city.address(), hints(List.of("跳过", "同意并继续", "仅在使用该应用时允许", "我的", "智能客服")));

            assertThat(open.profile().steps())
                    .extracting(Profile.Mark::words)
                    .containsExactly("跳过", "同意并继续", "仅在使用该应用时允许", "留在演示市", "我的", "智能客服");
        }
    }

    @Test
    public void agreesToNothingThatTheProfileDoesNotDeclare() {
        try (PhoneChannel declared = channel(Map.of())) {
            Arrival.Shut shut = (Arrival.Shut) declared.open(city.address(), hints(List.of("跳过", "我的", "智能客服")));

            assertThat(shut.reason())
                    .hasToString("The app asks for “同意并继续”, and the profile does not declare that step, so nothing was"
                            + " agreed to. Add it to its steps, or delete the profile.");
        }
    }

    @Test
    public void searchesWhereAProfileNoLongerFits() {
        try (PhoneChannel declared = channel(Map.of("noReset", true))) {
            Arrival.Open open = (Arrival.Open) declared.open(city.address(), hints(List.of("跳过", "在线问小演")));

            assertThat(open.opening().entry().moved()).isTrue();
            assertThat(open.discovery().story())
                    .extracting(Message::toString)
                    .contains("the steps of the profile no longer lead there; searched instead");
        }
    }

    @Test
    public void waitsForThePersonAtThePhone() {
        Map<String, Object> wall = Map.of("noReset", true, "loginWall", true, "personLogsInAfterMs", 3000);
        PhoneHost host = new BorrowedPhone(phone, wall);
        try (PhoneChannel attended =
                new PhoneChannel(host, Ear.NATIVE, SETTINGS.attended(), List.of(), Clock.systemUTC())) {
            Arrival.Open open = (Arrival.Open) attended.open(city.address(), Hints.NONE);

            assertThat(open.discovery().story())
                    .extracting(Message::toString)
                    .contains("the person at the phone let us in");
            assertThat(attended.ask("你好", NONE).outcome()).isEqualTo(Outcome.ANSWERED);
        }
    }

    @Test
    public void turnsASharedAppToItsPlace() {
        try (PhoneChannel elsewhere = channel(Map.of("noReset", true, "elsewhere", true))) {
            Arrival.Open open = (Arrival.Open) elsewhere.open(city.address(), new Hints(null, "演示市"));

            assertThat(Objects.requireNonNull(open.profile()).steps())
                    .extracting(Profile.Mark::words)
                    .contains("虚构市", "演示市");
        }
    }
}
