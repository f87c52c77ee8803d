package org.wenda.channel.phone;

import io.appium.java_client.android.AndroidDriver;
import io.appium.java_client.ios.IOSDriver;
import java.net.URL;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.MutableCapabilities;
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

    private final Handset handset;
    private final Clock clock;

    private Phone(Handset handset, Clock clock) {
        this.handset = handset;
        this.clock = clock;
    }

    /**
     * Begins a session.
     *
     * @param asked what it is asked for; its {@code platformName} says which kind of phone it is
     * @throws WebDriverException if the server begins none
     */
    static Phone start(URL server, Map<String, Object> asked, Clock clock) {
        MutableCapabilities capabilities = new MutableCapabilities(asked);
        boolean ios = "iOS".equals(asked.get("platformName"));
        return new Phone(
                ios
                        ? new IosHandset(new IOSDriver(server, capabilities))
                        : new AndroidHandset(new AndroidDriver(server, capabilities)),
                clock);
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
                String source = Objects.requireNonNull(handset.driver().getPageSource());
                Instant until = clock.instant();
                return new Glance(handset.screen(source), from, until);
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
        tell(() -> handset.touch(place.left() + place.width() / 2, place.middle()));
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
        WebElement field = handset.driver().switchTo().activeElement();
        field.clear();
        field.sendKeys(text);
    }

    /** Presses what the keyboard offers for sending. */
    void pressSend() {
        tell(handset::pressSend);
    }

    void back() {
        tell(handset::back);
    }

    /**
     * Scrolls a list.
     *
     * @param direction {@code up} towards its beginning, or {@code down}
     * @param part how much of its height
     * @return false if it cannot be scrolled further, or was not moved at all
     */
    boolean scroll(Bounds list, String direction, double part) {
        return ask(() -> handset.scroll(list, direction, part));
    }

    /** Returns which app is in front. */
    String app() {
        return ask(handset::app);
    }

    /** Brings an app to the front, as it was left. */
    void activate(String app) {
        tell(() -> handset.activate(app));
    }

    private static void tell(Runnable command) {
        ask(() -> {
            command.run();
            return true;
        });
    }

    private static <T> T ask(Supplier<T> command) {
        try {
            return command.get();
        } catch (NoSuchSessionException | UnreachableBrowserException gone) {
            throw lost(gone);
        }
    }

    // ---- the page inside an app

    /** Returns the context of a WebView that can be looked into; empty if none is listed. */
    Optional<String> webContext() {
        return ask(handset::webContext);
    }

    /** Turns to a page; until {@link #leavePage} nothing else of the phone can be asked. */
    WebDriver enterPage(String context) {
        handset.contexts().context(context);
        return handset.driver();
    }

    void leavePage() {
        tell(() -> handset.contexts().context(NATIVE));
    }

    byte[] picture() {
        return handset.driver().getScreenshotAs(OutputType.BYTES);
    }

    Instant now() {
        return clock.instant();
    }

    /** Returns what a session was granted under a name, empty if nothing. */
    String capability(String name) {
        return handset.capability(name);
    }

    /** Returns what the phone runs, such as {@code Android 14}. */
    String system() {
        return handset.system();
    }

    /** Returns what the phone is called. */
    String model() {
        return handset.model();
    }

    @Override
    public void close() {
        try {
            handset.driver().quit();
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
