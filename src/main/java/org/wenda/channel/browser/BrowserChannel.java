package org.wenda.channel.browser;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.HasCapabilities;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.NoSuchSessionException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.ScriptTimeoutException;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.remote.UnreachableBrowserException;
import org.wenda.channel.Arrival;
import org.wenda.channel.Candidate;
import org.wenda.channel.Channel;
import org.wenda.channel.Discovery;
import org.wenda.channel.FollowRequest;
import org.wenda.channel.Followed;
import org.wenda.channel.Heard;
import org.wenda.channel.Hints;
import org.wenda.channel.Spots;
import org.wenda.channel.page.AxeReport;
import org.wenda.channel.page.Facts;
import org.wenda.channel.page.Look;
import org.wenda.channel.page.NetworkVoice;
import org.wenda.channel.page.PageScripts;
import org.wenda.channel.page.ResourceTimes;
import org.wenda.channel.page.Rhythm;
import org.wenda.channel.page.SeenFeatures;
import org.wenda.channel.page.TransportHabits;
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
import org.wenda.words.Lang;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/**
 * Talks to a chatbot through a browser: finds it, types with real keys, and lets the recorder hear. The browser is
 * started at the first visit and kept for the next; each visit gets a profile of its own in it, so nothing is left
 * over.
 */
public final class BrowserChannel implements Channel {
    /** Hints are usually asked of a server, a moment after the last key. */
    private static final Duration HINTS_COME_WITHIN = Duration.ofMillis(700);

    /** Scripts that look at large pages on a busy machine; those that wait for a reply get its limit besides. */
    private static final Duration SCRIPTS_TAKE_AT_MOST = Duration.ofSeconds(30);

    private final Settings settings;
    private final List<Vendor> vendors;
    private final Clock clock;
    private final Supplier<Begun> starter;
    private final @Nullable WebDriver lent;
    private final Map<String, Rhythm> rhythms = new HashMap<>();
    private final TransportHabits habits = new TransportHabits();

    private @Nullable Session session;
    private @Nullable Visit visit;
    /** What the last search took into consideration, where it found nothing. */
    private List<Candidate> considered = List.of();

    /** @param vendors whose chatbots are known by sight */
    public BrowserChannel(Settings settings, List<Vendor> vendors, Clock clock) {
        this(settings, vendors, clock, new BrowserAhead(settings));
    }

    /**
     * Talks through a browser that was begun to be started elsewhere.
     *
     * @param vendors whose chatbots are known by sight
     */
    public BrowserChannel(Settings settings, List<Vendor> vendors, Clock clock, BrowserAhead browser) {
        this(settings, vendors, clock, browser::take, null);
    }

    private BrowserChannel(
            Settings settings, List<Vendor> vendors, Clock clock, Supplier<Begun> starter, @Nullable WebDriver lent) {
        this.settings = settings;
        this.vendors = List.copyOf(vendors);
        this.clock = clock;
        this.starter = starter;
        this.lent = lent;
    }

    /**
     * Returns a channel for the page that a driver shows already, such as one inside an app. It goes to no address of
     * its own, listens to no browser events, and leaves the driver to whoever lent it.
     *
     * @param vendors whose chatbots are known by sight
     */
    public static BrowserChannel on(WebDriver driver, Settings settings, List<Vendor> vendors, Clock clock) {
        driver.manage().timeouts().scriptTimeout(scriptTimeout(settings));
        return new BrowserChannel(settings, vendors, clock, () -> Begun.of(driver, false), driver);
    }

    /** Returns how long a script may take before its page counts as hanging. */
    static Duration scriptTimeout(Settings settings) {
        return settings.limits().reply().plus(SCRIPTS_TAKE_AT_MOST);
    }

    @Override
    public Arrival open(URI address, Hints hints) {
        visit = null;
        considered = List.of();
        try {
            return visit(address, hints);
        } catch (NoSuchSessionException | UnreachableBrowserException e) {
            throw lost(e);
        }
    }

