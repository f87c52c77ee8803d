package org.wenda.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.transcript.AccessCheck;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Transcript;
import org.wenda.words.InputException;
import org.wenda.words.Lang;

public final class RunDirectoryTest {
    @SuppressWarnings("NullAway.Init")
    private Path reports;

    @SuppressWarnings("NullAway.Init")
    private RunDirectory directory;

    @BeforeMethod
    void create() throws IOException {
        reports = Files.createTempDirectory("reports");
        directory = RunDirectory.create(reports, RunSamples.RUN);
    }

    @AfterMethod
    void close() {
        directory.close();
    }

    @DataProvider
    Object[][] runIds() {
        return new Object[][] {
            {List.of("shanghai"), "2026-11-23T020000Z-shanghai"},
            {List.of("shanghai", "hefei"), "2026-11-23T020000Z-shanghai-hefei"},
            {List.of("http://127.0.0.1:8080/a?b"), "2026-11-23T020000Z-http-127.0.0.1-8080-a-b"},
            {List.of("../../etc"), "2026-11-23T020000Z-etc"},
            {List.of("上海"), "2026-11-23T020000Z-target"},
            {List.of(), "2026-11-23T020000Z"},
            {List.of("İstanbul"), "2026-11-23T020000Z-i-stanbul"},
            {
                List.of("a".repeat(30), "b".repeat(40), "c"),
                "2026-11-23T020000Z-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-and-2-more"
            },
        };
    }

    @Test(dataProvider = "runIds")
    public void namesRunsByTimeAndWhomTheyAsk(List<String> names, String id) {
        assertThat(RunDirectory.idOf(Instant.parse("2026-11-23T02:00:00.987Z"), names))
                .isEqualTo(id);
    }

    @Test
    public void readsBackWhatItWrote() {
        Exchange one = RunSamples.exchange(1, Outcome.ANSWERED);
        Exchange two = RunSamples.exchange(2, Outcome.BLOCKED_WAF);
        Transcript transcript = RunSamples.transcript(List.of(one, two));
        RunRecord record = RunSamples.record()
                .ended(RunRecord.State.DONE, RunSamples.START.plusSeconds(9), RunRecord.Totals.of(List.of(one, two)));
        directory.write(record);
        directory.write(transcript);
        directory.keepLanding("demo-web", "temporary-id-card", 1, "opening", 1, new byte[] {1});
        try (Journal journal = directory.journal()) {
            journal.add(one);
            journal.add(two);
            assertThat(journal.count()).isEqualTo(2);
        }

        StoredRun read = RunDirectory.open(directory.root()).read();

        assertThat(read).isEqualTo(new StoredRun(record, List.of(one, two), List.of(transcript), List.of()));
        assertThat(Agreement.check(directory, read, 2)).isEmpty();
    }

    @Test
    public void writesFilesThatFitTheirSchemas() throws IOException {
        Exchange one = RunSamples.exchange(1, Outcome.ANSWERED);
        Exchange refused = RunSamples.unreachable();
        directory.write(RunSamples.record());
        Exchange pressed = RunSamples.pressed(2, Outcome.OPTIONS);
        Exchange worded = RunSamples.worded(4);
        directory.write(RunSamples.transcript(List.of(one, pressed, refused, worded)));
        try (Journal journal = directory.journal()) {
            journal.add(one);
            journal.add(pressed);
            journal.add(refused);
            journal.amend(RunSamples.late(3));
            journal.add(worded);
        }

        assertThat(errors("run", Files.readString(directory.runFile()))).isEmpty();
        assertThat(errors("transcript", Files.readString(directory.transcriptFile("demo-web", "temporary-id-card"))))
                .isEmpty();
        for (String line : Files.readAllLines(directory.journalFile())) {
            assertThat(errors("exchange", line)).isEmpty();
        }
        assertThat(errors("exchange", "{\"schemaVersion\":1,\"outcome\":\"dunno\"}"))
                .isNotEmpty();
    }

    @Test
    public void readsBackInWhichConversationAQuestionWasAsked() {
        directory.write(RunSamples.record());
        Exchange worded = RunSamples.worded(4);
        try (Journal journal = directory.journal()) {
            journal.add(worded);
        }

        assertThat(directory.read().exchanges()).containsExactly(worded);
        assertThat(worded.trial().id()).isEqualTo("colloquial-2.repeat-2");
    }

