package org.wenda.channel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.testng.annotations.AfterClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.channel.Heard;
import org.wenda.demo.Asked;
import org.wenda.demo.DemoBehaviour;
import org.wenda.demo.DemoCity;
import org.wenda.gallery.GalleryBot;
import org.wenda.gallery.GalleryPage;
import org.wenda.gallery.GallerySite;
import org.wenda.gallery.Kind;
import org.wenda.gallery.Tempo;
import org.wenda.gallery.Truth;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Link;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;

/** Options that are really pressed, on the demonstration city and on kits that nobody here wrote. */
public final class OptionsIT {
    private static final Duration TRUTH_ARRIVES_WITHIN = Duration.ofSeconds(10);

    private final DemoCity city = DemoCity.start(DemoBehaviour.standard().withPace(0.3));
    private final GallerySite site = GallerySite.start(Tempo.BRISK);
    private final Conversation talk = new Conversation();

    @AfterClass(alwaysRun = true)
    void stop() {
        talk.close();
        site.close();
        city.close();
    }

    @Test
    public void pressesWhatTheChatbotOffersAndHearsTheAnswer() {
        talk.open(city.address());
        Heard list = talk.ask("我想办证");

        Heard answer = talk.choose("开具户籍证明");

        assertThat(list.outcome()).isEqualTo(Outcome.OPTIONS);
        assertThat(answer.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(said(answer)).startsWith("开具户籍证明的办理方法：").doesNotContain("您想咨询的是");
        assertThat(Objects.requireNonNull(answer.timing()).complete()).isPositive();
        assertThat(city.asked()).extracting(Asked::text).endsWith("我想办证", "开具户籍证明");
    }

    @Test
    public void pressesItsWayThroughAListOfLists() {
        talk.open(city.address().resolve("/crossframe/"));
        talk.ask("就是开店要用的那个");

        Heard second = talk.choose("个体工商户");
        Heard answer = talk.choose("个体工商户增、减、补、换发证照手续");
        Heard typed = talk.ask("需要带什么材料？");

        assertThat(second.outcome()).isEqualTo(Outcome.OPTIONS);
        assertThat(second.reply().options()).startsWith("个体工商户增、减、补、换发证照手续", "职工参保登记");
        assertThat(said(answer)).startsWith("已为您查询到“个体工商户增、减、补、换发证照手续”：");
        assertThat(said(typed)).startsWith("办理“个体工商户增、减、补、换发证照手续”需要准备以下材料：");
    }

    @Test
    public void saysThatAnOptionIsGone() {
        talk.open(city.address());
        talk.ask("我想办证");
        int before = city.asked().size();

        Heard heard = talk.choose("护照办理");

        assertThat(heard.outcome()).isEqualTo(Outcome.OPTIONS);
        assertThat(heard.reason()).hasToString("The option \"护照办理\" was no longer there when it was to be pressed.");
        assertThat(heard.reply()).isEqualTo(Reply.NONE);
        assertThat(heard.timing()).isNull();
        assertThat(city.asked()).hasSize(before);
    }

    @Test(dependsOnMethods = "pressesWhatTheChatbotOffersAndHearsTheAnswer")
    public void pressesNothingElse() {
        talk.open(city.address());
        talk.ask("我想办证");
        talk.choose("有用");
        talk.choose("转人工");

        assertThat(city.pressed()).isEmpty();
    }

    @DataProvider
    Object[][] kits() {
        Stream<GalleryPage> each = Stream.of(
                GalleryPage.CHATUI_STREAMED_FETCH, // quick replies above the input
                GalleryPage.DEEPCHAT_PLAIN, // buttons in a message of their own, which goes when one is pressed
                GalleryPage.WEBCHAT_WEB_SOCKET, // suggested actions
                GalleryPage.CLOSED_SHADOW, // buttons that stay
                GalleryPage.LATE_FRAME,
                GalleryPage.DEEPCHAT_WEB_SOCKET);
        // The same kits, whose silence takes long to be believed.
        Stream<GalleryPage> polling = Stream.of(GalleryPage.CHATUI_LONG_POLLING, GalleryPage.WEBCHAT_POLLING);
        return (Boolean.getBoolean("wenda.full") ? Stream.concat(each, polling) : each)
                .map(page -> new Object[] {page})
                .toArray(Object[][]::new);
    }

    @Test(dataProvider = "kits")
    public void pressesAnOptionOfEveryKit(GalleryPage page) throws InterruptedException {
        int turns = site.truths().size();
        talk.open(site.page(page));
        for (String question : questions()) {
            Heard list = talk.ask(question);
            Truth offered = site.awaitTruths(++turns, TRUTH_ARRIVES_WITHIN).get(turns - 1);
            assertThat(list.outcome()).as(question).isEqualTo(Outcome.OPTIONS);
            String option = list.reply().options().stream()
                    .filter(one -> one.contains("收费标准"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(list.reply() + " " + offered));

            Heard answer = talk.choose(option);

            assertThat(site.asked()).endsWith(question, option);
            Truth truth = site.awaitTruths(++turns, TRUTH_ARRIVES_WITHIN).get(turns - 1);
            assertThat(answer.outcome()).as(option).isEqualTo(Outcome.ANSWERED);
            assertThat(said(answer)).isEqualTo(Conversation.folded(truth.bubbles()));
        }
    }

    @DataProvider
    Object[][] manners() {
        return new Object[][] {
            {""}, // the citizen's bubble repeats the option
            {"no-echo"}, // nothing but the answer comes, and that late
            {"other-echo"}, // the bubble says something else
            {"worn"}, // the list stays and can no longer be pressed
            {"redrawn"}, // the list is drawn anew before the option is pressed
            {"fills"}, // the option only fills the input
            {"new-tab"}, // and opens a page beside
            {"bare-anchor"}, // options are anchors that lead nowhere
        };
    }

    @Test(dataProvider = "manners")
    public void hearsTheAnswerWhateverBecomesOfTheOption(String manner) throws Exception {
        talk.open(page(manner));
        Heard list = talk.ask("社保");
        settle(manner);

        Heard answer = talk.choose("社保转移");
        Heard typed = talk.ask("社保卡");

        assertThat(list.outcome()).isEqualTo(Outcome.OPTIONS);
        assertThat(list.reply().options()).containsExactly("社保转移", "社保卡", "参保登记");
        assertThat(said(answer)).isEqualTo("社保转移的答复：请到服务大厅办理。");
        assertThat(said(typed)).isEqualTo("社保卡的答复：请到服务大厅办理。");
    }

    @DataProvider
    Object[][] wrong() {
        return new Object[][] {
            {"form", "The option \"社保转移\" is a link or submits a form; it was not followed."},
            {"vanishing", "The option \"社保转移\" was no longer there when it was to be pressed."},
            {"navigates", "The option \"社保转移\" led to another page; the conversation ended there."},
        };
    }

    @Test(dataProvider = "wrong")
    public void saysWhyAnOptionWasNotPressed(String manner, String reason) throws Exception {
        talk.open(page(manner));
        Heard list = talk.ask("社保");
        settle(manner);

        Heard heard = talk.choose("社保转移");

        assertThat(list.outcome()).isEqualTo(Outcome.OPTIONS);
        assertThat(heard.reason()).hasToString(reason);
        assertThat(heard.outcome()).isEqualTo(Outcome.OPTIONS);
        assertThat(heard.timing()).isNull();
    }

    @Test
    public void takesLinksThatLookLikeButtonsForLinks() throws Exception {
        talk.open(page("link"));

        Heard list = talk.ask("社保");

        assertThat(list.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(list.reply().options()).isEmpty();
        assertThat(list.reply().bubbles())
                .flatExtracting(Bubble::links)
                .extracting(Link::text)
                .containsExactly("社保转移", "社保卡", "参保登记");
    }

    private static URI page(String manner) throws URISyntaxException {
        URI file = Objects.requireNonNull(OptionsIT.class.getResource("options.html"))
                .toURI();
        return URI.create(file + (manner.isEmpty() ? "" : "#" + manner));
    }

    /** Waits for what the page does by itself after its list. */
    private void settle(String manner) {
        if (manner.equals("redrawn") || manner.equals("vanishing")) {
            talk.channel.picture();
            long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        }
    }

    private static List<String> questions() {
        return GalleryBot.questions(List.of(Kind.OPTIONS), 3);
    }

    private static String said(Heard heard) {
        return Conversation.folded(
                heard.reply().bubbles().stream().map(Bubble::text).toList());
    }
}
