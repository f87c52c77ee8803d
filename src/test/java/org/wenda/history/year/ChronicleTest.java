package org.wenda.history.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.evidence.Journal;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.history.year.MadeNights.Answer;
import org.wenda.link.Verdict;
import org.wenda.transcript.Choice;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Trial;
import org.wenda.words.MachineException;
import org.wenda.words.Message;
import org.wenda.words.Problem;

@SuppressWarnings("NullAway.Init")
public final class ChronicleTest {
    private static final Instant FIRST = Instant.parse("2026-10-31T02:00:00Z");

    private Path reports;
    private MadeNights nights;

    @BeforeMethod
    void makeFolder() throws IOException {
        // A folder may be named with what a database takes for a pattern.
        reports = Files.createDirectory(Files.createTempDirectory("chronicle").resolve("re[po]rts 'x'"));
        nights = new MadeNights(
                reports, List.of("demo-web", "hefei-web"), List.of("id-card", "transfer"), List.of("opening", "fees"));
    }

    @Test
    public void sumsUpANight() {
        nights.store(FIRST, (target, scenario, turn) -> switch (scenario + "/" + turn) {
            case "id-card/opening" -> Answer.in(400);
            case "id-card/fees" -> Answer.with(Verdict.DEAD);
            case "transfer/opening" -> Answer.with(Verdict.GUIDE);
            default -> Answer.of(Outcome.SILENT);
        });

        assertThat(line("demo-web").nights())
                .containsExactly(new TargetLine.Night(
                        "2026-10-31T020000Z-all",
                        FIRST,
                        "done",
                        4,
                        Map.of(Outcome.ANSWERED, 3, Outcome.SILENT, 1),
                        new TargetLine.Times(3, 800.0, 800.0),
                        new TargetLine.Times(3, 1_600.0, 1_600.0),
                        2,
                        1,
                        2,
                        2.5));
    }

    @Test
    public void followsAQuestionThroughTheNights() {
        nights.store(FIRST, (target, scenario, turn) -> Answer.in(400));
        nights.store(night(1), (target, scenario, turn) -> Answer.of(Outcome.FALLBACK));

        TargetLine.Question question = line("demo-web").questions().get(1);

        assertThat(question.turn()).isEqualTo("fees");
        assertThat(question.matterEn()).isEqualTo("Temporary ID card");
        assertThat(question.days())
                .extracting(TargetLine.Day::outcome, TargetLine.Day::firstReplyMs)
                .containsExactly(tuple(Outcome.ANSWERED, 400.0), tuple(Outcome.FALLBACK, 800.0));
    }

    @Test
    public void namesTheTarget() {
        nights.store(FIRST, (target, scenario, turn) -> Answer.in(400));

        TargetLine line = line("hefei-web");

        assertThat(List.of(line.name(), line.nameEn(), line.platform())).containsExactly("演示市", "Demo City", "web");
    }

    @Test
    public void keepsAFileForEachMonth() throws IOException {
        nights.store(FIRST, (target, scenario, turn) -> Answer.in(400));
        nights.store(night(1), (target, scenario, turn) -> Answer.in(400));
        refresh();

        assertThat(files())
                .contains("turns-2026-10.parquet", "turns-2026-11.parquet", "read.tsv")
                .noneMatch(name -> name.endsWith(".new"));
    }

    @Test
    public void readsOnlyWhatIsNew() throws IOException {
        nights.store(FIRST, (target, scenario, turn) -> Answer.in(400));
        refresh();
        Path october = reports.resolve("history").resolve("turns-2026-10.parquet");
        byte[] before = Files.readAllBytes(october);
        Files.setLastModifiedTime(october, FileTime.fromMillis(1_000));
        nights.store(night(1), (target, scenario, turn) -> Answer.in(400));
        refresh();

        assertThat(Files.getLastModifiedTime(october).toMillis()).isEqualTo(1_000);
        assertThat(Files.readAllBytes(october)).isEqualTo(before);
        assertThat(line("demo-web").nights()).hasSize(2);
    }

    @Test
    public void readsARunAgainThatChanged() {
        RunDirectory run = nights.store(FIRST, RunRecord.State.RUNNING, (target, scenario, turn) -> Answer.in(400));
        refresh();
        add(run, 3, "later", null, Trial.ORDINARY, Answer.of(Outcome.FALLBACK));

        assertThat(line("demo-web").nights().get(0).turns()).isEqualTo(5);
    }

