package org.wenda.channel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.channel.Heard;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Timing;

/** What is said after the end of a reply was told belongs to that reply and to no other. */
@Test(groups = "engine")
public final class LateIT {
    @Test
    public void waitsForALateBubbleToTheLastQuestion() {
        try (Conversation talk = new Conversation()) {
            talk.open(page("5000"));
            Heard heard = talk.ask("补领身份证");

            Heard added = Objects.requireNonNull(talk.channel.linger());

            assertThat(texts(heard)).containsExactly("补领身份证请到服务大厅办理。");
            assertThat(texts(added)).containsExactly("补领身份证请到服务大厅办理。", "补领身份证还可以邮寄办理。");
            assertThat(added.outcome()).isEqualTo(Outcome.ANSWERED);
            assertThat(added.endedBy()).isEqualTo("silence+late");
            assertThat(added.reply().late()).isEqualTo(1);
            assertThat(Objects.requireNonNull(added.reply().bubbles().get(1).late()))
                    .isBetween(Duration.ofMillis(500), Duration.ofMillis(3500));
            Timing timing = Objects.requireNonNull(added.timing());
            assertThat(Objects.requireNonNull(timing.complete())).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
            assertThat(Objects.requireNonNull(timing.firstReply())).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    public void saysThatABubbleGrewLate() {
        try (Conversation talk = new Conversation()) {
            talk.open(page("grows"));
            talk.ask("补领身份证");

            Heard added = Objects.requireNonNull(talk.channel.linger());

            assertThat(texts(added)).containsExactly("补领身份证请到服务大厅办理。也可以邮寄办理。");
            assertThat(added.reply().late()).isEqualTo(1);
        }
    }

    @Test
    public void waitsNoLongerThanTenSeconds() {
        try (Conversation talk = new Conversation()) {
            talk.open(page("never"));
            talk.ask("补领身份证");

            assertThat(talk.channel.linger()).isNull();
        }
    }

    @DataProvider
    Object[][] momentsBeforeTheNextQuestionIsSent() {
        return new Object[][] {{"typing"}, {"typed"}};
    }

    @Test(dataProvider = "momentsBeforeTheNextQuestionIsSent")
    public void attachesItToItsOwnQuestion(String moment) {
        try (Conversation talk = new Conversation()) {
            talk.open(page(moment));
            talk.ask("补领身份证");

            Heard second = talk.ask("换领驾驶证");

            assertThat(talk.added()).hasSize(1);
            assertThat(texts(talk.added().get(0))).containsExactly("补领身份证请到服务大厅办理。", "补领身份证还可以邮寄办理。");
            assertThat(texts(second)).containsExactly("换领驾驶证请到服务大厅办理。");
            assertThat(second.reply().late()).isZero();
        }
    }

    private static List<String> texts(Heard heard) {
        return heard.reply().bubbles().stream().map(Bubble::text).toList();
    }

    private static URI page(String manner) {
        try {
            URI page = Objects.requireNonNull(LateIT.class.getResource("late.html"))
                    .toURI();
            return URI.create(page + "#" + manner);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
