package org.wenda.channel.browser;

import org.jspecify.annotations.Nullable;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.wenda.channel.page.ScriptRunner;

/** Runs page scripts through Selenium, in the frame that the driver looks at. */
final class SeleniumScripts implements ScriptRunner {
    private final JavascriptExecutor driver;

    SeleniumScripts(WebDriver driver) {
        this.driver = (JavascriptExecutor) driver;
    }

    @Override
    public @Nullable Object run(String script, @Nullable Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    @Override
    public @Nullable Object runAsync(String script, @Nullable Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }
}
