package org.wenda.channel.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;
import org.wenda.channel.Arrival;
import org.wenda.channel.Hints;
import org.wenda.channel.page.Lexicon;
import org.wenda.portal.Profile;
import org.wenda.transcript.Outcome;
import org.wenda.words.Message;

/**
 * The way from an app's start to its chat: by the steps of a profile, or without one by closing notices, opening what
 * reads like a chatbot and looking behind the tabs. Every screen on which something is pressed is pictured. Never says
 * who it is, never calls a person, types nothing.
 */
final class Journey {
    private static final Pattern TAB = Pattern.compile("^(我的|个人中心|消息|服务|客服)$");

    private static final int MOST_PICTURES = 15;

    /** So many looks in a row with nothing to press: here is no other way. */
    private static final int ENOUGH_IDLE = 3;

    private final Phone phone;
    private final Lexicon words;
    private final boolean pagesOnly;
    private final ChatSpotter spotter;
    private final Notices notices;
    private final Barrier barrier;
    private final Signposts signposts;
    private final @Nullable Regions regions;
    private final Duration atMost;
    private final Duration attended;
    private Instant known = Instant.MAX;
    private Instant end = Instant.MAX;
    private final Set<String> tried = new HashSet<>();
    private final List<Message> steps = new ArrayList<>();
    private final List<Profile.Mark> marks = new ArrayList<>();
    private final List<byte[]> pictures = new ArrayList<>();
    private boolean follows;
    private boolean launched;
    /** Whether a list of places was opened in which ours was not pressed yet. */
    private boolean places;

    private int idle;
    private Arrival.@Nullable Shut wall;
    private Arrival.@Nullable Shut refusal;

    /**
     * @param pagesOnly whether a chat counts only where a page of the web holds it
     * @param hints the way that is known, and the place that is asked about
     * @param atMost how long to search; half of it by the steps of a profile
     * @param attended how long a person gets at a wall
     */
    Journey(Phone phone, Lexicon words, boolean pagesOnly, Hints hints, Duration atMost, Duration attended) {
        this.phone = phone;
        this.words = words;
        this.pagesOnly = pagesOnly;
        this.spotter = new ChatSpotter(words);
        this.notices = new Notices(words, hints);
        this.barrier = new Barrier(words);
        this.signposts = new Signposts(hints.profile());
        this.regions = hints.region() == null ? null : new Regions(words, hints.region());
        this.follows = hints.profile() != null;
        this.attended = attended;
        this.atMost = atMost;
    }

    /** A chat, and whether a page of the web holds it. */
    record Goal(ChatSpot spot, boolean inPage) {}

    /** Returns the chat that was come to; null if none was found in time, or something refused. */
    @Nullable
    Goal search() {
        begin();
        while (refusal == null && phone.now().isBefore(end)) {
            Screen screen = phone.look().screen();
            Optional<ChatSpot> spot =
                    spotter.spots(screen).stream().filter(ChatSpot::isEnough).findFirst();
            if (spot.isEmpty()) {
                step(screen);
            } else if (screen.holdsPage() || !pagesOnly) {
                picture();
                return new Goal(spot.get(), screen.holdsPage());
            } else {
                steps.add(Message.of(Journey.class, "journey.aside"));
                phone.back();
            }
            if (follows && phone.now().isAfter(known)) {
                follows = false;
                steps.add(Message.of(Journey.class, "journey.moved"));
            }
        }
        refusal = refusal == null ? wall : refusal;
        picture();
        return null;
    }

    private void begin() {
        known = phone.now().plus(atMost.dividedBy(2));
        end = phone.now().plus(atMost);
    }

    /** Returns why the app does not let one come to a chat; null if nothing refused. */
    Arrival.@Nullable Shut refusal() {
        return refusal;
    }

    /** Returns whether the steps of a profile led all the way. */
    boolean followed() {
        return follows;
    }

    /** Adds something that was met at the end of the way. */
    void note(Message met) {
        steps.add(met);
    }

    /** Returns what was pressed and met on the way. */
    List<Message> steps() {
        return List.copyOf(steps);
    }

    List<Profile.Mark> marks() {
        return List.copyOf(marks);
    }

    /** Returns PNGs of the screens on which something was pressed, and of the last. */
    List<byte[]> pictures() {
        return List.copyOf(pictures);
    }

