package org.wenda.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.history.year.MadeNights;
import org.wenda.history.year.MadeNights.Answer;
import org.wenda.link.Verdict;
import org.wenda.transcript.Outcome;
import org.wenda.words.InputException;
import org.wenda.words.Lang;
import org.xml.sax.SAXException;

@SuppressWarnings("NullAway.Init")
public final class GateTest {
    private static final Instant FIRST = Instant.parse("2026-11-22T02:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-11-23T02:00:00Z");
    private static final MadeNights.Told GOOD = (target, scenario, turn) -> Answer.with(Verdict.GUIDE);

    private Path reports;
    private MadeNights nights;

    @BeforeMethod
    void makeFolder() throws IOException {
        reports = Files.createTempDirectory("gate");
        nights = new MadeNights(
                reports, List.of("demo-web", "hefei-mobile"), List.of("id-card"), List.of("opening", "fees"));
    }

    @Test
    public void keepsQuietAboutANightLikeTheOneBefore() {
        nights.store(FIRST, GOOD);

        assertThat(failed("rules: [{rule: no-outcome-worse}, {rule: no-new-dead-link}]", nights.store(SECOND, GOOD)))
                .isEmpty();
    }

    @Test
    public void namesOutcomesThatGotWorse() {
        nights.store(FIRST, GOOD);
        RunDirectory second = nights.store(
                SECOND,
                (target, scenario, turn) -> target.equals("demo-web") && turn.equals("fees")
                        ? Answer.of(Outcome.FALLBACK)
                        : Answer.with(Verdict.GUIDE));

        assertThat(failed("rules: [{rule: no-outcome-worse}]", second))
                .containsExactly("demo-web no-outcome-worse: questions that ended worse than in"
                        + " 2026-11-22T020000Z-all: 1 (id-card/fees answered → fallback).");
    }

    @Test
    public void whatGotBetterIsNoFailure() {
        nights.store(FIRST, (target, scenario, turn) -> Answer.of(Outcome.SILENT));

        assertThat(failed("rules: [{rule: no-outcome-worse}]", nights.store(SECOND, GOOD)))
                .isEmpty();
    }

    @Test
    public void whatWasAskedWithoutWhatWentBeforeIsNoFailure() {
        nights.store(FIRST, GOOD);
        RunDirectory second = nights.store(
                SECOND,
                (target, scenario, turn) ->
                        turn.equals("fees") ? Answer.of(Outcome.FALLBACK).afterACut() : Answer.with(Verdict.GUIDE));

        assertThat(failed("rules: [{rule: no-outcome-worse}]", second)).isEmpty();
    }

    @Test
    public void leavesToChanceWhatTheComparisonDoes() throws IOException {
        nights.store(FIRST, GOOD);
        RunDirectory second = nights.store(SECOND, (target, scenario, turn) -> Answer.of(Outcome.FALLBACK));
        Files.writeString(second.root().resolve("changes.json"), """
                {"schemaVersion":1,"before":"2026-11-22T020000Z-all","changes":[
                {"target":"demo-web","scenario":"id-card","turn":"fees","class":"outcome"}]}""");

        assertThat(failed("rules: [{rule: no-outcome-worse}]", second))
                .containsExactly("demo-web no-outcome-worse: questions that ended worse than in"
                        + " 2026-11-22T020000Z-all: 1 (id-card/fees answered → fallback).");
    }

    @Test
    public void namesWhatTheComparisonFound() throws IOException {
        nights.store(FIRST, GOOD);
        RunDirectory second = nights.store(SECOND, GOOD);
        Files.writeString(second.root().resolve("changes.json"), """
                {"schemaVersion":1,"before":"2026-11-22T020000Z-all","changes":[
                {"target":"demo-web","scenario":"id-card","turn":"fees","class":"facts"},
                {"target":"demo-web","scenario":"id-card","turn":"opening","class":"facts"},
                {"target":"demo-web","class":"speed"},{"target":"hefei-mobile","class":"speed"}]}""");

        assertThat(failed("rules: [{rule: no-change, classes: [facts, links]}]", second))
                .containsExactly("demo-web no-change: changes since 2026-11-22T020000Z-all: facts 2. changes.html shows"
                        + " them.");
        assertThat(failed("rules: [{rule: no-change, targets: [demo-web]}]", second))
                .containsExactly("demo-web no-change: changes since 2026-11-22T020000Z-all: facts 2, speed 1."
                        + " changes.html shows them.");
        results(second, null);
        assertThat(schemaFaults(json(second))).isEmpty();
        assertThat(json(second).path("changes")).hasToString("{\"facts\":2,\"speed\":2}");
    }

