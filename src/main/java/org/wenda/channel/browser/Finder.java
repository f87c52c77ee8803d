package org.wenda.channel.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.NoSuchWindowException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.wenda.channel.Arrival;
import org.wenda.channel.Candidate;
import org.wenda.channel.Discovery;
import org.wenda.channel.page.Facts;
import org.wenda.channel.page.Look;
import org.wenda.channel.page.NetworkVoice;
import org.wenda.channel.page.PageScripts;
import org.wenda.portal.Profile;
import org.wenda.transcript.Outcome;
import org.wenda.words.Message;

/**
 * Finds the input of a chatbot on the page that the driver shows: without selectors, or along a saved profile. Closes
 * notices, says which region and that it asks as a person, agrees to be served, clicks launchers and comes back from
 * wrong ones; never types, never submits a form, never says who it is, never calls a person.
 */
final class Finder {
    /** Below this an input is not worth a question: search boxes and forms stay below, chat inputs above. */
    private static final double ENOUGH = 5;

    /** The same for an input that still reads as a profile says. */
    private static final double ENOUGH_IF_KNOWN = 1;

    private static final Set<String> VENDOR_SIGNS = Set.of("script", "global", "launcher", "chat");
    private static final double LIKELY_LAUNCHER = 4;
    private static final int MOST_LAUNCHERS = 6;
    private static final int MOST_OBSTACLES = 10;
    private static final int MOST_PRESSES = 3;
    private static final int IN_THE_WAY = 30;
    private static final int WORTH_CLOSING = 8;

    /** Nothing is known of what a page will still do, so this long somebody waits for a launcher to appear. */
    private static final Duration LATE_WIDGET = Duration.ofSeconds(4);

    /** A vendor's script that is there will draw something, and may be slow to. */
    private static final Duration VENDOR_WIDGET = Duration.ofSeconds(9);

    /** How long a click may take to show an effect while the page is still at work, and while it is not. */
    private static final Duration AFTER_CLICK = Duration.ofSeconds(5);

    private static final Duration AFTER_IDLE_CLICK = Duration.ofMillis(900);
    private static final Duration AFTER_BLIND_CLICK = Duration.ofMillis(1600);
    private static final Duration STILL = Duration.ofMillis(700);
    private static final Duration WRONG_DOOR = Duration.ofMillis(1500);
    private static final Duration FADES_WITHIN = Duration.ofSeconds(2);
    private static final Duration COUNTS_DOWN_WITHIN = Duration.ofSeconds(12);

    /** A page that challenges browsers sends them on by itself, or it never does. */
    private static final Duration CHALLENGE_PASSES_WITHIN = Duration.ofMillis(2500);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(120);

    private final WebDriver driver;
    private final PageScripts scripts;
    private final Frames frames;
    private final NetworkVoice network;
    private final @Nullable String region;

    private final Map<String, Message> vendors = new LinkedHashMap<>();
    private final Set<String> fallen = new HashSet<>();
    private final Considered considered = new Considered();
    private final Set<String> tried = new HashSet<>();
    private final Map<String, Integer> presses = new HashMap<>();
    private final Trail trail = new Trail();
    private final Deque<Door> doors = new ArrayDeque<>();
    private int launched;
    private int obstacles;
    private long patience;
    private long lastClick;
    private Instant lastClickAt = Instant.EPOCH;
    private long waitingSince;
    private boolean passwordBefore;
    private Arrival.@Nullable Shut walled;

    /** @param region what to choose where a page asks for a region; null for the most general */
    Finder(WebDriver driver, PageScripts scripts, Frames frames, NetworkVoice network, @Nullable String region) {
        this.driver = driver;
        this.scripts = scripts;
        this.frames = frames;
        this.network = network;
        this.region = region;
    }

    /**
     * An input to ask at; the driver looks at its place.
     *
     * @param key of the candidate
     */
    record Found(
            Frames.Place place,
            WebElement input,
            String key,
            Discovery discovery,
            List<Profile.Mark> steps,
            Profile.Mark mark,
            boolean fromProfile) {
        /** Returns this place and input, with how the one before was found. */
        Found insteadOf(Found before) {
            return new Found(place, input, key, before.discovery, before.steps, mark, before.fromProfile);
        }
    }

    /** Either an input, or why there is none. */
    record Search(@Nullable Found found, Arrival.@Nullable Shut shut) {}

