package org.wenda;

import java.io.File;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The browser in which tests open the pages that Wenda writes; it calls nobody by itself. */
public final class HeadlessChromium {
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
}
