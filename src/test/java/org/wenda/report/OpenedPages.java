package org.wenda.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.wenda.HeadlessChromium;

/**
 * Pages that Wenda wrote, opened from the disk as a reader does. Pictures of them are left in {@code target/pictures}.
 */
final class OpenedPages implements AutoCloseable {
    private static final int HEIGHT = 900;

    private final Path folder;
    private final ChromeDriver browser;

    /** @param folder where the pages lie */
    OpenedPages(Path folder) {
        this.folder = folder;
        this.browser = HeadlessChromium.start(new ChromeOptions());
    }

    ChromeDriver browser() {
        return browser;
    }

    /** @param width of the window's inside, also where no window can be as narrow */
    void open(String page, int width) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
        HeadlessChromium.show(browser, folder.resolve(page));
    }

    List<WebElement> all(String selector) {
        return browser.findElements(By.cssSelector(selector));
    }

    WebElement first(String selector) {
        return browser.findElement(By.cssSelector(selector));
    }

    /** Says that nothing reaches beyond the window's side, and takes a picture. */
    void fits(String picture) throws IOException {
        assertThat((Long) browser.executeScript("return document.documentElement.scrollWidth - innerWidth"))
                .isLessThanOrEqualTo(0);
        Path pictures = Files.createDirectories(Path.of("target", "pictures"));
        Files.write(pictures.resolve(picture + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }

    /** Says which scripts the page loads from beside it, and that it loads nothing else. */
    void loadsOnly(String... scripts) {
        assertThat(all("script[src]"))
                .extracting(script -> script.getDomAttribute("src"))
                .containsExactly(scripts);
        assertThat(all("link, img, iframe, object, embed, base, form")).isEmpty();
    }

    @Override
    public void close() {
        browser.quit();
    }
}
