package org.wenda.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openqa.selenium.By;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.config.SettingsFile;
import org.wenda.evidence.RunDirectory;
import org.wenda.ranking.Comparison;
import org.wenda.ranking.Edition;
import org.wenda.ranking.Entry;
import org.wenda.ranking.MadeMarks;
import org.wenda.ranking.MadeRun;
import org.wenda.ranking.Ranking;
import org.wenda.ranking.RankingRules;
import org.wenda.run.Printing;
import org.wenda.score.Index;
import org.wenda.words.Lang;

/** A published ranking, opened from the disk. Pictures of it are left in {@code target/pictures} to be looked at. */
@SuppressWarnings("NullAway.Init")
public final class RankingPagesIT {
    private RunDirectory run;
    private OpenedPages opened;

    @BeforeClass
    void openBrowser() throws IOException {
        List<Entry> entries = MadeMarks.entries();
        run = MadeRun.store(Files.createTempDirectory("reports"), "2026-11-23T020000Z-all", entries);
        Ranking ranking = Ranking.of(run.id(), entries, Index.in(Path.of("")), RankingRules.in(Path.of("")), false);
        RankingPages.write(
                run,
                ranking,
                Comparison.between(Edition.in(Path.of(""), "2021"), ranking),
                List.of(),
                List.of(),
                Lang.ZH);
        opened = new OpenedPages(run.ranking());
    }

    @AfterClass(alwaysRun = true)
    void closeBrowser() {
        opened.close();
    }

    @DataProvider
    Object[][] pages() {
        return new Object[][] {
            {"index.html", 1366},
            {"index.html", 390},
            {"index.en.html", 1366},
            {"index.en.html", 390},
        };
    }

    @Test(dataProvider = "pages")
    public void drawsEveryChartInsideThePage(String page, int width) throws IOException {
        opened.open(page, width);

        assertThat(opened.all(".chart")).hasSize(12).allSatisfy(chart -> {
            assertThat(chart.findElements(By.cssSelector("svg path"))).isNotEmpty();
            assertThat(chart.findElement(By.tagName("svg")).getSize().getWidth())
                    .isLessThanOrEqualTo(chart.getSize().getWidth());
        });
        opened.fits("ranking-" + page.replace(".html", "") + "-" + width);
    }

    @Test
    public void loadsNothingButWhatLiesBesideIt() {
        opened.open("index.html", 1366);

        opened.loadsOnly("echarts.js", "charts.js");
    }

    @Test
    public void everyChartHasATableBeside() {
        opened.open("index.html", 1366);

        assertThat(opened.all(".figure")).isNotEmpty().allSatisfy(figure -> {
            if (!figure.findElements(By.cssSelector(".chart")).isEmpty()) {
                assertThat(figure.findElements(By.cssSelector("table.figures tbody tr")))
                        .isNotEmpty();
            }
        });
    }

    @Test
    public void printsAsPdf() throws IOException {
        String pdf = Files.readString(
                Printing.beside(
                        run.ranking().resolve("index.html"),
                        SettingsFile.defaults().browser()),
                StandardCharsets.ISO_8859_1);

        assertThat(pdf).startsWith("%PDF-").contains("/MediaBox [0 0 595").contains("%%EOF");
    }
}
