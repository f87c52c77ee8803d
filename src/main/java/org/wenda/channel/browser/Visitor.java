package org.wenda.channel.browser;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.NoSuchWindowException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriverException;
import org.wenda.channel.page.Facts;
import org.wenda.channel.page.LandedPage;
import org.wenda.words.Message;

/**
 * Looks at a page: waits until it rests, reads it, takes its picture, and looks for the way to the service. Presses
 * nothing but what goes on from a notice that asks whether to leave, and one plain link to a guide; types nothing,
 * submits nothing.
 */
final class Visitor {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(80);
    private static final Duration STILL = Duration.ofMillis(700);

    /** A page without text is often a shell that its script is about to fill. */
    private static final Duration STILL_IF_EMPTY = Duration.ofSeconds(3);

    /** Something always moves on some pages. */
    private static final Duration LOADED_LONG_AGO = Duration.ofSeconds(5);

    private static final Duration SENDS_ON_WITHIN = Duration.ofSeconds(8);
    private static final Duration GUIDE = Duration.ofSeconds(15);
    private static final int LONGEST_NOTICE = 1000;
    private static final int MOST_DOCUMENTS = 20;
    private static final double HEAVIEST = 200_000;

    private final Reach reach;
    private final @Nullable Gate gate;
    private final Predicate<URI> mayVisit;
    private final Duration atMost;
    private final List<Message> notes = new ArrayList<>();
    private Reach.Spot spot;
    private boolean asked;
    private boolean hung;

    /**
     * @param spot the page
     * @param gate null if the driver tells of no requests
     */
    Visitor(Reach reach, Reach.Spot spot, @Nullable Gate gate, Predicate<URI> mayVisit, Duration atMost) {
        this.reach = reach;
        this.spot = spot;
        this.gate = gate;
        this.mayVisit = mayVisit;
        this.atMost = atMost;
    }

    /** What was seen of a page. All but the address is empty where nothing could be, or may be, read. */
    @SuppressWarnings("ArrayRecordComponent") // a picture is handed on, never compared
    record Seen(
            @Nullable String address,
            String title,
            String heading,
            String text,
            @Nullable Instant paintedAt,
            @Nullable Instant loadedAt,
            @Nullable Integer clicksToService,
            byte @Nullable [] picture) {
        static Seen at(@Nullable String address) {
            return new Seen(address, "", "", "", null, null, null, null);
        }
    }

    /** Returns what has to be said of the page besides. */
    List<Message> notes() {
        return List.copyOf(notes);
    }

    /** Returns whether the page asked whether to leave. */
    boolean wasAsked() {
        return asked;
    }

    Seen look() {
        long end = System.nanoTime() + atMost.toNanos();
        settle(end);
        LandedPage page = read();
        if (page != null && page.sendsOn()) {
            page = sentOn(page, end);
        }
        Integer on = page == null ? null : page.leave();
        if (page != null && on != null && page.text().length() <= LONGEST_NOTICE) {
            page = goOn(page, on, end);
        }
        if (hung || page == null) {
            notes.add(message("follow.hung"));
            return Seen.at(address());
        }
        return seen(page);
    }

    private Seen seen(LandedPage page) {
        if (page.isBrowsersOwn()) {
            List<String> refused = gate == null ? List.of() : gate.refusedPages();
            if (refused.isEmpty()) {
                notes.add(message("follow.unreachable"));
                return Seen.at(address());
            }
            return Seen.at(refused.get(0));
        }
        if (!isAllowed(page)) {
            notes.add(message("follow.refusedAfter", Follower.quoted(page.address())));
            return Seen.at(page.address());
        }
        if (gate != null && !gate.downloads().isEmpty()) {
            return Seen.at(page.address());
        }
        byte[] picture = picture();
        return new Seen(
                page.address(),
                page.title(),
                page.heading(),
                page.text(),
                page.paintedAt(),
                page.loadedAt(),
                clicksToService(),
                picture);
    }

    /** What lies on no host, such as a page that a script wrote, was not asked of anybody. */
    private boolean isAllowed(LandedPage page) {
        return page.protocol().startsWith("http")
                ? isAllowed(page.address())
                : !page.protocol().equals("file:");
    }

    // ---- until it rests

    private void settle(long end) {
        Set<Object> documents = new HashSet<>();
        long loaded = 0;
        while (System.nanoTime() < end && !hung) {
            Facts rest = Facts.of(quietly("walker.rest"));
            if (rest.number("weight") > HEAVIEST || (gate != null && gate.tooLarge())) {
                notes.add(message("follow.large"));
                quietly("walker.stop");
                return;
            }
            if (documents.add(rest.number("began") > 0 ? rest.number("began") : standing())) {
                loaded = 0;
            }
            if (documents.size() > MOST_DOCUMENTS) {
                notes.add(message("follow.restless", documents.size()));
                quietly("walker.stop");
                return;
            }
            if (rest.flag("loaded")) {
                loaded = loaded == 0 ? System.nanoTime() : loaded;
                if (rests(rest, Duration.ofNanos(System.nanoTime() - loaded))) {
                    return;
                }
            }
            Pause.sleep(BETWEEN_LOOKS);
        }
        if (!hung) {
            notes.add(message("follow.slow", atMost.toSeconds()));
            quietly("walker.stop");
        }
    }

