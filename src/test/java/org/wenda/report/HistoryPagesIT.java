package org.wenda.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.evidence.RunDirectory;
import org.wenda.history.year.Chronicle;
import org.wenda.history.year.MadeNights;
import org.wenda.history.year.MadeNights.Answer;
import org.wenda.history.year.TargetLine;
import org.wenda.link.Verdict;
import org.wenda.transcript.Outcome;
import org.wenda.words.Lang;

/**
 * The history of a target, opened from the disk. Pictures of it are left in {@code target/pictures} to be looked at.
 */
@SuppressWarnings("NullAway.Init")
public final class HistoryPagesIT {
    private static final Instant FIRST = Instant.parse("2026-10-20T02:00:00Z");
    private static final int NIGHTS = 12;

    private OpenedPages opened;

    @BeforeClass
    void openBrowser() throws IOException {
        Path reports = Files.createTempDirectory("reports");
        MadeNights nights = new MadeNights(
                reports, List.of("demo-web"), List.of("id-card", "transfer"), List.of("opening", "fees"));
        for (int night = 0; night < NIGHTS; night++) {
            int millis = 300 + 90 * night;
            boolean late = night > 7;
            RunDirectory run = nights.store(
                    FIRST.plus(night, ChronoUnit.DAYS),
                    (target, scenario, turn) -> turn.equals("fees") && late
                            ? Answer.of(Outcome.FALLBACK)
                            : new Answer(Outcome.ANSWERED, millis, 3 * millis, late ? Verdict.DEAD : Verdict.GUIDE));
            if (night == 8) {
                Files.writeString(run.root().resolve("changes.json"), """
                        {"schemaVersion":1,"before":"x","changes":[{"target":"demo-web","scenario":"id-card","turn":"fees",
                        "class":"outcome","trend":"worse","what":{"en":"<img src=x onerror=top.name=7> {{ 7*7 }}",
                        "zh":"<script>top.name=7</script>"}}]}""");
            }
        }
        try (Chronicle chronicle = Chronicle.of(reports)) {
            chronicle.refresh();
            TargetLine line = chronicle.line("demo-web", null).orElseThrow();
            var unused = HistoryPages.write(chronicle.folder(), line, List.of(), Lang.ZH);
            opened = new OpenedPages(chronicle.folder());
        }
    }

    @AfterClass(alwaysRun = true)
    void closeBrowser() {
        opened.close();
    }

    @DataProvider
    Object[][] pages() {
        return new Object[][] {
            {"demo-web.html", 1366, "历史"},
            {"demo-web.html", 390, "历史"},
            {"demo-web.en.html", 1366, "History"},
            {"demo-web.en.html", 390, "History"},
        };
    }

    @Test(dataProvider = "pages")
    public void drawsTheNightsInsideThePage(String name, int width, String title) throws IOException {
        open(name, width);

        assertThat(opened.browser().getTitle()).endsWith(title);
        assertThat(opened.all("#nights .chart"))
                .hasSize(5)
                .allSatisfy(chart -> assertThat(chart.findElements(By.cssSelector("svg path")))
                        .isNotEmpty());
        opened.fits("history-" + name.replace(".html", "") + "-" + width);
    }

    @Test
    public void drawsAQuestionWhenItIsOpened() {
        open("demo-web.en.html", 1366);
        WebElement question = opened.first("details.question");
        assertThat(question.findElements(By.cssSelector("svg"))).isEmpty();
        question.findElement(By.tagName("summary")).click();

        new WebDriverWait(opened.browser(), Duration.ofSeconds(20))
                .until(any -> !question.findElements(By.cssSelector("svg path")).isEmpty());
    }

    @Test
    public void datesTheTurnOfAQuestion() {
        open("demo-web.en.html", 1366);
        WebElement question = opened.all("details.question").get(1);
        question.findElement(By.tagName("summary")).click();

        assertThat(question.findElements(By.cssSelector("tbody tr")))
                .extracting(WebElement::getText)
                .containsExactly("since 2026-10-28 could not answer", "since 2026-10-20 answered");
    }

    @Test
    public void whatAChangeQuotesStaysText() {
        open("demo-web.en.html", 1366);

        assertThat(opened.first("#changes tbody tr").getText())
                .startsWith("2026-10-28 outcome id-card / fees <img src=x onerror=top.name=7>");
        assertThat(opened.browser().executeScript("return top.name")).isEqualTo("");
    }

    @Test
    public void loadsNothingButWhatLiesBesideIt() {
        open("demo-web.html", 1366);

        opened.loadsOnly("echarts.js", "history.js");
    }

    private void open(String name, int width) {
        opened.open(name, width);
        new WebDriverWait(opened.browser(), Duration.ofSeconds(20))
                .until(any -> opened.all("#nights .chart svg").size() == 5);
    }
}
