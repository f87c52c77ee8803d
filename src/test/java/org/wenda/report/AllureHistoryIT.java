package org.wenda.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;
import org.wenda.evidence.RunDirectory;
import org.wenda.history.year.MadeNights;
import org.wenda.history.year.MadeNights.Answer;
import org.wenda.transcript.Outcome;
import org.wenda.words.Lang;

/** Two nights, each with its report, made by Allure's own generator. */
@SuppressWarnings("NullAway.Init")
public final class AllureHistoryIT {
    private static final Pattern EMBEDDED = Pattern.compile("d\\('([a-z0-9/-]+\\.json)','([A-Za-z0-9+/=]*)'\\)");

    private RunDirectory second;
    private String report;

    @BeforeClass
    void makeReports() throws IOException {
        Path reports = Files.createTempDirectory("reports");
        MadeNights nights =
                new MadeNights(reports, List.of("demo-web"), List.of("id-card", "transfer"), List.of("opening"));
        RunDirectory first = nights.store(
                Instant.parse("2026-11-22T02:00:00Z"),
                (target, scenario, turn) -> scenario.equals("transfer") ? Answer.of(Outcome.SILENT) : Answer.in(400));
        Reports.write(first, Lang.EN);
        second = nights.store(
                Instant.parse("2026-11-23T02:00:00Z"),
                (target, scenario, turn) -> scenario.equals("id-card") ? Answer.of(Outcome.SILENT) : Answer.in(400));
        Reports.write(second, Lang.EN);
        report = Files.readString(second.allureReport().resolve("index.html"));
    }

    @Test
    public void theTrendHoldsBothNights() throws IOException {
        JsonNode trend = new ObjectMapper()
                .readTree(second.allureReport()
                        .resolve("history")
                        .resolve("history-trend.json")
                        .toFile());

        assertThat(trend)
                .extracting(night -> night.path("buildOrder").asLong() + " "
                        + night.path("reportUrl").asText())
                .containsExactly(
                        "202611230200 ../../2026-11-23T020000Z-all/allure-report/index.html",
                        "202611220200 ../../2026-11-22T020000Z-all/allure-report/index.html");
    }

    @Test
    public void whatBeganToFailIsNew() {
        assertThat(test("demo-web/id-card").path("newFailed").asBoolean()).isTrue();
        assertThat(test("demo-web/transfer").path("newFailed").asBoolean()).isFalse();
    }

    @Test
    public void whatWasMendedIsFixed() {
        assertThat(test("demo-web/transfer").path("newPassed").asBoolean()).isTrue();
    }

    @Test
    public void anEarlierResultLeadsToItsReport() {
        assertThat(test("demo-web/id-card")
                        .at("/extra/history/items/0/reportUrl")
                        .asText())
                .startsWith("../../2026-11-22T020000Z-all/allure-report/index.html#testresult/");
    }

    private JsonNode test(String fullName) {
        return EMBEDDED.matcher(report)
                .results()
                .filter(file -> file.group(1).startsWith("data/test-cases/"))
                .map(file -> json(file.group(2)))
                .filter(test -> test.path("fullName").asText().equals(fullName))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(String base64) {
        try {
            return new ObjectMapper().readTree(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