    private Arrival visit(URI address, Hints hints) {
        Session now = fresh();
        WebDriver driver = now.driver();
        long began = System.nanoTime();
        try {
            now.network().beginLog();
            if (lent == null
                    && !new Navigation(driver).go(address, settings.limits().page())) {
                return unreachable(address, "the browser shows its own error page");
            }
        } catch (WebDriverException e) {
            String said = firstLine(e);
            if (!said.contains("net::") && !said.contains("ERR_") && !said.contains("about:neterror")) {
                throw e;
            }
            return unreachable(address, reason(said));
        }
        Client client = client(now);
        Finder finder = new Finder(driver, now.scripts(), now.frames(), now.network(), hints.region());
        Profile profile = hints.profile();
        boolean moved = false;
        Finder.Found found = null;
        if (profile != null) {
            found = finder.recall(profile, settings.limits().discovery().dividedBy(2));
            moved = found == null;
            if (moved) {
                driver.switchTo().defaultContent();
            }
        }
        if (found == null) {
            Finder.Search search = finder.search(settings.limits().discovery());
            if (search.shut() != null) {
                Arrival.Shut shut = withRetryAfter(search.shut(), now.network().retryAfterSeconds());
                considered = shut.candidates();
                return profile != null && shut.outcome() == Outcome.NO_CHATBOT ? asMoved(shut, profile) : shut;
            }
            found = Objects.requireNonNull(search.found());
        }
        String host = String.valueOf(address.getAuthority());
        Rhythm rhythm = rhythms.computeIfAbsent(host, any -> new Rhythm());
        Visit opened = new Visit(address, began, finder, rhythm, client, found);
        visit = opened;
        return opened(now, opened, moved ? profile : null);
    }

    private static Arrival.Shut unreachable(URI address, String reason) {
        Message said = Message.of(BrowserChannel.class, "page.unreachable", address.toString(), reason);
        return new Arrival.Shut(Outcome.UNREACHABLE, said, List.of(), null);
    }

    private static Arrival.Shut withRetryAfter(Arrival.Shut shut, @Nullable Long seconds) {
        return shut.outcome().refused()
                ? new Arrival.Shut(shut.outcome(), shut.reason(), shut.candidates(), seconds)
                : shut;
    }

    private static Arrival.Shut asMoved(Arrival.Shut shut, Profile profile) {
        Message reason = Message.of(
                BrowserChannel.class, "profile.moved", Spots.of(profile).line(), shut.reason());
        return new Arrival.Shut(Outcome.WIDGET_MOVED, reason, shut.candidates(), shut.retryAfterSeconds());
    }

    /** @param stale the profile that no longer fits; null if there was none, or it fits */
    private Arrival.Open opened(Session now, Visit opened, @Nullable Profile stale) {
        Profile found = way(opened);
        Move move = stale == null ? null : new Move(Spots.of(stale), Spots.of(found));
        Facts facts = Facts.of(now.scripts().call("recorder.opening", opened.found.input()));
        opened.region = facts.raw("region") instanceof WebElement region ? region : null;
        Duration ready = Duration.ofNanos(System.nanoTime() - opened.began);
        Discovery discovery = opened.found.discovery();
        // Files keep one language, so that two nights compare.
        Entry entry = new Entry(
                discovery.how().in(Lang.EN),
                discovery.story().stream().map(said -> said.in(Lang.EN)).toList(),
                String.valueOf(now.driver().getCurrentUrl()),
                opened.found.fromProfile(),
                found.steps().size(),
                move);
        Opening opening =
                new Opening(entry, facts.texts("greeting"), facts.texts("suggestions"), facts.texts("controls"), ready);
        return new Arrival.Open(opening, found, discovery);
    }

    @Override
    public List<NetworkRequest> network() {
        Session now = session;
        return now == null ? List.of() : now.network().log();
    }

    @Override
    public Profile way() {
        return way(Objects.requireNonNull(visit, "way before open, or after it was shut"));
    }

    private Profile way(Visit opened) {
        return new Profile(
                opened.address.getHost() == null ? "demo" : opened.address.getHost(),
                opened.address,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                opened.found.steps(),
                opened.found.mark(),
                null);
    }

    @Override
    public Heard ask(String question, Moments moments) {
        Visit now = visit;
        Session running = session;
        if (now == null || running == null) {
            throw new IllegalStateException("ask before open, or after it was shut");
        }
        return answered(() -> noted(now, ask(running, now, question, moments)));
    }

    @Override
    public Heard choose(String option, Moments moments) {
        Visit now = visit;
        Session running = session;
        if (now == null || running == null) {
            throw new IllegalStateException("choose before open, or after it was shut");
        }
        return answered(() -> noted(now, new Asking(running, now, option, moments, settings.limits()).press()));
    }

    private static Heard noted(Visit now, Heard heard) {
        heard.reply().bubbles().forEach(bubble -> now.said.add(bubble.text()));
        return heard;
    }

    @Override
    public List<Feature> features(Stage stage) {
        Visit now = visit;
        Session running = session;
        if (now == null || running == null) {
            throw new IllegalStateException("features before open, or after it was shut");
        }
        return answered(() -> seen(running.scripts(), now, stage).features());
    }

    private static SeenFeatures seen(PageScripts scripts, Visit now, Stage stage) {
        WebElement input = now.found.input();
        return switch (stage) {
            case OPENING -> SeenFeatures.of(scripts.call("features.look", input, "opening", List.of()));
            case TYPED -> SeenFeatures.of(scripts.await("features.hints", input, HINTS_COME_WITHIN.toMillis()));
            case END -> SeenFeatures.of(scripts.call("features.look", input, "end", now.said));
        };
    }

