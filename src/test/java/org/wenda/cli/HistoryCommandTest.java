package org.wenda.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.history.year.MadeNights;
import org.wenda.history.year.MadeNights.Answer;
import org.wenda.link.Verdict;
import org.wenda.transcript.Outcome;

/** {@code wenda history} and {@code wenda gate}: what follows nights that are stored. */
@SuppressWarnings("NullAway.Init")
public final class HistoryCommandTest {
    private static final Instant FIRST = Instant.parse("2026-11-22T02:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-11-23T02:00:00Z");

    private Path reports;
    private MadeNights nights;
    private ByteArrayOutputStream out;
    private ByteArrayOutputStream err;

    @BeforeMethod
    void makeFolder() throws IOException {
        reports = Files.createTempDirectory("reports");
        nights = new MadeNights(reports, List.of("demo-web"), List.of("id-card"), List.of("opening", "fees"));
        nights.store(FIRST, (target, scenario, turn) -> Answer.with(Verdict.GUIDE));
        nights.store(
                SECOND, (target, scenario, turn) -> turn.equals("fees") ? Answer.of(Outcome.FALLBACK) : Answer.in(400));
        out = new ByteArrayOutputStream();
        err = new ByteArrayOutputStream();
    }

    @Test
    public void showsTheDatedLine() {
        assertThat(history("demo")).isZero();
        assertThat(text(out)).isEqualTo("""
                        Demo City (demo-web): 2 runs. Day by Greenwich, answered, first and complete reply in ms (p50/p95), dead of all links, mean mark:
                          2026-11-22  100 %  first 800/800  complete 1600/1600  dead 0/2  mark 2.50  answered 2
                          2026-11-23  50 %  first 400/800  complete 800/1600  dead 0/0  mark 2.50  answered 1, fallback 1
                        Changes: 0
                        Questions: 2. Answered of all runs, first reply in ms (p50/p95) in all and in the last 7 runs, how it ended last:
                          id-card/opening  2/2  400/800  400/800  answered
                          id-card/fees  1/2  800/800  800/800  fallback
                        """);
        assertThat(text(err)).isEmpty();
    }

    @Test
    public void tellsProgramsTheSame() throws IOException {
        assertThat(history("demo-web", "--format", "json")).isZero();
        JsonNode document = new ObjectMapper().readTree(text(out));

        assertThat(faults(document)).isEmpty();
        assertThat(document.at("/targets/0/nights/1/coverage").asDouble()).isEqualTo(0.5);
        assertThat(document.at("/targets/0/questions/1/days/1/outcome").asText())
                .isEqualTo("fallback");
    }

    @Test
    public void namesThePageItMade() {
        assertThat(history("demo", "--format", "html", "--since", "2026-11-23")).isZero();
        assertThat(text(out)).isEqualTo(reports.resolve("history").resolve("demo-web.html") + "\n");
        assertThat(reports.resolve("history").resolve("demo-web.zh.html")).exists();
    }

    @Test
    public void saysThatNoRunAskedIt() {
        assertThat(history("shanghai")).isEqualTo(2);
        assertThat(text(err)).isEqualTo("shanghai: no run below reports/ has asked it.\n");
    }

    @Test
    public void saysThatNoLaterRunAskedIt() {
        assertThat(history("demo", "--since", "2027-01-01")).isEqualTo(2);
        assertThat(text(err)).isEqualTo("demo: no run since 2027-01-01 has asked it.\n");
    }

    @Test
    public void suggestsTheJurisdictionThatWasMeant() {
        assertThat(history("shangahi")).isEqualTo(2);
        assertThat(text(err)).startsWith("shangahi: ").contains("shanghai");
    }

    @Test
    public void aGateThatFailsSaysWhy() {
        assertThat(gate("no-outcome-worse", "2026-11-23T020000Z-all")).isEqualTo(1);
        assertThat(text(err)).isEqualTo("""
                        Gate failed: 1 of 1 checks.
                        demo-web no-outcome-worse: questions that ended worse than in 2026-11-22T020000Z-all: 1 (id-card/fees answered → fallback).
                        """);
        assertThat(text(out))
                .isEqualTo(reports.resolve("2026-11-23T020000Z-all").resolve("summary.json") + "\n");
        assertThat(reports.resolve("2026-11-23T020000Z-all").resolve("junit.xml"))
                .exists();
    }

    @Test
    public void aGateThatPassesSaysSo() {
        assertThat(gate("no-new-dead-link", "2026-11-23T020000Z-all")).isZero();
        assertThat(text(err)).isEqualTo("Gate passed: 1 checks.\n");
    }

    @Test
    public void aFaultyGateIsToldBeforeAnythingElse() throws IOException {
        Path file = Files.writeString(reports.resolve("gate.yaml"), "schemaVersion: 1\nrules: []\n");

        assertThat(run("run", "demo", "--gate", file.toString())).isEqualTo(2);
        assertThat(text(err)).startsWith(file + ":2:1: ");
    }

    @Test
    public void aRunThatIsNotThereIsToldBeforeAnythingElse() {
        Path none = reports.resolve("none");

        assertThat(run("run", "demo", "--against", none.toString())).isEqualTo(2);
        assertThat(text(err)).startsWith(none + ": ");
    }

    @Test
    public void aWebhookWithoutAnAddressIsToldBeforeAnythingElse() {
        assertThat(run("run", "demo", "--notify", "dingtalk")).isEqualTo(2);
        assertThat(text(err))
                .isEqualTo(
                        "--notify: WENDA_DINGTALK_URL is not set: the address to send to. It may hold a key, so it is"
                                + " read from the environment only.\n");
    }

    private int history(String... arguments) {
        return run(Stream.concat(
                        Stream.of("history"),
                        Stream.concat(Arrays.stream(arguments), Stream.of("--out", reports.toString())))
                .toArray(String[]::new));
    }

    private int gate(String rule, String run) {
        try {
            Path file = Files.writeString(
                    reports.resolve("gate.yaml"), "schemaVersion: 1\nrules: [{rule: " + rule + "}]\n");
            return run("gate", reports.resolve(run).toString(), "--gate", file.toString());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private int run(String... arguments) {
        String[] all = Stream.concat(Arrays.stream(arguments), Stream.of("--lang", "en"))
                .toArray(String[]::new);
        return new Main(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8)).run(all);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(UTF_8);
    }

    private static List<String> faults(JsonNode document) throws IOException {
        try (InputStream in = HistoryCommandTest.class.getResourceAsStream("schema/history.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new ObjectMapper().readTree(in))
                    .validate(document)
                    .stream()
                    .map(Object::toString)
                    .toList();
        }
    }
}
