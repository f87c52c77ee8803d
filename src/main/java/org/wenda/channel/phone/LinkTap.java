package org.wenda.channel.phone;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;
import org.wenda.channel.FollowRequest;
import org.wenda.channel.Followed;
import org.wenda.channel.page.Lexicon;
import org.wenda.transcript.Landing;
import org.wenda.transcript.Landing.Where;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/**
 * Taps one link of a conversation among an app's own views, says where it opened, and comes back. Presses nothing of
 * what opens, except what goes on from a notice that asks whether to leave, once. Used once.
 */
final class LinkTap {
    /** How long a tap may take to show anything. */
    private static final Duration NOTHING_WITHIN = Duration.ofSeconds(4);

    private static final int MOST_LOOKS_BACK = 20;
    private static final double PART = 0.5;
    private static final int MOST_BACKS = 4;
    private static final int LOOKS_FOR_A_CHANGE = 3;

    /** What asks something is a small window. */
    private static final int NOTICE_VIEWS = 20;

    /** An address bar stands at the top. */
    private static final double TOP = 0.25;

    private static final Pattern BROWSER = Pattern.compile(
            "(?i).*(browser|chrome|safari|firefox|opera|quark|\\.emmx|ucmobile|searchbox|\\.mtt)(\\..*)?|com\\.uc\\..*");

    /** Apps that run mini programs. From public knowledge; none was seen on a phone. */
    private static final Pattern MINI = Pattern.compile(
            "com\\.tencent\\.(mm|xin)|com\\.alipay\\.iphoneclient|com\\.ss\\.iphone\\.ugc\\.Aweme|com\\.eg\\.android\\.AlipayGphone|com\\.baidu\\.(swan|searchbox)\\..*|com\\.ss\\.android\\.ugc\\.aweme");

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^/?#\\s]+\\S*");
    private static final int LONGEST_QUOTE = 200;

    private final Phone phone;
    private final Lexicon words;
    private final ChatSpotter spotter;
    private final TalkReader reader;
    private final String app;
    private final Duration atMost;
    private final Map<String, Integer> tapped;
    private final List<Message> notes = new ArrayList<>();

    /**
     * @param reader of this conversation
     * @param app package that the conversation is held in
     * @param atMost for what opens to be drawn
     * @param tapped how many parts of an exchange's text were tapped before in this conversation; the next one is
     *     tapped, and counted
     */
    LinkTap(Phone phone, Lexicon words, TalkReader reader, String app, Duration atMost, Map<String, Integer> tapped) {
        this.phone = phone;
        this.words = words;
        this.spotter = new ChatSpotter(words);
        this.reader = reader;
        this.app = app;
        this.atMost = atMost;
        this.tapped = tapped;
    }

    /** Follows a link. */
    Followed follow(FollowRequest request) {
        if (!mayVisit(request)) {
            return Followed.notClicked(request, message("tap.refused", quoted(address(request))));
        }
        toTheEnd();
        Found link = found(request.link().text());
        if (link == null) {
            toTheEnd();
            return Followed.notClicked(request, message("tap.gone"));
        }
        Span tapped = tap(link, request);
        Outside outside = outside(tapped);
        byte[] picture = outside.where() == Where.NOTHING ? null : phone.picture();
        boolean home = home();
        boolean survived = home && found(request.link().text()) != null;
        if (home) {
            toTheEnd();
        }
        if (!survived) {
            notes.add(message(home ? "tap.anew" : "tap.lost"));
        }
        return new Followed(landing(request, tapped, outside, survived), picture, home);
    }

    /** Most links of an app tell no address before they are tapped; one that is an address is judged. */
    private static boolean mayVisit(FollowRequest request) {
        String address = address(request);
        try {
            return !ADDRESS.matcher(address).matches() || request.mayVisit().test(new URI(address));
        } catch (URISyntaxException loose) {
            return true;
        }
    }

    private static String address(FollowRequest request) {
        return request.link().text().strip();
    }

    // ---- to the link

    private Optional<Talk> talk(Screen screen) {
        return spotter.spots(screen).stream()
                .filter(ChatSpot::isEnough)
                .filter(spot -> screen.root().app().equals(app))
                .findFirst()
                .map(ChatSpot::list)
                .map(reader::read);
    }

    /** A line of the conversation, on the screen that showed it. */
    private record Found(Line line, Screen screen) {}