    @Test
    public void comesBackAfterItWasDeleted() throws IOException {
        nights.store(FIRST, (target, scenario, turn) -> Answer.in(400));
        nights.store(night(1), (target, scenario, turn) -> Answer.with(Verdict.DEAD));
        TargetLine before = line("demo-web");
        try (Stream<Path> all = Files.walk(reports.resolve("history"))) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }

        assertThat(line("demo-web")).isEqualTo(before);
    }

    @Test
    public void keepsWhatADeletedRunHadTold() throws IOException {
        RunDirectory run = nights.store(FIRST, (target, scenario, turn) -> Answer.in(400));
        refresh();
        Files.move(run.root(), reports.resolve("away"));

        assertThat(line("demo-web").nights()).hasSize(1);
    }

    @Test
    public void namesARunThatCannotBeRead() throws IOException {
        nights.store(FIRST, (target, scenario, turn) -> Answer.in(400));
        Path broken = Files.createDirectory(reports.resolve("2026-11-02T020000Z-all"));
        Files.writeString(broken.resolve("run.json"), "{\"schemaVersion\":1,");

        assertThat(refresh()).extracting(Problem::place).containsExactly("2026-11-02T020000Z-all");
        assertThat(line("demo-web").nights()).hasSize(1);
    }

    @Test
    public void namesItAgainWithoutReadingItAgain() throws IOException {
        Path broken = Files.createDirectory(reports.resolve("2026-11-02T020000Z-all"));
        Files.writeString(broken.resolve("run.json"), "{");
        List<Problem> first = refresh();
        Path month = reports.resolve("history").resolve("runs-2026-11.parquet");
        Files.setLastModifiedTime(month, FileTime.fromMillis(1_000));

        assertThat(refresh()).isEqualTo(first).hasSize(1);
        assertThat(Files.getLastModifiedTime(month).toMillis()).isEqualTo(1_000);
    }

    @Test
    public void namesLinesThatCannotBeRead() throws IOException {
        RunDirectory run = nights.store(FIRST, (target, scenario, turn) -> Answer.in(400));
        Files.writeString(run.journalFile(), "{\"schemaVersion\":1,\"tar", StandardOpenOption.APPEND);
        refresh();

        assertThat(refresh())
                .containsExactly(
                        new Problem("2026-10-31T020000Z-all", Message.of(Chronicle.class, "history.unreadable", 1)));
        assertThat(line("demo-web").nights().get(0).turns()).isEqualTo(4);
    }

    @Test
    public void leavesARunOfALaterVersionOut() throws IOException {
        RunDirectory run = nights.store(FIRST, (target, scenario, turn) -> Answer.in(400));
        String record = Files.readString(run.runFile());
        Files.writeString(run.runFile(), record.replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2"));

        assertThat(refresh())
                .extracting(problem -> problem.message().toString())
                .containsExactly(
                        "run.json is missing, cannot be read or is of a later version, so the history goes without this run.");
    }

    @Test
    public void countsOrdinaryConversationsOnly() {
        RunDirectory run = nights.store(FIRST, RunRecord.State.RUNNING, (target, scenario, turn) -> Answer.in(400));
        add(run, 3, "opening", null, new Trial("typo", 1), Answer.of(Outcome.FALLBACK));
        add(run, 4, "opening", null, new Trial(null, 2), Answer.of(Outcome.FALLBACK));

        assertThat(line("demo-web").nights().get(0).outcomes()).isEqualTo(Map.of(Outcome.ANSWERED, 4));
    }

    @Test
    public void aTurnEndsAsItsLastOptionDid() {
        RunDirectory run = nights.store(FIRST, RunRecord.State.RUNNING, (target, scenario, turn) -> Answer.in(400));
        add(run, 3, "asked-back", null, Trial.ORDINARY, new Answer(Outcome.OPTIONS, 300, 500, null));
        add(run, 4, "asked-back", new Choice(1, "养老保险"), Trial.ORDINARY, Answer.in(9_000));

        TargetLine.Day day = line("demo-web").questions().stream()
                .filter(question -> question.turn().equals("asked-back"))
                .findFirst()
                .orElseThrow()
                .days()
                .get(0);

        assertThat(List.of(day.outcome(), day.firstReplyMs())).isEqualTo(List.of(Outcome.ANSWERED, 300.0));
    }

    @Test
    public void datesEveryChange() throws IOException {
        nights.store(FIRST, (target, scenario, turn) -> Answer.in(400));
        RunDirectory second = nights.store(night(1), (target, scenario, turn) -> Answer.in(400));
        Files.writeString(second.root().resolve("changes.json"), """
                {"schemaVersion":1,"before":"2026-10-31T020000Z-all","after":"2026-11-01T020000Z-all","changes":[
                {"target":"demo-web","scenario":"id-card","turn":"fees","class":"facts","trend":"other",
                 "what":{"en":"10 became 20","zh":"10 变成 20"},"later":[1]},
                {"target":"demo-web","class":"widget"},
                {"target":"hefei-web","class":"speed"}]}""");

        assertThat(line("demo-web").changes())
                .containsExactly(
                        new TargetLine.Change(
                                "2026-11-01T020000Z-all",
                                night(1),
                                "2026-10-31T020000Z-all",
                                "id-card",
                                "fees",
                                "facts",
                                "other",
                                "10 became 20",
                                "10 变成 20"),
                        new TargetLine.Change(
                                "2026-11-01T020000Z-all",
                                night(1),
                                "2026-10-31T020000Z-all",
                                null,
                                null,
                                "widget",
                                "other",
                                "",
                                ""));
    }

    @Test
    public void goesWithoutChangesThatCannotBeRead() throws IOException {
        RunDirectory run = nights.store(FIRST, (target, scenario, turn) -> Answer.in(400));
        Files.writeString(run.root().resolve("changes.json"), "[1,2");

        assertThat(refresh()).extracting(Problem::place).containsExactly("2026-10-31T020000Z-all");
        assertThat(line("demo-web").nights()).hasSize(1);
    }

    @Test
    public void beginsWhereItIsTold() {
        nights.store(FIRST, (target, scenario, turn) -> Answer.in(400));
        nights.store(night(1), (target, scenario, turn) -> Answer.in(400));

        assertThat(line("demo-web", LocalDate.parse("2026-11-01")).nights())
                .extracting(TargetLine.Night::run)
                .containsExactly("2026-11-01T020000Z-all");
    }

    @Test
    public void hasNoLineOfWhatNobodyAsked() {
        nights.store(FIRST, (target, scenario, turn) -> Answer.in(400));
        refresh();

        try (Chronicle chronicle = Chronicle.of(reports)) {
            assertThat(chronicle.line("shanghai-web", null)).isEmpty();
            assertThat(chronicle.targets()).containsExactly("demo-web", "hefei-web");
        }
    }

    @Test
    public void isEmptyWhereThereAreNoRuns() {
        try (Chronicle chronicle = Chronicle.of(reports.resolve("none"))) {
            assertThat(chronicle.refresh()).isEmpty();
            assertThat(chronicle.targets()).isEmpty();
        }
    }

    @Test
    public void saysThatABrokenMonthCanBeDeleted() throws IOException {
        nights.store(FIRST, (target, scenario, turn) -> Answer.in(400));
        refresh();
        Files.writeString(reports.resolve("history").resolve("turns-2026-10.parquet"), "no parquet");

        assertThatThrownBy(() -> line("demo-web"))
                .isInstanceOf(MachineException.class)
                .hasMessageStartingWith(reports.resolve("history") + " cannot be used: ")
                .hasMessageEndingWith(". Delete that folder: it is made again from the runs.");
    }

    private void add(RunDirectory run, int number, String turn, @Nullable Choice choice, Trial trial, Answer answer) {
        try (RunDirectory held = RunDirectory.resume(run.root());
                Journal journal = held.journal()) {
            journal.add(
                    MadeNights.exchange(run.id(), FIRST, "demo-web", "id-card", turn, number, choice, trial, answer));
        }
    }

    private static Instant night(int number) {
        return FIRST.plus(number, ChronoUnit.DAYS);
    }

    private List<Problem> refresh() {
        try (Chronicle chronicle = Chronicle.of(reports)) {
            return chronicle.refresh();
        }
    }

    private TargetLine line(String target) {
        return line(target, null);
    }

    private TargetLine line(String target, @Nullable LocalDate since) {
        try (Chronicle chronicle = Chronicle.of(reports)) {
            chronicle.refresh();
            return chronicle.line(target, since).orElseThrow();
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(reports.resolve("history"))) {
            return all.map(path -> String.valueOf(path.getFileName())).toList();
        }
    }
}
