package org.wenda.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.HeadlessChromium;
import org.wenda.config.SettingsFile;
import org.wenda.evidence.RunDirectory;
import org.wenda.run.Printing;
import org.wenda.words.Lang;

/**
 * Opens every page of a run in which the chatbot attacked, in a browser whose whole traffic goes to a listening trap.
 * Pictures of the pages are left in {@code target/pictures} to be looked at.
 */
@SuppressWarnings("NullAway.Init")
public final class ReportsIT {
    private RunDirectory run;
    private Trap trap;
    private ChromeDriver browser;

    @BeforeClass
    void openBrowser() throws IOException {
        run = SampleRun.store(Files.createTempDirectory("reports"));
        assertThat(Reports.write(run, Lang.ZH).problems()).isEmpty();
        trap = new Trap();
        ChromeOptions options = new ChromeOptions();
        options.addArguments(
                "--disable-features=OptimizationHints,OptimizationGuideModelDownloading,OptimizationTargetPrediction",
                "--proxy-bypass-list=<-loopback>",
                "--proxy-server=http://127.0.0.1:" + trap.port());
        browser = HeadlessChromium.start(options);
    }

    @AfterClass(alwaysRun = true)
    void closeBrowser() throws IOException {
        browser.quit();
        trap.close();
    }

    @BeforeMethod
    void begin() {
        browser.get("about:blank");
        browser.executeScript("window.name = ''");
        trap.caught().clear();
    }

    @DataProvider
    Object[][] pages() {
        return new Object[][] {
            {"index.html"},
            {"bundles/demo-web/data/complaint/transcript.html"},
            {"bundles/hefei-web/data/temporary-id-card/transcript.html"},
            {"bundles/demo-web/data/temporary-id-card/transcript.html"},
            {"bundles/demo-web/data/marks.html"},
        };
    }

    @Test(dataProvider = "pages")
    public void runsAndLoadsNothingWhateverTheChatbotSaid(String page) {
        openPage(page, 1366);
        browser.executeScript("document.querySelectorAll('details').forEach(details => details.open = true)");

        assertUnharmed();
        assertThat(
                        browser.findElements(
                                By.cssSelector(
                                        "script, iframe, object, embed, base, form, input, link, [onerror], [onmouseover], a[href^=javascript], a[href^=data]")))
                .isEmpty();
    }

    @Test
    public void trapsCatchWhatAnUnsafePageDoes() throws IOException {
        Path unsafe = Files.createTempFile("unsafe", ".html");
        Files.writeString(unsafe, "<img src=http://canary.invalid/x.png>" + SampleRun.ATTACKS.get(0));
        browser.get(unsafe.toUri().toString());

        assertThat(browser.executeScript("return window.name")).isEqualTo("7");
        waitFor(() -> !trap.caught().isEmpty());
    }

    @Test(dataProvider = "pages")
    public void fitsNarrowAndWideScreens(String page) throws IOException {
        for (int width : new int[] {1366, 390}) {
            openPage(page, width);
            assertThat((Long) browser.executeScript("return document.documentElement.scrollWidth - innerWidth"))
                    .as("overflow of %s at %d", page, width)
                    .isLessThanOrEqualTo(0);
            picture(page.replaceAll("[^a-z-]+", "-") + "-" + width);
        }
    }

    @Test
    public void showsTheKeptPicturesFromTheDiskOnceTheyComeIntoSight() {
        openPage("bundles/demo-web/data/temporary-id-card/transcript.html", 1366);
        List<WebElement> pictures = browser.findElements(By.cssSelector("figure img"));

        assertThat(pictures).isNotEmpty().allSatisfy(picture -> {
            browser.executeScript("arguments[0].scrollIntoView()", picture);
            waitFor(() -> Boolean.TRUE.equals(
                    browser.executeScript("return arguments[0].complete && arguments[0].naturalWidth > 0", picture)));
        });
        assertUnharmed();
    }

    @Test
    public void printsTheRunAndEachMarkedTargetAsPdf() throws IOException {
        List<Path> printed = Printing.of(run, SettingsFile.defaults().browser());

        assertThat(printed)
                .extracting(file -> run.root().relativize(file).toString())
                .containsExactly("index.pdf", "demo-web.pdf", "hefei-web.pdf");
        for (Path file : printed) {
            String pdf = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(pdf).startsWith("%PDF-").contains("/MediaBox [0 0 595").contains("%%EOF");
            assertThat(file.toFile().length()).isGreaterThan(20_000);
        }
    }

    @Test
    public void keepsEveryBubbleInsideItsPlace() {
        openPage("bundles/demo-web/data/complaint/transcript.html", 1366);

        assertThat(browser.findElements(By.cssSelector("#turn-1 > .bubble.bot")))
                .hasSameSizeAs(SampleRun.ATTACKS);
        assertThat(browser.findElements(By.cssSelector("#turn-1 ul.links a")))
                .extracting(link -> link.getDomAttribute("href"))
                .allMatch(href -> href.matches("https?://[^@\"<>]+"))
                // Addresses in the attacks' own words are links of the text, and lead where they say.
                .filteredOn(href -> !href.startsWith("http://canary.invalid/"))
                .containsExactly("https://example.gov.cn/a?b=1&c=2");
        WebElement deceiving =
                browser.findElements(By.cssSelector("#turn-1 > .bubble.bot")).get(11);
        assertThat(deceiving.getText()).contains("U+202Egnp.exeU+202C U+200Bzero");
    }

