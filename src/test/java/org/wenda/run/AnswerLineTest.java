package org.wenda.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.testng.annotations.Test;
import org.wenda.channel.Arrival;
import org.wenda.channel.Heard;
import org.wenda.config.PacingSettings;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Link;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Timing;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/** The contract of {@code ask --format jsonl}, compared whole. */
public final class AnswerLineTest {
    private static final URI PAGE = URI.create("http://127.0.0.1:8080/");

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
                Parrot.SENT,
                Duration.ofMillis(40),
                Duration.ofNanos(120_600_000),
                Duration.ofMillis(800),
                null,
                Duration.ofMillis(17));
        Parrot parrot = new Parrot()
                .answering(question -> new Heard(Outcome.ANSWERED, null, reply, timing, "quiet+transport", ""));

        assertThat(lines(parrot, "怎么办？"))
                .containsExactly(
                        "{\"address\":\"http://127.0.0.1:8080/\",\"question\":\"怎么办？\",\"outcome\":\"answered\","
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
        Timing timing = new Timing(Parrot.SENT, null, null, null, Duration.ofSeconds(20), Duration.ofMillis(17));
        Parrot parrot =
                new Parrot().answering(question -> new Heard(Outcome.CUT_OFF, null, reply, timing, "limit", ""));

        assertThat(lines(parrot, "问"))
                .containsExactly("{\"address\":\"http://127.0.0.1:8080/\",\"question\":\"问\",\"outcome\":\"cut-off\","
                        + "\"reply\":\"答\",\"bubbles\":[\"答\"],\"options\":[],\"links\":[],\"thinking\":\"先想一想\","
                        + "\"sentAt\":\"2026-11-23T02:00:00.123Z\",\"firstSignMs\":null,\"firstReplyMs\":null,"
                        + "\"completeMs\":null,\"thinkingMs\":20000,\"errorMs\":17,\"endedBy\":\"limit\","
                        + "\"entry\":{\"how\":\"launcher in frame 1\",\"why\":[\"title says 智能问答\"]}}");
    }

    @Test
    public void isOneLineWithoutReplyWhereThereIsNoChatbot() {
        Message reason = Message.of(Lane.class, "given-up", 2);
        Parrot parrot = new Parrot()
                .behind(address -> new Arrival.Shut(Outcome.NO_CHATBOT, reason, List.of("search box: 搜索"), null));

        assertThat(lines(parrot, "一？", "二？"))
                .containsExactly("{\"address\":\"http://127.0.0.1:8080/\",\"question\":\"一？\","
                        + "\"outcome\":\"no-chatbot\",\"reason\":\"Not asked: 2 visits in a row came to nobody.\","
                        + "\"candidates\":[\"search box: 搜索\"]}");
    }

    @Test
    public void endsWhereAPersonTakesOver() {
        Parrot parrot = new Parrot().answering(question -> Parrot.heard(Outcome.HANDOVER, "正在转接人工"));

        assertThat(lines(parrot, "一？", "二？")).hasSize(1);
    }

    private static List<String> lines(Parrot parrot, String... questions) {
        SetClock clock = new SetClock();
        PacingSettings pacing = new PacingSettings(Duration.ZERO, Duration.ZERO, Duration.ZERO, 1, null, null);
        Ledger none = host -> null;
        Pacer pacer = new Pacer(new Manners(pacing), none, clock, new Random(1), clock);
        List<String> lines = new ArrayList<>();
        try {
            new Inquiry(parrot.channel(), pacer, new Stop())
                    .ask(PAGE, List.of(questions), answer -> lines.add(AnswerLine.of(answer, Lang.EN)));
        } catch (InterruptedException | Postponed e) {
            throw new AssertionError(e);
        }
        return lines;
    }
}
