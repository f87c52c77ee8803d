package org.wenda.channel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.support.ui.FluentWait;
import org.testng.annotations.AfterClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.channel.Arrival;
import org.wenda.channel.Heard;
import org.wenda.demo.DemoBehaviour;
import org.wenda.demo.DemoCity;
import org.wenda.portal.Profile;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Link;
import org.wenda.transcript.Move;
import org.wenda.transcript.NetworkRequest;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Timing;
import org.wenda.words.Lang;

/** Finding and hearing on the demonstration city, through a real browser. */
public final class DemoCityChannelIT {
    private static final String QUESTION = "临时居民身份证怎么申领？";

    private final DemoCity city = DemoCity.start(DemoBehaviour.standard().withPace(0.3));
    private final Conversation talk = new Conversation();

    @AfterClass(alwaysRun = true)
    void stop() {
        talk.close();
        city.close();
    }

    @DataProvider
    Object[][] entries() {
        return new Object[][] {
            {"/", "launcher on the page"},
            {"/frame/", "launcher in frame 1"},
            {"/crossframe/", "launcher in frame 1"},
            {"/newtab/", "launcher, new window, on the page"},
            {"/notice/", "launcher on the page"},
            {"/chat/", "open on the page"},
        };
    }

    @Test(dataProvider = "entries")
    public void findsTheChatbotBehindEveryEntry(String path, String how) {
        assertThat(talk.open(at(path)).entry().how()).isEqualTo(how);

        Heard heard = talk.ask(QUESTION);

        assertThat(heard.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(said(heard)).startsWith("临时居民身份证申领办理说明：一、办理条件").endsWith("或直接在线办理。");
        assertThat(heard.reply().links()).extracting(Link::text).containsExactly("临时居民身份证申领办事指南", "在线办理");
    }

    @Test
    public void takesNoSearchBoxOrFormForAChatbot() {
        Arrival arrival = talk.visit(at("/plain/"), null);

        assertThat(arrival).isInstanceOf(Arrival.Shut.class);
        Arrival.Shut shut = (Arrival.Shut) arrival;
        assertThat(shut.outcome()).isEqualTo(Outcome.NO_CHATBOT);
        assertThat(shut.candidates()).anyMatch(one -> one.line().toString().contains("is a search box"));
    }

    @Test
    public void recordsWhatThePagesOfOneConversationAskedForWithoutQueries() {
        talk.open(at("/?token=secret"));
        talk.ask(QUESTION);
        // The driver tells some ends before their beginnings; what was answered is not taken for open.
        List<NetworkRequest> first = new FluentWait<>(talk.channel)
                .withTimeout(Duration.ofSeconds(10))
                .until(channel -> {
                    List<NetworkRequest> known = channel.network();
                    return known.stream()
                                    .filter(request -> request.kind().equals("image"))
                                    .allMatch(request -> request.took() != null)
                            ? known
                            : null;
                });
        talk.open(at("/"));
        List<NetworkRequest> fresh = talk.channel.network();

        assertThat(first)
                .filteredOn(request -> request.kind().equals("document"))
                .anySatisfy(page -> {
                    assertThat(page.address()).isEqualTo(at("/").toString());
                    assertThat(page.status()).isEqualTo(200);
                    assertThat(page.type()).startsWith("text/html");
                });
        assertThat(first)
                .filteredOn(request -> request.address().endsWith("/chat/api/ask"))
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.method()).isEqualTo("POST");
                    assertThat(asked.took()).isPositive();
                });
        assertThat(first)
                .filteredOn(request -> request.kind().equals("image"))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.status()).isEqualTo(200));
        assertThat(first)
                .extracting(NetworkRequest::address)
                .noneMatch(address -> address.contains("?") || address.contains("secret"));
        assertThat(fresh)
                .isNotEmpty()
                .extracting(NetworkRequest::address)
                .noneMatch(address -> address.endsWith("/chat/api/ask"));
    }

    @Test
    public void keepsReasoningAndSourcesApartFromTheAnswer() {
        talk.open(at("/"));

        Heard heard = talk.ask("购买自住住房贷款怎么申请？");

        assertThat(heard.reply().thinking()).startsWith("用户想了解购买自住住房的贷款申请。");
        assertThat(said(heard)).doesNotContain("用户想了解", "来源", "AI生成", "思考");
        assertThat(heard.reply().sources()).hasSize(2);
        assertThat(heard.reply().controls()).contains("ai-label", "regenerate", "useful", "useless");
        Timing timing = Objects.requireNonNull(heard.timing());
        assertThat(timing.thinking()).isPositive();
        assertThat(timing.firstReply()).isGreaterThan(timing.firstSign());
    }

    @Test
    public void keepsAFollowUpApartFromTheAnswerBefore() {
        talk.open(at("/"));
        talk.ask(QUESTION);

        Heard heard = talk.ask("需要带什么材料？");

        assertThat(said(heard))
                .isEqualTo("办理“临时居民身份证申领”需要准备以下材料：居民户口簿原件近期一寸免冠照片两张（现场拍摄可免交）" + "《居民身份证领取凭证》以上材料请携带原件，复印件请使用A4纸。");
    }

    @Test
    public void hearsTheSameAnswerTwiceInARow() {
        talk.open(at("/"));

        Heard first = talk.ask("你好");
        Heard second = talk.ask("你好");

        assertThat(said(first)).isNotEmpty().isEqualTo(said(second));
    }

    @Test
    public void tellsOptionsAndFallbackFromAnswers() {
        talk.open(at("/"));

        Heard options = talk.ask("我想办证");
        Heard fallback = talk.ask("今天晚上的月亮几斤重");

        assertThat(options.outcome()).isEqualTo(Outcome.OPTIONS);
        assertThat(options.reply().options()).contains("临时居民身份证申领", "开具户籍证明");
        assertThat(fallback.outcome()).isEqualTo(Outcome.FALLBACK);
    }

    @Test
    public void findsTheChatbotAgainByItsProfile() {
        Profile profile =
                Conversation.opened(talk.visit(at("/crossframe/"), null)).profile();

        Arrival.Open again = Conversation.opened(talk.visit(at("/crossframe/"), profile));

        assertThat(again.opening().entry().fromProfile()).isTrue();
        assertThat(talk.ask(QUESTION).outcome()).isEqualTo(Outcome.ANSWERED);
    }

    @Test
    public void saysThatTheWidgetMovedWhenTheProfileNoLongerFits() {
        Profile floating = Conversation.opened(talk.visit(at("/"), null)).profile();

        Arrival.Open found = Conversation.opened(talk.visit(at("/frame/"), floating));

        Move move = Objects.requireNonNull(found.opening().entry().move());
        assertThat(move.was().path()).isEqualTo(floating.input().path());
        assertThat(move.was().frames()).isEmpty();
        assertThat(move.now().frames())
                .containsExactly(city.address().resolve("/chat/").toString());
        assertThat(move.now().path()).isEqualTo(found.profile().input().path());
        assertThat(talk.ask(QUESTION).outcome()).isEqualTo(Outcome.ANSWERED);
    }

    @Test
    public void doesNotTypeIntoWhatStandsInThePlaceOfTheChatbotNow() {
        Profile profile = Conversation.opened(talk.visit(at("/"), null)).profile();
        Profile.Mark search =
                new Profile.Mark(List.of(), List.of("form[action='/search'] input"), "请输入您想咨询的问题", "input");
        Profile wrong = new Profile(profile.target(), profile.address(), profile.saved(), List.of(), search, null);

        Arrival.Open found = Conversation.opened(talk.visit(at("/"), wrong));

        assertThat(found.opening().entry().fromProfile()).isFalse();
        assertThat(Objects.requireNonNull(found.opening().entry().move()).was().tag())
                .isEqualTo("input");
        assertThat(found.profile().input()).isEqualTo(profile.input());
        assertThat(talk.ask(QUESTION).outcome()).isEqualTo(Outcome.ANSWERED);
    }

    @Test
    public void pressesNothingOnTheWayThatReadsOtherwiseThanSaved() {
        Profile profile = Conversation.opened(talk.visit(at("/"), null)).profile();
        Profile.Mark launcher = profile.steps().get(profile.steps().size() - 1);
        Profile.Mark other = new Profile.Mark(launcher.frames(), launcher.path(), "网上投诉", launcher.tag());
        Profile wrong = new Profile(
                profile.target(), profile.address(), profile.saved(), List.of(other), profile.input(), null);

        Arrival.Open found = Conversation.opened(talk.visit(at("/"), wrong));

        assertThat(found.opening().entry().fromProfile()).isFalse();
        assertThat(found.opening().entry().moved()).isTrue();
    }

    @Test
    public void saysWhereTheProfileLedWhenNothingIsFound() {
        Profile floating = Conversation.opened(talk.visit(at("/"), null)).profile();

        Arrival.Shut shut = (Arrival.Shut) talk.visit(at("/plain/"), floating);

        assertThat(shut.outcome()).isEqualTo(Outcome.WIDGET_MOVED);
        assertThat(shut.reason().in(Lang.EN))
                .startsWith("The saved profile no longer fits: it leads to ")
                .contains(floating.input().path().get(0), "No chatbot was found on the page");
    }

    @Test
    public void saysWhyAHostCannotBeReached() {
        Arrival arrival = talk.visit(URI.create("http://127.0.0.1:9/"), null);

        assertThat(arrival).isInstanceOf(Arrival.Shut.class);
        assertThat(((Arrival.Shut) arrival).outcome()).isEqualTo(Outcome.UNREACHABLE);
    }

    @Test(dependsOnMethods = {"tellsOptionsAndFallbackFromAnswers", "keepsReasoningAndSourcesApartFromTheAnswer"})
    public void neverPressesWhatItMustNot() {
        assertThat(city.pressed()).isEmpty();
    }

    private URI at(String path) {
        return city.address().resolve(path);
    }

    private static String said(Heard heard) {
        return Conversation.folded(
                heard.reply().bubbles().stream().map(Bubble::text).toList());
    }
}
