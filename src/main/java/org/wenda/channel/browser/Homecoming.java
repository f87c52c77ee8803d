package org.wenda.channel.browser;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchSessionException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.remote.UnreachableBrowserException;
import org.wenda.channel.page.ClickNews;
import org.wenda.channel.page.ClickSigns;
import org.wenda.channel.page.Facts;
import org.wenda.channel.page.PageScripts;
import org.wenda.portal.Profile;
import org.wenda.transcript.Link;

/**
 * The conversation while a link of it is followed: what the click does to its page, the way back to it, and whether it
 * still stands.
 */
final class Homecoming {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(60);
    private static final Duration BACK_WITHIN = Duration.ofMillis(1500);
    private static final Duration DRAWN_WITHIN = Duration.ofSeconds(4);
    private static final Duration WAY_WITHIN = Duration.ofSeconds(12);
    private static final int MOST_BACKS = 6;

    private final WebDriver driver;
    private final PageScripts scripts;
    private final Frames frames;
    private final Finder finder;
    private final Reach reach;
    private final String window;
    private final Set<String> windows;
    private final Set<String> opened = new LinkedHashSet<>();
    private Finder.Found found;
    private Reach.Spot page;
    private Reach.Spot spot;
    private List<String> marks = List.of();
    private boolean coveredBefore;
    private String pageAddress = "";
    private String address = "";
    private Stand stand = Stand.HERE;
    private ClickNews top = ClickNews.NONE;
    private ClickNews own = ClickNews.NONE;

    /** Made while the driver looks at the conversation. */
    Homecoming(WebDriver driver, PageScripts scripts, Frames frames, Reach reach, Finder finder, Finder.Found found) {
        this.driver = driver;
        this.scripts = scripts;
        this.frames = frames;
        this.reach = reach;
        this.finder = finder;
        this.found = found;
        this.window = driver.getWindowHandle();
        this.windows = Set.copyOf(reach.windows());
        this.page = Reach.Spot.of(window);
        this.spot = page;
    }

    /**
     * Where the conversation is after a link was followed, and what its page still knows of the click.
     *
     * @param found null if it is lost
     * @param anew whether its page was loaded anew, so that nothing of our own is left in it
     * @param survived whether its last words stand and its input takes a question
     * @param clickedAt when the trusted click came, on the browser's wall clock; null if nothing tells
     * @param changedAt when its page first showed a change after that; null if it did not
     * @param agreedToLeave whether a dialog that asked whether to leave was agreed to
     * @param asked what its page asked or said in dialogs
     */
    record Home(
            Finder.@Nullable Found found,
            boolean anew,
            boolean survived,
            @Nullable Instant clickedAt,
            @Nullable Instant changedAt,
            boolean agreedToLeave,
            List<String> asked) {
        Home {
            asked = List.copyOf(asked);
        }

        boolean isFound() {
            return found != null;
        }
    }

    private enum Stand {
        /** The very documents that were left. */
        HERE,
        /** The same page, loaded anew. */
        LOADED_ANEW,
        AWAY
    }

    // ---- before the click

    /** Returns the input of the conversation, whose place the driver then looks at; null if it is gone. */
    @Nullable
    WebElement input() {
        try {
            frames.enter(found.place());
            found.input().isEnabled();
            return found.input();
        } catch (WebDriverException drawnAnew) {
            rethrowIfLost(drawnAnew);
            return recall(List.of(), DRAWN_WITHIN) ? found.input() : null;
        }
    }

    /**
     * Finds the link, and takes the conversation's page as it stands before the click.
     *
     * @param input as {@link #input} returned it
     * @return what {@code walker.find} says
     */
    Facts find(Link link, WebElement input) {
        Facts facts = Facts.of(scripts.call("walker.find", link.text(), link.href(), input));
        marks = facts.texts("words");
        spot = reach.spot(window, found.place(), input);
        coveredBefore = isCovered(input);
        return facts;
    }

    /** Arms the page; returns its own addresses and authorities, which it needs whatever else may be visited. */
    Set<String> arm() {
        Set<String> home = new HashSet<>();
        pageAddress = arm(page, home);
        address = isFramed() ? arm(spot, home) : pageAddress;
        return home;
    }

    private String arm(Reach.Spot where, Set<String> home) {
        Facts facts = Facts.of(reach.call(where, "walker.arm", reach.watches()));
        home.add(facts.text("host"));
        home.add(facts.text("address"));
        return facts.text("address");
    }

    /** Clicks the link with a real click. */
    void press(int link) {
        reach.press(spot, link);
    }

    private boolean isFramed() {
        return !found.place().path().isEmpty();
    }

