package org.wenda.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.evidence.RunDirectory;
import org.wenda.history.Difference;
import org.wenda.history.Drift;
import org.wenda.history.DriftClass;
import org.wenda.history.Item;
import org.wenda.history.Question;
import org.wenda.history.Statistic;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/** What changed, opened from the disk. Pictures of it are left in {@code target/pictures} to be looked at. */
@SuppressWarnings("NullAway.Init")
public final class ChangesPagesIT {
    private static final String BEFORE = "临时居民身份证的工本费是10元，凭户口簿到派出所领取。";
    private static final String AFTER = "临时居民身份证的工本费是20元，凭户口簿到派出所领取。<img src=x onerror=document.title='run'>";

    private RunDirectory run;
    private OpenedPages opened;

    @BeforeClass
    void openBrowser() throws IOException {
        run = SampleRun.store(Files.createTempDirectory("reports"));
        Statistic statistic = new Statistic(Statistic.Test.FLICKER, 0.0004, null, null, 0.0008, null, 30, 1, 2);
        Difference change = new Difference(
                "demo-web",
                new Question("demo-web", "temporary-id-card", "opening", 0),
                "临时居民身份证怎么申领？",
                DriftClass.FACTS,
                Difference.Trend.OTHER,
                Message.of(DriftClass.class, "what.gone", DriftClass.FACTS.words(), "10元"),
                List.of(new Item(Item.Kind.FEE, "10元")),
                List.of(new Item(Item.Kind.FEE, "20元")),
                new Difference.Passage(1, BEFORE),
                new Difference.Passage(1, AFTER),
                statistic,
                true,
                null);
        Drift.Found found = new Drift.Found(
                "before", run.id(), List.of(), 1, 1, 3, 2, List.of(change), List.of(), List.of(), Set.of());
        ChangesPages.write(run, found, Lang.ZH);
        opened = new OpenedPages(run.root());
    }

    @AfterClass(alwaysRun = true)
    void closeBrowser() {
        opened.close();
    }

    @DataProvider
    Object[][] pages() {
        return new Object[][] {
            {"changes.html", 1366},
            {"changes.html", 390},
            {"changes.en.html", 1366},
        };
    }

    @Test(dataProvider = "pages")
    public void showsBothPassagesInsideThePage(String page, int width) throws IOException {
        opened.open(page, width);

        assertThat(opened.all(".sides .text")).hasSize(2);
        opened.fits(page.replace(".html", "") + "-" + width);
    }

    @Test
    public void marksTheWordsThatChanged() {
        opened.open("changes.html", 1366);

        assertThat(opened.first(".sides mark.gone").getText()).isEqualTo("10");
        assertThat(opened.first(".sides mark.fresh").getText()).isEqualTo("20");
    }

    @Test
    public void runsNothingThatAChatbotSaid() {
        opened.open("changes.html", 1366);

        assertThat(opened.all("script, link, img, iframe, object, embed, base, form"))
                .isEmpty();
        assertThat(opened.browser().getTitle()).startsWith("有哪些变化");
    }
}
