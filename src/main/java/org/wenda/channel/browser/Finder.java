package org.wenda.channel.browser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.wenda.channel.Arrival;
import org.wenda.channel.page.Facts;
import org.wenda.channel.page.Look;
import org.wenda.channel.page.PageScripts;
import org.wenda.portal.Profile;
import org.wenda.transcript.Outcome;
import org.wenda.words.Message;

/**
 * Finds the input of a chatbot on the page that the driver shows: without selectors, or along a saved profile. Clicks
 * launchers and closes notices; never types, never submits a form, never calls a person.
 */
final class Finder {
    /** Below this an input is not worth a question: search boxes and forms stay below, chat inputs above. */
    private static final double ENOUGH = 5;

    /** The same for an input that still reads as a profile says. */
    private static final double ENOUGH_IF_KNOWN = 1;

    private static final double LIKELY_LAUNCHER = 4;
    private static final int MOST_LAUNCHERS = 5;
    private static final int MOST_NOTICES = 4;
    private static final Duration AFTER_CLICK = Duration.ofSeconds(5);
    private static final Duration LATE_WIDGET = Duration.ofSeconds(4);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(120);

    private final WebDriver driver;
    private final PageScripts scripts;
    private final Frames frames;
    private final Set<String> fallen = new HashSet<>();

    private final List<Profile.Mark> steps = new ArrayList<>();
    private final Map<String, String> candidates = new LinkedHashMap<>();
    private final Set<String> tried = new HashSet<>();
    private final List<String> why = new ArrayList<>();
    private String way = "";
    private int notices;

    Finder(WebDriver driver, PageScripts scripts, Frames frames) {
        this.driver = driver;
        this.scripts = scripts;
        this.frames = frames;
    }

    /**
     * An input to ask at; the driver looks at its place.
     *
     * @param how in short
     * @param why reasons, best first
     */
    record Found(
            Frames.Place place,
            WebElement input,
            String how,
            List<String> why,
            List<Profile.Mark> steps,
            Profile.Mark mark,
            boolean fromProfile) {}

    /** Either an input, or why there is none. */
    record Search(@Nullable Found found, Arrival.@Nullable Shut shut) {}

    /** Takes an input that was tried and did not answer out of the running. */
    void rule(Profile.Mark mark, String reason) {
        fallen.add(key(mark));
        candidates.put(mark.tag() + " " + mark.words(), reason);
    }

    /** Returns all candidates so far and why each fell. */
    List<String> candidates() {
        return candidates.entrySet().stream()
                .map(one -> one.getKey() + ": " + one.getValue())
                .toList();
    }

    /** Searches until the limit. */
    Search search(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        long patience = System.nanoTime() + LATE_WIDGET.toNanos();
        while (true) {
            List<Frames.Seen> seen = frames.look();
            Arrival.Shut wall = Walls.of(seen.get(0).look());
            if (wall != null) {
                return new Search(null, wall);
            }
            remember(seen);
            Found found = best(seen);
            if (found != null) {
                return new Search(found, null);
            }
            boolean late = System.nanoTime() > end;
            if (!late && closeNotice(seen)) {
                continue;
            }
            if (!late && launch(seen)) {
                patience = System.nanoTime() + LATE_WIDGET.toNanos();
                continue;
            }
            boolean loaded = seen.get(0).look().loaded();
            if (late || (loaded && System.nanoTime() > patience)) {
                return new Search(null, nothing(seen));
            }
            Pause.sleep(BETWEEN_LOOKS);
        }
    }

    private Arrival.Shut nothing(List<Frames.Seen> seen) {
        Arrival.Shut wall = Walls.afterSearch(seen);
        return wall != null
                ? wall
                : new Arrival.Shut(
                        Outcome.NO_CHATBOT,
                        Message.of(Finder.class, "finder.nothing", candidates.size()),
                        candidates(),
                        null);
    }

