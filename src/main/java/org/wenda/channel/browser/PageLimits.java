package org.wenda.channel.browser;

import java.time.Duration;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;

/** Time limits of the driver for as long as strange pages are open: they shall not hold up the visit. */
final class PageLimits implements AutoCloseable {
    private static final Duration SCRIPT = Duration.ofSeconds(8);

    private final WebDriver.Timeouts timeouts;
    private final Duration before;

    private PageLimits(WebDriver.Timeouts timeouts, Duration before) {
        this.timeouts = timeouts;
        this.before = before;
    }

    /** @param page for a page to load; each look at it has less */
    static PageLimits strict(WebDriver driver, Duration page) {
        WebDriver.Timeouts timeouts = driver.manage().timeouts();
        PageLimits limits = new PageLimits(timeouts, timeouts.getScriptTimeout());
        timeouts.pageLoadTimeout(page);
        timeouts.scriptTimeout(SCRIPT);
        return limits;
    }

    @Override
    public void close() {
        try {
            timeouts.scriptTimeout(before);
        } catch (WebDriverException browserGone) {
            // The next one is started with limits of its own.
        }
    }
}