    /** Returns where the conversation is if nothing was done to it. */
    Home untouched() {
        return new Home(found, false, true, null, null, false, List.of());
    }

    // ---- after the click

    /** Looks what the click did so far. */
    ClickSigns signs(boolean download) {
        opened.addAll(reach.windows());
        opened.removeAll(windows);
        if (!opened.isEmpty()) {
            release();
        } else if (!download) {
            listen();
        }
        boolean left = top.isOfAnotherDocument();
        return new ClickSigns(
                opened.size(),
                left,
                !left && own.isOfAnotherDocument(),
                top.frame() != null || own.frame() != null,
                top.route() || own.route(),
                top.refused() + own.refused(),
                download);
    }

    /** Lets what opened go to its address, once the driver watches it. */
    private void release() {
        try {
            for (String other : opened) {
                reach.call(Reach.Spot.of(other), "walker.rest");
            }
            reach.call(page, "walker.release");
            if (isFramed()) {
                reach.call(spot, "walker.release");
            }
        } catch (WebDriverException leftOrClosed) {
            rethrowIfLost(leftOrClosed);
        }
    }

    private void listen() {
        try {
            top = news(page);
            own = isFramed() && top.armed() ? news(spot) : top;
        } catch (WebDriverException betweenDocuments) {
            rethrowIfLost(betweenDocuments);
            if (isElsewhere()) {
                top = ClickNews.OF_ANOTHER_DOCUMENT; // one that goes on and on lets nobody look into it
            }
        }
    }

    private boolean isElsewhere() {
        try {
            return !withoutFragment(reach.address(window)).equals(withoutFragment(pageAddress));
        } catch (WebDriverException unknown) {
            rethrowIfLost(unknown);
            return false;
        }
    }

    private static String withoutFragment(String address) {
        int fragment = address.indexOf('#');
        return fragment < 0 ? address : address.substring(0, fragment);
    }

    private ClickNews news(Reach.Spot where) {
        return ClickNews.of(reach.call(where, "walker.news"));
    }

    /** Goes on from a notice that asks whether to leave, if one came up; whether it did. */
    boolean goOn(Consumer<String> said) {
        Integer on = own.leave();
        if (on != null) {
            return press(spot, on, own.leaveAsks(), said);
        }
        Integer outside = top.leave();
        return outside != null && press(page, outside, top.leaveAsks(), said);
    }

    private boolean press(Reach.Spot where, int on, String asks, Consumer<String> said) {
        try {
            reach.press(where, on);
        } catch (WebDriverException missed) {
            rethrowIfLost(missed);
            return false; // it is still coming into sight, or went by itself
        }
        said.accept(asks);
        return true;
    }

    /** Returns the windows that the click opened, oldest first as far as the driver keeps their order. */
    List<String> opened() {
        return List.copyOf(opened);
    }

    /** Returns what opened inside the page. */
    Reach.Spot widget() {
        Integer inside = own.frame();
        if (own.isOfAnotherDocument() || own.route()) {
            return spot;
        }
        if (inside != null) {
            return reach.frame(spot, inside);
        }
        Integer outside = top.frame();
        return outside == null ? page : reach.frame(page, outside);
    }

    /** Returns the window of the conversation as a document. */
    Reach.Spot page() {
        return page;
    }

    // ---- the way back

    /** Closes what opened and goes back to the conversation's page. */
    void back() {
        ClickNews topThen = top;
        ClickNews ownThen = own;
        opened.addAll(reach.windows());
        opened.removeAll(windows);
        opened.forEach(other -> quietly(() -> reach.close(other)));
        stand = stand();
        for (int i = 0; i < MOST_BACKS && stand == Stand.AWAY; i++) {
            quietly(() -> reach.back(window));
            stand = awaitStand(BACK_WITHIN);
        }
        if (stand == Stand.HERE) {
            close(spot, ownThen);
            close(page, topThen);
        }
    }

    /** Presses what closes the layer of a frame that opened. */
    private void close(Reach.Spot where, ClickNews then) {
        Integer frame = then.frame();
        if (frame != null) {
            quietly(() -> {
                Integer closer = heldBy(reach.call(where, "walker.closer", frame));
                if (closer != null) {
                    reach.press(where, closer);
                }
            });
        }
    }

    private static @Nullable Integer heldBy(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : null;
    }

    private Stand awaitStand(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        Stand now = stand();
        while (now == Stand.AWAY && System.nanoTime() < end) {
            Pause.sleep(BETWEEN_LOOKS);
            now = stand();
        }
        return now;
    }

