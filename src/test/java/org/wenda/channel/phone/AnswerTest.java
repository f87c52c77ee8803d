package org.wenda.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.testng.annotations.Test;
import org.wenda.channel.phone.Line.Kind;
import org.wenda.channel.phone.Line.Side;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Link;
import org.wenda.transcript.Picture;

public final class AnswerTest {
    private static Line line(Side side, Kind kind, String text, int bubble) {
        return new Line(side, kind, text, Bounds.NONE, bubble);
    }

    @Test
    public void readsWhatStandsBelowTheQuestion() {
        Answer answer =
                Answer.to("身份证丢了怎么办 😀", Dumps.talk("native-chat.xml").lines()).orElseThrow();

        assertThat(answer.bubbles().get(0))
                .isEqualTo(new Bubble(
                        "临时居民身份证申领：\n1. 居民户口簿原件\n2. 近期一寸免冠照片", List.of(), List.of("去哪里办？", "要收费吗？"), List.of(), null));
    }

    @Test
    public void offersLinksAsPartsOfItsText() {
        Answer answer = new Answer(
                List.of(line(Side.CHATBOT, Kind.TEXT, "材料如下：", 1), line(Side.CHATBOT, Kind.LINK, "详见办事指南", 1)));

        assertThat(answer.bubbles())
                .extracting(Bubble::text, Bubble::links)
                .containsExactly(tuple("材料如下：\n详见办事指南", List.of(new Link("详见办事指南", ""))));
    }

    @Test
    public void keepsStickersAsPictures() {
        Answer answer = Answer.to("谢谢", Dumps.talk("native-chat.xml").lines()).orElseThrow();

        assertThat(answer.bubbles())
                .extracting(Bubble::text, Bubble::pictures)
                .containsExactly(
                        tuple("", List.of(new Picture("表情：不客气", ""))),
                        tuple("不客气，祝您生活愉快！", List.of()),
                        tuple("事项\t份数\n申请书\t1", List.of()));
    }

    @Test
    public void takesTheLastOfEqualQuestions() {
        List<Line> lines = List.of(
                line(Side.CITIZEN, Kind.TEXT, "你好", 0),
                line(Side.CHATBOT, Kind.TEXT, "您好", 1),
                line(Side.CITIZEN, Kind.TEXT, "你好", 2),
                line(Side.CHATBOT, Kind.TEXT, "您好", 3),
                line(Side.CHATBOT, Kind.TEXT, "您好", 4));

        assertThat(Answer.to("你好", lines).orElseThrow().bubbles())
                .extracting(Bubble::text)
                .containsExactly("您好", "您好");
    }

    @Test
    public void seesThatMoreIsToCome() {
        assertThat(Answer.to("公积金怎么提取", Dumps.talk("compose-chat.xml").lines())
                        .orElseThrow()
                        .isBusy())
                .isTrue();
    }

    @Test
    public void tellsWhereTheQuestionIsNotSeen() {
        assertThat(Answer.to("没问过", Dumps.talk("native-chat.xml").lines())).isEmpty();
    }

    @Test
    public void takesNoReasoningForAnAnswer() {
        Answer answer = new Answer(
                List.of(line(Side.CHATBOT, Kind.THINKING, "深度思考中…", 1), line(Side.CHATBOT, Kind.TEXT, "用户想了解贷款", 1)));

        assertThat(answer.bubbles()).isEmpty();
        assertThat(answer.thinking()).containsExactly("用户想了解贷款");
    }

    @Test
    public void leavesReasoningOutThatStays() {
        Answer answer = new Answer(List.of(
                line(Side.CHATBOT, Kind.THINKING, "已深度思考", 1),
                line(Side.CHATBOT, Kind.TEXT, "用户想了解贷款", 1),
                line(Side.CHATBOT, Kind.TEXT, "申请条件", 1)));

        assertThat(answer.without(List.of("用户想了解贷款")).bubbles())
                .extracting(Bubble::text)
                .containsExactly("申请条件");
    }
}
