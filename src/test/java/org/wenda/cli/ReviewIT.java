package org.wenda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.HeadlessChromium;
import org.wenda.evidence.RunDirectory;
import org.wenda.review.FinalMark;
import org.wenda.review.RaterMark;
import org.wenda.review.ReviewSample;
import org.wenda.review.Reviews;
import org.wenda.words.Lang;

/** Raters who mark in a real browser, each on a page of their own, and a third person who decides. */
@SuppressWarnings("NullAway.Init")
public final class ReviewIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILM =
            "{\"at\":1764122400123,\"width\":400,\"height\":600,\"styles\":[\"display:block\"],"
                    + "\"nodes\":[[0,0,\"您好\"]],\"frames\":[[0,0]],\"spentMs\":2.5}";
    private static final String DISPUTED = "city1-web temporary-id-card D11";

    private Path run;
    private Path downloads;
    private ChromeDriver browser;

    @BeforeClass
    void openBrowser() throws IOException {
        downloads = Files.createTempDirectory("downloads");
        ChromeOptions options = new ChromeOptions();
        options.addArguments("--window-size=1366,900", "--host-resolver-rules=MAP * ~NOTFOUND");
        options.setExperimentalOption("prefs", Map.of("download.default_directory", downloads.toString()));
        browser = HeadlessChromium.start(options);
    }

    @AfterClass(alwaysRun = true)
    void closeBrowser() {
        browser.quit();
    }

    /** Every test has a run of its own, and nothing left of the one before in the browser. */
    @BeforeMethod
    void pack() throws IOException {
        run = ReviewSample.store(Files.createTempDirectory("reports"), 1);
        Terminal.Typed typed =
                Terminal.open().type("review", "pack", run.toString(), "--raters", "a,b", "--targets", "1");
        assertThat(typed.code()).as(typed.err()).isZero();
        HeadlessChromium.show(browser, page("raters/a/batch-01"));
        browser.executeScript("localStorage.clear()");
        for (File old : downloads.toFile().listFiles()) {
            Files.delete(old.toPath());
        }
    }

    @Test
    public void twoRatersAndAThirdPersonComeToFinalMarks() throws IOException {
        Path first = markByKeyboard("raters/a/batch-01", item -> "2");
        Path second = markByMouse("raters/b/batch-01", item -> item.equals(DISPUTED) ? "0" : "2");
        Terminal terminal = Terminal.open();
        Terminal.Typed imported =
                terminal.type("review", "import", run.toString(), first.toString(), second.toString());
        assertThat(imported.out()).as(imported.err()).isEqualTo("Files: 2; marks added: 14; already there: 0\n");

        Terminal.Typed settle = terminal.type("review", "settle", run.toString(), "--by", "c");
        assertThat(settle.code()).as(settle.err()).isZero();
        open("settlers/c/settlement");
        assertThat(item()).isEqualTo(DISPUTED);
        assertThat(browser.findElement(By.cssSelector(".task:not([hidden]) .given"))
                        .getText())
                .contains("2")
                .contains("0")
                .doesNotContainPattern("\\b[ab]\\b");
        picture("review-settle");
        press("1");
        Path third = save(ReviewSample.RUN + "-c-settlement.json");
        Terminal.Typed settled = terminal.type("review", "import", run.toString(), third.toString());

        assertThat(settled.out()).as(settled.err()).isEqualTo("Files: 1; marks added: 1; already there: 0\n");
        assertThat(Reviews.reviewed(RunDirectory.open(run)).marks())
                .hasSize(7)
                .contains(new FinalMark(
                        "city1-web",
                        "temporary-id-card",
                        "D11",
                        1,
                        FinalMark.Origin.SETTLED,
                        List.of(new RaterMark("a", 2), new RaterMark("b", 0))))
                .filteredOn(mark -> mark.origin() == FinalMark.Origin.AGREED)
                .hasSize(6);
    }

    @Test
    public void savesWhatWasPrefilledAndDiffersAsTheThirdPersons() throws IOException {
        Path first = markByKeyboard("raters/a/batch-01", item -> "2");
        Path second = markByMouse("raters/b/batch-01", item -> item.equals(DISPUTED) ? "1" : "2");
        Terminal terminal = Terminal.open();
        terminal.type("review", "import", run.toString(), first.toString(), second.toString());
        terminal.type("review", "settle", run.toString(), "--by", "c", "--distance", "1");
        open("settlers/c/settlement");

        JsonNode items = JSON.readTree(
                        save(ReviewSample.RUN + "-c-settlement.json").toFile())
                .path("items");

        assertThat(items).hasSize(1);
        assertThat(items.get(0).path("indicator").asText()).isEqualTo("D11");
        assertThat(items.get(0).path("marks").findValuesAsText("value")).containsExactly("1");
    }

    @Test
    public void keepsMarksOverAReload() {
        open("raters/a/batch-01");
        press("3", "n", "1");
        String marked = item();

        open("raters/a/batch-01");

        assertThat(browser.findElement(By.id("count")).getText()).startsWith("2 of 7 marked");
        press("p");
        assertThat(item()).isEqualTo(marked);
        assertThat(chosen()).isEqualTo("1");
    }

    @Test
    public void hidesTheRulesMarkUntilThereIsOnesOwn() {
        open("raters/a/batch-01");
        while (!item().endsWith("D12")) {
            press("n");
        }
        String before = text();
        press("3");

        assertThat(before).doesNotContain("What the rule says").doesNotContain("elements-covered");
        assertThat(text()).contains("What the rule says").contains("elements-covered, version 1");
    }

    @Test
    public void playsAConversationBesideTheRubric() throws IOException {
        try (RunDirectory directory = RunDirectory.resume(run)) {
            directory.keepReplay("city1-web", "temporary-id-card", FILM, Lang.EN);
        }
        Terminal.open().type("review", "pack", run.toString(), "--raters", "a,b", "--targets", "1");
        open("raters/a/batch-01");
        while (!item().startsWith("city1-web temporary-id-card")) {
            press("n");
        }

        browser.findElement(By.cssSelector(".held-one:not([hidden]) .replay summary"))
                .click();
        picture("review-replay");
        browser.switchTo().frame(browser.findElement(By.cssSelector(".held-one:not([hidden]) .replay iframe")));

        waitFor(() -> browser.findElement(By.id("stage")).getText().equals("您好"));
        assertThat(browser.findElement(By.id("play")).isDisplayed()).isTrue();
    }

    @Test
    public void saysWhetherAMarkWasGivenBlind() throws IOException {
        open("raters/a/batch-01");
        while (!item().endsWith("D12")) {
            press("n");
        }
        press("3", "1");
        JsonNode marks = JSON.readTree(
                        save(ReviewSample.RUN + "-a-batch-01.json").toFile())
                .path("items")
                .get(0)
                .path("marks");

        assertThat(marks.findValuesAsText("value")).containsExactly("3", "1");
        assertThat(marks.findValuesAsText("blind")).containsExactly("true", "false");
    }

    @Test
    public void wantsAReasonForWhatCannotBeJudged() throws IOException {
        open("raters/a/batch-01");
        press("x");
        String without = browser.findElement(By.cssSelector(".task:not([hidden]) .task-state"))
                .getText();
        press(Keys.ARROW_DOWN, Keys.ESCAPE, "m", "blurred", Keys.ESCAPE);
        JsonNode mark = JSON.readTree(
                        save(ReviewSample.RUN + "-a-batch-01.json").toFile())
                .path("items")
                .get(0)
                .path("marks");

        assertThat(without).isEqualTo("Choose why it cannot be judged.");
        assertThat(mark.get(mark.size() - 1).path("unjudged").asText()).isEqualTo("evidence-missing");
        assertThat(mark.get(mark.size() - 1).path("note").asText()).isEqualTo("blurred");
    }

    @Test
    public void warnsWhileAnythingIsInNoFile() {
        open("raters/a/batch-01");
        boolean before = leaves();
        press("2");
        boolean unsaved = leaves();
        save(ReviewSample.RUN + "-a-batch-01.json");

        assertThat(List.of(before, unsaved, leaves())).containsExactly(true, false, true);
    }

    @Test
    public void arrowsWalkAmongLevelsWithoutMarking() {
        open("raters/a/batch-01");
        WebElement first = browser.findElement(By.cssSelector(".task:not([hidden]) input[value='0']"));
        browser.executeScript("arguments[0].focus()", first);
        press(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        assertThat(chosen()).isEmpty();
        press(Keys.SPACE);

        assertThat(chosen()).isEqualTo("2");
    }

    @Test
    public void runsNothingThatTheChatbotWrote() throws IOException {
        open("raters/a/batch-01");
        while (!item().startsWith("city1-web complaint")) {
            press("n");
        }
        WebElement held = browser.findElement(By.cssSelector(".held-one:not([hidden])"));

        assertThat(held.getText()).contains("=HYPERLINK(\"http://canary.invalid\")</script><script>top.name=7");
        assertThat(browser.executeScript("return window.name")).isEqualTo("");
        assertThat(browser.findElements(By.cssSelector("iframe, object, embed, form, link, [onerror]")))
                .isEmpty();
        picture("review-rater");
    }

    @Test
    public void showsPicturesThatLieBesideThePage() {
        open("raters/a/batch-01");
        WebElement picture = browser.findElement(By.cssSelector(".held-one:not([hidden]) figure img"));
        browser.executeScript("arguments[0].scrollIntoView()", picture);

        waitFor(() -> Boolean.TRUE.equals(browser.executeScript("return arguments[0].naturalWidth === 120", picture)));
        assertThat(picture.getDomAttribute("src")).matches("evidence/city1-web/[a-z-]+/01-opening-after\\.png");
    }

    @Test
    public void fitsNarrowScreens() throws IOException {
        open("raters/a/batch-01");
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", false));
        try {
            assertThat((Long) browser.executeScript("return document.documentElement.scrollWidth - innerWidth"))
                    .isLessThanOrEqualTo(0);
            picture("review-rater-390");
        } finally {
            browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    @Test
    public void printsTheManualAsPdf() throws IOException {
        Terminal.Typed typed = Terminal.open().type("review", "pack", run.toString(), "--raters", "a,b", "--pdf");

        assertThat(typed.outLines())
                .as(typed.err())
                .endsWith(
                        page("manual").toString(),
                        run.resolve("review/manual.pdf").toString());
        assertThat(Files.readString(run.resolve("review/manual.pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-")
                .contains("%%EOF");
        HeadlessChromium.show(browser, page("manual"));
        assertThat(text()).contains("D11").contains("V6");
        picture("review-manual");
    }

    /** Marks every item with nothing but keys. */
    private Path markByKeyboard(String name, UnaryOperator<String> mark) {
        open(name);
        for (int i = 0; i < 7; i++) {
            press(mark.apply(item()), "n");
        }
        return save(ReviewSample.RUN + "-a-batch-01.json");
    }

    private Path markByMouse(String name, UnaryOperator<String> mark) {
        open(name);
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            seen.add(item());
            String value = mark.apply(item());
            browser.findElement(
                            By.xpath("//section[@class='task' and not(@hidden)]//label[input/@value='" + value + "']"))
                    .click();
            browser.findElement(By.cssSelector(".task:not([hidden]) .next-one")).click();
        }
        assertThat(seen).doesNotHaveDuplicates();
        browser.findElement(By.id("save")).click();
        return downloaded(ReviewSample.RUN + "-b-batch-01.json");
    }

    private Path save(String name) {
        press("s");
        return downloaded(name);
    }

    private Path downloaded(String name) {
        Path file = downloads.resolve(name);
        waitFor(() -> Files.exists(file));
        return file;
    }

    private void open(String name) {
        HeadlessChromium.show(browser, page(name));
        waitFor(() ->
                !browser.findElements(By.cssSelector(".task:not([hidden])")).isEmpty());
    }

    private Path page(String name) {
        return run.resolve("review").resolve(name + ".html");
    }

    private void press(CharSequence... keys) {
        new Actions(browser).sendKeys(keys).perform();
    }

    private String item() {
        WebElement task = browser.findElement(By.cssSelector(".task:not([hidden])"));
        Map<String, String> data = new HashMap<>();
        for (String name : List.of("target", "scenario", "indicator")) {
            data.put(name, String.valueOf(task.getDomAttribute("data-" + name)));
        }
        String scenario = data.get("scenario");
        return data.get("target") + (scenario == null || scenario.isEmpty() ? "" : " " + scenario) + " "
                + data.get("indicator");
    }

    private String chosen() {
        List<WebElement> chosen = browser.findElements(By.cssSelector(".task:not([hidden]) input:checked"));
        return chosen.isEmpty() ? "" : String.valueOf(chosen.get(0).getDomAttribute("value"));
    }

    /** Returns whether the page lets somebody leave without asking. */
    private boolean leaves() {
        return Boolean.TRUE.equals(
                browser.executeScript("return window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"));
    }

    private String text() {
        return String.valueOf(browser.executeScript("return document.body.innerText"));
    }

    private void picture(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        Files.write(folder.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }

    private void waitFor(BooleanSupplier fact) {
        new WebDriverWait(browser, Duration.ofSeconds(20)).until(any -> fact.getAsBoolean());
    }
}
