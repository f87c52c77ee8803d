package org.wenda.channel.browser;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.NoSuchWindowException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.wenda.channel.FollowRequest;
import org.wenda.channel.Followed;
import org.wenda.channel.page.ClickSigns;
import org.wenda.channel.page.Facts;
import org.wenda.transcript.Client;
import org.wenda.transcript.Landing;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/**
 * Clicks one link of a conversation as a citizen would, says where it opened, has a {@link Visitor} look at it, and
 * comes back. Presses no option and no button of the chatbot, except what goes on from a notice that asks whether to
 * leave, once.
 */
final class Follower {
    /** One frame of the screen, and two wall clocks that are read to the millisecond. */
    private static final Duration ERROR = Duration.ofMillis(19);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(60);

    /** How long something stronger may still come of a click that has shown a weak sign. */
    private static final Duration GRACE = Duration.ofMillis(600);

    /** How long a click may take to show anything while no page is awaited, and where that is not known. */
    private static final Duration NOTHING_WITHIN = Duration.ofSeconds(3);

    private static final Duration NOTHING_WITHIN_BLIND = Duration.ofSeconds(6);

    /** Some pages ask their server where a link leads; what they ask for without end is not waited for. */
    private static final Duration SCRIPT_ANSWERED_WITHIN = Duration.ofSeconds(8);

    /** An anchor that is made for its click handler: nothing is run that came with the answer. */
    private static final Pattern INERT_SCRIPT =
            Pattern.compile("(?i)javascript:[\\s;]*(void\\s*\\(?\\s*0?\\s*\\)?|undefined|false|return false)?[\\s;]*");

    private static final Pattern LOOSE_ADDRESS = Pattern.compile("(?i)https?://[^/?#\\s]+[^\\s]*");
    private static final int LONGEST_QUOTE = 200;

    private final WebDriver driver;
    private final Reach reach;
    private final boolean events;
    private final Homecoming home;
    private final Client client;
    private final Duration atMost;
    private final List<Message> notes = new ArrayList<>();
    private Instant clickFrom = Instant.EPOCH;
    private Instant clickTo = Instant.EPOCH;
    private boolean askedToLeave;

    /**
     * @param events whether the driver tells of requests, and can stop them
     * @param atMost for the page behind the link to load
     */
    Follower(WebDriver driver, Reach reach, boolean events, Homecoming home, Client client, Duration atMost) {
        this.driver = driver;
        this.reach = reach;
        this.events = events;
        this.home = home;
        this.client = client;
        this.atMost = atMost;
    }

    /**
     * What came of it.
     *
     * @param followed what the channel hands out; whether the conversation is open is its own to know
     * @param home where the conversation is now
     */
    record Trip(Followed followed, Homecoming.Home home) {}

