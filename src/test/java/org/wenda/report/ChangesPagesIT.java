package org.wenda.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.HeadlessChromium;
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
    private ChromeDriver browser;

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
        browser = HeadlessChromium.start(new ChromeOptions());
    }

    @AfterClass(alwaysRun = true)
    void closeBrowser() {
        browser.quit();
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
        open(page, width);

        assertThat(browser.findElements(By.cssSelector(".sides .text"))).hasSize(2);
        assertThat((Long) browser.executeScript("return document.documentElement.scrollWidth - innerWidth"))
                .isLessThanOrEqualTo(0);
        Path pictures = Files.createDirectories(Path.of("target", "pictures"));
        Files.write(
                pictures.resolve(page.replace(".html", "") + "-" + width + ".png"),
                browser.getScreenshotAs(OutputType.BYTES));
    }

    @Test
    public void marksTheWordsThatChanged() {
        open("changes.html", 1366);

        assertThat(browser.findElement(By.cssSelector(".sides mark.gone")).getText())
                .isEqualTo("10");
        assertThat(browser.findElement(By.cssSelector(".sides mark.fresh")).getText())
                .isEqualTo("20");
    }

    @Test
    public void runsNothingThatAChatbotSaid() {
        open("changes.html", 1366);

        assertThat(browser.findElements(By.cssSelector("script, link, img, iframe, object, embed, base, form")))
                .isEmpty();
        assertThat(browser.getTitle()).startsWith("有哪些变化");
    }

    private void open(String page, int width) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        browser.get(run.root().resolve(page).toUri().toString());
    }
}