    @Test
    public void whatNobodyComparedIsNoChange() {
        nights.store(FIRST, GOOD);
        RunSummary summary =
                RunSummary.of(nights.store(SECOND, GOOD), RunDirectory.open(reports.resolve("2026-11-22T020000Z-all")));

        assertThat(gate("rules: [{rule: no-change, targets: [demo-web]}]").judge(summary))
                .extracting(finding -> finding.kept() + ": " + finding.reason())
                .containsExactly("true: nobody compared this run with an earlier one; --against does.");
    }

    @Test
    public void countsLinksThatDied() {
        nights.store(FIRST, GOOD);
        RunDirectory second = nights.store(
                SECOND,
                (target, scenario, turn) ->
                        target.equals("demo-web") ? Answer.with(Verdict.DEAD) : Answer.with(Verdict.GUIDE));

        assertThat(failed("rules: [{rule: no-new-dead-link}]", second))
                .containsExactly("demo-web no-new-dead-link: links that are dead and were not in"
                        + " 2026-11-22T020000Z-all: 2. summary.json lists them.");
    }

    @Test
    public void aLinkThatWasDeadIsNotNew() {
        nights.store(FIRST, (target, scenario, turn) -> Answer.with(Verdict.DEAD));
        RunDirectory second = nights.store(SECOND, (target, scenario, turn) -> Answer.with(Verdict.SOFT_404));

        assertThat(failed("rules: [{rule: no-new-dead-link}]", second)).isEmpty();
    }

    @Test
    public void boundsTheFirstReply() {
        RunDirectory run =
                nights.store(FIRST, (target, scenario, turn) -> Answer.in(turn.equals("fees") ? 5_001 : 400));

        assertThat(failed("rules: [{rule: first-reply-p95, atMostMs: 5000, targets: ['demo-*']}]", run))
                .containsExactly(
                        "demo-web first-reply-p95: 95 of a hundred first replies within 5001 ms; allowed: 5000 ms.");
    }

    @Test
    public void asksForCoverage() {
        RunDirectory run = nights.store(
                FIRST,
                (target, scenario, turn) -> turn.equals("fees") ? Answer.of(Outcome.UNREACHABLE) : Answer.in(400));

        assertThat(failed(
                        "rules: [{rule: coverage, atLeast: 0.5}, {rule: coverage, atLeast: 0.625, targets: ['*-mobile']}]",
                        run))
                .containsExactly("hefei-mobile coverage: answered 1 of 2; asked for: 62.5 %.");
    }

    @Test
    public void hasNothingToCompareTheFirstNightWith() {
        RunSummary summary = RunSummary.of(nights.store(FIRST, GOOD), null);

        assertThat(gate("rules: [{rule: no-outcome-worse, targets: [demo-web]}]")
                        .judge(summary))
                .extracting(finding -> finding.kept() + ": " + finding.reason())
                .containsExactly("true: there is no earlier run to compare with.");
    }

    @Test
    public void comparesWithTheLastRunThatEnded() {
        nights.store(FIRST, GOOD);
        nights.store(SECOND, RunRecord.State.RUNNING, GOOD);
        RunDirectory third = nights.store(SECOND.plusSeconds(86_400), GOOD);

        assertThat(RunSummary.before(third).orElseThrow().id()).isEqualTo("2026-11-22T020000Z-all");
    }

    @Test
    public void reportsEveryProblemOfItsRules() throws IOException {
        Path file = file("""
                rules:
                  - rule: coverage
                  - { rule: coverage, atLeast: 80, targets: [Demo] }
                  - { rule: no-outcome-worse, atMostMs: 5 }
                  - { rule: first-reply-p95, atMostMs: 0 }
                  - { rule: no-outcome-wrose }
                  - { rule: coverage, atLeast: 1, classes: [facts] }
                """);

        assertThatThrownBy(() -> Gate.in(file))
                .isInstanceOf(InputException.class)
                .hasMessage("""
                        %1$s:3:5: A rule of the kind 'coverage' needs 'atLeast:'.
                        %1$s:4:32: This is no share. Accepted: 0 to 1, such as 0.8.
                        %1$s:4:46: 'Demo' is no id of a target. Accepted: small letters, digits, hyphens, full stops and *, such as shanghai-web or *-web.
                        %1$s:5:41: A rule of the kind 'no-outcome-worse' has no 'atMostMs'. Remove it.
                        %1$s:6:40: This is no time. Accepted: milliseconds above 0, such as 5000.
                        %1$s:7:13: 'no-outcome-wrose' is not accepted here. Accepted: no-outcome-worse, no-new-dead-link, first-reply-p95, coverage, no-change.
                        %1$s:8:44: A rule of the kind 'coverage' has no 'classes'. Remove it.""".formatted(file));
    }

