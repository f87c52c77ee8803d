package org.wenda.channel.phone;

import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;
import org.wenda.channel.Arrival;
import org.wenda.channel.Channel;
import org.wenda.channel.Discovery;
import org.wenda.channel.FollowRequest;
import org.wenda.channel.Followed;
import org.wenda.channel.Heard;
import org.wenda.channel.Hints;
import org.wenda.channel.Spots;
import org.wenda.channel.browser.BrowserChannel;
import org.wenda.channel.page.Lexicon;
import org.wenda.config.LimitSettings;
import org.wenda.config.PhoneSettings.Ear;
import org.wenda.config.Settings;
import org.wenda.portal.Profile;
import org.wenda.portal.Vendor;
import org.wenda.transcript.AccessCheck;
import org.wenda.transcript.Client;
import org.wenda.transcript.Entry;
import org.wenda.transcript.Feature;
import org.wenda.transcript.Move;
import org.wenda.transcript.NetworkRequest;
import org.wenda.transcript.Opening;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.words.Lang;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/**
 * Talks to the chatbot of an app through an Appium server. Where a page holds the chat and the app lets it be looked
 * into, it is heard like any page; elsewhere by what the accessibility tree tells. There links tell no addresses before
 * they are tapped; what is not a text is kept as the picture of the screen.
 */
public final class PhoneChannel implements Channel {
    /**
     * Pacing, quiet seconds and links tried elsewhere let a session wait; a server ends it after a minute by default.
     */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final PhoneHost host;
    private final Ear ear;
    private final LimitSettings limits;
    private final Duration attended;
    private final Clock clock;
    private final InnerPage pages;
    private final Lexicon words = new Lexicon();

    private @Nullable Phone phone;
    private @Nullable Conversation conversation;
    private @Nullable Inside inside;
    private List<byte[]> wayPictures = List.of();

    /**
     * @param host where the phone is to be had; closed with this channel
     * @param ear which way of hearing is wanted
     * @param vendors whose chatbots are known by sight
     */
    public PhoneChannel(PhoneHost host, Ear ear, Settings settings, List<Vendor> vendors, Clock clock) {
        this.host = host;
        this.ear = ear;
        this.limits = settings.limits();
        this.attended = settings.phone().attended();
        this.clock = clock;
        this.pages = new InnerPage(settings, List.copyOf(vendors), clock);
    }

    /** What was asked for, and a session that outlives a wait. */
    static Map<String, Object> asked(Map<String, Object> capabilities) {
        Map<String, Object> all = new HashMap<>(capabilities);
        all.putIfAbsent("appium:newCommandTimeout", LONGEST_WAIT.toSeconds());
        return Map.copyOf(all);
    }

    /** The chat that is open among the app's own views. */
    private record Conversation(String app, Profile way, TalkReader reader, Map<String, Integer> tapped) {}

    /** The chat that is open in a page, and what was pressed in the app to come there. */
    private record Inside(BrowserChannel page, Client client, List<Profile.Mark> marks) {}

    /** @param app an app is started by the capabilities; its address is kept in the profile */
    @Override
    public Arrival open(URI app, Hints hints) {
        hangUp();
        Instant began = clock.instant();
        URI address = host.address(app);
        Phone started = start(app);
        phone = started;
        Journey journey = new Journey(started, words, ear == Ear.WEBVIEW, hints, limits.discovery(), attended);
        Journey.Goal goal = journey.search();
        wayPictures = journey.pictures();
        if (goal == null) {
            return refused(journey, hints.profile());
        }
        if (goal.inPage() && ear != Ear.NATIVE) {
            InnerPage.Entered entered = pages.enter(started, address);
            if (entered.page() != null && entered.open() != null) {
                return openedInside(started, journey, entered.page(), entered.open(), hints.profile());
            }
            Message why = Objects.requireNonNull(entered.why());
            if (ear == Ear.WEBVIEW) {
                return shut(why);
            }
            journey.note(Message.of(PhoneChannel.class, "webview.instead", why));
        }
        Profile way = way(address, journey, goal.spot());
        conversation = new Conversation(started.app(), way, new TalkReader(words), new HashMap<>());
        return opened(goal.spot(), journey, way, Duration.between(began, clock.instant()), hints.profile());
    }

