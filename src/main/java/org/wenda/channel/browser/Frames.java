package org.wenda.channel.browser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.NoSuchFrameException;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chromium.ChromiumDriver;
import org.wenda.channel.page.Facts;
import org.wenda.channel.page.Look;
import org.wenda.channel.page.PageScripts;

/** Walks the frames of a page, cross-origin ones too, and hands closed shadow roots to the page scripts on the way. */
final class Frames {
    private static final int DEEPEST = 4;
    private static final int MOST = 30;
    private static final int ROUNDS = 3;
    private static final int MOST_ATTEMPTS = 10;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(150);
    private static final String HOST_WITH_CLOSED_ROOT =
            "const host = document.createElement('div'); host.attachShadow({mode: 'closed'});"
                    + " return document.body.appendChild(host)";
    private static final String INTO_SIGHT =
            "arguments[0].scrollIntoView({block: 'nearest', inline: 'nearest', behavior: 'instant'})";

    private final WebDriver driver;
    private final PageScripts scripts;
    private final boolean opensRoots;

    /** Leaves the page that the driver shows as it was. */
    Frames(WebDriver driver, PageScripts scripts) {
        this.driver = driver;
        this.scripts = scripts;
        this.opensRoots = opensRoots(driver);
    }

    /** Whether the driver hands out closed shadow roots; ChromeDriver does, of the others none says so. */
    private static boolean opensRoots(WebDriver driver) {
        if (driver instanceof ChromiumDriver) {
            return true;
        }
        try {
            Object host = ((JavascriptExecutor) driver).executeScript(HOST_WITH_CLOSED_ROOT);
            try {
                return host instanceof WebElement element && element.getShadowRoot() != null;
            } finally {
                ((JavascriptExecutor) driver).executeScript("arguments[0].remove()", host);
            }
        } catch (WebDriverException refused) {
            return false;
        }
    }

    /**
     * One document of the page.
     *
     * @param path the frame elements that lead to it, outermost first
     * @param addresses the frames' addresses without query
     */
    record Place(List<WebElement> path, List<String> addresses) {
        static final Place PAGE = new Place(List.of(), List.of());

        Place {
            path = List.copyOf(path);
            addresses = List.copyOf(addresses);
        }

        Place into(WebElement frame, String address) {
            List<WebElement> elements = new ArrayList<>(path);
            elements.add(frame);
            List<String> names = new ArrayList<>(addresses);
            names.add(withoutQuery(address));
            return new Place(elements, names);
        }

        private static String withoutQuery(String address) {
            int end = address.indexOf('?');
            int hash = address.indexOf('#');
            int cut = end < 0 ? hash : hash < 0 ? end : Math.min(end, hash);
            return cut < 0 ? address : address.substring(0, cut);
        }
    }

    /** One document and what it offers. */
    record Seen(Place place, Look look) {}

    /** Looks over the page and all frames that a person can see. Leaves the driver on the page itself. */
    List<Seen> look() {
        for (int attempt = 1; ; attempt++) {
            try {
                return lookOnce();
            } catch (JavascriptException | StaleElementReferenceException e) {
                // The page is between two documents.
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                Pause.sleep(BETWEEN_ATTEMPTS);
            }
        }
    }

    private List<Seen> lookOnce() {
        List<Seen> seen = new ArrayList<>();
        driver.switchTo().defaultContent();
        walk(Place.PAGE, seen);
        driver.switchTo().defaultContent();
        return seen;
    }

    private void walk(Place place, List<Seen> seen) {
        handInClosedRoots();
        Look look = Look.of(scripts.call("survey.look"));
        seen.add(new Seen(place, look));
        if (place.path().size() >= DEEPEST) {
            return;
        }
        for (Look.Frame frame : look.frames()) {
            if (seen.size() < MOST && frame.visible() && frame.width() >= 30 && frame.height() >= 30) {
                into(place, frame, seen);
            }
        }
    }

    private void into(Place place, Look.Frame frame, List<Seen> seen) {
        if (!(frame.element() instanceof WebElement element)) {
            return;
        }
        try {
            driver.switchTo().frame(element);
        } catch (NoSuchFrameException | StaleElementReferenceException e) {
            return; // it went while we looked at its siblings
        }
        try {
            walk(place.into(element, frame.src()), seen);
        } catch (JavascriptException | NoSuchFrameException | StaleElementReferenceException e) {
            // The frame is loading another document; the next look sees it.
        } finally {
            driver.switchTo().parentFrame();
        }
    }

    /** Makes the driver look at this place, its frames in sight. */
    void enter(Place place) {
        driver.switchTo().defaultContent();
        for (WebElement frame : place.path()) {
            enter(frame);
        }
    }

    /** Not every driver brings a frame into sight by itself, and a click on what lies outside the window is lost. */
    private void enter(WebElement frame) {
        ((JavascriptExecutor) driver).executeScript(INTO_SIGHT, frame);
        driver.switchTo().frame(frame);
    }

    /** Returns the place that these frame addresses lead to, entered; null if one of the frames is not there. */
    @org.jspecify.annotations.Nullable
    Place follow(List<String> addresses) {
        driver.switchTo().defaultContent();
        Place place = Place.PAGE;
        for (String address : addresses) {
            handInClosedRoots();
            Place next = null;
            for (Look.Frame frame : Look.frames(Facts.of(scripts.call("survey.frames")))) {
                if (frame.element() instanceof WebElement element
                        && Place.withoutQuery(frame.src()).equals(address)) {
                    next = place.into(element, frame.src());
                    enter(element);
                    break;
                }
            }
            if (next == null) {
                return null;
            }
            place = next;
        }
        return place;
    }

    /** A script cannot see into a closed shadow root; most drivers can, and give the script the key. */
    void handInClosedRoots() {
        for (int round = 0; round < ROUNDS; round++) {
            if (!handInOnce()) {
                return;
            }
        }
    }

    private boolean handInOnce() {
        if (!opensRoots) {
            return Boolean.TRUE.equals(scripts.call("survey.unlock"));
        }
        boolean found = false;
        Object hosts = scripts.call("survey.opaque");
        if (!(hosts instanceof List<?> list)) {
            return false;
        }
        for (Object host : list) {
            if (host instanceof WebElement element) {
                found |= handIn(element);
            }
        }
        return found;
    }

    private boolean handIn(WebElement host) {
        SearchContext root;
        try {
            root = host.getShadowRoot();
        } catch (WebDriverException e) {
            return false; // most hosts have none
        }
        scripts.call("eyes.adopt", host, root);
        return true;
    }

    /** Returns facts about an element for a profile. */
    Facts mark(WebElement element) {
        return Facts.of(scripts.call("survey.mark", element));
    }
}
