package org.wenda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.evidence.BagTerms;
import org.wenda.evidence.Bags;
import org.wenda.evidence.Journal;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Transcript;
import org.wenda.words.Lang;

/** Bundles are verified from the command line. */
@SuppressWarnings("NullAway.Init")
public final class VerifyCommandTest {
    private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
    private static final String RUN = "2026-11-23T020000Z-demo";

    private Terminal terminal;
    private Path run;
    private Path bundle;

    @BeforeMethod
    void open() throws IOException {
        terminal = Terminal.open();
        store();
        run = terminal.home().resolve("reports").resolve(RUN);
        bundle = run.resolve("bundles").resolve("demo-web");
    }

    @Test
    public void findsAWholeBundleValid() {
        Terminal.Typed typed = terminal.type("verify", bundle.toString());

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.outLines().get(0)).isEqualTo(bundle + ": valid");
        assertThat(typed.outLines().get(1)).matches("  3 files, \\d+ bytes, sealed 2026-11-23T02:00:00Z");
        assertThat(typed.err()).isEmpty();
    }

    @Test
    public void verifiesEveryBundleOfARunByItsName() {
        Terminal.Typed typed = terminal.type("verify", RUN);

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.outLines().get(0)).endsWith("demo-web: valid");
    }

    @Test
    public void namesTheFileThatWasChanged() throws IOException {
        Files.writeString(bundle.resolve("data/run.json"), "{}");

        Terminal.Typed typed = terminal.type("verify", run.toString());

        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.outLines())
                .contains(
                        bundle + ": NOT VALID, not complete. Problems: 2",
                        "  data/run.json: was changed: it does not fit manifest-sha256.txt, manifest-sha512.txt");
    }

    @Test
    public void namesWhatIsGoneAndWhatWasAdded() throws IOException {
        Files.delete(bundle.resolve("data/exchanges.jsonl"));
        Files.writeString(bundle.resolve("data/more.txt"), "more");

        Terminal.Typed typed = terminal.type("verify", bundle.toString());

        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.outLines())
                .contains(
                        "  data/exchanges.jsonl: is missing; listed in manifest-sha256.txt, manifest-sha512.txt",
                        "  data/more.txt: is there, but not listed in manifest-sha256.txt, manifest-sha512.txt");
    }

    @Test
    public void printsTheSameForPrograms() throws IOException {
        Files.writeString(bundle.resolve("data/more.txt"), "more");

        Terminal.Typed typed = terminal.type("verify", bundle.toString(), "--format", "json");

        assertThat(typed.code()).isEqualTo(1);
        JsonNode document = new ObjectMapper().readTree(typed.out());
        assertThat(document.path("schemaVersion").intValue()).isEqualTo(1);
        assertThat(document.path("valid").booleanValue()).isFalse();
        JsonNode one = document.path("bundles").path(0);
        assertThat(one.path("identifier").textValue()).isEqualTo(RUN + "/demo-web");
        assertThat(one.path("complete").booleanValue()).isFalse();
        assertThat(one.path("problems")).anySatisfy(problem -> {
            assertThat(problem.path("kind").textValue()).isEqualTo("not-listed");
            assertThat(problem.path("file").textValue()).isEqualTo("data/more.txt");
            assertThat(problem.path("manifests")).hasSize(2);
        });
    }

    @Test
    public void saysWhatIsNeitherBundleNorRun() throws IOException {
        Path folder = Files.createTempDirectory("folder");

        Terminal.Typed typed = terminal.type("verify", folder.toString(), bundle.toString(), "nowhere");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.outLines().get(0)).isEqualTo(bundle + ": valid");
        assertThat(typed.err()).isEqualTo("""
                %s: is neither a bundle nor a run. Name a folder below reports/, or a folder with a bagit.txt in it
                nowhere: is neither a bundle nor a run. Name a folder below reports/, or a folder with a bagit.txt in it
                """.formatted(folder));
    }

    @Test
    public void tellsABundleThatWasNeverSealed() throws IOException {
        Files.createDirectories(run.resolve("bundles/other-web/data"));

        Terminal.Typed typed = terminal.type("verify", RUN);

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("other-web: was never sealed", "'wenda report " + RUN + "' seals");
    }

    @Test
    public void sealsAgainWhatTheReportChanges() throws IOException {
        Files.writeString(bundle.resolve("data/card/transcript.json"), "\n", StandardOpenOption.APPEND);
        assertThat(terminal.type("verify", RUN).code()).isEqualTo(1);

        Terminal.Typed report = terminal.type("report", RUN);

        assertThat(bundle.resolve("data/card/transcript.html")).isNotEmptyFile();
        assertThat(report.out()).endsWith("index.html\n");
        assertThat(terminal.type("verify", RUN).code()).isZero();
    }

    @Test
    public void refusesAKeyThatIsNoneBeforeAnythingIsDone() throws IOException {
        Path key = Files.writeString(terminal.home().resolve("wenda.pem"), "no key");

        Terminal.Typed report = terminal.type("report", RUN, "--set", "evidence.key=" + key);

        assertThat(report.code()).isEqualTo(2);
        assertThat(report.err()).startsWith("evidence.key: " + key + " holds no PKCS#8 private key.");
        assertThat(terminal.type("verify", RUN).code()).isZero();
    }

    private void store() {
        Exchange exchange = new Exchange(
                RUN,
                "demo-web",
                "card",
                "opening",
                1,
                true,
                "怎么申领？",
                null,
                Outcome.SILENT,
                null,
                Reply.NONE,
                null,
                null,
                Map.of(),
                List.of());
        RunRecord record = new RunRecord(
                RUN,
                "0.1.0",
                START,
                START,
                RunRecord.State.DONE,
                List.of("run", "demo"),
                Lang.EN,
                RunRecord.Machine.here(),
                new RunRecord.Plan(
                        List.of(new RunRecord.PlannedTarget("demo-web", "演示市", "Demo City", "web", null)),
                        List.of(new RunRecord.PlannedScenario(
                                "card", "临时居民身份证申领", "card", "information", List.of("opening")))),
                RunRecord.Totals.of(List.of(exchange)),
                List.of(),
                List.of(),
                false);
        try (RunDirectory directory = RunDirectory.create(terminal.home().resolve("reports"), RUN)) {
            directory.write(record);
            try (Journal journal = directory.journal()) {
                journal.add(exchange);
            }
            directory.write(new Transcript(
                    RUN, "demo-web", "card", START, null, null, List.of(exchange), List.of(), List.of()));
            Bags.seal(directory, BagTerms.PLAIN, START);
        }
    }
}
