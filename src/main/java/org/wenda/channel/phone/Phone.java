package org.wenda.channel.phone;

import io.appium.java_client.android.AndroidDriver;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.NoSuchSessionException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.remote.UnreachableBrowserException;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/**
 * A phone behind an Appium server: looks at its screen, touches places of it and types. Touches places, not elements,
 * which lists let go stale; knows nothing of chats.
 */
final class Phone implements AutoCloseable {
    /** A tree may come too late once or twice while the app is busy; not again and again. */
    private static final int ATTEMPTS = 3;

    private static final String NATIVE = "NATIVE_APP";

    private final AndroidDriver driver;
    private final Clock clock;

    Phone(AndroidDriver driver, Clock clock) {
        this.driver = driver;
        this.clock = clock;
    }

    /**
     * Reads the screen.
     *
     * @throws MachineException if the phone cannot be asked any more, or lets nobody read its screen
     */
    Glance look() {
        @Nullable WebDriverException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Instant from = clock.instant();
            try {
                String source = Objects.requireNonNull(driver.getPageSource());
                return new Glance(ScreenReader.read(source), from, clock.instant());
            } catch (NoSuchSessionException | UnreachableBrowserException gone) {
                throw lost(gone);
            } catch (WebDriverException late) {
                last = late;
            }
        }
        throw new MachineException(Message.of(Phone.class, "phone.unreadable", ATTEMPTS, said(last)), last);
    }

    void touch(View view) {
        touch(view.bounds());
    }

    void touch(Bounds place) {
        run("mobile: clickGesture", Map.of("x", place.left() + place.width() / 2, "y", place.middle()));
    }

    /** Puts a text, and nothing but it, into a field. */
    void type(View input, String text) {
        touch(input);
        try {
            enter(text);
        } catch (StaleElementReferenceException drawnAnew) {
            enter(text);
        } catch (NoSuchSessionException | UnreachableBrowserException gone) {
            throw lost(gone);
        }
    }

    private void enter(String text) {
        WebElement field = driver.switchTo().activeElement();
        field.clear();
        field.sendKeys(text);
    }

    /** Presses what the keyboard offers for sending. */
    void pressSend() {
        run("mobile: performEditorAction", Map.of("action", "send"));
    }

    void back() {
        try {
            driver.navigate().back();
        } catch (NoSuchSessionException | UnreachableBrowserException gone) {
            throw lost(gone);
        }
    }

    /**
     * Scrolls a list.
     *
     * @param direction {@code up} towards its beginning, or {@code down}
     * @param part how much of its height
     * @return whether it can be scrolled further
     */
    boolean scroll(Bounds list, String direction, double part) {
        Object more = run(
                "mobile: scrollGesture",
                Map.of(
                        "left", list.left(),
                        "top", list.top(),
                        "width", list.width(),
                        "height", list.height(),
                        "direction", direction,
                        "percent", part));
        return Boolean.TRUE.equals(more);
    }

    /** Returns the package in front. */
    String app() {
        return String.valueOf(run("mobile: getCurrentPackage", Map.of()));
    }

    /** Brings an app to the front, as it was left. */
    void activate(String app) {
        run("mobile: activateApp", Map.of("appId", app));
    }

    private @Nullable Object run(String command, Map<String, Object> arguments) {
        try {
            return driver.executeScript(command, arguments);
        } catch (NoSuchSessionException | UnreachableBrowserException gone) {
            throw lost(gone);
        }
    }

    // ---- the page inside an app

    /** Returns the context of a WebView that can be looked into; empty if none is listed. */
    Optional<String> webContext() {
        try {
            List<String> pages = driver.getContextHandles().stream()
                    .filter(context -> context.startsWith("WEBVIEW_") && !context.equals("WEBVIEW_chrome"))
                    .toList();
            String own = "WEBVIEW_" + app();
            return pages.contains(own) ? Optional.of(own) : pages.stream().findFirst();
        } catch (NoSuchSessionException | UnreachableBrowserException gone) {
            throw lost(gone);
        }
    }

    /** Turns to a page; until {@link #leavePage} nothing else of the phone can be asked. */
    WebDriver enterPage(String context) {
        driver.context(context);
        return driver;
    }

    void leavePage() {
        try {
            driver.context(NATIVE);
        } catch (NoSuchSessionException | UnreachableBrowserException gone) {
            throw lost(gone);
        }
    }

    byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    Instant now() {
        return clock.instant();
    }

    /** Returns what a session was granted under a name, empty if nothing. */
    String capability(String name) {
        Object value = driver.getCapabilities().getCapability(name);
        return value == null ? "" : value.toString();
    }

    @Override
    public void close() {
        try {
            driver.quit();
        } catch (WebDriverException alreadyGone) {
            // It went by itself.
        }
    }

    static MachineException lost(WebDriverException gone) {
        return new MachineException(Message.of(Phone.class, "phone.lost", said(gone)), gone);
    }

    static String said(@Nullable WebDriverException problem) {
        String said = problem == null ? null : problem.getMessage();
        return said == null ? "" : said.lines().findFirst().orElse("");
    }
}
