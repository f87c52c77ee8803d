package org.wenda.channel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.bidi.protocol.browser.RemoveUserContextParameters;
import org.openqa.selenium.bidi.protocol.browser.UserContextInfo;
import org.openqa.selenium.bidi.protocol.browsingcontext.CreateParameters;
import org.openqa.selenium.bidi.protocol.browsingcontext.CreateType;
import org.openqa.selenium.bidi.protocol.module.Browser;
import org.openqa.selenium.bidi.protocol.module.BrowsingContext;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.config.SettingsFile;

/** Pages of an earlier visit that would rather stay. */
@SuppressWarnings("NullAway.Init")
public final class TabsIT {
    private static final String PAGE = "data:text/html,<button>press</button>";

    private WebDriver driver;
    private Tabs tabs;

    @BeforeClass
    void begin() {
        driver = start();
        tabs = Begun.of(driver, true).tabs();
    }

    private static WebDriver start() {
        return Browsers.start(SettingsFile.read(Path.of("none"), List.of()).browser(), Duration.ofSeconds(30));
    }

    @AfterClass(alwaysRun = true)
    void end() {
        Farewell.to(driver);
    }

    @DataProvider
    Object[][] stayers() {
        return new Object[][] {
            {"addEventListener('beforeunload', leaving => { leaving.preventDefault(); leaving.returnValue = 'stay'; })"
            },
            {"addEventListener('pagehide', () => { for (;;) {} })"},
            {"open('about:blank'); open('about:blank', 'other', 'popup')"},
        };
    }

    @Test(dataProvider = "stayers")
    public void goesWhateverThePageSays(String script) {
        assertThat(tabs.fresh()).isTrue();
        stay(driver, script);

        assertThat(tabs.fresh()).isTrue();

        assertIsEmpty(driver);
    }

    /** The tab that a browser starts with goes by itself, without a user context. */
    @Test(dataProvider = "stayers")
    public void goesWhateverTheFirstPageSays(String script) {
        WebDriver anew = start();
        try {
            Tabs its = Begun.of(anew, true).tabs();
            assertThat(its.fresh()).isTrue();
            stay(anew, script);

            assertThat(its.fresh()).isTrue();

            assertIsEmpty(anew);
        } finally {
            Farewell.to(anew);
        }
    }

    private static void stay(WebDriver browser, String script) {
        browser.get(PAGE);
        browser.findElement(By.tagName("button")).click(); // a page that nobody touched may not hold anybody
        ((JavascriptExecutor) browser).executeScript(script);
    }

    private static void assertIsEmpty(WebDriver browser) {
        assertThat(browser.getCurrentUrl()).isEqualTo("about:blank");
        assertThat(browser.getWindowHandles()).containsExactly(browser.getWindowHandle());
        assertThat(new Browser(browser).getUserContexts().getUserContexts()).hasSize(2);
    }

    @Test
    public void givesUpABrowserThatCannotLetGo() {
        WebDriver stubborn = start();
        try {
            Tabs its = Begun.of(stubborn, true).tabs();
            assertThat(its.fresh()).isTrue();
            assertThat(its.fresh()).isTrue();
            Browser browser = new Browser(stubborn);
            // A browser without any tab would end.
            new BrowsingContext(stubborn).create(new CreateParameters(CreateType.TAB));
            browser.getUserContexts().getUserContexts().stream()
                    .map(UserContextInfo::getUserContext)
                    .filter(context -> !context.equals("default"))
                    .forEach(context -> browser.removeUserContext(new RemoveUserContextParameters(context)));

            assertThat(its.fresh()).isFalse();
        } finally {
            Farewell.to(stubborn);
        }
    }
}