    private Stand stand() {
        try {
            ClickNews around = news(page);
            Stand outside = stand(around, pageAddress);
            if (outside != Stand.HERE || !isFramed()) {
                top = around;
                own = around;
                return outside;
            }
            top = around;
            own = news(spot);
            return stand(own, address);
        } catch (WebDriverException betweenDocuments) {
            rethrowIfLost(betweenDocuments);
            return Stand.AWAY;
        }
    }

    private static Stand stand(ClickNews now, String address) {
        if (now.armed()) {
            return now.route() ? Stand.AWAY : Stand.HERE;
        }
        return now.address().equals(address) ? Stand.LOADED_ANEW : Stand.AWAY;
    }

    /**
     * Looks whether the conversation still stands, and makes the driver look at its place. Only after {@link #back},
     * and when no gate is shut any more.
     */
    Home arrive() {
        driver.switchTo().window(window);
        if (stand == Stand.AWAY) {
            loadAnew();
        }
        if (stand == Stand.HERE && !isReachable()) {
            loadAnew();
        }
        return stand == Stand.HERE ? here() : anew();
    }

    private void loadAnew() {
        quietly(() -> driver.get(pageAddress));
        stand = Stand.LOADED_ANEW;
    }

    /** Whether the input can be reached as before, if need be after a key that closes what lies over it. */
    private boolean isReachable() {
        WebElement input = input();
        if (input == null) {
            return false;
        }
        if (coveredBefore || !isCovered(input)) {
            return true;
        }
        quietly(() -> new Actions(driver).sendKeys(Keys.ESCAPE).perform());
        return !isCovered(input);
    }

    /** A frame cannot tell what lies over it in the page around it. */
    private boolean isCovered(WebElement input) {
        try {
            driver.switchTo().defaultContent();
            boolean outside = isFramed()
                    && scripts.call("survey.covers", found.place().path().get(0)) != null;
            frames.enter(found.place());
            return outside || scripts.call("survey.covers", input) != null;
        } catch (WebDriverException drawnAnew) {
            rethrowIfLost(drawnAnew);
            return true;
        }
    }

    /** The documents are those that were left: what the click did is still known in them. */
    private Home here() {
        ClickNews now = ClickNews.of(quietly(() -> scripts.call("walker.news")));
        if (now.isOfAnotherDocument()) {
            return anew(); // some pages load themselves anew as soon as their reader is back
        }
        boolean stands = marks.isEmpty() || stands();
        Home home = new Home(found, false, stands, own.clickedAt(), own.changedAt(), own.agreed(), own.asked());
        disarm();
        return home;
    }

    /** The page was loaded anew; some keep their conversation all the same. */
    private Home anew() {
        List<Profile.Mark> way = found.steps();
        if (!recall(List.of(), DRAWN_WITHIN) && !recall(way, WAY_WITHIN)) {
            return new Home(null, true, false, null, null, false, List.of());
        }
        ClickNews kept = ClickNews.of(quietly(() -> scripts.call("walker.memory")));
        boolean stands = !marks.isEmpty() && await(this::stands);
        disarm();
        return new Home(found, true, stands, kept.clickedAt(), null, kept.agreed(), kept.asked());
    }

    private boolean stands() {
        return Boolean.TRUE.equals(quietly(() -> scripts.call("walker.stands", marks)));
    }

    private static boolean await(Supplier<Boolean> fact) {
        long end = System.nanoTime() + BACK_WITHIN.toNanos();
        while (!fact.get()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Pause.sleep(BETWEEN_LOOKS);
        }
        return true;
    }

    private boolean recall(List<Profile.Mark> steps, Duration atMost) {
        Profile way = new Profile("again", URI.create("about:blank"), LocalDate.EPOCH, steps, found.mark(), null);
        Finder.Found again = finder.recall(way, atMost);
        if (again == null) {
            return false;
        }
        found = again.insteadOf(found);
        return true;
    }

    /** Gives the page its own functions back. */
    void disarm() {
        quietly(() -> {
            driver.switchTo().defaultContent();
            scripts.call("walker.disarm");
            frames.enter(found.place());
            scripts.call("walker.disarm");
        });
    }

    /** A browser that went is not a page that did. */
    static void rethrowIfLost(WebDriverException fault) {
        if (fault instanceof NoSuchSessionException || fault instanceof UnreachableBrowserException) {
            throw fault;
        }
    }

    private static void quietly(Runnable what) {
        quietly(() -> {
            what.run();
            return null;
        });
    }

    /** Does what need not succeed, with pages that may be gone, hang or refuse; null if it did not. */
    private static @Nullable Object quietly(Supplier<@Nullable Object> what) {
        try {
            return what.get();
        } catch (WebDriverException refused) {
            rethrowIfLost(refused);
            return null;
        }
    }
}
