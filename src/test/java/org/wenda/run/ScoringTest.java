package org.wenda.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.evidence.Journal;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.evidence.StoredLink;
import org.wenda.link.LinkKind;
import org.wenda.link.OfferedLink;
import org.wenda.link.Reason;
import org.wenda.link.Verdict;
import org.wenda.link.Why;
import org.wenda.scenario.Scenario;
import org.wenda.scenario.Scenarios;
import org.wenda.score.Abstention;
import org.wenda.score.Index;
import org.wenda.score.Mark;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Timing;
import org.wenda.transcript.Transcript;
import org.wenda.transcript.Trial;
import org.wenda.words.Lang;

/** Marks a stored run. */
public final class ScoringTest {
    private static final String RUN = "2026-11-23T020000Z-city";
    private static final String TARGET = "city-web";
    private static final String CARD = "social-security-card";
    private static final String GUIDE = "https://city.gov.cn/apply/1";
    private static final Scenario SCENARIO = Scenarios.in(Path.of("")).byId(CARD);
    private static final Scoring SCORING = new Scoring(Index.in(Path.of("")));

    @SuppressWarnings("NullAway.Init")
    private RunDirectory directory;

    @BeforeMethod
    void create() throws IOException {
        directory = RunDirectory.create(Files.createTempDirectory("reports"), RUN);
    }

    @AfterMethod
    void close() {
        directory.close();
    }

    @Test
    public void marksFromStoredFilesOnly() {
        store(exchange(1, Trial.ORDINARY, "社会保障卡可以在线办理，首次申领免费。"));
        directory.write(List.of(link(1)));

        Scoring.Done done = SCORING.mark(directory, List.of(SCENARIO));

        assertThat(done.problems()).isEmpty();
        assertThat(done.unread()).isEmpty();
        assertThat(directory.marks().marks()).isEqualTo(done.marks());
        assertThat(directory.marks().index()).isEqualTo(Index.in(Path.of("")).sha256());
        assertThat(mark(done, "D21").value()).isEqualTo(3);
        assertThat(mark(done, "D21").scenario()).isEqualTo(CARD);
        assertThat(mark(done, "D11").abstained()).isEqualTo(Abstention.NOT_ASKED);
        assertThat(done.standings()).hasSize(1);
        assertThat(done.standings().get(0).total().isProvisional()).isTrue();
    }

    @Test
    public void writesTheSameBytesTwice() throws IOException {
        store(exchange(1, Trial.ORDINARY, "社会保障卡可以在线办理。"), exchange(2, new Trial("typo", 1), "社会保障卡可以在线办理。"));
        directory.write(List.of(link(1)));

        SCORING.mark(directory, List.of(SCENARIO));
        byte[] first = Files.readAllBytes(directory.marksFile());
        Scoring.Done again = SCORING.mark(directory, List.of(SCENARIO));

        assertThat(Files.readAllBytes(directory.marksFile())).isEqualTo(first);
        assertThat(again.changes()).isEmpty();
    }

    @Test
    public void tellsOtherWordsAndRepeatsApart() {
        store(
                exchange(1, Trial.ORDINARY, "社会保障卡首次申领免费。"),
                exchange(2, new Trial("typo", 1), "社会保障卡首次申领免费。"),
                exchange(3, new Trial(null, 2), "社会保障卡首次申领收费30元。"));

        Scoring.Done done = SCORING.mark(directory, List.of(SCENARIO));

        assertThat(mark(done, "S5").value()).isEqualTo(3);
        assertThat(mark(done, "A7").value()).isEqualTo(0);
        assertThat(mark(done, "A7").rationale().in(Lang.EN)).contains("Figures differ");
    }

    @Test
    public void saysWhatAnotherIndexChanges() throws IOException {
        store(exchange(1, Trial.ORDINARY, "社会保障卡可以在线办理。"));
        directory.write(List.of(link(1)));
        SCORING.mark(directory, List.of(SCENARIO));
        Path home = Files.createTempDirectory("home");
        Files.createDirectories(home.resolve("scenarios"));
        String standard = Files.readString(Path.of("scenarios/indicators.yaml"));
        Files.writeString(
                home.resolve("scenarios/indicators.yaml"),
                standard.replace("{ verdict: service, mark: 3 }", "{ verdict: service, mark: 1 }"));

        Scoring.Done done = new Scoring(Index.in(home)).mark(directory, List.of(SCENARIO));

        assertThat(done.changes())
                .extracting(change -> change.mark().indicator())
                .containsExactly("D21", "D22");
        assertThat(directory.marks().index()).isEqualTo(Index.in(home).sha256());
    }

    @Test
    public void namesAScenarioThatIsGone() {
        store(exchange(1, Trial.ORDINARY, "社会保障卡可以在线办理。"));

        Scoring.Done done = SCORING.mark(directory, List.of());

        assertThat(done.problems())
                .extracting(problem -> problem.in(Lang.EN))
                .containsExactly(TARGET + "/" + CARD + ": not marked: there is no scenario " + CARD
                        + " in this home any more. Put its file back into scenarios/standard/, then: wenda score");
        assertThat(done.marks()).allSatisfy(mark -> assertThat(mark.value()).isNull());
    }

    private static Mark mark(Scoring.Done done, String indicator) {
        return done.marks().stream()
                .filter(mark -> mark.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    private static Exchange exchange(int number, Trial trial, String reply) {
        return new Exchange(
                RUN,
                TARGET,
                CARD,
                "opening",
                number,
                true,
                "社会保障卡怎么办理？",
                null,
                trial,
                false,
                Outcome.ANSWERED,
                null,
                new Reply(List.of(Bubble.of(reply)), List.of(), List.of(), List.of(), "", List.of()),
                new Timing(
                        Parrot.SENT,
                        Duration.ofMillis(300),
                        Duration.ofMillis(300),
                        Duration.ofMillis(300),
                        null,
                        Duration.ofMillis(20)),
                "quiet",
                Map.of(),
                List.of());
    }

    private static StoredLink link(int number) {
        return new StoredLink(
                new StoredLink.Place(RUN, TARGET, CARD, "opening", number),
                new OfferedLink(number, LinkKind.ANCHOR, "在线办理", GUIDE),
                Verdict.SERVICE,
                new Reason(Why.HANDLES_MATTER, List.of("title")),
                List.of(),
                GUIDE,
                null,
                List.of(),
                Duration.ZERO,
                Parrot.SENT,
                false,
                null,
                null);
    }

    private void store(Exchange... exchanges) {
        directory.write(new RunRecord(
                RUN,
                "0.1.0",
                Parrot.SENT,
                Parrot.SENT,
                RunRecord.State.DONE,
                List.of("run", "city"),
                Lang.EN,
                RunRecord.Machine.here(),
                new RunRecord.Plan(
                        List.of(new RunRecord.PlannedTarget(TARGET, "演示市", "City", "web", "https://city.gov.cn/")),
                        List.of(new RunRecord.PlannedScenario(
                                CARD, SCENARIO.matter(), SCENARIO.matterEn(), "service", List.of("opening")))),
                RunRecord.Totals.of(List.of(exchanges)),
                List.of(),
                List.of(),
                false));
        try (Journal journal = directory.journal()) {
            List.of(exchanges).forEach(journal::add);
        }
        directory.write(
                new Transcript(RUN, TARGET, CARD, Parrot.SENT, null, null, List.of(exchanges), List.of(), List.of()));
    }
}