    /**
     * Another page that a launcher led to.
     *
     * @param window the window that the way back leads to
     * @param address what that window showed
     * @param place of the trail before the launcher
     * @param arrived when, on the clock of {@link System#nanoTime()}
     */
    private record Door(String window, String address, boolean newWindow, String launcher, int place, long arrived) {}

    /** An element and the document it lies in. */
    private record Spot<T>(Frames.Seen place, T thing) {}

    /** Returns what is chosen where a page asks for a region; null for the most general. */
    @Nullable
    String region() {
        return region;
    }

    /** Takes an input that was asked and did not answer out of the running. */
    void rule(Found asked) {
        fallen.add(key(asked.mark()));
        considered.rule(asked.key(), message("fate.deaf"));
    }

    /** Searches until the limit. */
    Search search(Duration atMost) {
        long began = System.nanoTime();
        long end = began + atMost.toNanos();
        patience = began + LATE_WIDGET.toNanos();
        List<Frames.Seen> seen = frames.look();
        passwordBefore |= launched == 0 && asksForPassword(seen);
        while (true) {
            Look page = seen.get(0).look();
            Arrival.Shut wall = Walls.of(page, ENOUGH);
            if (wall != null && !(Walls.mayPass(page) && since(began).compareTo(CHALLENGE_PASSES_WITHIN) < 0)) {
                if (doors.isEmpty()) {
                    return new Search(null, wall);
                }
                comeBack(wall);
            } else if (wall == null) {
                remember(seen);
                Found found = step(seen, System.nanoTime() > end);
                if (found != null) {
                    return new Search(found, null);
                }
                if (System.nanoTime() > end || isOver(seen)) {
                    return new Search(null, nothing(seen));
                }
            }
            Pause.sleep(BETWEEN_LOOKS);
            seen = frames.look();
        }
    }

    /** Does the one thing that a person would do next, and returns the input if it can be reached. */
    private @Nullable Found step(List<Frames.Seen> seen, boolean late) {
        if (!late && (choose(seen, true) || closeNotice(seen, true))) {
            return null;
        }
        Found found = best(seen);
        if (found != null || late) {
            return found;
        }
        if (choose(seen, false) || closeNotice(seen, false)) {
            return null;
        }
        if (launched > 0 && walled == null && !passwordBefore && asksForPassword(seen)) {
            comeBack(Walls.login(seen.get(0).look()));
            return null;
        }
        if (launch(seen)) {
            return null;
        }
        Door door = doors.peek();
        if (door != null && isWrong(door, seen)) {
            comeBack(null);
        }
        return null;
    }

    private boolean isOver(List<Frames.Seen> seen) {
        return doors.isEmpty() && seen.get(0).look().loaded() && System.nanoTime() > patience;
    }

    private boolean isWrong(Door door, List<Frames.Seen> seen) {
        Look page = seen.get(0).look();
        if (!page.loaded()) {
            return false;
        }
        if (System.nanoTime() > patience) {
            return true;
        }
        // What calls itself a chatbot may take its time.
        return !page.chat()
                && seen.size() == 1
                && since(door.arrived()).compareTo(WRONG_DOOR) > 0
                && page.still().compareTo(STILL) > 0
                && !isLoading();
    }

    private static boolean asksForPassword(List<Frames.Seen> seen) {
        return seen.stream().anyMatch(one -> one.look().secret());
    }

    private Arrival.Shut nothing(List<Frames.Seen> seen) {
        Arrival.Shut wall = walled != null ? walled : Walls.afterSearch(seen, launched > 0);
        return wall != null
                ? new Arrival.Shut(wall.outcome(), wall.reason(), considered.ranked(Set.of()), wall.retryAfterSeconds())
                : new Arrival.Shut(
                        Outcome.NO_CHATBOT,
                        message("finder.nothing", considered.size()),
                        considered.ranked(Set.of()),
                        null);
    }

    private void remember(List<Frames.Seen> seen) {
        for (Frames.Seen one : seen) {
            one.look().vendors().forEach(this::recognise);
            one.look().inputs().forEach(input -> considered.see(Candidate.Kind.INPUT, input, ENOUGH));
            one.look()
                    .launchers()
                    .forEach(launcher -> considered.see(Candidate.Kind.LAUNCHER, launcher, LIKELY_LAUNCHER));
        }
    }

