package org.wenda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;
import org.wenda.evidence.Journal;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.scenario.Scenario;
import org.wenda.scenario.Scenarios;
import org.wenda.scenario.Turn;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Timing;
import org.wenda.transcript.Transcript;
import org.wenda.words.Lang;

/** Two stored runs that differ in one answer, and the demonstration city, which is asked for it once more. */
@SuppressWarnings("NullAway.Init")
public final class DiffIT {
    private static final String BEFORE = "2026-11-22T020000Z-demo";
    private static final String AFTER = "2026-11-23T020000Z-demo";
    private static final String CHANGED = "temporary-id-card";

    private Path reports;
    private Terminal.Typed typed;

    @BeforeClass
    void lookAgain() throws IOException {
        Terminal terminal = Terminal.open();
        terminal.write("drivers.properties", Files.readString(Path.of("drivers.properties")));
        reports = Files.createTempDirectory("reports");
        store(reports, BEFORE, "工本费5元。", "", true);
        store(reports, AFTER, "工本费10元。", "", true);
        typed = terminal.type(
                "diff",
                reports.resolve(BEFORE).toString(),
                reports.resolve(AFTER).toString(),
                "--again",
                "--format",
                "json");
    }

    @Test
    public void asksTheChangedQuestionOnceMore() throws IOException {
        JsonNode exchanges = new ObjectMapper()
                .readTree(reports.resolve(AFTER)
                        .resolve("bundles/demo-web/data/" + CHANGED + "/transcript.json")
                        .toFile())
                .path("exchanges");

        List<String> again = new ArrayList<>();
        exchanges.forEach(exchange -> {
            if (exchange.path("repeat").asInt(1) > 1) {
                again.add(exchange.path("turn").textValue() + " "
                        + exchange.path("outcome").textValue());
            }
        });
        assertThat(again).as(typed.err()).containsExactly("opening answered");
    }

    @Test
    public void printsNothingButTheDocument() throws IOException {
        assertThat(new ObjectMapper().readTree(typed.out()).path("after").textValue())
                .isEqualTo(AFTER);
    }

    @Test
    public void callsNothingChangedThatWasSeenOnce() throws IOException {
        JsonNode changes = new ObjectMapper().readTree(typed.out()).path("changes");

        assertThat(changes).noneMatch(change -> !change.path("lookedAgain").booleanValue());
    }

    /**
     * Stores a run of now in which one question was answered so.
     *
     * @param unasked a scenario that was not asked; empty for none
     * @param ended whether it came to its end, and was not cut
     */
    static void store(Path reports, String run, String answer, String unasked, boolean ended) {
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<Scenario> scenarios = Scenarios.in(Path.of("")).all();
        List<RunRecord.PlannedScenario> planned = scenarios.stream()
                .map(scenario -> new RunRecord.PlannedScenario(
                        scenario.id(),
                        scenario.matter(),
                        scenario.matterEn(),
                        "service",
                        scenario.turns().stream().map(Turn::id).toList()))
                .toList();
        try (RunDirectory directory = RunDirectory.create(reports, run)) {
            directory.write(new RunRecord(
                    run,
                    "0.1.0",
                    start,
                    ended ? start : null,
                    ended ? RunRecord.State.DONE : RunRecord.State.RUNNING,
                    List.of("run", "demo"),
                    Lang.EN,
                    RunRecord.Machine.here(),
                    new RunRecord.Plan(
                            List.of(new RunRecord.PlannedTarget("demo-web", "演示市", "Demo", "web", "demo:/")), planned),
                    RunRecord.Totals.NONE,
                    List.of(),
                    List.of(),
                    false));
            try (Journal journal = directory.journal()) {
                for (Scenario scenario : scenarios) {
                    if (scenario.id().equals(unasked)) {
                        continue;
                    }
                    List<Exchange> exchanges = exchanges(run, start, scenario, answer);
                    exchanges.forEach(journal::add);
                    directory.write(new Transcript(
                            run, "demo-web", scenario.id(), start, null, null, exchanges, List.of(), List.of()));
                }
            }
        }
    }

    private static List<Exchange> exchanges(String run, Instant start, Scenario scenario, String answer) {
        List<Exchange> exchanges = new ArrayList<>();
        Duration took = Duration.ofMillis(300);
        for (Turn turn : scenario.turns()) {
            boolean changed = scenario.id().equals(CHANGED) && exchanges.isEmpty();
            exchanges.add(new Exchange(
                    run,
                    "demo-web",
                    scenario.id(),
                    turn.id(),
                    exchanges.size() + 1,
                    turn.critical(),
                    turn.say(),
                    null,
                    scenario.kind() == Scenario.Kind.NONSENSE ? Outcome.FALLBACK : Outcome.ANSWERED,
                    null,
                    new Reply(
                            List.of(Bubble.of(changed ? answer : "请到政务服务中心办理。")),
                            List.of(),
                            List.of(),
                            List.of(),
                            "",
                            List.of()),
                    new Timing(start, took, took, took, null, Duration.ofMillis(20)),
                    "quiet",
                    Map.of(),
                    List.of()));
        }
        return exchanges;
    }
}