    private void remember(List<Frames.Seen> seen) {
        for (Frames.Seen one : seen) {
            for (Look.Candidate input : one.look().inputs()) {
                candidates.putIfAbsent(title("input", input), reasons(input, ENOUGH));
            }
            for (Look.Candidate launcher : one.look().launchers()) {
                candidates.putIfAbsent(title("launcher", launcher), reasons(launcher, LIKELY_LAUNCHER));
            }
        }
    }

    private static String title(String kind, Look.Candidate candidate) {
        return kind + " \"" + candidate.words() + "\"";
    }

    private static String reasons(Look.Candidate candidate, double enough) {
        return String.format(
                Locale.ROOT, "%.1f of %.1f: %s", candidate.score(), enough, String.join("; ", candidate.why()));
    }

    private @Nullable Found best(List<Frames.Seen> seen) {
        Frames.Seen place = null;
        Look.Candidate best = null;
        for (Frames.Seen one : seen) {
            for (Look.Candidate input : one.look().inputs()) {
                boolean better = best == null || input.score() > best.score();
                if (input.score() >= ENOUGH && better && !input.disabled() && !hasFallen(one, input)) {
                    best = input;
                    place = one;
                }
            }
        }
        if (best == null || place == null || !(best.element() instanceof WebElement input)) {
            return null;
        }
        frames.enter(place.place());
        Profile.Mark mark = mark(place.place(), input);
        List<String> reasons = new ArrayList<>(why);
        reasons.addAll(best.why());
        return new Found(place.place(), input, how(place.place()), reasons, steps, mark, false);
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

    private String how(Frames.Place place) {
        String where = place.path().isEmpty()
                ? "on the page"
                : "in frame " + place.path().size();
        return (way.isEmpty() ? "open" : way) + " " + where;
    }

    private Profile.Mark mark(Frames.Place place, WebElement element) {
        Facts facts = frames.mark(element);
        return new Profile.Mark(place.addresses(), facts.texts("path"), facts.text("words"), facts.text("tag"));
    }

    private boolean closeNotice(List<Frames.Seen> seen) {
        if (notices >= MOST_NOTICES) {
            return false;
        }
        for (Frames.Seen one : seen) {
            for (Look.Notice notice : one.look().notices()) {
                if (notice.cover() < 8 || !(notice.element() instanceof WebElement close)) {
                    continue;
                }
                frames.enter(one.place());
                Profile.Mark mark = mark(one.place(), close);
                if (!tried.add("notice " + key(mark)) || !click(close)) {
                    driver.switchTo().defaultContent();
                    continue;
                }
                notices++;
                steps.add(mark);
                why.add("closed a notice with " + notice.words());
                driver.switchTo().defaultContent();
                return true;
            }
        }
        return false;
    }

    /** Clicks the best launcher not yet tried and waits for something to come of it. */
    private boolean launch(List<Frames.Seen> seen) {
        if (tried.stream().filter(one -> one.startsWith("launcher")).count() >= MOST_LAUNCHERS) {
            return false;
        }
        Frames.Seen place = null;
        Look.Candidate best = null;
        for (Frames.Seen one : seen) {
            for (Look.Candidate launcher : one.look().launchers()) {
                boolean better = best == null || launcher.score() > best.score();
                if (launcher.score() >= LIKELY_LAUNCHER && better && !tried.contains(key(one, launcher))) {
                    best = launcher;
                    place = one;
                }
            }
        }
        if (best == null || place == null || !(best.element() instanceof WebElement launcher)) {
            return false;
        }
        tried.add(key(place, best));
        frames.enter(place.place());
        Profile.Mark mark = mark(place.place(), launcher);
        Set<String> windows = driver.getWindowHandles();
        int inputs = inputs(seen);
        if (!click(launcher)) {
            candidates.put(title("launcher", best), "could not be clicked");
            driver.switchTo().defaultContent();
            return true;
        }
        if (await(windows, inputs)) {
            way = driver.getWindowHandles().size() > windows.size() ? "launcher, new window," : "launcher";
            steps.add(mark);
            List<String> reasons = new ArrayList<>();
            reasons.add("launcher \"" + best.words() + "\"");
            reasons.addAll(best.why());
            why.addAll(0, reasons);
        } else {
            candidates.put(title("launcher", best), "was clicked and opened nothing to ask at");
        }
        return true;
    }

    private static String key(Frames.Seen place, Look.Candidate launcher) {
        return "launcher " + place.place().addresses() + " " + launcher.words() + " " + launcher.why();
    }

    private static int inputs(List<Frames.Seen> seen) {
        return (int) seen.stream()
                .flatMap(one -> one.look().inputs().stream())
                .filter(input -> input.score() >= ENOUGH)
                .count();
    }

    /** Waits until a new window or a new likely input is there; false if nothing came. */
    private boolean await(Set<String> windows, int inputs) {
        long end = System.nanoTime() + AFTER_CLICK.toNanos();
        while (System.nanoTime() < end) {
            Set<String> now = new HashSet<>(driver.getWindowHandles());
            now.removeAll(windows);
            if (!now.isEmpty()) {
                driver.switchTo().window(now.iterator().next());
                return true;
            }
            if (inputs(frames.look()) > inputs) {
                return true;
            }
            Pause.sleep(BETWEEN_LOOKS);
        }
        return false;
    }

    private boolean click(WebElement element) {
        try {
            new Fingers(driver).press(element);
            return true;
        } catch (WebDriverException e) {
            return false; // something lies over it, or it went; the next look tells
        }
    }

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
            WebElement input = inputAt(profile.input());
            if (input != null) {
                Frames.Place place = frames.follow(profile.input().frames());
                WebElement again = place == null ? null : at(profile.input());
                if (place != null && again != null) {
                    return new Found(
                            place,
                            again,
                            "profile " + (place.path().isEmpty() ? "on the page" : "in frame"),
                            List.of("saved profile of " + profile.saved()),
                            profile.steps(),
                            profile.input(),
                            true);
                }
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

    private void toNewWindow(Set<String> before) {
        Set<String> now = new HashSet<>(driver.getWindowHandles());
        now.removeAll(before);
        if (!now.isEmpty()) {
            driver.switchTo().window(now.iterator().next());
        }
    }

    /**
     * Returns the input of a profile if what stands there now is still worth a question. What still reads as it was
     * saved may score less than a find, as where a person has written the profile; a search box in its place does not.
     */
    private @Nullable WebElement inputAt(Profile.Mark mark) {
        WebElement input = at(mark);
        if (input == null) {
            return null;
        }
        Facts rated = Facts.of(scripts.call("survey.rate", input));
        double needed = readsAsSaved(mark, input) ? ENOUGH_IF_KNOWN : ENOUGH;
        return rated.number("score") >= needed && !rated.flag("disabled") ? input : null;
    }

    /** Returns what a profile says to press, if it still reads so; what reads otherwise may call a person. */
    private @Nullable WebElement stepAt(Profile.Mark mark) {
        WebElement step = at(mark);
        return step != null && (readsAsSaved(mark, step) || mark.words().isBlank()) ? step : null;
    }

    private boolean readsAsSaved(Profile.Mark mark, WebElement element) {
        String words = frames.mark(element).text("words");
        // A count of unread messages may have come or gone.
        return !mark.words().isBlank()
                && (words.contains(mark.words()) || mark.words().contains(words))
                && !words.isBlank();
    }

    /** Returns the element of a mark if it is there and can be seen; the driver then looks at its place. */
    private @Nullable WebElement at(Profile.Mark mark) {
        try {
            if (frames.follow(mark.frames()) == null) {
                return null;
            }
            frames.handInClosedRoots();
            return scripts.call("survey.recall", mark.path(), mark.tag()) instanceof WebElement element
                    ? element
                    : null;
        } catch (WebDriverException e) {
            return null; // the page is between two documents
        }
    }
}
