package org.wenda.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Landing;
import org.wenda.transcript.Link;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Timing;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/** Asks the demonstration city's app on the simulated phone; what it showed is the city's own record. */
@SuppressWarnings("NullAway.Init")
public final class PhoneChannelIT {
    private static final Settings SETTINGS = SettingsFile.read(
            Path.of("none"), List.of("limits.reply=60s", "limits.silence=20s", "limits.discovery=60s"));
    /** Pages tell time in tenths of a millisecond. */
    private static final double CLOCK_MS = 0.5;

    private static final Channel.Moments NONE = new Unwatched();

    private DemoCity city;
    private DemoPhone phone;
    private PhoneChannel channel;

    /** Not when TestNG makes this object, long before its turn. */
    @BeforeClass
    void start() {
        city = DemoCity.start(DemoBehaviour.standard().withPace(0.3));
        phone = DemoPhone.start(Path.of(""));
        channel = opened(Map.of());
    }

    private PhoneChannel opened(Map<String, Object> more) {
        PhoneChannel opened = channel(Ear.NATIVE, more);
        assertThat(opened.open(city.address(), Hints.NONE)).isInstanceOf(Arrival.Open.class);
        return opened;
    }

    private PhoneChannel channel(Ear ear, Map<String, Object> more) {
        return new PhoneChannel(new BorrowedPhone(phone, with(more)), ear, SETTINGS, List.of(), Clock.systemUTC());
    }

    private static Map<String, Object> with(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(Map.of("dumpDelayMs", 200));
        all.putAll(more);
        return all;
    }

    private PhoneChannel faulty(String kind, Map<String, Object> more) {
        Map<String, Object> fault = new HashMap<>(Map.of("kind", kind, "question", 1));
        fault.putAll(more);
        return opened(Map.of("faults", List.of(fault)));
    }

    @AfterClass(alwaysRun = true)
    void close() {
        channel.close();
        phone.close();
        city.close();
    }

