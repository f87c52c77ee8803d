package org.wenda.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.link.Offered;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Transcript;
import org.wenda.words.Lang;

public final class AgreementTest {
    private static final Exchange ONE = RunSamples.exchange(1, Outcome.ANSWERED);
    private static final Exchange TWO = RunSamples.exchange(2, Outcome.SILENT);

    @SuppressWarnings("NullAway.Init")
    private RunDirectory directory;

    @BeforeMethod
    void create() throws IOException {
        directory = RunDirectory.create(Files.createTempDirectory("reports"), RunSamples.RUN);
    }

    @Test
    public void isSilentWhenAllCountsAgree() {
        assertThat(check(totals(2, 1, 2), List.of(ONE, TWO), List.of(ONE, TWO), 2))
                .isEmpty();
    }

    @Test
    public void namesEveryCountThatDisagrees() {
        assertThat(check(totals(3, 2, 3), List.of(ONE, TWO), List.of(ONE, TWO), 1))
                .containsExactly(
                        "run.json: the run says that it asked 3, the journal has 2",
                        "run.json: the run says that it heard 2, the journal has 1",
                        "run.json: the run says that it stored 3, the journal has 2",
                        "index.html: the report shows 1 exchanges, the journal has 2");
    }

    @Test
    public void namesTurnsThatStandInOnePlaceOnly() {
        assertThat(check(totals(2, 1, 2), List.of(ONE, TWO), List.of(ONE), 2))
                .containsExactly("demo-web/temporary-id-card/2: stands in the journal but not in transcript.json");
        assertThat(check(RunRecord.Totals.of(List.of(ONE)), List.of(ONE), List.of(ONE, TWO), 1))
                .containsExactly("demo-web/temporary-id-card/2: stands in transcript.json but not in the journal");
    }

    @Test
    public void namesTurnsThatReadDifferently() {
        assertThat(check(
                        RunRecord.Totals.of(List.of(ONE)),
                        List.of(ONE),
                        List.of(RunSamples.exchange(1, Outcome.FALLBACK)),
                        1))
                .containsExactly("demo-web/temporary-id-card/1: reads one way in the journal and another way in"
                        + " transcript.json");
    }

    @Test
    public void namesTurnsThatWereStoredTwice() {
        assertThat(check(RunRecord.Totals.of(List.of(ONE, ONE)), List.of(ONE, ONE), List.of(ONE), 2))
                .containsExactly("demo-web/temporary-id-card/1: stands in the journal more than once");
    }

    @Test
    public void namesKeptFilesThatAreGone() {
        Exchange refused = RunSamples.unreachable();
        assertThat(check(RunRecord.Totals.of(List.of(refused)), List.of(refused), List.of(refused), 1))
                .containsExactly("demo-web/temporary-id-card/1: the kept file temporary-id-card/01-opening-page.png is"
                        + " not there");
    }

    @Test
    public void countsLinksThatWereOfferedAndThoseThatWereFollowed() {
        int offered = Offered.in(ONE).size();
        List<StoredLink> all = offered(ONE);

        assertThat(offered).isPositive();
        assertThat(checkLinks(new StoredLinks(true, all, List.of()), offered)).isEmpty();
        assertThat(checkLinks(new StoredLinks(true, all.subList(1, offered), List.of()), offered))
                .containsExactly(
                        "demo-web/temporary-id-card/1: the exchange offers " + offered + " links, links.jsonl has "
                                + (offered - 1) + ". 'wenda links RUN' writes the file anew",
                        "index.html: the report shows " + offered + " links, links.jsonl has " + (offered - 1));
    }

    @Test
    public void namesLinksOfExchangesThatNeverWere() {
        List<StoredLink> foreign = offered(TWO);

        assertThat(checkLinks(new StoredLinks(true, foreign, List.of()), foreign.size()))
                .contains("demo-web/temporary-id-card/2: stands in links.jsonl but not in the journal."
                        + " 'wenda links RUN' writes the file anew");
    }

    @Test
    public void expectsNoLinksOfARunThatFollowedNone() {
        assertThat(checkLinks(StoredLinks.NONE, 0)).isEmpty();
    }

    private static List<StoredLink> offered(Exchange exchange) {
        return Offered.in(exchange).stream()
                .map(link -> RunSamples.link(exchange, link.text(), "https://example.gov.cn/guide"))
                .toList();
    }

    private static List<String> checkLinks(StoredLinks links, int reported) {
        StoredRun run = new StoredRun(RunSamples.record(), List.of(ONE), List.of(), List.of());
        return Agreement.checkLinks(run, links, reported).stream()
                .map(problem -> problem.in(Lang.EN))
                .toList();
    }

    private List<String> check(
            RunRecord.Totals totals, List<Exchange> journal, List<Exchange> transcript, int reported) {
        RunRecord record = RunSamples.record().ended(RunRecord.State.DONE, RunSamples.START, totals);
        directory.keepLanding("demo-web", "temporary-id-card", 1, "opening", 1, new byte[] {1});
        List<Transcript> transcripts = List.of(RunSamples.transcript(transcript));
        return Agreement.check(directory, new StoredRun(record, journal, transcripts, List.of()), reported).stream()
                .map(problem -> problem.in(Lang.EN))
                .toList();
    }

    private static RunRecord.Totals totals(int asked, int heard, int stored) {
        return new RunRecord.Totals(asked, heard, stored, 0, 0, Map.of(Outcome.ANSWERED, 1, Outcome.SILENT, 1));
    }
}
