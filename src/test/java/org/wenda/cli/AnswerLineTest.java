package org.wenda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.testng.annotations.Test;
import org.wenda.channel.Heard;
import org.wenda.run.Inquiry;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Entry;
import org.wenda.transcript.Link;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Timing;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/** The contract of {@code ask --format jsonl}, compared whole. */
public final class AnswerLineTest {
    private static final URI PAGE = URI.create("http://127.0.0.1:8080/");
    private static final Instant SENT = Instant.parse("2026-11-23T02:00:00.123Z");

    @Test
    public void holdsTheWholeAnswer() {
        Link link = new Link("办事指南", "http://127.0.0.1:8080/guide");
        Reply reply = new Reply(
                List.of(Bubble.of("第一条\n第二行"), Bubble.of("第二条")),
                List.of("个人", "企业"),
                List.of(link),
                List.of(),
                "",
                List.of("useful"));
        Timing timing = new Timing(
                SENT,
                Duration.ofMillis(40),
                Duration.ofNanos(120_600_000),
                Duration.ofMillis(800),
                null,
                Duration.ofMillis(17));

        assertThat(line(new Heard(Outcome.ANSWERED, null, reply, timing, "quiet+transport", "")))
                .isEqualTo("{\"address\":\"http://127.0.0.1:8080/\",\"question\":\"怎么办？\",\"outcome\":\"answered\","
                        + "\"reply\":\"第一条\\n第二行\\n\\n第二条\",\"bubbles\":[\"第一条\\n第二行\",\"第二条\"],"
                        + "\"options\":[\"个人\",\"企业\"],"
                        + "\"links\":[{\"text\":\"办事指南\",\"href\":\"http://127.0.0.1:8080/guide\"}],"
                        + "\"sentAt\":\"2026-11-23T02:00:00.123Z\",\"firstSignMs\":40,\"firstReplyMs\":121,"
                        + "\"completeMs\":800,\"errorMs\":17,\"endedBy\":\"quiet+transport\","
                        + "\"entry\":{\"how\":\"launcher in frame 1\",\"why\":[\"title says 智能问答\"]}}");
    }

    @Test
    public void keepsReasoningApart() {
        Reply reply = new Reply(List.of(Bubble.of("答")), List.of(), List.of(), List.of(), "先想一想", List.of());
        Timing timing = new Timing(SENT, null, null, null, Duration.ofSeconds(20), Duration.ofMillis(17));

        assertThat(line(new Heard(Outcome.CUT_OFF, null, reply, timing, "limit", "")))
                .isEqualTo("{\"address\":\"http://127.0.0.1:8080/\",\"question\":\"怎么办？\",\"outcome\":\"cut-off\","
                        + "\"reply\":\"答\",\"bubbles\":[\"答\"],\"options\":[],\"links\":[],\"thinking\":\"先想一想\","
                        + "\"sentAt\":\"2026-11-23T02:00:00.123Z\",\"firstSignMs\":null,\"firstReplyMs\":null,"
                        + "\"completeMs\":null,\"thinkingMs\":20000,\"errorMs\":17,\"endedBy\":\"limit\","
                        + "\"entry\":{\"how\":\"launcher in frame 1\",\"why\":[\"title says 智能问答\"]}}");
    }

    @Test
    public void isOneLineWithoutReplyWhereThereIsNoChatbot() {
        Message reason = Message.of(AskCommand.class, "ask.left", 2);
        List<String> candidates = List.of("search box: 搜索");

        assertThat(AnswerLine.of(
                        new Inquiry.Answer(PAGE, "一？", Outcome.NO_CHATBOT, reason, candidates, null, null, null),
                        Lang.EN))
                .isEqualTo("{\"address\":\"http://127.0.0.1:8080/\",\"question\":\"一？\","
                        + "\"outcome\":\"no-chatbot\",\"reason\":\"The visit ended early. Questions not asked: 2\","
                        + "\"candidates\":[\"search box: 搜索\"]}");
    }

    private static String line(Heard heard) {
        Entry entry = new Entry("launcher in frame 1", List.of("title says 智能问答"), PAGE.toString(), false, null);
        return AnswerLine.of(
                new Inquiry.Answer(PAGE, "怎么办？", heard.outcome(), null, List.of(), heard, entry, null), Lang.EN);
    }
}