    @Test
    public void theRulesThatComeWithWendaAreSound() {
        assertThat(GateLint.check(Path.of(""))).isEmpty();
        assertThat(GateLint.files(Path.of(""))).hasSize(1);
    }

    @Test
    public void tellsProgramsWhatItFound() throws IOException {
        nights.store(FIRST, GOOD);
        RunDirectory second = nights.store(
                SECOND,
                (target, scenario, turn) ->
                        turn.equals("fees") ? Answer.of(Outcome.SILENT) : Answer.with(Verdict.DEAD));
        results(second, "rules: [{rule: coverage, atLeast: 0.5}]");
        JsonNode summary = json(second);

        assertThat(schemaFaults(summary)).isEmpty();
        assertThat(summary.at("/totals/coverage").asDouble()).isEqualTo(0.5);
        assertThat(summary.at("/worse")).hasSize(2);
        assertThat(summary.at("/newDeadLinks/0/address").asText()).isEqualTo("https://example.gov.cn/id-card/opening");
        assertThat(summary.at("/gate/passed").asBoolean()).isTrue();
    }

    @Test
    public void saysThatThereWasNoGate() throws IOException {
        RunDirectory run = nights.store(FIRST, GOOD);
        results(run, null);

        assertThat(schemaFaults(json(run))).isEmpty();
        assertThat(json(run).path("gate").isNull()).isTrue();
    }

    @Test
    public void countsInTestReportsWhatItShowsThere() throws Exception {
        RunDirectory run = nights.store(
                FIRST, (target, scenario, turn) -> turn.equals("fees") ? Answer.of(Outcome.SILENT) : Answer.in(400));
        results(run, "rules: [{rule: coverage, atLeast: 0.9}]");
        Document report = xml(run);

        assertThat(elements(report, "testsuite"))
                .extracting(suite -> suite.getAttribute("name") + " " + suite.getAttribute("tests") + " "
                        + suite.getAttribute("failures"))
                .containsExactly("demo-web 2 1", "hefei-mobile 2 1", "gate 2 2");
        assertThat(elements(report, "testcase")).hasSize(6);
        assertThat(elements(report, "failure"))
                .extracting(failure -> failure.getAttribute("type"))
                .containsExactly("silent", "silent", "coverage", "coverage");
    }

    @Test
    public void aTestReportStaysOneWhateverWasSaid() {
        assertThat(JUnitFile.clean("a\u0000b\ud800c\u202e<&>\uffff")).isEqualTo("a\ufffdb\ufffdc\u202e<&>\ufffd");
    }

    private List<String> failed(String rules, RunDirectory run) {
        RunSummary summary = RunSummary.of(run, RunSummary.before(run).orElse(null));
        return gate(rules).judge(summary).stream()
                .filter(finding -> !finding.kept())
                .map(finding -> finding.target() + " " + finding.rule().wire() + ": " + finding.reason())
                .collect(Collectors.toList());
    }

    private void results(RunDirectory run, @Nullable String rules) {
        RunSummary summary = RunSummary.of(run, RunSummary.before(run).orElse(null));
        Results.write(run, summary, rules == null ? null : gate(rules).judge(summary), Lang.EN);
    }

    private Gate gate(String rules) {
        try {
            return Gate.in(file(rules));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path file(String rules) throws IOException {
        return Files.writeString(reports.resolve("gate.yaml"), "schemaVersion: 1\n" + rules + "\n");
    }

    private static JsonNode json(RunDirectory run) throws IOException {
        return new ObjectMapper().readTree(run.root().resolve("summary.json").toFile());
    }

    private static List<String> schemaFaults(JsonNode summary) throws IOException {
        try (InputStream in = GateTest.class.getResourceAsStream("schema/summary.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new ObjectMapper().readTree(in))
                    .validate(summary)
                    .stream()
                    .map(Object::toString)
                    .toList();
        }
    }

    private static Document xml(RunDirectory run) throws IOException, ParserConfigurationException, SAXException {
        byte[] bytes = Files.readString(run.root().resolve("junit.xml")).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static List<Element> elements(Document report, String name) {
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < report.getElementsByTagName(name).getLength(); i++) {
            found.add((Element) report.getElementsByTagName(name).item(i));
        }
        return found;
    }
}
