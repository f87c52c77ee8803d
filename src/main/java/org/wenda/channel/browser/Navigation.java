package org.wenda.channel.browser;

import java.net.URI;
import java.time.Duration;
import org.openqa.selenium.HasCapabilities;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;

/** Goes to an address and waits until its document stands, also where the driver itself does not wait. */
final class Navigation {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);
    private static final String MARK = "window[Symbol.for('org.wenda.left')] = true";
    private static final String STANDS =
            "return !window[Symbol.for('org.wenda.left')] && document.readyState !== 'loading'";

    private final WebDriver driver;
    private final JavascriptExecutor page;

    Navigation(WebDriver driver) {
        this.driver = driver;
        this.page = (JavascriptExecutor) driver;
    }

    /**
     * Loads a page.
     *
     * @return whether there is a document from that address; false if the browser shows an error page of its own
     * @throws WebDriverException if the driver says that the address cannot be reached
     */
    boolean go(URI address, Duration atMost) {
        driver.manage().timeouts().pageLoadTimeout(atMost);
        boolean waits = !"none"
                .equals(String.valueOf(
                        ((HasCapabilities) driver).getCapabilities().getCapability("pageLoadStrategy")));
        if (!waits) {
            page.executeScript(MARK);
        }
        try {
            driver.get(address.toString());
        } catch (TimeoutException e) {
            // The page never finished; what is there may still hold the chatbot.
        }
        if (!waits) {
            await(System.nanoTime() + atMost.toNanos());
        }
        // The driver still names the address that was asked for; the document knows better.
        Object protocol = page.executeScript("return location.protocol");
        return !"chrome-error:".equals(protocol) && !"about:".equals(protocol);
    }

    /** Waits for a document that is not the one which was left. */
    private void await(long end) {
        while (!stands() && System.nanoTime() < end) {
            Pause.sleep(BETWEEN_LOOKS);
        }
    }

    private boolean stands() {
        try {
            return Boolean.TRUE.equals(page.executeScript(STANDS));
        } catch (WebDriverException changing) {
            return false; // asked of a document that was just going
        }
    }
}