    /** Returns the last line that leads somewhere by this text, going back for it; null if there is none. */
    private @Nullable Found found(String text) {
        for (int look = 0; look < MOST_LOOKS_BACK; look++) {
            Screen screen = phone.look().screen();
            Talk talk = talk(screen).orElse(null);
            if (talk == null) {
                return null;
            }
            Found found = last(talk, text, screen);
            // Of a line that the edge cuts, the part to be tapped may be the part that is not seen.
            if (found != null && found.line().bounds().top() > talk.area().top() + 1) {
                return found;
            }
            if (!phone.scroll(talk.area(), "up", PART)) {
                Screen top = phone.look().screen();
                Found first =
                        talk(top).map(beginning -> last(beginning, text, top)).orElse(null);
                return first == null ? found : first;
            }
        }
        return null;
    }

    private static @Nullable Found last(Talk talk, String text, Screen screen) {
        return talk.lines().stream()
                .filter(line -> line.side() == Line.Side.CHATBOT && line.kind() == Line.Kind.LINK)
                .filter(line -> line.links().contains(text))
                .reduce((first, last) -> last)
                .map(line -> new Found(line, screen))
                .orElse(null);
    }

    private void toTheEnd() {
        boolean below = true;
        for (int looks = 0; below && looks < MOST_LOOKS_BACK; looks++) {
            Talk talk = talk(phone.look().screen()).orElse(null);
            below = talk != null && phone.scroll(talk.area(), "down", Hearing.MOST);
        }
    }

    private Span tap(Found link, FollowRequest request) {
        Bounds place = told(link, request.link().text()).orElseGet(() -> drawn(link, request.exchange()));
        Instant before = phone.now();
        phone.touch(place);
        return new Span(before, phone.now());
    }

    /** Where the tree tells the parts of a text, it tells where they are. */
    private static Optional<Bounds> told(Found link, String text) {
        return link.screen()
                .views()
                .filter(view -> view.role() == View.Role.LINK && view.words().equals(text))
                .map(View::bounds)
                .filter(bounds -> bounds.sharedHeight(link.line().bounds()) > 0)
                .reduce((first, last) -> last);
    }

    /** Where it does not, what is drawn in a colour: one part after the other, each time the text is followed. */
    private Bounds drawn(Found link, int exchange) {
        List<Bounds> parts =
                Ink.of(phone.picture(), link.line().bounds(), link.screen().bounds());
        if (parts.isEmpty()) {
            return link.line().bounds();
        }
        int part = tapped.merge(exchange + " " + link.line().text(), 1, Integer::sum) - 1;
        int place = part % parts.size();
        if (parts.size() > 1) {
            notes.add(message("tap.parts", parts.size(), place + 1));
        }
        return parts.get(place);
    }

    // ---- outside

    /**
     * What the tap led to.
     *
     * @param shown when it was first seen; null if nothing was
     * @param screen as it was read at last; null as above
     */
    private record Outside(
            Where where, @Nullable Span shown, @Nullable Screen screen, Page page) {}

    /** What only a page tells of itself. */
    private record Page(@Nullable String address, String title) {
        static final Page NONE = new Page(null, "");
    }

    private Outside outside(Span tapped) {
        Instant end = tapped.until().plus(NOTHING_WITHIN);
        Instant since = tapped.from();
        boolean asked = false;
        while (true) {
            Glance glance = phone.look();
            if (talk(glance.screen()).isPresent()) {
                if (glance.from().isAfter(end)) {
                    return new Outside(Where.NOTHING, null, null, Page.NONE);
                }
            } else if (!asked && goesOn(glance.screen())) {
                asked = true;
                end = glance.until().plus(NOTHING_WITHIN);
            } else {
                return settled(new Span(since, glance.until()), glance.screen());
            }
            since = glance.from();
        }
    }

    /** Presses what goes on from a notice that asks whether to leave. */
    private boolean goesOn(Screen screen) {
        Optional<View> asks = screen.views()
                .filter(view -> words.says("landing.leaveAsks", view.words()))
                .findFirst();
        if (asks.isEmpty() || screen.views().count() > NOTICE_VIEWS) {
            return false;
        }
        Optional<View> on = screen.views()
                .filter(view -> view.clickable() && words.says("landing.leaveOn", view.label()))
                .findFirst();
        on.ifPresent(view -> {
            notes.add(message("tap.leave", quoted(asks.get().words())));
            phone.touch(view);
        });
        return on.isPresent();
    }

