package org.wenda.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.testng.annotations.Test;
import org.wenda.transcript.Link;

public final class GalleryBotTest {
    private final GalleryBot bot = new GalleryBot(Tempo.BRISK);

    @Test
    public void asksThousandsOfDifferentQuestions() {
        assertThat(IntStream.range(0, GalleryBot.DIFFERENT).mapToObj(GalleryBot::question))
                .doesNotHaveDuplicates();
    }

    @Test
    public void wordsEveryQuestionSoThatItsKindIsKnown() {
        assertThat(IntStream.range(0, GalleryBot.DIFFERENT)
                        .mapToObj(n -> Kind.of(GalleryBot.question(n)).orElseThrow()))
                .isEqualTo(IntStream.range(0, GalleryBot.DIFFERENT)
                        .mapToObj(n -> Kind.all().get(n % Kind.all().size()))
                        .toList());
    }

    @Test
    public void asksOnlyForKindsThatAPageCanShow() {
        assertThat(GalleryPage.DEEPCHAT_PLAIN.questions(200))
                .hasSize(200)
                .noneMatch(question -> Kind.of(question).orElseThrow() == Kind.STREAM);
    }

    @Test
    public void refusesToRunOutOfQuestions() {
        assertThatThrownBy(() -> GalleryBot.questions(Set.of(Kind.ECHO), 145))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("only 144 different questions of kinds [ECHO]");
    }

    @Test
    public void saysWhatAReaderSees() {
        assertThat(bot.reply("公积金提取的收费标准是什么？").bubbles())
                .containsExactly("公积金提取的收费标准如下：\n项目\t金额（元）\t时限\n首次办理\t0\t5天\n补办换领\t10\t10天\n加急办理\t20\t1天");
    }

    @Test
    public void leavesThePlaceholderOutOfTheAnswer() {
        BotReply reply = bot.reply("帮我查一下婚姻登记的进度");

        assertThat(reply.bubbles()).containsExactly("查询结果：您的婚姻登记申请已受理，预计1个工作日内办结。");
        assertThat(reply.first()).isEqualTo("查询结果：您");
    }

    @Test
    public void joinsTheTokensOfAStream() {
        BotReply reply = bot.reply("请详细讲一讲婚姻登记的流程");

        assertThat(reply.isStreamed()).isTrue();
        assertThat(reply.bubbles())
                .singleElement()
                .asString()
                .startsWith("好的，婚姻登记一般分四步。")
                .endsWith("可以随时再来问我。");
    }

    @Test
    public void thinksBeforeItAnswers() {
        BotReply reply = bot.reply("公积金提取和以前相比有什么变化？");

        assertThat(reply.thinking()).startsWith("用户想知道公积金提取的新旧规定").endsWith("可以一句带过。");
        assertThat(reply.bubbles()).containsExactly("主要有三点变化：一是材料减少，只需身份证；二是时限缩短为5个工作日；三是可以全程网办，不必再到住房公积金管理中心排队。");
        assertThat(reply.first())
                .isEqualTo(reply.bubbles().get(0).substring(0, reply.first().length()));
    }

    @Test
    public void thinksForSeconds() {
        GalleryBot slow = new GalleryBot(Tempo.LIFELIKE);

        assertThat(GalleryBot.questions(Set.of(Kind.THINKING), 100))
                .allSatisfy(question -> assertThat(slow.reply(question).parts().stream()
                                .filter(Part.Think.class::isInstance)
                                .mapToInt(Part::afterMs)
                                .sum())
                        .isBetween(3000, 8000));
    }

    @Test
    public void namesItsSourcesApartFromTheAnswer() {
        BotReply reply = bot.reply("公积金提取的依据有哪些？");

        assertThat(reply.sources())
                .hasSizeBetween(2, 3)
                .startsWith(new Link("《公积金提取管理办法》", "/law/4.html"))
                .isEqualTo(reply.links());
        assertThat(reply.bubbles()).singleElement().asString().endsWith("以公布的文本为准。");
    }

    @Test
    public void canBeStoppedWhileItSpeaksAndRatedAfterwards() {
        BotReply reply = bot.reply("请介绍一下婚姻登记");

        assertThat(reply.controls())
                .containsExactly(Control.STOP, Control.REGENERATE, Control.COPY, Control.USEFUL, Control.USELESS);
        assertThat(reply.bubbles()).containsExactly("婚姻登记由婚姻登记处负责，面向本市居民和单位。1个工作日内办结，收费9元。申请时请带好身份证，结果可以自取，也可以邮寄到家。");
    }

    @Test
    public void sometimesSaysNothing() {
        BotReply reply = bot.reply("婚姻登记能代办吗？");

        assertThat(reply.parts()).hasSize(1);
        assertThat(reply.bubbles()).isEmpty();
    }

    @Test
    public void saysMoreThanTwoHundredKilobytes() {
        String text = bot.reply("婚姻登记的历年文件全文是什么？").bubbles().get(0);

        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(200_000);
    }

    @Test
    public void showsOneTabOfACardAndOffersTheOthers() {
        BotReply reply = bot.reply("给我看婚姻登记的服务卡片");

        assertThat(reply.options()).containsExactly("受理条件", "申请材料", "办理地点", "在线办理", "查看办事指南");
        assertThat(reply.bubbles().get(0)).contains("均可申请婚姻登记").doesNotContain("请准备");
    }

    @Test
    public void saysNothingOnlyWhenAskedByName() {
        assertThat(IntStream.range(0, GalleryBot.DIFFERENT)
                        .mapToObj(GalleryBot::question)
                        .flatMap(question ->
                                bot.reply(question).bubbles().stream().limit(1)))
                .hasSize(GalleryBot.DIFFERENT);
        assertThat(GalleryBot.questions(Set.of(Kind.EMPTY), 144)).allMatch(question -> question.endsWith("能代办吗？"));
    }

    @Test
    public void repeatsAQuestionWordForWord() {
        assertThat(bot.reply("替我母亲问一下，我要预约护照换发").bubbles()).containsExactly("替我母亲问一下，我要预约护照换发");
    }

    @Test
    public void offersQuestionsThatItUnderstands() {
        assertThat(bot.reply("我想咨询护照换发").options()).containsExactly("护照换发需要哪些材料？", "护照换发怎么办理？", "护照换发的收费标准是什么？");
    }

    @Test
    public void admitsThatItDoesNotUnderstand() {
        assertThat(bot.reply("今天天气怎么样").bubbles()).isEqualTo(List.of("抱歉，我没有听懂您的问题，请换一种说法，或者拨打12345政务服务热线。"));
    }

    @Test
    public void staysWithinTheTimesOfRealChatbots() {
        GalleryBot slow = new GalleryBot(Tempo.LIFELIKE);

        assertThat(IntStream.range(0, GalleryBot.DIFFERENT)
                        .mapToObj(n -> slow.reply(GalleryBot.question(n)))
                        .flatMap(reply -> reply.parts().stream())
                        .mapToInt(Part::afterMs))
                .allMatch(ms -> ms >= 0 && ms <= 6000);
    }
}
