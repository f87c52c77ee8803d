package org.wenda.channel.browser;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.NoSuchSessionException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.bidi.protocol.browser.CreateUserContextParameters;
import org.openqa.selenium.bidi.protocol.browser.RemoveUserContextParameters;
import org.openqa.selenium.bidi.protocol.browsingcontext.CreateParameters;
import org.openqa.selenium.bidi.protocol.browsingcontext.CreateType;
import org.openqa.selenium.bidi.protocol.module.Browser;
import org.openqa.selenium.bidi.protocol.module.BrowsingContext;
import org.openqa.selenium.remote.UnreachableBrowserException;

/**
 * Gives each visit a tab in which nothing of an earlier one is left: a user context of its own where the driver offers
 * it. Elsewhere only the first visit finds such a tab: a new window shares what pages have stored, and a driver can
 * delete no more of that than cookies.
 */
final class Tabs {
    private final WebDriver driver;
    private final boolean contexts;
    private @Nullable String context;
    private boolean used;
    private boolean ahead;

    Tabs(WebDriver driver, boolean contexts) {
        this.driver = driver;
        this.contexts = contexts;
    }

    /** Opens the tab of the first visit before that begins. */
    void ahead() {
        if (contexts) {
            ahead = fresh();
        }
    }

    /**
     * Opens an empty tab for a new visit and closes all others.
     *
     * @return false if there is none in this browser
     */
    boolean fresh() {
        if (ahead) {
            ahead = false;
            return true;
        }
        boolean first = !used;
        used = true;
        if (!contexts) {
            return first;
        }
        String before = context;
        // Those of a context go with it, at once and whatever their pages say to it.
        List<String> old = before == null ? List.copyOf(driver.getWindowHandles()) : List.of();
        String user = new Browser(driver)
                .createUserContext(new CreateUserContextParameters())
                .getUserContext();
        String tab = new BrowsingContext(driver)
                .create(new CreateParameters(CreateType.TAB).setUserContext(user))
                .getContext();
        context = user;
        if (!isRidOf(old, before)) {
            return false;
        }
        driver.switchTo().window(tab);
        return true;
    }

    /** What cannot be closed would go on beside the next visit, so the browser has to go as a whole. */
    private boolean isRidOf(List<String> old, @Nullable String before) {
        try {
            for (String handle : old) {
                driver.switchTo().window(handle);
                driver.close();
            }
            if (before != null) {
                new Browser(driver).removeUserContext(new RemoveUserContextParameters(before));
            }
            return true;
        } catch (NoSuchSessionException | UnreachableBrowserException e) {
            throw e;
        } catch (WebDriverException e) {
            return false;
        }
    }
}
