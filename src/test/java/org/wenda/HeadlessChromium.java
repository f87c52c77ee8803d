package org.wenda;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The browser in which tests open the pages that Wenda writes; it calls nobody by itself. */
public final class HeadlessChromium {
    private static final Duration LOADS_WITHIN = Duration.ofSeconds(30);

    private HeadlessChromium() {}

    /**
     * Starts it; whoever does also ends it.
     *
     * @param options what else the test wants of it
     */
    public static ChromeDriver start(ChromeOptions options) {
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars");
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                        .build(),
                options);
    }

    /**
     * Opens a page from the disk, and comes back when it is there: a driver that is sent to the address it is at may do
     * so between the old page and the new one.
     */
    public static void show(ChromeDriver browser, Path page) {
        browser.executeScript("window.isLeft = true");
        browser.get(page.toUri().toString());
        new WebDriverWait(browser, LOADS_WITHIN)
                .until(there -> browser.executeScript("return !window.isLeft && document.readyState === 'complete'")
                        .equals(true));
    }
}