    /** Returns the address of a window that lets nobody look into it right now. */
    private String standing() {
        if (!reach.windows().contains(spot.window())) {
            throw new NoSuchWindowException("it closed itself");
        }
        return String.valueOf(address());
    }

    private boolean rests(Facts rest, Duration loadedFor) {
        Duration enough = rest.flag("empty") ? STILL_IF_EMPTY : STILL;
        boolean still = rest.number("stillMs") >= enough.toMillis() && loadedFor.compareTo(STILL.dividedBy(2)) > 0;
        boolean awaits = gate != null && gate.awaitsPage();
        return (still && !awaits) || loadedFor.compareTo(LOADED_LONG_AGO) > 0;
    }

    /** Calls a script; null where the page is between two documents, or lets no script run. */
    private @Nullable Object quietly(String function) {
        try {
            return reach.call(spot, function);
        } catch (TimeoutException busy) {
            hung = true;
            return null;
        } catch (WebDriverException betweenDocuments) {
            Homecoming.rethrowIfLost(betweenDocuments);
            return null;
        }
    }

    private @Nullable LandedPage read() {
        for (int attempt = 0; attempt < 10 && !hung; attempt++) {
            if (quietly("walker.read") instanceof Map<?, ?> facts) {
                return LandedPage.of(facts);
            }
            Pause.sleep(BETWEEN_LOOKS);
        }
        return null;
    }

    /** Waits for a page that says that it goes on by itself. */
    private @Nullable LandedPage sentOn(LandedPage first, long end) {
        long until = Math.min(end, System.nanoTime() + SENDS_ON_WITHIN.toNanos());
        asked |= !first.leaveAsks().isEmpty();
        while (System.nanoTime() < until && !hung) {
            Facts rest = Facts.of(quietly("walker.rest"));
            if (!rest.text("address").isEmpty() && !rest.text("address").equals(first.address())) {
                settle(end);
                return read();
            }
            Pause.sleep(BETWEEN_LOOKS);
        }
        return read();
    }

    /** Goes on from a notice that asks whether to leave, once. */
    private @Nullable LandedPage goOn(LandedPage notice, int on, long end) {
        asked = true;
        notes.add(message("follow.leave", Follower.quoted(notice.leaveAsks())));
        press(on);
        long until = Math.min(end, System.nanoTime() + SENDS_ON_WITHIN.toNanos());
        while (System.nanoTime() < until && !hung) {
            Facts rest = Facts.of(quietly("walker.rest"));
            boolean elsewhere =
                    !rest.text("address").isEmpty() && !rest.text("address").equals(notice.address());
            if (elsewhere) {
                break;
            }
            Pause.sleep(BETWEEN_LOOKS);
        }
        settle(end);
        return read();
    }

    /** Presses something; a window that opens is gone to. */
    private void press(int held) {
        Set<String> before = reach.windows();
        try {
            if (reach.watches()) {
                reach.call(spot, "walker.holdWindows");
            }
            reach.press(spot, held);
        } catch (WebDriverException missed) {
            Homecoming.rethrowIfLost(missed);
            return;
        }
        Set<String> now = new LinkedHashSet<>(reach.windows());
        now.removeAll(before);
        now.stream().findFirst().ifPresent(this::goTo);
    }

    private void goTo(String window) {
        Reach.Spot opener = spot;
        spot = Reach.Spot.of(window);
        quietly("walker.rest");
        try {
            reach.call(opener, "walker.release");
        } catch (WebDriverException left) {
            Homecoming.rethrowIfLost(left);
        }
    }

    // ---- what a citizen sees

    private byte @Nullable [] picture() {
        try {
            return reach.picture(spot.window());
        } catch (WebDriverException nothingDrawn) {
            Homecoming.rethrowIfLost(nothingDrawn);
            notes.add(message("follow.noPicture"));
            return null;
        }
    }

    /** Returns how many clicks lead to the button that does the matter online; null if none was found. */
    private @Nullable Integer clicksToService() {
        Facts here = Facts.of(quietly("walker.service"));
        if (here.flag("found")) {
            return 0;
        }
        Integer guide = here.held("guide");
        if (guide == null || !isAllowed(here.text("href"))) {
            return null;
        }
        List<Message> said = List.copyOf(notes);
        press(guide);
        settle(System.nanoTime() + Math.min(GUIDE.toNanos(), atMost.toNanos()));
        boolean found = Facts.of(quietly("walker.service")).flag("found");
        // What the guide's page is like says nothing of the page that was landed on.
        notes.clear();
        notes.addAll(said);
        return found ? 1 : null;
    }

    private boolean isAllowed(String href) {
        try {
            return mayVisit.test(new URI(href));
        } catch (URISyntaxException loose) {
            return false;
        }
    }

    private @Nullable String address() {
        try {
            return reach.address(spot.window());
        } catch (WebDriverException gone) {
            Homecoming.rethrowIfLost(gone);
            return null;
        }
    }

    private static Message message(String key, Object... args) {
        return Follower.message(key, args);
    }
}
