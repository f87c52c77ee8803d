package org.wenda.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.HeadlessChromium;

@SuppressWarnings("NullAway.Init")
public final class DemoCityIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DemoCity city = DemoCity.start(DemoBehaviour.standard());
    private ChromeDriver browser;

    @BeforeClass
    void openBrowser() {
        LoggingPreferences console = new LoggingPreferences();
        console.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions().addArguments("--window-size=1366,900");
        options.setCapability("goog:loggingPrefs", console);
        browser = HeadlessChromium.start(options);
    }

    @AfterClass(alwaysRun = true)
    void close() {
        browser.quit();
        city.close();
    }

    @DataProvider
    Object[][] deliveries() {
        return new Object[][] {
            {"内资有限责任公司变更登记的程序是什么？", 1}, // at once
            {"临时居民身份证怎么申领？", 1}, // delayed
            {"社保怎么转移到外地？", 1}, // streamed by fetch
            {"住房公积金帐户启封怎么办？", 1}, // streamed by EventSource
            {"社会保障卡怎么办理？", 3}, // several bubbles
            {"个体工商户执照丢了怎么补办？", 1}, // placeholder first
            {"购买自住住房怎么申请贷款？", 1}, // reasoning first
        };
    }

    @Test(dataProvider = "deliveries")
    void reportsTheTextThatAReaderSees(String question, int bubbles) {
        browser.get(city.address().toString());
        openChat();
        Truth truth = ask(question);

        assertThat(truth.question()).isEqualTo(question);
        assertThat(truth.bubbles()).hasSize(bubbles);
        assertThat(folded(lastBubbles(bubbles))).isEqualTo(folded(truth.bubbles()));
        assertThat(truth.firstTextMs()).isPositive().isLessThanOrEqualTo(truth.completeMs());
        assertThat(console()).isEmpty();
    }

    @Test
    public void answersAnOptionThatIsClicked() {
        browser.get(city.address().resolve("/chat/").toString());
        waitFor(".xy-option");
        Truth vague = ask("我想办证");
        int before = city.truths().size();
        browser.findElement(By.xpath("//button[text()='开具户籍证明' and @class='xy-option']"))
                .click();

        assertThat(vague.options()).contains("开具户籍证明");
        assertThat(truthAfter(before).bubbles().get(0)).startsWith("开具户籍证明的办理方法：");
    }

    @Test
    public void talksInsideAFrameOfAnotherOrigin() {
        browser.get(city.address().resolve("/crossframe/").toString());
        waitFor(".xy-launcher").click();
        browser.switchTo().frame(waitFor("iframe"));
        waitFor(".xy-option");

        assertThat(browser.executeScript("return location.hostname")).isEqualTo("localhost");
        assertThat(ask("你好").bubbles().get(0)).startsWith("您好，我是小演");
    }

    @Test
    public void recordsACallForAPerson() {
        browser.get(city.address().resolve("/chat/").toString());
        waitFor(".xy-option");
        browser.findElement(By.className("xy-human")).click();
        new WebDriverWait(browser, PATIENCE).until(any -> !city.pressed().isEmpty());

        assertThat(city.pressed()).extracting(Pressed::what).containsExactly("human");
    }

    private void openChat() {
        waitFor(".xy-launcher").click();
        waitFor(".xy-option");
    }

    private Truth ask(String question) {
        int before = city.truths().size();
        browser.findElement(By.cssSelector(".xy-foot textarea")).sendKeys(question, Keys.ENTER);
        return truthAfter(before);
    }

    private Truth truthAfter(int before) {
        new WebDriverWait(browser, PATIENCE).until(any -> city.truths().size() > before);
        return city.truths().get(before);
    }

    private WebElement waitFor(String selector) {
        return new WebDriverWait(browser, PATIENCE)
                .until(any -> browser.findElements(By.cssSelector(selector)).stream()
                        .findFirst()
                        .orElse(null));
    }

    private List<String> lastBubbles(int count) {
        List<String> texts = browser.findElements(By.className("xy-content")).stream()
                .map(WebElement::getText)
                .toList();
        return texts.subList(texts.size() - count, texts.size());
    }

    private List<String> console() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** White space between blocks is the page's layout, not its text. */
    private static List<String> folded(List<String> texts) {
        return texts.stream().map(text -> text.replaceAll("\\s+", "")).toList();
    }
}