    @Override
    public void beginReplay() {
        Visit now = visit;
        if (settings.run().replay() && now != null) {
            started().scripts().call("replay.begin", now.found.input());
        }
    }

    @Override
    public @Nullable String replay() {
        if (!settings.run().replay() || visit == null) {
            return null;
        }
        String film = Facts.of(started().scripts().call("replay.end")).text("film");
        return film.isEmpty() ? null : film;
    }

    @Override
    public @Nullable AccessCheck accessCheck() {
        Visit now = visit;
        return settings.run().axe() && now != null
                ? answered(() -> AxeReport.of(started().scripts().accessCheck(now.found.input())))
                : null;
    }

    @Override
    public @Nullable Heard linger() {
        Visit now = visit;
        Session running = session;
        if (now == null || running == null || now.endedBy.isEmpty()) {
            return null;
        }
        Duration atMost = now.rhythm.linger(now.endedBy);
        return answered(() ->
                atMost.isZero() || !Boolean.TRUE.equals(running.scripts().await("recorder.linger", atMost.toMillis()))
                        ? null
                        : now.added(running.scripts().call("recorder.added")));
    }

    private Heard ask(Session running, Visit now, String question, Moments moments) {
        while (true) {
            Heard heard = new Asking(running, now, question, moments, settings.limits()).take();
            if (now.proven || heard.outcome() != Outcome.NO_CHATBOT) {
                return heard;
            }
            // The best candidate did not take the question; the next one gets it.
            now.finder.rule(now.found);
            running.driver().switchTo().defaultContent();
            Finder.Search search = now.finder.search(settings.limits().discovery());
            if (search.found() == null) {
                return heard;
            }
            now.found = search.found();
        }
    }

    @Override
    public Followed follow(FollowRequest request) {
        Visit now = visit;
        Session running = session;
        if (now == null || running == null) {
            throw new IllegalStateException("follow before open, or after it was shut");
        }
        Instant from = Instant.now().plus(now.client.clockOffset());
        long began = System.nanoTime();
        try {
            return come(running, now, followed(running, now, request));
        } catch (NoSuchSessionException | UnreachableBrowserException e) {
            throw lost(e);
        } finally {
            running.network().followed(from, from.plusNanos(System.nanoTime() - began));
        }
    }

    private Follower.Trip followed(Session running, Visit now, FollowRequest request) {
        WebDriver driver = running.driver();
        PageScripts scripts = running.scripts();
        Reach reach = running.events() ? new EventReach(driver, scripts) : new ClassicReach(driver, scripts);
        Homecoming home = new Homecoming(driver, scripts, running.frames(), reach, now.finder, now.found);
        return new Follower(
                        driver,
                        reach,
                        running.events(),
                        home,
                        now.client,
                        settings.limits().page())
                .follow(request);
    }

    /** Goes on where the conversation is after a link was followed; begins a new one where it is lost. */
    private Followed come(Session running, Visit now, Follower.Trip trip) {
        Finder.Found found = trip.home().found();
        if (found == null) {
            if (lent != null) {
                visit = null; // only its owner knows the way back to that page
                return trip.followed().withOpen(false);
            }
            Arrival again = open(now.address, new Hints(way(now), now.finder.region()));
            return trip.followed().withOpen(again instanceof Arrival.Open);
        }
        now.found = found;
        if (trip.home().anew()) {
            now.endedBy = "";
            Facts facts = Facts.of(running.scripts().call("recorder.opening", found.input()));
            now.region = facts.raw("region") instanceof WebElement region ? region : null;
        }
        return trip.followed();
    }

    @Override
    public byte[] picture() {
        Visit now = visit;
        if (now == null || now.region == null) {
            return pagePicture();
        }
        try {
            return now.region.getScreenshotAs(OutputType.BYTES);
        } catch (TimeoutException e) {
            throw e; // the page hangs, and would keep the other picture from being taken as well
        } catch (WebDriverException e) {
            return pagePicture(); // the window was drawn anew; the page shows it all the same
        }
    }

    @Override
    public byte[] pagePicture() {
        return ((TakesScreenshot) started().driver()).getScreenshotAs(OutputType.BYTES);
    }

    @Override
    public byte[] markedPicture() {
        Visit now = visit;
        if (now == null) {
            return markedFallen();
        }
        PageScripts scripts = started().scripts();
        List<Object> marks = new ArrayList<>();
        marks.add(outlined(now.found.input(), "1", true));
        marks.add(outlined(scripts.call("recorder.sendButton", now.found.input()), "", true));
        marks.add(outlined(now.region, "", true));
        mark(scripts, now.found.discovery().others(), 2, marks);
        return outlined(scripts, marks);
    }

