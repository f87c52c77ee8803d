package org.wenda.channel.browser;

import org.jspecify.annotations.Nullable;
import org.openqa.selenium.NoSuchSessionException;
import org.openqa.selenium.NoSuchWindowException;
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
 * Gives each visit a tab in which nothing of an earlier one is left. The first has the one that a browser starts with,
 * where opening another would take a tenth of the way to the first question; the others a user context of their own
 * where the driver offers it. Elsewhere there is no second such tab: a new window shares what pages have stored, and a
 * driver can delete no more of that than cookies.
 */
final class Tabs {
    private final WebDriver driver;
    private final boolean contexts;
    private @Nullable String context;
    private boolean used;

    Tabs(WebDriver driver, boolean contexts) {
        this.driver = driver;
        this.contexts = contexts;
    }

    /**
     * Shows the driver an empty tab for a new visit and closes all others.
     *
     * @return false if there is none in this browser
     */
    boolean fresh() {
        boolean first = !used;
        used = true;
        if (first || !contexts) {
            return first;
        }
        String before = context;
        String tab = open();
        if (!isRidOfAllBut(tab, before)) {
            return false;
        }
        driver.switchTo().window(tab);
        return true;
    }

    /** Returns the window handle of an empty tab in a context of its own. */
    private String open() {
        String user = new Browser(driver)
                .createUserContext(new CreateUserContextParameters())
                .getUserContext();
        context = user;
        return new BrowsingContext(driver)
                .create(new CreateParameters(CreateType.TAB).setUserContext(user))
                .getContext();
    }

    /** What cannot be closed would go on beside the next visit, so the browser has to go as a whole. */
    private boolean isRidOfAllBut(String tab, @Nullable String before) {
        try {
            if (before != null) {
                // Its tabs go with it, at once and whatever their pages say to it.
                new Browser(driver).removeUserContext(new RemoveUserContextParameters(before));
            }
            for (String handle : driver.getWindowHandles()) {
                if (!handle.equals(tab)) {
                    close(handle);
                }
            }
            return true;
        } catch (NoSuchSessionException | UnreachableBrowserException e) {
            throw e;
        } catch (WebDriverException e) {
            return false;
        }
    }

    private void close(String handle) {
        try {
            driver.switchTo().window(handle);
            driver.close();
        } catch (NoSuchWindowException gone) {
            // It went meanwhile, as those of a context that was just removed do.
        }
    }
}
