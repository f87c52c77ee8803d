package org.wenda.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.testng.annotations.Test;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Link;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Transcript;

/** Whether a web chatbot and an app answer the same. */
public final class ParityTest {
    private static final String CARD = "临时居民身份证申领：带户口簿原件和近期一寸照片两张，到户籍所在地派出所提出申请。3日内发放，工本费10元。";

    @Test
    public void takesOtherWordsForTheSame() {
        Parity parity = compare(said(CARD), said("到户籍所在地派出所提出申请，带户口簿原件、近期一寸照片两张，三天内发放，工本费十元。"));

        assertThat(parity.answers()).isEqualTo(Parity.Answers.SAME);
    }

    @Test
    public void namesTheFiguresThatDiffer() {
        Parity parity = compare(said(CARD), said(CARD.replace("10元", "20元")));

        assertThat(parity)
                .extracting(Parity::answers, Parity::one, Parity::other)
                .containsExactly(Parity.Answers.FIGURES, "10元", "20元");
    }

    @Test
    public void tellsAnAnswerFromAShrug() {
        Parity parity = compare(said(CARD), said(Outcome.FALLBACK, "抱歉，我没有理解。"));

        assertThat(parity.answers()).isEqualTo(Parity.Answers.ENDED);
    }

    @Test
    public void saysNothingOfAnAppThatWasNotReached() {
        Parity parity = compare(said(CARD), said(Outcome.UNREACHABLE, ""));

        assertThat(parity.answers()).isEqualTo(Parity.Answers.UNTOLD);
    }

    @Test
    public void comparesLinksByWhatTheyLeadTo() {
        Parity parity = compare(
                said(CARD, "http://127.0.0.1:8001/guide/card", "https://www.example.gov.cn/a"),
                said(CARD, "http://127.0.0.1:8002/guide/card", "http://www.example.gov.cn/a"));

        assertThat(parity.links()).isEqualTo(Parity.Links.SAME);
    }

    @Test
    public void namesTheLinksThatOneSideLacks() {
        Parity parity = compare(
                said(CARD, "https://a.example.gov.cn/", "https://b.example.gov.cn/"),
                said(CARD, "https://b.example.gov.cn", "https://c.example.gov.cn/?x=1"));

        assertThat(parity)
                .extracting(Parity::links, Parity::onlyWeb, Parity::onlyApp)
                .containsExactly(Parity.Links.OTHERS, List.of("a.example.gov.cn/"), List.of("c.example.gov.cn/?x=1"));
    }

    @Test
    public void doesNotBlameViewsForHavingNoAddresses() {
        Parity parity = compare(said(CARD, "https://a.example.gov.cn/"), said(CARD));

        assertThat(parity).extracting(Parity::links, Parity::onlyWeb).containsExactly(Parity.Links.UNTOLD, List.of());
    }

    @Test
    public void doesNotCompareLinksThatTellNoAddress() {
        Parity parity = compare(said(CARD, "https://a.example.gov.cn/"), said(CARD, ""));

        assertThat(parity).extracting(Parity::links, Parity::onlyApp).containsExactly(Parity.Links.UNTOLD, List.of());
    }

    private static Parity compare(Exchange web, Exchange app) {
        return Parity.of(transcript("demo-web", web), transcript("demo-mobile", app))
                .get(0);
    }

    private static Transcript transcript(String target, Exchange exchange) {
        return new Transcript(
                "run", target, "temporary-id-card", Instant.EPOCH, null, null, List.of(exchange), List.of(), List.of());
    }

    private static Exchange said(String reply, String... links) {
        return said(Outcome.ANSWERED, reply, links);
    }

    private static Exchange said(Outcome outcome, String reply, String... links) {
        List<Link> offered =
                List.of(links).stream().map(href -> new Link("", href)).toList();
        Bubble bubble = new Bubble(reply, offered, List.of(), List.of(), null);
        return new Exchange(
                "run",
                "demo-web",
                "temporary-id-card",
                "opening",
                1,
                true,
                "临时居民身份证怎么申领？",
                null,
                outcome,
                null,
                new Reply(List.of(bubble), List.of(), offered, List.of(), "", List.of()),
                null,
                null,
                Map.of(),
                List.of());
    }
}
