package org.wenda.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.testng.annotations.Test;
import org.wenda.channel.Arrival;
import org.wenda.channel.Candidate;
import org.wenda.config.PacingSettings;
import org.wenda.transcript.Outcome;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

public final class InquiryTest {
    private static final URI PAGE = URI.create("http://127.0.0.1:8080/");
    private static final Message SEEN = Message.of(Run.class, "left-stopped");

    private final List<Inquiry.Answer> answers = new ArrayList<>();

    @Test
    public void asksAllInOneConversation() throws Exception {
        Parrot parrot = new Parrot();

        assertThat(ask(parrot, "一？", "二？")).isZero();
        assertThat(parrot.opened()).containsExactly(PAGE);
        assertThat(parrot.asked()).containsExactly("一？", "二？");
    }

    @Test
    public void endsWhereAPersonTakesOver() throws Exception {
        Parrot parrot = new Parrot().answering(question -> Parrot.heard(Outcome.HANDOVER, "正在转接人工"));

        assertThat(ask(parrot, "一？", "二？", "三？")).isEqualTo(2);
        assertThat(parrot.asked()).containsExactly("一？");
    }

    @Test
    public void tellsOnceThatThereIsNoChatbot() throws Exception {
        Candidate box = new Candidate(Candidate.Kind.INPUT, "搜索", -6, 5, List.of(), null);
        Parrot parrot = new Parrot().behind(address -> new Arrival.Shut(Outcome.NO_CHATBOT, SEEN, List.of(box), null));

        assertThat(ask(parrot, "一？", "二？")).isEqualTo(1);
        assertThat(answers)
                .containsExactly(
                        new Inquiry.Answer(PAGE, "一？", Outcome.NO_CHATBOT, SEEN, List.of(box), null, null, null, null));
    }

    @Test
    public void tellsAFaultOfOursAsAnOutcome() throws Exception {
        Parrot parrot = new Parrot().answering(question -> {
            throw new IllegalStateException("recorder lost");
        });

        assertThat(ask(parrot, "一？", "二？")).isEqualTo(1);
        assertThat(answers).extracting(Inquiry.Answer::outcome).containsExactly(Outcome.BROKEN);
    }

    @Test
    public void leavesAMissingBrowserToTheCaller() {
        MachineException missing = new MachineException(SEEN, null);
        Parrot parrot = new Parrot().behind(address -> {
            throw missing;
        });

        assertThatThrownBy(() -> ask(parrot, "一？")).isSameAs(missing);
    }

    private int ask(Parrot parrot, String... questions) throws InterruptedException, Postponed {
        answers.clear();
        SetClock clock = new SetClock();
        PacingSettings pacing = new PacingSettings(Duration.ZERO, Duration.ZERO, Duration.ZERO, 1, null, null);
        Pacer pacer = new Pacer(new Manners(pacing), host -> null, clock, new Random(1), clock);
        return new Inquiry(parrot.channel(), pacer, new Stop()).ask(PAGE, null, List.of(questions), answers::add);
    }
}