    @Test
    public void keepsHowAccessibleAWindowIs() throws IOException {
        AccessCheck.Finding contrast =
                new AccessCheck.Finding("color-contrast", "serious", "Elements must…", 7, List.of("#tip", ".xy-time"));
        AccessCheck check = new AccessCheck("axe-core 4", List.of(contrast), List.of(), 31);

        directory.write("demo-web", check);

        assertThat(directory.accessCheck("demo-web")).contains(check);
        assertThat(directory.accessCheck("other-web")).isEmpty();
        assertThat(errors("axe", Files.readString(directory.accessFile("demo-web"))))
                .isEmpty();
    }

    @Test
    public void keepsAReplayBesideItsTranscript() throws IOException {
        String film =
                "{\"at\":5,\"width\":4,\"height\":6,\"styles\":[\"\"],\"nodes\":[[0,0,\"您好\"]],\"frames\":[[0,0]]}";

        directory.keepReplay("demo-web", "card", film, Lang.EN);

        Path packed = directory.conversation("demo-web", "card").resolve("replay.json.gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
            assertThat(errors("replay", new String(in.readAllBytes(), StandardCharsets.UTF_8)))
                    .isEmpty();
        }
        assertThat(directory.replayPage("demo-web", "card")).isRegularFile();
    }

    @Test
    public void laysTimesFlatUnderTheNamesOfTheContract() {
        assertThat(Json.line(ExchangeLine.of(RunSamples.exchange(1, Outcome.CUT_OFF))))
                .startsWith("{\"schemaVersion\":1,\"run\":\"2026-11-23T020000Z-demo\",")
                .contains("\"outcome\":\"cut-off\"")
                .contains("第一步\\n第二步\\t表格 \\ud800 ")
                .contains("\"sentAt\":\"2026-11-23T02:00:00.123Z\",\"firstSignMs\":120,\"firstReplyMs\":340.5,"
                        + "\"completeMs\":2000,\"thinkingMs\":80,\"errorMs\":17,\"endedBy\":\"quiet+transport\"");
    }

    @Test
    public void readsAnOptionBackAsItWasPressed() {
        Exchange pressed = RunSamples.pressed(2, Outcome.ANSWERED);
        try (Journal journal = directory.journal()) {
            journal.add(pressed);
        }

        assertThat(Json.line(ExchangeLine.of(pressed))).contains("\"step\":1,\"chose\":\"临时居民身份证怎么申领？\"");
        assertThat(Journal.read(directory.journalFile()).exchanges()).containsExactly(pressed);
    }

    @Test
    public void readsARunThatKnewNoOptions() throws IOException {
        Exchange typed = RunSamples.exchange(1, Outcome.ANSWERED);
        String line = Json.line(ExchangeLine.of(typed)).replace("\"step\":0,", "");
        Files.writeString(directory.journalFile(), line + "\n");

        assertThat(Journal.read(directory.journalFile()).exchanges()).containsExactly(typed);
    }

    @Test
    public void readsAConversationThatClickedNoLinks() throws IOException {
        directory.write(RunSamples.record());
        Exchange one = RunSamples.exchange(1, Outcome.ANSWERED);
        directory.write(RunSamples.transcript(List.of(one)));
        Path file = directory.transcriptFile("demo-web", "temporary-id-card");
        String whole = Files.readString(file);
        String older = whole.substring(0, whole.indexOf(",\n  \"landings\"")) + "\n}\n";
        Files.writeString(file, older);

        assertThat(directory.read().transcripts()).singleElement().satisfies(read -> {
            assertThat(read.exchanges()).containsExactly(one);
            assertThat(read.landings()).isEmpty();
        });
    }

    @Test
    public void laysTheTimesOfALandingFlat() throws IOException {
        directory.write(RunSamples.transcript(List.of(RunSamples.exchange(1, Outcome.ANSWERED))));

        assertThat(Files.readString(directory.transcriptFile("demo-web", "temporary-id-card")))
                .contains("\"where\" : \"new-tab\"", "\"where\" : \"not-clicked\"")
                .contains("\"firstPaintMs\" : 312.5", "\"loadMs\" : 900", "\"clicksToService\" : 0")
                .contains("\"kind\" : \"landing\"");
    }