    /** Returns why a link is not even looked for; null if it may be clicked. */
    static @Nullable Message objection(FollowRequest request) {
        String href = request.link().href();
        int colon = href.indexOf(':');
        String scheme = colon < 0 ? "" : href.substring(0, colon).toLowerCase(Locale.ROOT);
        if (scheme.equals("javascript")) {
            return INERT_SCRIPT.matcher(href).matches() ? null : message("follow.script");
        }
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return scheme.isEmpty()
                    ? message("follow.refused", quoted(href))
                    : message("follow.scheme", quoted(scheme));
        }
        return mayVisit(request, href) ? null : message("follow.refused", quoted(href));
    }

    /** A browser takes looser addresses than the standard does; the host of such a one is judged when it is asked. */
    private static boolean mayVisit(FollowRequest request, String href) {
        try {
            return request.mayVisit().test(new URI(href));
        } catch (URISyntaxException loose) {
            return LOOSE_ADDRESS.matcher(href).matches();
        }
    }

    /** Follows a link; once for each follower. */
    Trip follow(FollowRequest request) {
        Message objection = objection(request);
        if (objection != null) {
            return stayed(request, objection);
        }
        WebElement input = home.input();
        if (input == null) {
            return stayed(request, message("follow.gone"));
        }
        Facts link = home.find(request.link(), input);
        Integer held = link.held("el");
        if (held == null) {
            String why = link.text("why");
            return stayed(
                    request, message(why.equals("hidden") || why.equals("covered") ? "follow." + why : "follow.gone"));
        }
        if (!events && link.flag("download")) {
            return stayed(request, message("follow.file")); // nothing would tell that it came
        }
        PageLimits limits = PageLimits.strict(driver, atMost);
        try {
            return trip(request, held);
        } finally {
            limits.close();
        }
    }

    private Trip stayed(FollowRequest request, Message reason) {
        return new Trip(Followed.notClicked(request, reason), home.untouched());
    }

    private Trip trip(FollowRequest request, int link) {
        Set<String> known = home.arm();
        Outing outing;
        try (Gate gate = events ? Gate.before(driver, request.mayVisit(), known) : null) {
            outing = guarded(request, link, gate);
        }
        Homecoming.Home back = home.arrive();
        if (outing.missed() != null) {
            return new Trip(Followed.notClicked(request, outing.missed()), back);
        }
        boolean asked = askedToLeave || back.agreedToLeave();
        Landing.Where where = asked && outing.seen().address() != null ? Landing.Where.LEAVE_SITE : outing.where();
        Landing landing = landing(request, where, outing.seen(), back);
        return new Trip(new Followed(landing, outing.seen().picture(), back.isFound()), back);
    }

    /**
     * What was met outside.
     *
     * @param missed why the link could not be clicked after all; null if it was
     */
    private record Outing(@Nullable Message missed, Landing.Where where, Visitor.Seen seen) {}

    /** Comes back before the gate opens, whatever happened outside. */
    private Outing guarded(FollowRequest request, int link, @Nullable Gate gate) {
        try {
            return outing(request, link, gate);
        } finally {
            home.back();
        }
    }

    private Outing outing(FollowRequest request, int link, @Nullable Gate gate) {
        Message missed = press(link);
        if (missed != null) {
            return new Outing(missed, Landing.Where.NOT_CLICKED, Visitor.Seen.at(null));
        }
        Landing.Where where = effect(gate, System.nanoTime() + atMost.toNanos());
        Visitor.Seen seen = look(request, where, gate);
        if (gate != null && !gate.downloads().isEmpty() && seen.picture() == null) {
            where = Landing.Where.DOWNLOAD; // a window that opened for a file stays empty
            seen = file(gate.downloads().get(0));
        }
        noteWhatWasRefused(gate);
        askedToLeave |= gate != null && gate.askedToLeave();
        return new Outing(null, where, seen);
    }

    /** Clicks; returns why it could not be. */
    private @Nullable Message press(int link) {
        clickFrom = Instant.now().plus(client.clockOffset());
        long began = System.nanoTime();
        try {
            home.press(link);
        } catch (ElementClickInterceptedException covered) {
            return message("follow.covered");
        } catch (StaleElementReferenceException | NoSuchElementException drawnAnew) {
            return message("follow.gone");
        } catch (TimeoutException slow) {
            // The page behind it is still loading; what comes of it is awaited like everything else.
        } catch (WebDriverException missed) {
            Homecoming.rethrowIfLost(missed);
            return message(
                    "follow.missed",
                    quoted(String.valueOf(missed.getMessage())
                            .lines()
                            .findFirst()
                            .orElse("")));
        } finally {
            clickTo = clickFrom.plusNanos(System.nanoTime() - began);
        }
        return null;
    }

    // ---- where it opened

    private Landing.Where effect(@Nullable Gate gate, long end) {
        long since = System.nanoTime();
        while (true) {
            ClickSigns signs = home.signs(gate != null && !gate.downloads().isEmpty());
            Landing.Where strong = signs.strong();
            if (strong != null) {
                return strong;
            }
            if (!askedToLeave && home.goOn(this::noteLeave)) {
                since = System.nanoTime();
            }
            Landing.Where weak = signs.weak();
            Duration passed = Duration.ofNanos(System.nanoTime() - since);
            boolean awaits = gate != null
                    && (gate.awaitsPage() || (gate.awaitsPart() && passed.compareTo(SCRIPT_ANSWERED_WITHIN) < 0));
            if (weak != null && !awaits && passed.compareTo(GRACE) > 0) {
                return weak;
            }
            Duration enough = gate == null ? NOTHING_WITHIN_BLIND : NOTHING_WITHIN;
            if (System.nanoTime() > end || (!awaits && passed.compareTo(enough) > 0)) {
                return weak == null ? Landing.Where.NOTHING : weak;
            }
            Pause.sleep(BETWEEN_LOOKS);
        }
    }

    private void noteLeave(String asks) {
        askedToLeave = true;
        notes.add(message("follow.leave", quoted(asks)));
    }

    private Visitor.Seen look(FollowRequest request, Landing.Where where, @Nullable Gate gate) {
        try {
            Reach.Spot spot = opened(where);
            return spot == null
                    ? Visitor.Seen.at(null)
                    : look(new Visitor(reach, spot, gate, request.mayVisit(), atMost));
        } catch (NoSuchWindowException gone) {
            notes.add(message("follow.closed"));
            return Visitor.Seen.at(null);
        } catch (WebDriverException unreadable) {
            Homecoming.rethrowIfLost(unreadable);
            notes.add(message("follow.hung"));
            return Visitor.Seen.at(null);
        }
    }

    private Visitor.Seen file(String address) {
        notes.clear();
        notes.add(message("follow.download", quoted(address)));
        return Visitor.Seen.at(address);
    }

    private Visitor.Seen look(Visitor visitor) {
        try {
            return visitor.look();
        } finally {
            notes.addAll(visitor.notes());
            askedToLeave |= visitor.wasAsked();
        }
    }

    /** Returns what there is to look at; null if nothing. */
    private Reach.@Nullable Spot opened(Landing.Where where) {
        return switch (where) {
            case NEW_TAB -> {
                if (home.opened().size() > 1) {
                    notes.add(message("follow.windows", home.opened().size()));
                }
                yield Reach.Spot.of(home.opened().get(0));
            }
            case SAME_TAB -> home.page();
            case IN_WIDGET -> home.widget();
            default -> null;
        };
    }

    private void noteWhatWasRefused(@Nullable Gate gate) {
        if (gate == null) {
            notes.add(message("follow.unchecked"));
            return;
        }
        if (!gate.refusedPages().isEmpty()) {
            notes.add(
                    message("follow.refusedOnTheWay", quoted(gate.refusedPages().get(0))));
        }
        if (!gate.refusedParts().isEmpty()) {
            notes.add(message(
                    "follow.refusedParts",
                    gate.refusedParts().size(),
                    quoted(gate.refusedParts().get(0))));
        }
    }

    private Landing landing(FollowRequest request, Landing.Where where, Visitor.Seen seen, Homecoming.Home back) {
        back.asked().forEach(asked -> notes.add(message("follow.asked", quoted(asked))));
        if (!back.survived()) {
            notes.add(message(back.isFound() ? "follow.anew" : "follow.lost"));
        }
        Instant exact = back.clickedAt();
        Duration bracket = Duration.between(clickFrom, clickTo).dividedBy(2);
        Instant clicked = exact != null ? exact : clickFrom.plus(bracket);
        Duration error = exact != null ? ERROR : ERROR.plus(bracket).plus(client.clockError());
        boolean drawnHere = where == Landing.Where.IN_WIDGET && since(clicked, seen.paintedAt(), error) == null;
        String reason = notes.stream().map(note -> note.in(Lang.EN)).collect(Collectors.joining(" "));
        return new Landing(
                request.exchange(),
                request.link().text(),
                request.link().href(),
                where,
                seen.address(),
                seen.title(),
                seen.heading(),
                seen.text(),
                since(clicked, drawnHere ? back.changedAt() : seen.paintedAt(), error),
                since(clicked, seen.loadedAt(), error),
                error,
                seen.clicksToService(),
                back.survived(),
                reason.isEmpty() ? null : reason,
                null);
    }

    /** What was there before the click is not timed by it. */
    private static @Nullable Duration since(Instant clicked, @Nullable Instant then, Duration error) {
        if (then == null || then.plus(error).isBefore(clicked)) {
            return null;
        }
        return then.isBefore(clicked) ? Duration.ZERO : Duration.between(clicked, then);
    }

    static String quoted(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }

    static Message message(String key, Object... args) {
        return Message.of(Follower.class, key, args);
    }
}