    @DataProvider
    Object[][] questions() {
        return new Object[][] {
            {"临时居民身份证怎么申领？"}, // one bubble longer than the screen
            {"社保怎么转移到外地？"}, // streamed, with a pause
            {"购买自住住房怎么申请贷款？"}, // reasoning first
            {"个体户营业执照丢了怎么补办？"}, // a placeholder first
            {"个体户营业执照丢了怎么补办？"}, // the same again: the screen ends as it began
            {"公司名称变更怎么登记？"}, // a table
            {"你好"},
            {"你好"}, // the same again
            {"社保"}, // options
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

    /** The page reports shortly after the end. */
    private Truth truthOf(int number) {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (city.truths().size() <= number && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return city.truths().get(number);
    }

    private static void assertWithinError(Timing timing, Truth truth) {
        Duration error = timing.error();
        assertThat(Duration.between(truth.sentAt(), timing.sentAt()).abs()).isLessThanOrEqualTo(error);
        near(timing.sentAt(), Objects.requireNonNull(timing.firstReply()), truth, truth.firstTextMs(), error);
        near(timing.sentAt(), Objects.requireNonNull(timing.complete()), truth, truth.completeMs(), error);
    }

    /**
     * The stated bound is wider where the page was busy. So each time must also be that of the very task that changed
     * the page, however long a busy machine took for it: not before the change, not after all that watch were told.
     */
    private static void assertStampedInItsTask(Timing timing, Truth truth) {
        double first = Objects.requireNonNull(timing.firstReply()).toNanos() / 1e6;
        double complete = Objects.requireNonNull(timing.complete()).toNanos() / 1e6;
        assertThat(first)
                .as("first words; %s", truth)
                .isBetween(truth.firstTextMs() - CLOCK_MS, truth.firstToldMs() + CLOCK_MS);
        assertThat(complete)
                .as("last words; %s", truth)
                .isBetween(truth.completeMs() - CLOCK_MS, truth.completeToldMs() + CLOCK_MS);
    }

    private static void near(Instant sentAt, Duration heard, Truth truth, double millis, Duration error) {
        Instant shown = truth.sentAt().plusNanos(Math.round(millis * 1e6));
        assertThat(Duration.between(shown, sentAt.plus(heard)).abs())
                .as("heard %s after %s; %s", heard, sentAt, truth)
                .isLessThanOrEqualTo(error);
    }

    @Test
    public void hearsAPageInsideTheAppLikeOneOfTheWeb() {
        try (PhoneChannel web = channel(Ear.WEBVIEW, Map.of())) {
            Arrival.Open open = (Arrival.Open) web.open(city.address(), Hints.NONE);
            for (int i = 0; i < 5; i++) {
                int before = city.truths().size();

                Heard heard = web.ask("社保怎么转移到外地？", NONE);

                Truth truth = truthOf(before);
                assertThat(heard.reply().bubbles()).extracting(Bubble::text).containsExactlyElementsOf(truth.bubbles());
                assertThat(heard.reply().links()).isNotEmpty();
                Timing timing = Objects.requireNonNull(heard.timing());
                assertWithinError(timing, truth);
                assertStampedInItsTask(timing, truth);
            }
            assertThat(open.opening().entry().how()).startsWith("chat in a page of the app, found behind ");
            assertThat(web.client().platform()).isEqualTo("Android 14 (simulated)");
            assertThat(web.client().browser()).isEqualTo("SimDroid (simulated), WebView");
        }
    }

    @Test
    public void saysWhyAPageIsHeardNatively() {
        Map<String, Object> hidden = Map.of("kind", "webview-hidden", "afterMs", 0);
        Map<String, Object> inPage = Map.of("faults", List.of(hidden), "noReset", true, "appActivity", ".WebActivity");
        try (PhoneChannel auto = channel(Ear.AUTO, inPage)) {
            Arrival.Open open = (Arrival.Open) auto.open(city.address(), Hints.NONE);

            assertThat(open.discovery().story())
                    .extracting(Message::toString)
                    .contains("no WEBVIEW context is listed, so the page cannot be looked into (release builds usually"
                            + " forbid it); heard through the accessibility tree instead");
            assertThat(auto.ask("你好", NONE).outcome()).isEqualTo(Outcome.ANSWERED);
        }
    }

    @Test
    public void refusesAPageThatCannotBeLookedInto() {
        Map<String, Object> hidden = Map.of("kind", "webview-hidden", "afterMs", 0);
        try (PhoneChannel web = channel(Ear.WEBVIEW, Map.of("faults", List.of(hidden)))) {
            Arrival.Shut shut = (Arrival.Shut) web.open(city.address(), Hints.NONE);

            assertThat(shut.outcome()).isEqualTo(Outcome.NO_CHATBOT);
            assertThat(shut.reason())
                    .hasToString("no WEBVIEW context is listed, so the page cannot be looked into (release builds"
                            + " usually forbid it)");
        }
    }

    @Test
    public void choosesWhatWasOffered() {
        channel.ask("社保", NONE);

        Heard heard = channel.choose("社会保障卡办理及发放", NONE);

        assertThat(heard.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(heard.reply().text()).contains("社会保障卡");
    }

    @Test
    public void followsALinkToItsPageAndBack() {
        Heard heard = channel.ask("开具户籍证明怎么办？", NONE);
        Link link = heard.reply().links().get(0);

        Followed followed = channel.follow(request(link));

        Landing landing = followed.landing();
        assertThat(landing.where()).as(landing.reason()).isEqualTo(Landing.Where.IN_APP_PAGE);
        assertThat(landing.address()).isEqualTo(city.address() + "service/8871");
        assertThat(landing.survived()).isTrue();
        assertThat(followed.picture()).isNotEmpty();
        assertThat(channel.ask("你好", NONE).outcome()).isEqualTo(Outcome.ANSWERED);
    }

    private static FollowRequest request(Link link) {
        return new FollowRequest(1, link, address -> true);
    }

    @Test
    public void comesToAWallAndSaysWhose() {
        try (PhoneChannel closed = channel(Ear.NATIVE, Map.of("loginWall", true))) {
            Arrival.Shut shut = (Arrival.Shut) closed.open(city.address(), Hints.NONE);

            assertThat(shut.outcome()).isEqualTo(Outcome.BLOCKED_LOGIN);
            assertThat(shut.reason()).hasToString("the app wants to know who one is: “登录”");
            assertThat(closed.wayPictures()).hasSizeGreaterThan(3);
        }
    }

    @Test
    public void saysThatThePhoneIsSimulated() {
        assertThat(channel.client().browser()).isEqualTo("SimDroid (simulated)");
        assertThat(channel.client().platform()).isEqualTo("Android 14 (simulated)");
    }

    @Test
    public void saysThatDrawnTextCannotBeRead() {
        try (PhoneChannel drawing = opened(Map.of("drawnText", true))) {
            Heard heard = drawing.ask("你好", NONE);

            assertThat(heard.reason())
                    .hasToString("text-not-readable: the reply is drawn as a picture; the screenshot is the evidence.");
        }
    }

    @Test
    public void hearsOnBehindADialog() {
        try (PhoneChannel interrupted = faulty("dialog", Map.of("afterMs", 100))) {
            Heard heard = interrupted.ask("社保怎么转移到外地？", NONE);

            Truth truth = city.truths().get(city.truths().size() - 1);
            assertThat(heard.reply().bubbles()).extracting(Bubble::text).containsExactlyElementsOf(truth.bubbles());
        }
    }

    @Test
    public void asksAgainForTreesThatCameTooLate() {
        try (PhoneChannel slow = faulty("dump-timeout", Map.of("timeoutMs", 300, "times", 2))) {
            assertThat(slow.ask("你好", NONE).outcome()).isEqualTo(Outcome.ANSWERED);
        }
    }

    @Test
    public void saysThatTheAppHasGone() {
        try (PhoneChannel crashing = faulty("app-crashes", Map.of())) {
            assertThatThrownBy(() -> crashing.ask("你好", NONE))
                    .isInstanceOf(MachineException.class)
                    .hasMessage("The app city.yanshi.app is no longer in front; android is. It may have crashed.");
        }
    }

    @Test
    public void saysThatTheSessionIsLost() {
        try (PhoneChannel dying = faulty("session-dies", Map.of())) {
            assertThatThrownBy(() -> dying.ask("你好", NONE))
                    .isInstanceOf(MachineException.class)
                    .hasMessageStartingWith("The session on the phone is lost: ");
        }
    }

    /**
     * The server ends a session that nobody uses, after a minute by default; the next question to a host may be later.
     */
    @Test
    public void keepsASessionThatWaits() {
        Map<String, Object> asked = PhoneChannel.asked(Map.of("appium:automationName", "UiAutomator2"));

        assertThat(asked).containsEntry("appium:newCommandTimeout", 900L);
    }

    @Test
    public void leavesTheWaitingToWhoeverSetIt() {
        Map<String, Object> asked = PhoneChannel.asked(Map.of("appium:newCommandTimeout", 60));

        assertThat(asked).containsEntry("appium:newCommandTimeout", 60);
    }
}
