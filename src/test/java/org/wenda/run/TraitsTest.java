package org.wenda.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.testng.annotations.Test;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Feature;
import org.wenda.transcript.Link;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Trait;

/** Which traits a conversation shows. */
public final class TraitsTest {
    private static final Feature HUMAN = new Feature(Trait.HAND_OVER, Feature.PAGE, "转人工");

    @Test
    public void keepsWhatWasSeenOnce() {
        assertThat(Traits.of(List.of(HUMAN, HUMAN), List.of())).containsExactly(HUMAN);
    }

    @Test
    public void takesNoGreetingDrawnAnewForAnAnswer() {
        Feature hot = new Feature(Trait.HOT_QUESTIONS, Feature.OPENING, "热门问题");
        Feature again = new Feature(Trait.HOT_QUESTIONS, Feature.ANSWER, "热门问题");

        assertThat(Traits.of(List.of(hot, again), List.of())).containsExactly(hot);
    }

    @Test
    public void addsWhatTheRepliesTell() {
        Reply reply = new Reply(
                List.of(Bubble.of("请到窗口办理。")),
                List.of("要带什么材料？", "是"),
                List.of(),
                List.of(new Link("办事指南", "https://example.gov.cn/")),
                "用户想办证。",
                List.of("stop", "useful", "useless", "copy"));

        assertThat(Traits.of(List.of(), List.of(exchange(Outcome.ANSWERED, reply))))
                .containsExactlyInAnyOrder(
                        new Feature(Trait.REASONING_SHOWN, Feature.ANSWER, "用户想办证。"),
                        new Feature(Trait.SOURCES, Feature.ANSWER, "办事指南"),
                        new Feature(Trait.RELATED_QUESTIONS, Feature.ANSWER, "要带什么材料？"),
                        new Feature(Trait.STOP, Feature.ANSWER, "stop"),
                        new Feature(Trait.RATING_ANSWER, Feature.ANSWER, "useful"),
                        new Feature(Trait.RATING_ANSWER, Feature.ANSWER, "useless"));
    }

    @Test
    public void prefersTheWordsThatWereSeen() {
        Reply reply = new Reply(List.of(), List.of(), List.of(), List.of(), "", List.of("human"));

        assertThat(Traits.of(List.of(HUMAN), List.of(exchange(Outcome.FALLBACK, reply))))
                .containsExactly(HUMAN);
    }

    @Test
    public void takesNoListThatAsksBackForRelatedQuestions() {
        Reply reply = new Reply(List.of(), List.of("居住证办理"), List.of(), List.of(), "", List.of());

        assertThat(Traits.of(List.of(), List.of(exchange(Outcome.OPTIONS, reply))))
                .isEmpty();
    }

    private static Exchange exchange(Outcome outcome, Reply reply) {
        return new Exchange(
                "run",
                "demo-web",
                "card",
                "opening",
                1,
                true,
                "？",
                null,
                outcome,
                null,
                reply,
                null,
                null,
                Map.of(),
                List.of());
    }
}
