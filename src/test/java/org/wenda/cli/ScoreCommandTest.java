package org.wenda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.evidence.Journal;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Timing;
import org.wenda.transcript.Transcript;
import org.wenda.words.Lang;

/** Marks a stored run from the command line. */
@SuppressWarnings("NullAway.Init")
public final class ScoreCommandTest {
    private static final String RUN = "2026-11-23T020000Z-city";
    private static final Instant SENT = Instant.parse("2026-11-23T02:00:00Z");

    private Terminal terminal;
    private Path run;

    @BeforeMethod
    void store() throws IOException {
        terminal = Terminal.open();
        Path reports = Files.createTempDirectory("reports");
        run = reports.resolve(RUN);
        try (RunDirectory directory = RunDirectory.create(reports, RUN)) {
            store(directory, exchange("临时居民身份证的工本费是10元。"));
        }
    }

    @Test
    public void printsATableOfTheTarget() {
        Terminal.Typed typed = terminal.type("score", run.toString());

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.outLines().get(0)).startsWith("city-web  – (");
        assertThat(typed.out())
                .contains(
                        "  Needs met  ",
                        "    Getting information  ",
                        "\n      D12 Elements covered  1.00 [suggested: 1]\n")
                .contains("\n      D21 Entry offered  – (0.00 to 3.00; missing: 1)  not-asked\n")
                .contains("\n  Apart, not summed\n");
        assertThat(run.resolve("marks.jsonl")).isNotEmptyFile();
    }

    @Test
    public void saysThatNothingHasChanged() {
        terminal.type("score", run.toString());
        Terminal.Typed again = terminal.type("score", run.toString());

        assertThat(again.outLines().get(again.outLines().size() - 1)).isEqualTo("No mark has changed.");
    }

    @Test
    public void saysWhichMarkAnotherRuleMade() throws IOException {
        terminal.type("score", run.toString());
        Path marks = run.resolve("marks.jsonl");
        Files.writeString(
                marks,
                Files.readString(marks)
                        .replaceFirst(
                                "\"indicator\":\"D12\",\"by\":\"suggest\",\"value\":1",
                                "\"indicator\":\"D12\",\"by\":\"suggest\",\"value\":3"));

        Terminal.Typed typed = terminal.type("score", run.toString());

        assertThat(typed.out())
                .endsWith("Marks that changed: 1\n  city-web D12 temporary-id-card: 3 (elements-covered 1) -> 1"
                        + " (elements-covered 1)\n");
    }

    @Test
    public void printsADocumentForPrograms() throws IOException {
        Terminal.Typed typed = terminal.type("score", run.toString(), "--format", "json");

        JsonNode document = new ObjectMapper().readTree(typed.out());
        assertThat(document.path("index").path("sha256").textValue()).hasSize(64);
        JsonNode target = document.path("targets").get(0);
        assertThat(target.path("target").textValue()).isEqualTo("city-web");
        assertThat(target.path("total").path("provisional").booleanValue()).isTrue();
        assertThat(target.path("items").get(1).path("id").textValue()).isEqualTo("D12");
        assertThat(target.path("items").get(1).path("value").doubleValue()).isEqualTo(1);
    }

    @Test
    public void refusesWhatIsNoRun() {
        Terminal.Typed typed = terminal.type("score", "nothing-of-that-name");

        assertThat(typed.code()).isEqualTo(2);
    }

    private static Exchange exchange(String reply) {
        return new Exchange(
                RUN,
                "city-web",
                "temporary-id-card",
                "opening",
                1,
                true,
                "临时居民身份证怎么申领？",
                null,
                Outcome.ANSWERED,
                null,
                new Reply(List.of(Bubble.of(reply)), List.of(), List.of(), List.of(), "", List.of()),
                new Timing(
                        SENT,
                        Duration.ofMillis(300),
                        Duration.ofMillis(300),
                        Duration.ofMillis(300),
                        null,
                        Duration.ofMillis(20)),
                "quiet",
                Map.of(),
                List.of());
    }

    private static void store(RunDirectory directory, Exchange exchange) {
        directory.write(new RunRecord(
                RUN,
                "0.1.0",
                SENT,
                SENT,
                RunRecord.State.DONE,
                List.of("run", "city"),
                Lang.EN,
                RunRecord.Machine.here(),
                new RunRecord.Plan(
                        List.of(new RunRecord.PlannedTarget("city-web", "演示市", "City", "web", null)),
                        List.of(new RunRecord.PlannedScenario(
                                "temporary-id-card", "临时居民身份证申领", "card", "information", List.of("opening")))),
                RunRecord.Totals.of(List.of(exchange)),
                List.of(),
                List.of(),
                false));
        try (Journal journal = directory.journal()) {
            journal.add(exchange);
        }
        directory.write(new Transcript(
                RUN, "city-web", "temporary-id-card", SENT, null, null, List.of(exchange), List.of(), List.of()));
    }
}