    private void recognise(Look.Known vendor) {
        if (!vendors.containsKey(vendor.name())) {
            Message sign = VENDOR_SIGNS.contains(vendor.sign())
                    ? message("vendor." + vendor.sign(), vendor.value())
                    : message("reason.unknown", vendor.sign());
            vendors.put(vendor.name(), message("finder.vendor", vendor.name(), sign));
            patience = Math.max(patience, System.nanoTime() + VENDOR_WIDGET.toNanos());
        }
    }

    // ---- the input

    private @Nullable Found best(List<Frames.Seen> seen) {
        Spot<Look.Candidate> best = null;
        for (Frames.Seen one : seen) {
            for (Look.Candidate input : one.look().inputs()) {
                boolean better = best == null || input.score() > best.thing().score();
                if (input.score() >= ENOUGH && better && !input.disabled() && !hasFallen(one, input)) {
                    best = new Spot<>(one, input);
                }
            }
        }
        if (best == null || !(best.thing().element() instanceof WebElement input)) {
            return null;
        }
        Frames.Place place = best.place().place();
        frames.enter(place);
        if (scripts.call("survey.covers", input) != null && since(lastClick).compareTo(FADES_WITHIN) < 0) {
            driver.switchTo().defaultContent();
            return null; // what was just closed is still fading away
        }
        String key = Considered.key(Candidate.Kind.INPUT, best.thing().words());
        Set<String> winners = new HashSet<>(trail.launchers());
        winners.add(key);
        List<Message> why = new ArrayList<>(vendors.values());
        why.add(message("finder.input", best.thing().words()));
        why.addAll(Reasons.of(best.thing().why()));
        Discovery discovery = new Discovery(how(trail.way(), place), trail.said(), why, considered.ranked(winners));
        return new Found(place, input, key, discovery, trail.marks(), mark(place, input), false);
    }

    private boolean hasFallen(Frames.Seen place, Look.Candidate input) {
        if (fallen.isEmpty() || !(input.element() instanceof WebElement element)) {
            return false;
        }
        frames.enter(place.place());
        boolean is = fallen.contains(key(mark(place.place(), element)));
        driver.switchTo().defaultContent();
        return is;
    }

    private static String key(Profile.Mark mark) {
        return mark.frames() + " " + mark.path();
    }

    private static Message how(Trail.Way way, Frames.Place place) {
        String key = switch (way) {
            case OPEN -> "how.open";
            case LAUNCHER -> "how.launcher";
            case WINDOW -> "how.window";
        };
        return Message.of(Finder.class, key, where(place));
    }

    private static Message where(Frames.Place place) {
        return place.path().isEmpty()
                ? message("how.page")
                : message("how.frame", place.path().size());
    }

    private Profile.Mark mark(Frames.Place place, WebElement element) {
        Facts facts = frames.mark(element);
        return new Profile.Mark(place.addresses(), facts.texts("path"), facts.text("words"), facts.text("tag"));
    }

    // ---- what stands in the way

