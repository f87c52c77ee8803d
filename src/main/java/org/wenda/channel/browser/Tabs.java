package org.wenda.channel.browser;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.bidi.protocol.browser.CreateUserContextParameters;
import org.openqa.selenium.bidi.protocol.browser.RemoveUserContextParameters;
import org.openqa.selenium.bidi.protocol.browsingcontext.CreateParameters;
import org.openqa.selenium.bidi.protocol.browsingcontext.CreateType;
import org.openqa.selenium.bidi.protocol.module.Browser;
import org.openqa.selenium.bidi.protocol.module.BrowsingContext;

/**
 * Gives each visit a tab in which nothing of an earlier one is left: a user context of its own where the driver offers
 * it, a new window with no cookies elsewhere.
 */
final class Tabs {
    private final WebDriver driver;
    private final boolean contexts;
    private @Nullable String context;

    Tabs(WebDriver driver, boolean contexts) {
        this.driver = driver;
        this.contexts = contexts;
    }

    /** Opens an empty tab for a new visit and closes all others. */
    void fresh() {
        List<String> old = new ArrayList<>(driver.getWindowHandles());
        String before = context;
        if (contexts) {
            Browser browser = new Browser(driver);
            String user =
                    browser.createUserContext(new CreateUserContextParameters()).getUserContext();
            String tab = new BrowsingContext(driver)
                    .create(new CreateParameters(CreateType.TAB).setUserContext(user))
                    .getContext();
            context = user;
            driver.switchTo().window(tab);
        } else {
            driver.manage().deleteAllCookies();
            driver.switchTo().newWindow(WindowType.TAB);
        }
        String now = driver.getWindowHandle();
        for (String handle : old) {
            driver.switchTo().window(handle);
            driver.close();
        }
        driver.switchTo().window(now);
        if (before != null) {
            new Browser(driver).removeUserContext(new RemoveUserContextParameters(before));
        }
    }
}