    /** Waits until two looks show the same. */
    private Outside settled(Span shown, Screen first) {
        Instant end = shown.until().plus(atMost);
        Screen screen = first;
        while (phone.now().isBefore(end)) {
            Screen next = phone.look().screen();
            boolean same = read(next).equals(read(screen)) && !isEmptyPage(next);
            screen = next;
            if (same) {
                break;
            }
        }
        Where where = where(screen);
        return new Outside(where, shown, screen, page(where, screen));
    }

    private static List<String> read(Screen screen) {
        return screen.views().map(View::words).filter(text -> !text.isEmpty()).toList();
    }

    private static boolean isEmptyPage(Screen screen) {
        return screen.views()
                .filter(View::isPage)
                .anyMatch(view -> view.children().isEmpty());
    }

    private Where where(Screen screen) {
        String front = screen.root().app();
        if (front.equals(app)) {
            return screen.holdsPage() ? Where.IN_APP_PAGE : Where.IN_APP_SCREEN;
        }
        if (MINI.matcher(front).matches()) {
            return Where.MINI_PROGRAM;
        }
        notes.add(message("tap.front", front));
        return BROWSER.matcher(front).matches() ? Where.EXTERNAL_BROWSER : Where.OTHER_APP;
    }

    private Page page(Where where, Screen screen) {
        String title =
                screen.views().filter(View::isPage).map(View::words).findFirst().orElse("");
        if (where == Where.EXTERNAL_BROWSER) {
            return new Page(bar(screen), title);
        }
        return where == Where.IN_APP_PAGE ? inside(title) : new Page(null, title);
    }

    private static @Nullable String bar(Screen screen) {
        return screen.views()
                .filter(view -> view.bounds().top() <= screen.bounds().height() * TOP)
                .map(view -> view.words())
                .filter(text -> ADDRESS.matcher(text).matches())
                .findFirst()
                .orElse(null);
    }

    /** Where the app lets its page be looked into, that tells its address. */
    private Page inside(String title) {
        Optional<String> context = phone.webContext();
        if (context.isEmpty()) {
            notes.add(message("tap.unlisted"));
            return new Page(null, title);
        }
        try {
            String address = phone.enterPage(context.get()).getCurrentUrl();
            return new Page(address, title);
        } catch (WebDriverException refused) {
            notes.add(message("tap.unlisted"));
            return new Page(null, title);
        } finally {
            phone.leavePage();
        }
    }

    // ---- back

    /** Returns whether the conversation is in front again. */
    private boolean home() {
        for (int step = 0; step <= MOST_BACKS; step++) {
            Screen screen = phone.look().screen();
            if (talk(screen).isPresent()) {
                return true;
            }
            if (step > 0 && !screen.root().app().equals(app)) {
                phone.activate(app);
            } else {
                phone.back();
            }
            awaitChange(screen);
        }
        return talk(phone.look().screen()).isPresent();
    }

    /** What is pressed again while a screen still goes leads one too far. */
    private void awaitChange(Screen before) {
        for (int look = 0; look < LOOKS_FOR_A_CHANGE; look++) {
            if (!read(phone.look().screen()).equals(read(before))) {
                return;
            }
        }
    }

    private Landing landing(FollowRequest request, Span tapped, Outside outside, boolean survived) {
        Span shown = outside.shown();
        Screen screen = outside.screen();
        String text = screen == null ? "" : String.join("\n", read(screen));
        boolean service = screen != null
                && screen.views().anyMatch(view -> view.clickable() && words.says("landing.service", view.label()));
        String reason = notes.stream().map(note -> note.in(Lang.EN)).collect(Collectors.joining(" "));
        return new Landing(
                request.exchange(),
                request.link().text(),
                request.link().href(),
                outside.where(),
                outside.page().address(),
                outside.page().title(),
                "",
                text.substring(0, Math.min(text.length(), Landing.LONGEST_EXCERPT)),
                shown == null ? null : Duration.between(tapped.middle(), shown.middle()),
                null,
                shown == null ? tapped.half() : tapped.half().plus(shown.half()),
                service ? 0 : null,
                survived,
                reason.isEmpty() ? null : reason,
                null);
    }

    private static String quoted(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }

    private static Message message(String key, Object... args) {
        return Message.of(LinkTap.class, key, args);
    }
}