    @Test
    public void opensTheAllureReportFromTheDiskWithoutAWordToAnybody() throws IOException {
        resize(1366);
        String index = run.allureReport().resolve("index.html").toUri().toString();
        browser.get(index);
        waitFor(() -> !browser.findElements(By.cssSelector(".widget")).isEmpty());
        waitFor(() -> text().contains("演示市 (网站)"));
        picture("allure-overview-1366");

        browser.get(index + "#behaviors");
        waitFor(() -> text().contains("演示市"));
        for (String test : allureTests()) {
            browser.get("about:blank");
            browser.get(index + "#testresult/" + test);
            waitFor(() -> !browser.findElements(By.cssSelector(".test-result-execution"))
                    .isEmpty());
            openAll();
            assertUnharmed();
            assertThat(textOfTheConversationPage()).contains(text().contains("总览: ") ? "窗口提供" : "第 1 问");
            if (text().contains("需要带什么材料？")) {
                picture("allure-conversation-" + test.substring(0, 4) + "-1366");
            }
        }
        resize(390);
        browser.get("about:blank");
        browser.get(index);
        waitFor(() -> !browser.findElements(By.cssSelector(".widget")).isEmpty());
        picture("allure-overview-390");
        assertUnharmed();
    }

    @Test
    public void leavesNoOutsideScriptInAllureReport() throws IOException {
        String page = Files.readString(run.allureReport().resolve("index.html"), StandardCharsets.ISO_8859_1);

        assertThat(page).doesNotContain("googletagmanager").doesNotContain("gtag(");
        assertThat(page).doesNotContainPattern("<(script|link|img|iframe)[^<>]{0,80}(src|href)=\"(https?:)?//");
    }

    private void openPage(String page, int width) {
        resize(width);
        HeadlessChromium.show(browser, run.root().resolve(page));
    }

    private void resize(int width) {
        // A window of Chromium does not get narrower than 500.
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    private void assertUnharmed() {
        assertThat(browser.executeScript("return window.name")).isEqualTo("");
        assertThat(browser.getTitle()).isNotEqualTo("7");
        assertThat(trap.caught()).isEmpty();
    }

    private List<String> allureTests() {
        String uids = String.valueOf(browser.executeScript("""
                return Object.keys(window.reportData).map(name => /test-cases\\/(\\w+)\\.json/.exec(name))
                    .filter(Boolean).map(match => match[1]).sort().join(' ')"""));
        List<String> tests = List.of(uids.split(" "));
        assertThat(tests).hasSize(7);
        return tests;
    }

    /** Opens each step, then each attachment, as a curious reader would. */
    private void openAll() {
        browser.executeScript(
                "document.querySelectorAll('.step:not(.step_expanded) > .step__title').forEach(step => step.click())");
        browser.executeScript("document.querySelectorAll('.attachment-row').forEach(row => row.click())");
        waitFor(() -> count(".attachment-row") > 0
                && count(".attachment-row")
                        == count(
                                ".attachment__iframe, .attachment__text-container," + " .attachment__media-container"));
    }

    private String textOfTheConversationPage() {
        WebElement frame = browser.findElement(By.cssSelector("iframe.attachment__iframe"));
        browser.executeScript("arguments[0].scrollIntoView()", frame);
        browser.switchTo().frame(frame);
        try {
            return text();
        } finally {
            browser.switchTo().defaultContent();
        }
    }

    private int count(String selector) {
        return browser.findElements(By.cssSelector(selector)).size();
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

    /** A proxy that answers nobody and remembers what it was asked for. */
    private static final class Trap implements AutoCloseable {
        private static final Pattern BROWSERS_OWN = Pattern.compile("CONNECT (accounts|clients\\d?|android\\.clients|"
                + "safebrowsing|update|content-autofill|[a-z]+-pa)\\.google(apis)?\\.com:443 .*");

        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final Queue<String> caught = new ConcurrentLinkedQueue<>();

        Trap() throws IOException {
            Thread listener = new Thread(this::listen, "trap");
            listener.setDaemon(true);
            listener.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        Queue<String> caught() {
            return caught;
        }

        private void listen() {
            while (!socket.isClosed()) {
                try (Socket caller = socket.accept()) {
                    byte[] head = new byte[500];
                    int length = caller.getInputStream().read(head);
                    String request = new String(head, 0, Math.max(0, length), StandardCharsets.ISO_8859_1);
                    // What the browser asks of its maker by itself says nothing about the page.
                    request.lines()
                            .findFirst()
                            .filter(line -> !BROWSERS_OWN.matcher(line).matches())
                            .ifPresent(caught::add);
                } catch (IOException e) {
                    // The browser hung up, or the test is over.
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