    @Test
    public void putsACrashedConversationTogetherFromTheJournal() {
        directory.write(RunSamples.record());
        Exchange one = RunSamples.exchange(1, Outcome.ANSWERED);
        try (Journal journal = directory.journal()) {
            journal.add(one);
        }

        assertThat(directory.read().transcripts())
                .containsExactly(new Transcript(
                        RunSamples.RUN,
                        "demo-web",
                        "temporary-id-card",
                        RunSamples.START,
                        null,
                        null,
                        List.of(one),
                        List.of(),
                        List.of()));
    }

    @Test
    public void refusesARunThatIsInUse() {
        directory.write(RunSamples.record());
        String pid = String.valueOf(ProcessHandle.current().pid());

        assertThatThrownBy(() -> RunDirectory.resume(directory.root()))
                .isInstanceOf(InputException.class)
                .hasMessage(directory.root() + ": another Wenda is working on this run (process " + pid
                        + "). Wait until it is done, or stop it");
        assertThatThrownBy(() -> RunDirectory.create(reports, RunSamples.RUN))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("another Wenda is working on this run");
    }

    @Test
    public void refusesToBeginARunTwice() {
        directory.close();

        assertThatThrownBy(() -> RunDirectory.create(reports, RunSamples.RUN))
                .isInstanceOf(InputException.class)
                .hasMessage(directory.root() + ": there is a run of this name already. Go on with it by 'wenda resume "
                        + RunSamples.RUN + "', or name another folder with --out");
    }

    @Test
    public void goesOnWithARunThatNobodyHolds() {
        directory.write(RunSamples.record());
        directory.close();

        try (RunDirectory again = RunDirectory.resume(directory.root())) {
            assertThat(again.record()).isEqualTo(RunSamples.record());
        }
    }

    @Test
    public void saysInChineseThatAFolderIsNoRun() {
        assertThatThrownBy(() -> RunDirectory.open(reports))
                .isInstanceOfSatisfying(
                        InputException.class,
                        e -> assertThat(e.problems().get(0).in(Lang.ZH))
                                .isEqualTo(reports + ": 不是一次运行：其中没有 run.json。请指定 reports/ 下的目录"));
    }

    @DataProvider
    Object[][] badIds() {
        return new Object[][] {{".."}, {"a/b"}, {"a\\b"}, {""}, {"Demo"}, {"上海"}, {"a."}, {".a"}, {"a\u0000"}};
    }

    @Test(dataProvider = "badIds")
    public void makesNoFileNamesOfForeignIds(String id) {
        assertThatThrownBy(() -> directory.keepDom(id, "s", 1, "t", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> directory.keepDom("a", id, 1, "t", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> directory.keepDom("a", "s", 1, id, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    public void keepsPicturesUnderTheirTurn() throws IOException {
        Evidence kept = directory.keep("demo-web", "id-card", 3, "materials", Evidence.Kind.AFTER, new byte[] {1, 2});

        assertThat(kept).isEqualTo(new Evidence(Evidence.Kind.AFTER, "id-card/03-materials-after.png"));
        assertThat(directory.file("demo-web", kept).orElseThrow()).hasBinaryContent(new byte[] {1, 2});
        try (var files = Files.list(directory.conversation("demo-web", "id-card"))) {
            assertThat(files.toList()).hasSize(1);
        }
    }

    @Test
    public void opensNoFileOutsideTheBundle() throws IOException {
        Files.createDirectories(directory.conversation("demo-web", "id-card"));
        Files.writeString(directory.data("demo-web").resolve("secret"), "");

        assertThat(directory.file("demo-web", new Evidence(Evidence.Kind.AFTER, "id-card/../secret")))
                .isEmpty();
        assertThat(directory.file("demo-web", new Evidence(Evidence.Kind.AFTER, "../secret")))
                .isEmpty();
        assertThat(directory.file("demo-web", new Evidence(Evidence.Kind.AFTER, "/etc/passwd")))
                .isEmpty();
    }

    private static List<String> errors(String schema, String json) throws IOException {
        try (InputStream in = RunDirectory.class.getResourceAsStream("schema/" + schema + ".schema.json")) {
            Schema loaded = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in);
            return loaded.validate(json, InputFormat.JSON).stream()
                    .map(Object::toString)
                    .toList();
        }
    }
}