    private Arrival.Shut refused(Journey journey, @Nullable Profile profile) {
        Arrival.Shut refusal = journey.refusal();
        Arrival.Shut shut = refusal == null
                ? shut(Message.of(
                        PhoneChannel.class, "phone.noChat", limits.discovery().toSeconds()))
                : refusal;
        if (profile == null || refusal != null) {
            return shut;
        }
        Message moved = Message.of(
                PhoneChannel.class, "profile.moved", Spots.of(profile).line(), shut.reason());
        return new Arrival.Shut(Outcome.WIDGET_MOVED, moved, List.of(), null);
    }

    /** Returns that a profile no longer fits; null if there is none, or it led all the way. */
    private static @Nullable Move move(Journey journey, @Nullable Profile profile, Profile now) {
        return profile == null || journey.followed() ? null : new Move(Spots.of(profile), Spots.of(now));
    }

    private static Arrival.Shut shut(Message reason) {
        return new Arrival.Shut(Outcome.NO_CHATBOT, reason, List.of(), null);
    }

    private Arrival openedInside(
            Phone started, Journey journey, BrowserChannel page, Arrival.Open open, @Nullable Profile profile) {
        inside = new Inside(page, InnerPage.client(phoneClient(started), page.client()), journey.marks());
        Move move = move(journey, profile, InnerPage.way(journey.marks(), open.profile()));
        return InnerPage.through(journey, open, move);
    }

    private Phone start(URI app) {
        URI server = host.take();
        try {
            return Phone.start(server.toURL(), asked(host.capabilities(app)), clock);
        } catch (MalformedURLException | WebDriverException e) {
            String said =
                    e instanceof WebDriverException problem ? Phone.said(problem) : String.valueOf(e.getMessage());
            throw new MachineException(Message.of(PhoneChannel.class, "phone.failed", server.toString(), said), e);
        }
    }

    private Profile way(URI address, Journey journey, ChatSpot spot) {
        View input = spot.input();
        return new Profile(
                Objects.requireNonNullElse(address.getHost(), "demo"),
                address,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                journey.marks(),
                mark(input),
                Optional.ofNullable(spot.send()).map(PhoneChannel::mark).orElse(null));
    }

    private static Profile.Mark mark(View view) {
        String reads = view.hint().isEmpty() ? view.label() : view.hint();
        return Journey.mark(view, reads);
    }

    private Arrival opened(ChatSpot spot, Journey journey, Profile way, Duration ready, @Nullable Profile profile) {
        Message how = Message.of(PhoneChannel.class, "phone.how", way.steps().size());
        Discovery discovery = new Discovery(how, journey.steps(), spot.why(), List.of());
        // Files keep one language, so that two nights compare.
        List<String> story =
                discovery.story().stream().map(said -> said.in(Lang.EN)).toList();
        Entry entry = new Entry(
                how.in(Lang.EN),
                story,
                way.address().toString(),
                journey.followed(),
                way.steps().size(),
                move(journey, profile, way));
        Answer before = new Answer(lines(spot));
        List<String> greeting = before.bubbles().stream()
                .map(bubble -> bubble.text())
                .filter(text -> !text.isEmpty())
                .toList();
        List<String> suggestions = before.bubbles().stream()
                .flatMap(bubble -> bubble.options().stream())
                .toList();
        Opening opening = new Opening(entry, greeting, suggestions, before.controls(words), ready);
        return new Arrival.Open(opening, way, discovery);
    }

    @Override
    public Heard ask(String question, Moments moments) {
        if (inside != null) {
            return inside.page().ask(question, moments);
        }
        Phone running = running();
        ChatSpot spot = spot(running);
        running.type(spot.input(), question);
        moments.beforeSending();
        // The keyboard has moved it.
        ChatSpot typed = typed(running, question);
        View send = typed.send();
        Instant before = clock.instant();
        if (send == null) {
            running.pressSend();
        } else {
            running.touch(send);
        }
        return hear(question, lines(typed), new Span(before, clock.instant()), moments);
    }