    /** Marks what fell where it can still be seen, with the numbers of the list that is printed. */
    private byte[] markedFallen() {
        Session now = started();
        now.driver().switchTo().defaultContent();
        List<Object> marks = new ArrayList<>();
        mark(now.scripts(), considered, 1, marks);
        return outlined(now.scripts(), marks);
    }

    private static void mark(PageScripts scripts, List<Candidate> candidates, int from, List<Object> marks) {
        Look look = Look.of(scripts.call("survey.look"));
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            List<Look.Candidate> seen = candidate.kind() == Candidate.Kind.INPUT ? look.inputs() : look.launchers();
            String label = String.valueOf(from + i);
            seen.stream()
                    .filter(one -> one.words().equals(candidate.words()))
                    .findFirst()
                    .ifPresent(one -> marks.add(outlined(one.element(), label, false)));
        }
    }

    private static Map<String, @Nullable Object> outlined(@Nullable Object element, String label, boolean won) {
        Map<String, @Nullable Object> mark = new HashMap<>();
        mark.put("el", element);
        mark.put("label", label);
        mark.put("won", won);
        return mark;
    }

    private byte[] outlined(PageScripts scripts, List<Object> marks) {
        scripts.call("survey.outline", marks);
        try {
            return pagePicture();
        } finally {
            scripts.call("survey.unline");
        }
    }

    @Override
    public Client client() {
        Visit now = visit;
        return now != null ? now.client : client(started());
    }

    private Client client(Session now) {
        WebDriver driver = now.driver();
        Instant before = clock.instant();
        long asked = System.nanoTime();
        Object page = ((JavascriptExecutor) driver).executeScript("return performance.timeOrigin + performance.now()");
        Duration round = Duration.ofNanos(System.nanoTime() - asked);
        Instant middle = before.plus(round.dividedBy(2));
        Duration offset = page instanceof Number number
                ? Duration.between(middle, Instant.EPOCH.plusNanos(Math.round(number.doubleValue() * 1e6)))
                : Duration.ZERO;
        return new Client(
                Browsers.describe(driver),
                Browsers.describeDriver(driver),
                String.valueOf(((HasCapabilities) driver).getCapabilities().getPlatformName()),
                offset,
                round.dividedBy(2));
    }

    /** Nothing of an earlier visit is left: in a tab of its own where that is enough, in a new browser elsewhere. */
    private Session fresh() {
        Session now = started();
        if (lent == null && !now.tabs().fresh()) {
            drop();
            now = started();
            now.tabs().fresh();
        }
        return now;
    }

    private Session started() {
        Session running = session;
        if (running == null) {
            Begun begun = starter.get();
            WebDriver driver = begun.driver();
            PageScripts scripts = new PageScripts(new SeleniumScripts(driver), vendors);
            NetworkEvents events = begun.network();
            NetworkVoice network = events != null ? events : new ResourceTimes(scripts, habits);
            running = new Session(driver, scripts, new Frames(driver, scripts), network, begun.tabs(), begun.events());
            session = running;
        }
        return running;
    }

    /** Asks the browser for something that only a lost one, or one whose page hangs, does not answer. */
    private <T extends @Nullable Object> T answered(Supplier<T> asking) {
        try {
            return asking.get();
        } catch (NoSuchSessionException | UnreachableBrowserException e) {
            throw lost(e);
        } catch (TimeoutException | ScriptTimeoutException e) {
            throw hanging(e);
        }
    }

    private MachineException lost(WebDriverException e) {
        drop();
        return new MachineException(Message.of(BrowserChannel.class, "browser.lost", firstLine(e)), e);
    }

    /** A page that hangs takes its browser with it: nothing more can be asked of either. */
    private MachineException hanging(WebDriverException e) {
        Session running = left();
        if (running != null && lent == null) {
            Farewell.toSilent(running.driver());
        }
        return new MachineException(Message.of(BrowserChannel.class, "page.hangs", firstLine(e)), e);
    }

    private void drop() {
        Session running = left();
        if (running != null && lent == null) {
            Farewell.to(running.driver());
        }
    }

    private @Nullable Session left() {
        Session running = session;
        session = null;
        visit = null;
        return running;
    }

    @Override
    public void close() {
        drop();
    }

    private static String firstLine(WebDriverException e) {
        return e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getMessage().lines().findFirst().orElse("");
    }

    private static String reason(String said) {
        int at = said.indexOf("net::");
        return at < 0 ? said : said.substring(at + 5).split("[\\s)]", 2)[0];
    }
}