    private void step(Screen screen) {
        Optional<View> asks = notices.undeclared(screen);
        // A screen that offers a chatbot is none, whatever else it wants.
        Optional<Arrival.Shut> shut = launcher(screen).isPresent() ? Optional.empty() : barrier.of(screen);
        if (shut.isPresent()) {
            stop(screen, shut.get());
        } else if (asks.isPresent()) {
            Message reason =
                    Message.of(Journey.class, "journey.undeclared", asks.get().label());
            refusal = new Arrival.Shut(Outcome.NO_CHATBOT, reason, List.of(), null);
        } else {
            way(screen).ifPresentOrElse(this::press, this::idle);
        }
    }

    /** A wall before the chat ends the visit; one behind a tab is walked around. */
    private void stop(Screen screen, Arrival.Shut shut) {
        Optional<View> around = barrier.around(screen, this::mayPress);
        if (around.isPresent()) {
            press(around.get());
        } else if (launched || follows) {
            refusal = isPassed() ? null : shut;
        } else {
            picture();
            wall = shut;
            steps.add(shut.reason());
            phone.back();
        }
    }

    /** Waits for the person at the phone; returns whether the wall is gone. */
    private boolean isPassed() {
        if (attended.isZero()) {
            return false;
        }
        picture();
        Instant until = phone.now().plus(attended);
        while (phone.now().isBefore(until)) {
            if (barrier.of(phone.look().screen()).isEmpty()) {
                steps.add(Message.of(Journey.class, "journey.passed"));
                begin();
                return true;
            }
        }
        return false;
    }

    private void idle() {
        idle++;
        if (idle >= ENOUGH_IDLE && places) {
            places = false;
            phone.back(); // the list of places does not hold ours
        } else if (idle >= ENOUGH_IDLE) {
            refusal = wall;
        }
    }

    private Optional<View> way(Screen screen) {
        if (follows) {
            return signposts.next(screen, this::mayPressAgain).or(() -> notices.choice(screen, this::mayPress));
        }
        Optional<View> first = notices.choice(screen, this::mayPress).or(() -> place(screen));
        if (first.isPresent()) {
            return first;
        }
        Optional<View> launcher = launcher(screen);
        launched |= launcher.isPresent();
        return launcher.or(() -> tab(screen)).or(() -> mascot(screen));
    }

    private Optional<View> place(Screen screen) {
        if (regions == null) {
            return Optional.empty();
        }
        Optional<View> place = regions.choice(screen, this::mayPress);
        places = place.isPresent() ? !regions.isIt(place.get()) : places;
        return place;
    }

    private void press(View view) {
        picture();
        idle = 0;
        tried.add(key(view));
        String label = view.label().isEmpty() ? view.description() : view.label();
        steps.add(Message.of(Journey.class, "journey.pressed", label));
        marks.add(mark(view, label));
        phone.touch(view);
    }

    static Profile.Mark mark(View view, String reads) {
        List<String> path = view.id().isEmpty() ? List.of() : List.of(view.id());
        return new Profile.Mark(List.of(view.app()), path, reads, view.type());
    }

    /** One that fails is missed; the way goes on. */
    private void picture() {
        if (pictures.size() >= MOST_PICTURES) {
            return;
        }
        try {
            pictures.add(phone.picture());
        } catch (WebDriverException missed) {
            steps.add(Message.of(Journey.class, "journey.unpictured", Phone.said(missed)));
        }
    }

    private Optional<View> launcher(Screen screen) {
        List<View> named = pressable(screen)
                .filter(view -> !words.says("launcher.not", view.label()))
                .toList();
        return Stream.of("launcher.strong", "launcher.fair")
                .flatMap(kind -> named.stream().filter(view -> words.says(kind, view.label())))
                .findFirst();
    }

    private Optional<View> tab(Screen screen) {
        return pressable(screen)
                .filter(view -> TAB.matcher(view.label()).find())
                .max(Comparator.comparingInt(view -> view.label().equals("我的") ? 1 : 0));
    }

    /** A picture in the corner that says nothing: many apps' chatbots are a drawn figure. */
    private Optional<View> mascot(Screen screen) {
        return pressable(screen)
                .filter(view -> view.isPicture() && view.words().isEmpty())
                .filter(view -> view.bounds().left() > screen.bounds().width() / 2
                        && view.bounds().top() > screen.bounds().height() / 2)
                .findFirst();
    }

    private Stream<View> pressable(Screen screen) {
        return screen.views().filter(this::mayPress);
    }

    private boolean mayPress(View view) {
        return view.clickable() && mayPressAgain(view) && !tried.contains(key(view));
    }

    /** A profile may want the same pressed twice, and knows words whose view is not what takes the touch. */
    private boolean mayPressAgain(View view) {
        return view.enabled() && !view.edits() && !view.bounds().isEmpty();
    }

    private static String key(View view) {
        return view.app() + "|" + view.id() + "|" + view.label() + "|"
                + view.bounds().left();
    }
}