    @Override
    public Heard choose(String option, Moments moments) {
        if (inside != null) {
            return inside.page().choose(option, moments);
        }
        Phone running = running();
        List<Line> lines = lines(spot(running));
        Optional<Line> found = lines.stream()
                .filter(line -> line.kind() == Line.Kind.OPTION && line.text().equals(option))
                .reduce((first, last) -> last);
        if (found.isEmpty()) {
            Message reason = Message.of(PhoneChannel.class, "option.gone", option);
            return new Heard(Outcome.OPTIONS, reason, Reply.NONE, null, null, "");
        }
        moments.beforeSending();
        Instant before = clock.instant();
        running.touch(found.get().bounds());
        return hear(option, lines, new Span(before, clock.instant()), moments);
    }

    private List<Line> lines(ChatSpot spot) {
        return open().reader().read(Objects.requireNonNull(spot.list())).lines();
    }

    private Heard hear(String question, List<Line> standing, Span sent, Moments moments) {
        Heard heard =
                new Hearing(running(), words, open().reader(), limits, question, open().app(), standing, sent).hear();
        moments.afterReply();
        return heard;
    }

    private ChatSpot spot(Phone running) {
        return spot(running, ChatSpot::isEnough);
    }

    /** A field that shows no hint any more, because something was typed into it, is known by what was typed. */
    private ChatSpot typed(Phone running, String question) {
        return spot(
                running,
                spot -> spot.isEnough()
                        || (spot.list() != null && spot.input().text().equals(question)));
    }

    private ChatSpot spot(Phone running, Predicate<ChatSpot> isIt) {
        return new ChatSpotter(words)
                .spots(running.look().screen()).stream()
                        .filter(isIt)
                        .findFirst()
                        .orElseThrow(() -> new MachineException(
                                Message.of(PhoneChannel.class, "phone.appGone", open().app(), running.app()), null));
    }

    @Override
    public Profile way() {
        if (inside != null) {
            return InnerPage.way(inside.marks(), inside.page().way());
        }
        return open().way();
    }

    @Override
    public @Nullable Heard linger() {
        return inside == null ? null : inside.page().linger();
    }

    @Override
    public Followed follow(FollowRequest request) {
        return inside == null ? tap(open()).follow(request) : inside.page().follow(request);
    }

    private LinkTap tap(Conversation talk) {
        return new LinkTap(running(), words, talk.reader(), talk.app(), limits.page(), talk.tapped());
    }

    @Override
    public List<Feature> features(Stage stage) {
        return inside == null ? List.of() : inside.page().features(stage);
    }

    @Override
    public void beginReplay() {
        if (inside != null) {
            inside.page().beginReplay();
        }
    }

    @Override
    public @Nullable String replay() {
        return inside == null ? null : inside.page().replay();
    }

    @Override
    public @Nullable AccessCheck accessCheck() {
        return inside == null ? null : inside.page().accessCheck();
    }

    @Override
    public List<NetworkRequest> network() {
        return inside == null ? List.of() : inside.page().network();
    }

    @Override
    public List<byte[]> wayPictures() {
        return wayPictures;
    }

    private Conversation open() {
        return Objects.requireNonNull(conversation, "not open, or shut");
    }

    private Phone running() {
        return Objects.requireNonNull(phone, "not open, or closed");
    }

    @Override
    public byte[] picture() {
        return inside == null ? pagePicture() : inside.page().picture();
    }

    @Override
    public byte[] pagePicture() {
        return inside == null ? running().picture() : inside.page().pagePicture();
    }

    @Override
    public Client client() {
        return inside == null ? phoneClient(running()) : inside.client();
    }

    private static Client phoneClient(Phone running) {
        boolean simulated = running.capability("simulated").equals("true");
        String platform = running.system() + (simulated ? " (simulated)" : "");
        return new Client(
                running.model(),
                "Appium " + running.capability("automationName"),
                platform,
                Duration.ZERO,
                Duration.ZERO);
    }

    /** Ends the session; the next visit begins another, in which nothing of this one is left. */
    private void hangUp() {
        Phone running = phone;
        phone = null;
        conversation = null;
        inside = null;
        wayPictures = List.of();
        if (running != null) {
            running.close();
        }
        host.giveBack();
    }

    @Override
    public void close() {
        hangUp();
        host.close();
    }
}
