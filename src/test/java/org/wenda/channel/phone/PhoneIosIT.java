package org.wenda.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.testng.Reporter;
import org.testng.SkipException;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
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
import org.wenda.demo.Truth;
import org.wenda.portal.Profile;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Landing;
import org.wenda.transcript.Landing.Where;
import org.wenda.transcript.Link;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Timing;

/**
 * Asks the demonstration city's app on the simulated phone as it is told of by XCUITest: real server, real client, our
 * way through them, no iOS. In {@code ./wenda test --full}.
 */
@SuppressWarnings("NullAway.Init")
public final class PhoneIosIT {
    private static final Settings SETTINGS = SettingsFile.read(
            Path.of("none"), List.of("limits.reply=60s", "limits.silence=20s", "limits.discovery=60s"));
    private static final Channel.Moments NONE = new Unwatched();

    private DemoCity city;
    private DemoPhone phone;
    private PhoneChannel channel;
    private Arrival.Open open;

    @BeforeClass
    void start() {
        if (!Boolean.getBoolean("wenda.full")) {
            throw new SkipException("takes some minutes; ./wenda test --full runs it");
        }
        city = DemoCity.start(DemoBehaviour.standard().withPace(0.3));
        phone = DemoPhone.start(Path.of(""));
        channel = channel(Ear.NATIVE, Map.of());
        open = (Arrival.Open) channel.open(city.address(), Hints.NONE);
    }

    private PhoneChannel channel(Ear ear, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(Map.of("dumpDelayMs", 200));
        all.putAll(more);
        return new PhoneChannel(BorrowedPhone.asIphone(phone, all), ear, SETTINGS, List.of(), Clock.systemUTC());
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

    @Test
    public void findsTheWayFromTheFirstStart() {
        assertThat(open.profile().steps())
                .extracting(Profile.Mark::words)
                .containsExactly("跳过", "同意并继续", "不允许", "留在演示市", "我的", "智能客服");
        assertThat(open.profile().input().tag()).isEqualTo("XCUIElementTypeTextView");
    }

    @Test
    public void saysThatItIsSimulated() {
        assertThat(channel.client().browser()).isEqualTo("SimPhone (simulated)");
        assertThat(channel.client().driver()).isEqualTo("Appium SimXCUITest");
        assertThat(channel.client().platform()).isEqualTo("iOS 18.0 (simulated)");
    }

    @DataProvider
    Object[][] questions() {
        return new Object[][] {
            {"临时居民身份证怎么申领？"}, // one bubble longer than the screen
            {"社保怎么转移到外地？"}, // streamed, with a pause
            {"购买自住住房怎么申请贷款？"}, // reasoning first
            {"个体户营业执照丢了怎么补办？"}, // a placeholder first
            {"公司名称变更怎么登记？"}, // a table
            {"你好"},
            {"你好"}, // the same again
            {"社保"}, // options
            {"社会保障卡怎么办理？"},
        };
    }

    @Test(dataProvider = "questions")
    public void hearsWhatTheAppShowed(String question) {
        int before = city.truths().size();

        Heard heard = channel.ask(question, NONE);

        Truth truth = city.truths().get(before);
        assertThat(heard.reply().bubbles()).extracting(Bubble::text).containsExactlyElementsOf(truth.bubbles());
        assertThat(heard.reply().options()).containsExactlyElementsOf(truth.options());
        assertWithinError(Objects.requireNonNull(heard.timing()), truth);
    }

    private static void assertWithinError(Timing timing, Truth truth) {
        Duration first = off(timing, Objects.requireNonNull(timing.firstReply()), truth, truth.firstTextMs());
        Duration last = off(timing, Objects.requireNonNull(timing.complete()), truth, truth.completeMs());
        Reporter.log(
                "iOS dialect: first " + first.toMillis() + " ms off, last " + last.toMillis() + " ms off, bound "
                        + timing.error().toMillis() + " ms",
                true);
        assertThat(first).isLessThanOrEqualTo(timing.error());
        assertThat(last).isLessThanOrEqualTo(timing.error());
    }

    private static Duration off(Timing timing, Duration heard, Truth truth, double millis) {
        Instant shown = truth.sentAt().plusNanos(Math.round(millis * 1e6));
        return Duration.between(shown, timing.sentAt().plus(heard)).abs();
    }

    @DataProvider
    Object[][] links() {
        return new Object[][] {
            // question, the link among several of its text, where it opens, a word of what is seen
            {"临时居民身份证怎么申领？", "临时居民身份证申领办事指南", Where.IN_APP_PAGE, "办事指南"},
            {"临时居民身份证怎么申领？", "在线办理", Where.IN_APP_SCREEN, "立即申请"},
            {"住房公积金帐户启封怎么办？", "网点查询", Where.EXTERNAL_BROWSER, ""},
            {"购买自住住房怎么申请贷款？", "受托银行贷款预审", Where.EXTERNAL_BROWSER, ""},
            {"社会保障卡怎么办理？", "制卡进度查询", Where.MINI_PROGRAM, "进度查询"},
        };
    }

    @Test(dataProvider = "links")
    public void followsEachLinkOfAText(String question, String text, Where where, String seen) {
        Heard heard = channel.ask(question, NONE);
        Link link = heard.reply().links().stream()
                .filter(one -> one.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(heard.reply().links()));

        Followed followed = channel.follow(new FollowRequest(1, link, address -> true));

        Landing landing = followed.landing();
        assertThat(landing.where()).as(landing.reason()).isEqualTo(where);
        assertThat(landing.textExcerpt()).contains(seen);
        assertThat(landing.survived()).as(landing.reason()).isTrue();
        assertThat(channel.ask("你好", NONE).outcome()).isEqualTo(Outcome.ANSWERED);
    }

    @Test
    public void choosesAnOption() {
        Heard asked = channel.ask("社保", NONE);
        int before = city.truths().size();

        Heard heard = channel.choose(asked.reply().options().get(0), NONE);

        assertThat(heard.reply().bubbles())
                .extracting(Bubble::text)
                .containsExactlyElementsOf(city.truths().get(before).bubbles());
    }

    @Test
    public void closesANoticeInMidConversation() {
        Map<String, Object> dialog = Map.of("kind", "dialog", "question", 1, "afterMs", 200);
        try (PhoneChannel interrupted = channel(Ear.NATIVE, Map.of("noReset", true, "faults", List.of(dialog)))) {
            assertThat(interrupted.open(city.address(), Hints.NONE)).isInstanceOf(Arrival.Open.class);
            int before = city.truths().size();

            Heard heard = interrupted.ask("临时居民身份证怎么申领？", NONE);

            assertThat(heard.reply().bubbles())
                    .extracting(Bubble::text)
                    .containsExactlyElementsOf(city.truths().get(before).bubbles());
        }
    }

    @Test
    public void hearsThePageInTheAppLikeAPage() {
        try (PhoneChannel page = channel(Ear.WEBVIEW, Map.of("noReset", true))) {
            Arrival.Open inside = (Arrival.Open) page.open(city.address(), Hints.NONE);
            int before = city.truths().size();

            Heard heard = page.ask("你好", NONE);

            assertThat(inside.opening().entry().how()).startsWith("chat in a page of the app");
            assertThat(heard.reply().bubbles())
                    .extracting(Bubble::text)
                    .containsExactlyElementsOf(city.truths().get(before).bubbles());
        }
    }
}
