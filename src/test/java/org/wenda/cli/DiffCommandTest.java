package org.wenda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Timing;
import org.wenda.transcript.Transcript;
import org.wenda.words.Lang;

/** Compares two stored runs from the command line. */
@SuppressWarnings("NullAway.Init")
public final class DiffCommandTest {
    private static final String BEFORE = "2026-11-22T020000Z-city";
    private static final String AFTER = "2026-11-23T020000Z-city";
    private static final Instant SENT = Instant.parse("2026-11-23T02:00:00Z");
    private static final int SCENARIOS = 12;

    private Terminal terminal;
    private Path reports;

    @BeforeMethod
    void store() throws IOException {
        terminal = Terminal.open();
        reports = Files.createTempDirectory("reports");
        store(BEFORE, "工本费10元，凭身份证领取。");
        store(AFTER, "工本费20元，凭身份证领取。<script>alert(1)</script>\u202E");
    }

    @Test
    public void printsALineForAChange() {
        Terminal.Typed typed = diff();

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.outLines())
                .containsExactly(
                        "city-web matter-1 opening · facts and figures: Another in facts and figures: fee “10元” became"
                                + " fee “20元”. (asked once)",
                        "Changes: 1; accepted, muted or known: 0; within chance: 0; compared: 12 questions of 1"
                                + " chatbots.",
                        reports.resolve(AFTER).resolve("changes.html").toString());
    }

    @Test
    public void printsTheDocumentThatItWrites() throws IOException {
        Terminal.Typed typed = diff("--format", "json");

        JsonNode change =
                new ObjectMapper().readTree(typed.out()).path("changes").get(0);
        assertThat(change.path("target").textValue()).isEqualTo("city-web");
        assertThat(change.path("scenario").textValue()).isEqualTo("matter-1");
        assertThat(change.path("turn").textValue()).isEqualTo("opening");
        assertThat(change.path("class").textValue()).isEqualTo("facts");
        assertThat(Files.readString(reports.resolve(AFTER).resolve("changes.json")))
                .isEqualTo(typed.out());
    }

    @Test
    public void pageShowsWhatIsHostileAsText() throws IOException {
        diff("--format", "html");

        String page = Files.readString(reports.resolve(AFTER).resolve("changes.html"));
        assertThat(page)
                .contains("&lt;script&gt;", "<span class=\"named\">U+202E</span>", "<mark class=\"gone\">10</mark>")
                .doesNotContain("<script", "\u202E");
    }

    @Test
    public void writesThePageInBothLanguages() throws IOException {
        diff();

        assertThat(Files.readString(reports.resolve(AFTER).resolve("changes.zh.html")))
                .contains("<h1>有哪些变化</h1>", "事实与数字改变：费用“10元”变为费用“20元”。");
    }

    @Test
    public void saysThatAnAcceptedChangeHasExpired() throws IOException {
        terminal.write("scenarios/accepted.yaml", """
                schemaVersion: 1
                changes:
                  - { target: city-web, class: facts, as: muted, by: 王敏, reason: 已核对, until: 2026-01-31 }
                """);

        assertThat(diff().outLines())
                .contains("city-web · facts and figures: accepted only until 2026-01-31, so it counts again. Renew or"
                        + " remove the entry in scenarios/accepted.yaml.");
    }

    @Test
    public void doesNotAskAgainAnotherDay() {
        Terminal.Typed typed = diff("--again");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err().strip())
                .isEqualTo(
                        "--again: The later run began more than 24 hours ago, so another answer today says nothing of"
                                + " that night. Leave --again out, or run again.");
    }

    @Test
    public void refusesToCompareARunWithItself() {
        String run = reports.resolve(AFTER).toString();

        Terminal.Typed typed = terminal.type("diff", run, run);

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err().strip())
                .isEqualTo(run + ": This is the same run twice. Name an earlier run first, then a later one.");
    }

    private Terminal.Typed diff(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "diff",
                reports.resolve(BEFORE).toString(),
                reports.resolve(AFTER).toString()));
        words.addAll(List.of(more));
        return terminal.type(words.toArray(String[]::new));
    }

    private void store(String run, String answer) {
        try (RunDirectory directory = RunDirectory.create(reports, run)) {
            List<RunRecord.PlannedScenario> scenarios = new ArrayList<>();
            for (int i = 1; i <= SCENARIOS; i++) {
                String scenario = "matter-" + i;
                scenarios.add(new RunRecord.PlannedScenario(scenario, "事项", "matter", "service", List.of("opening")));
                directory.write(transcript(run, scenario, i == 1 ? answer : "第" + i + "项请到大厅办理。"));
            }
            directory.write(new RunRecord(
                    run,
                    "0.1.0",
                    SENT,
                    SENT,
                    RunRecord.State.DONE,
                    List.of("run", "city"),
                    Lang.EN,
                    RunRecord.Machine.here(),
                    new RunRecord.Plan(
                            List.of(new RunRecord.PlannedTarget("city-web", "某市", "City", "web", null)), scenarios),
                    RunRecord.Totals.NONE,
                    List.of(),
                    List.of(),
                    false));
        }
    }

    private static Transcript transcript(String run, String scenario, String answer) {
        Duration took = Duration.ofMillis(300);
        Exchange exchange = new Exchange(
                run,
                "city-web",
                scenario,
                "opening",
                1,
                true,
                "怎么办？",
                null,
                Outcome.ANSWERED,
                null,
                new Reply(List.of(Bubble.of(answer)), List.of(), List.of(), List.of(), "", List.of()),
                new Timing(SENT, took, took, took, null, Duration.ofMillis(20)),
                "quiet",
                Map.of(),
                List.of());
        return new Transcript(run, "city-web", scenario, SENT, null, null, List.of(exchange), List.of(), List.of());
    }
}