    /** @param inTheWay only what covers what is wanted, or much of the window */
    private boolean choose(List<Frames.Seen> seen, boolean inTheWay) {
        for (Frames.Seen one : seen) {
            for (Look.Choice choice : one.look().choices()) {
                boolean matters = choice.covers() || choice.cover() >= IN_THE_WAY || !inTheWay;
                if (matters && obstacles < MOST_OBSTACLES && choose(one, choice)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean choose(Frames.Seen place, Look.Choice choice) {
        return switch (choice.kind()) {
            case "region" ->
                Regions.choose(choice.options(), region)
                                .map(chosen -> chosen.option().chosen()
                                        ? false
                                        : pick(place, choice, chosen.option(), chosen.why()))
                                .orElse(false)
                        || goOn(place, choice);
            case "person" -> {
                Look.Option person = choice.options().get(0);
                yield (!person.chosen() && pick(place, choice, person, message("choice.person", person.words())))
                        || goOn(place, choice);
            }
            // Without a box it is one of the notices that a click closes.
            case "consent" ->
                (choice.boxed() || launched > 0)
                        && (choice.options().stream()
                                        .anyMatch(box -> pick(place, choice, box, message("choice.ticked")))
                                || goOn(place, choice));
            default -> false;
        };
    }

    private boolean pick(Frames.Seen place, Look.Choice choice, Look.Option option, Message said) {
        String key = "choice " + choice.kind() + choice.title() + option.words();
        return clickOnce(key, place, option.element(), said);
    }

    private boolean goOn(Frames.Seen place, Look.Choice choice) {
        Object on = choice.on();
        return on != null
                && clickOnce(
                        "on " + choice.kind() + choice.title(), place, on, message("choice." + choice.kind() + ".on"));
    }

    private boolean closeNotice(List<Frames.Seen> seen, boolean inTheWay) {
        if (obstacles >= MOST_OBSTACLES) {
            return false;
        }
        for (Frames.Seen one : seen) {
            for (Look.Notice notice : one.look().notices()) {
                boolean matters = notice.covers() || notice.cover() >= (inTheWay ? IN_THE_WAY : WORTH_CLOSING);
                // What a launcher opened and speaks as a chatbot is the chatbot, before it shows its input.
                if (!matters || (notice.chat() && launched > 0)) {
                    continue;
                }
                if (notice.locked() && isWaiting()) {
                    return true;
                }
                String key = "notice " + notice.words() + notice.text();
                if (clickOnce(key, one, notice.element(), message("notice.closed", notice.words()))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A notice that cannot be closed yet is waited for, but not for ever. */
    private boolean isWaiting() {
        if (waitingSince == 0) {
            waitingSince = System.nanoTime();
        }
        if (since(waitingSince).compareTo(COUNTS_DOWN_WITHIN) > 0) {
            return false;
        }
        patience = Math.max(patience, System.nanoTime() + FADES_WITHIN.toNanos());
        return true;
    }

    private boolean clickOnce(String key, Frames.Seen place, Object thing, Message said) {
        if (tried.contains(key) || !(thing instanceof WebElement element)) {
            return false;
        }
        tried.add(key);
        try {
            frames.enter(place.place());
            Profile.Mark mark = mark(place.place(), element);
            if (!click(element)) {
                return false;
            }
            obstacles++;
            trail.add(mark, said);
            patience = Math.max(patience, System.nanoTime() + LATE_WIDGET.toNanos());
            return true;
        } catch (WebDriverException gone) {
            return false; // it went by itself while we looked
        } finally {
            driver.switchTo().defaultContent();
        }
    }

    // ---- launchers

    /** Clicks the best launcher not yet tried and waits for something to come of it. */
    private boolean launch(List<Frames.Seen> seen) {
        Spot<Look.Candidate> best = launched >= MOST_LAUNCHERS ? null : bestLauncher(seen);
        if (best == null || !(best.thing().element() instanceof WebElement launcher)) {
            return false;
        }
        Frames.Place place = best.place().place();
        String id = key(best.place(), best.thing());
        String key = Considered.key(Candidate.Kind.LAUNCHER, best.thing().words());
        String window = driver.getWindowHandle();
        Set<String> windows = driver.getWindowHandles();
        String address = seen.get(0).look().address();
        Profile.Mark mark;
        try {
            frames.enter(place);
            mark = mark(place, launcher);
            if (!click(launcher)) {
                missed(id, key);
                return true;
            }
        } catch (WebDriverException gone) {
            missed(id, key);
            return true;
        } finally {
            driver.switchTo().defaultContent();
        }
        tried.add(id);
        launched++;
        Door door = doors.peek();
        trail.takeBack(door == null ? 0 : door.place() + 1);
        int before = trail.place();
        trail.launch(mark, pressed(best.thing()), key);
        Effect effect = await(windows, address, seen);
        considered.rule(key, message(effect == Effect.NONE ? "fate.nothing" : "fate.opened"));
        if (effect == Effect.WINDOW) {
            trail.newWindow();
        }
        if (effect == Effect.WINDOW || effect == Effect.PAGE) {
            doors.push(new Door(window, address, effect == Effect.WINDOW, key, before, System.nanoTime()));
            patience = System.nanoTime() + LATE_WIDGET.toNanos();
        } else if (effect != Effect.NONE) {
            patience = System.nanoTime() + LATE_WIDGET.toNanos();
        }
        return true;
    }

    private static Message pressed(Look.Candidate launcher) {
        List<Message> why = Reasons.of(launcher.why());
        Message pressed = message("launcher.pressed", launcher.words());
        Message reasons = null;
        for (Message reason : why) {
            reasons = reasons == null ? reason : message("reason.series", reasons, reason);
        }
        return reasons == null ? pressed : message("launcher.why", pressed, reasons);
    }

    private @Nullable Spot<Look.Candidate> bestLauncher(List<Frames.Seen> seen) {
        Spot<Look.Candidate> best = null;
        for (Frames.Seen one : seen) {
            for (Look.Candidate launcher : one.look().launchers()) {
                boolean better = best == null || launcher.score() > best.thing().score();
                if (launcher.score() >= LIKELY_LAUNCHER && better && !tried.contains(key(one, launcher))) {
                    best = new Spot<>(one, launcher);
                }
            }
        }
        return best;
    }

    /** Something lies over it, perhaps only for a moment. */
    private void missed(String id, String key) {
        if (presses.merge(id, 1, Integer::sum) >= MOST_PRESSES) {
            tried.add(id);
            considered.rule(key, message("fate.covered"));
        }
    }

    private static String key(Frames.Seen place, Look.Candidate launcher) {
        return "launcher " + place.look().address() + " " + launcher.words() + " " + launcher.why();
    }

    private enum Effect {
        NONE,
        INPUT,
        /** Something else opened on the page. */
        LAYER,
        /** The window shows another page. */
        PAGE,
        WINDOW
    }

    /** Waits until something came of a click, or the page has come to rest without. */
    private Effect await(Set<String> windows, String address, List<Frames.Seen> before) {
        long clicked = System.nanoTime();
        int inputs = inputs(before);
        String shown = shown(before);
        while (true) {
            Set<String> now = new HashSet<>(driver.getWindowHandles());
            now.removeAll(windows);
            if (!now.isEmpty()) {
                driver.switchTo().window(now.iterator().next());
                return Effect.WINDOW;
            }
            List<Frames.Seen> seen = frames.look();
            if (inputs(seen) > inputs) {
                return Effect.INPUT;
            }
            if (!seen.get(0).look().address().equals(address)) {
                return Effect.PAGE;
            }
            if (!shown(seen).equals(shown)) {
                return Effect.LAYER;
            }
            Duration passed = since(clicked);
            boolean rests = seen.stream()
                    .allMatch(one -> one.look().loaded() && one.look().still().compareTo(STILL) > 0);
            Duration enough = network.hearsBeginnings() ? AFTER_IDLE_CLICK : AFTER_BLIND_CLICK;
            boolean idle = passed.compareTo(enough) > 0 && rests && !isLoading();
            if (idle || passed.compareTo(AFTER_CLICK) > 0) {
                return Effect.NONE;
            }
            Pause.sleep(BETWEEN_LOOKS);
        }
    }

    /** Whether the page still waits for an answer to something it asked for since the last click. */
    private boolean isLoading() {
        return network.hearsBeginnings() && !network.awaitEnd(lastClickAt, Duration.ZERO);
    }

    private static int inputs(List<Frames.Seen> seen) {
        return (int) seen.stream()
                .flatMap(one -> one.look().inputs().stream())
                .filter(input -> input.score() >= ENOUGH)
                .count();
    }

    /** What a click can open beside an input. */
    private static String shown(List<Frames.Seen> seen) {
        StringBuilder shown = new StringBuilder();
        for (Frames.Seen one : seen) {
            one.look().choices().forEach(choice -> shown.append(choice.title()).append(choice.kind()));
            one.look().notices().stream()
                    .filter(notice -> notice.cover() >= WORTH_CLOSING)
                    .forEach(notice -> shown.append(notice.words()));
            one.look().frames().stream()
                    .filter(frame -> frame.visible() && frame.width() >= 200 && frame.height() >= 200)
                    .forEach(frame -> shown.append(frame.src()));
            shown.append(one.look().secret());
        }
        return shown.toString();
    }

    /** Leaves a page that a launcher led to, and goes on where it was pressed. */
    private void comeBack(Arrival.@Nullable Shut wall) {
        walled = walled == null ? wall : walled;
        Door door = doors.poll();
        if (door == null) {
            return;
        }
        String shown = String.valueOf(driver.getCurrentUrl());
        considered.rule(
                door.launcher(),
                wall == null ? message("fate.wrong", shown) : message("fate.wall", shown, wall.reason()));
        if (door.newWindow()) {
            close();
            driver.switchTo().window(door.window());
        } else {
            goBack(door.address());
        }
        trail.takeBack(door.place());
        // The page may greet us again as it did before.
        tried.removeIf(key -> !key.startsWith("launcher"));
        patience = System.nanoTime() + WRONG_DOOR.toNanos();
    }

    private void close() {
        try {
            driver.close();
        } catch (NoSuchWindowException gone) {
            // It closed itself.
        }
    }

    private void goBack(String address) {
        try {
            driver.navigate().back();
            if (!address.equals(driver.getCurrentUrl())) {
                driver.get(address);
            }
        } catch (TimeoutException e) {
            // What is there may be enough.
        }
    }

    private boolean click(WebElement element) {
        lastClick = System.nanoTime();
        lastClickAt = Instant.now();
        try {
            new Fingers(driver).press(element);
            return true;
        } catch (WebDriverException e) {
            return false; // something lies over it, or it went; the next look tells
        }
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    // ---- along a profile

    /**
     * Goes where a profile leads.
     *
     * @return null if the profile no longer fits
     */
    @Nullable
    Found recall(Profile profile, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        int done = 0;
        Set<String> windows = driver.getWindowHandles();
        while (System.nanoTime() < end) {
            Standing input = inputAt(profile.input());
            if (input != null && (done == profile.steps().size() || !isCovered(input.element()))) {
                return new Found(
                        input.place(),
                        input.element(),
                        Considered.key(Candidate.Kind.INPUT, profile.input().words()),
                        new Discovery(
                                message("how.profile", where(input.place())),
                                List.of(),
                                List.of(message(
                                        "finder.profile", profile.saved().toString())),
                                List.of()),
                        profile.steps(),
                        profile.input(),
                        true);
            }
            if (done < profile.steps().size()) {
                WebElement step = stepAt(profile.steps().get(done));
                if (step != null && click(step)) {
                    done++;
                    toNewWindow(windows);
                    continue;
                }
            }
            Pause.sleep(BETWEEN_LOOKS);
        }
        return null;
    }

    private boolean isCovered(WebElement element) {
        return scripts.call("survey.covers", element) != null;
    }

    private void toNewWindow(Set<String> before) {
        Set<String> now = new HashSet<>(driver.getWindowHandles());
        now.removeAll(before);
        if (!now.isEmpty()) {
            driver.switchTo().window(now.iterator().next());
        }
    }

    /**
     * What stands where a profile says.
     *
     * @param facts what it reads like, and how it rates as an input if that was asked
     */
    private record Standing(Frames.Place place, WebElement element, Facts facts) {
        boolean readsLike(Profile.Mark mark) {
            String words = facts.text("words");
            // A count of unread messages may have come or gone.
            return !mark.words().isBlank()
                    && (words.contains(mark.words()) || mark.words().contains(words))
                    && !words.isBlank();
        }
    }

    /**
     * Returns the input of a profile if what stands there now is still worth a question. What still reads as it was
     * saved may score less than a find, as where a person has written the profile; a search box in its place does not.
     * The driver then looks at its place.
     */
    private @Nullable Standing inputAt(Profile.Mark mark) {
        Standing input = at(mark, true);
        if (input == null) {
            return null;
        }
        double needed = input.readsLike(mark) ? ENOUGH_IF_KNOWN : ENOUGH;
        Facts facts = input.facts();
        return facts.number("score") >= needed && !facts.flag("disabled") ? input : null;
    }

    /** Returns what a profile says to press, if it still reads so; what reads otherwise may call a person. */
    private @Nullable WebElement stepAt(Profile.Mark mark) {
        Standing step = at(mark, false);
        return step != null && (step.readsLike(mark) || mark.words().isBlank()) ? step.element() : null;
    }

    /** Returns the element of a mark if it is there and can be seen; the driver then looks at its place. */
    private @Nullable Standing at(Profile.Mark mark, boolean rated) {
        try {
            Frames.Place place = frames.follow(mark.frames());
            if (place == null) {
                return null;
            }
            frames.handInClosedRoots();
            Facts facts = Facts.of(scripts.call("survey.recall", mark.path(), mark.tag(), rated));
            return facts.raw("el") instanceof WebElement element ? new Standing(place, element, facts) : null;
        } catch (WebDriverException e) {
            return null; // the page is between two documents
        }
    }

    private static Message message(String key, Object... args) {
        return Message.of(Finder.class, key, args);
    }
}
