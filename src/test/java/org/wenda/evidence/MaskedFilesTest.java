package org.wenda.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.link.Offered;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Link;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;

/** What a chatbot says of people does not reach the disk. */
@SuppressWarnings("NullAway.Init")
public final class MaskedFilesTest {
    private static final String MOBILE = "13812345678";
    private static final Link GUIDE = new Link("办事指南 " + MOBILE, "https://example.gov.cn/guide?id=" + MOBILE);
    private static final Link CALL = new Link("拨打", "tel:" + MOBILE);

    private RunDirectory directory;

    @BeforeMethod
    void create() throws IOException {
        directory = RunDirectory.create(Files.createTempDirectory("reports"), RunSamples.RUN);
        directory.write(RunSamples.record());
    }

    @AfterMethod
    void close() {
        directory.close();
    }

    @Test
    public void masksEveryTextOfTheJournal() throws IOException {
        try (Journal journal = directory.journal()) {
            journal.add(exchange());
        }

        assertThat(Files.readString(directory.journalFile()).replace("guide?id=" + MOBILE, ""))
                .contains("138********")
                .doesNotContain(MOBILE);
    }

    @Test
    public void masksTheSameInJournalAndTranscript() throws IOException {
        try (Journal journal = directory.journal()) {
            journal.add(exchange());
        }
        directory.write(RunSamples.transcript(List.of(exchange())));
        StoredRun run = directory.read();

        assertThat(run.transcripts().get(0).exchanges()).isEqualTo(run.exchanges());
        assertThat(run.exchanges().get(0).reply().text()).isEqualTo("请拨打138********或12345");
        assertThat(run.exchanges().get(0).captured()).containsEntry("phone", "138********");
    }

    @Test
    public void leavesAddressesThatAreFollowed() {
        try (Journal journal = directory.journal()) {
            journal.add(exchange());
        }

        Exchange stored = directory.read().exchanges().get(0);
        assertThat(stored.reply().links())
                .containsExactly(new Link("办事指南 138********", GUIDE.href()), new Link("拨打", "tel:138********"));
        assertThat(Offered.in(stored)).hasSameSizeAs(Offered.in(exchange()));
    }

    @Test
    public void masksTheMarkupAndTheLinks() throws IOException {
        directory.keepDom("demo-web", "temporary-id-card", 1, "turn-1", "<p>" + MOBILE + "</p>");
        directory.write(List.of(RunSamples.link(exchange(), "见 " + MOBILE, "https://example.gov.cn/")));

        assertThat(directory.conversation("demo-web", "temporary-id-card").resolve("01-turn-1-dom.txt"))
                .hasContent("<p>138********</p>");
        assertThat(directory.linksFile()).content().contains("见 138********").doesNotContain(MOBILE);
    }

    @Test
    public void keepsTheRawWordsApart() throws IOException {
        try (Journal raw = directory.rawJournal("demo-web")) {
            raw.add(exchange());
        }
        directory.writeRaw(RunSamples.transcript(List.of(exchange())));
        directory.keepRawDom("demo-web", "temporary-id-card", 1, "turn-1", "<p>" + MOBILE + "</p>");

        Path raw = directory.data("demo-web").resolve("raw");
        assertThat(raw.resolve("exchanges.jsonl")).content().contains("请拨打" + MOBILE);
        assertThat(raw.resolve("temporary-id-card/transcript.json")).content().contains("请拨打" + MOBILE);
        assertThat(raw.resolve("temporary-id-card/01-turn-1-dom.txt")).hasContent("<p>" + MOBILE + "</p>");
        assertThat(directory.read().transcripts()).isEmpty();
    }

    private static Exchange exchange() {
        Exchange plain = RunSamples.exchange(1, Outcome.ANSWERED);
        List<Link> links = List.of(GUIDE, CALL);
        Bubble bubble = new Bubble("请拨打" + MOBILE + "或12345", links, List.of("给" + MOBILE + "打电话"), List.of(), null);
        return new Exchange(
                plain.run(),
                plain.target(),
                plain.scenario(),
                plain.turn(),
                plain.number(),
                plain.critical(),
                plain.question() + MOBILE,
                plain.choice(),
                plain.outcome(),
                "said " + MOBILE,
                new Reply(List.of(bubble), bubble.options(), links, List.of(), "想到" + MOBILE, List.of()),
                plain.timing(),
                plain.endedBy(),
                Map.of("phone", MOBILE),
                List.of());
    }
}
