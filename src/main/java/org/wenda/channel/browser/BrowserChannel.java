package org.wenda.channel.browser;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.HasCapabilities;
import org.openqa.selenium.InvalidElementStateException;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchSessionException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TakesScreenshot;
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
import org.wenda.channel.page.Facts;
import org.wenda.channel.page.Look;
import org.wenda.channel.page.NetworkVoice;
import org.wenda.channel.page.OutcomeRule;
import org.wenda.channel.page.PageScripts;
import org.wenda.channel.page.Recording;
import org.wenda.channel.page.ReplyEnd;
import org.wenda.channel.page.Report;
import org.wenda.channel.page.ResourceTimes;
import org.wenda.channel.page.Rhythm;
import org.wenda.channel.page.TransportHabits;
import org.wenda.config.Settings;
import org.wenda.portal.Profile;
import org.wenda.portal.Vendor;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Client;
import org.wenda.transcript.Entry;
import org.wenda.transcript.Move;
import org.wenda.transcript.Opening;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Timing;
import org.wenda.words.Lang;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/**
 * Talks to a chatbot through a browser: finds it, types with real keys, and lets the recorder hear. The browser is
 * started at the first visit and kept for the next; each visit gets a profile of its own in it, so nothing is left
 * over.
 */
public final class BrowserChannel implements Channel {
    /** One frame of the screen: what is in the page at once is seen at the next frame at the latest. */
    private static final Duration ERROR = Duration.ofMillis(17);

    private static final double SURE_SEND = 5;

    private final Settings settings;
    private final List<Vendor> vendors;
    private final Clock clock;
    private final OutcomeRule outcomes = new OutcomeRule();
    private final Map<String, Rhythm> rhythms = new HashMap<>();
    private final TransportHabits habits = new TransportHabits();

    private @Nullable Session session;
    private @Nullable Visit visit;
    /** What the last search took into consideration, where it found nothing. */
    private List<Candidate> considered = List.of();

    /** @param vendors whose chatbots are known by sight */
    public BrowserChannel(Settings settings, List<Vendor> vendors, Clock clock) {
        this.settings = settings;
        this.vendors = List.copyOf(vendors);
        this.clock = clock;
    }

    /** A running browser. */
    private record Session(
            WebDriver driver, PageScripts scripts, Frames frames, NetworkVoice network, Tabs tabs, boolean events) {}

    /** The conversation that is open. */
    private static final class Visit {
        final URI address;
        final long began;
        final Finder finder;
        final Rhythm rhythm;
        final Client client;
        Finder.Found found;
        boolean proven;

        @Nullable
        WebElement region;

        /** The signals that told the end of the last reply, and whether anything was heard then. */
        String endedBy = "";

        Visit(URI address, long began, Finder finder, Rhythm rhythm, Client client, Finder.Found found) {
            this.address = address;
            this.began = began;
            this.finder = finder;
            this.rhythm = rhythm;
            this.client = client;
            this.found = found;
        }
    }

    @Override
    public Arrival open(URI address, Hints hints) {
        visit = null;
        considered = List.of();
        try {
            return visit(address, hints);
        } catch (NoSuchSessionException | UnreachableBrowserException e) {
            drop();
            throw new MachineException(Message.of(BrowserChannel.class, "browser.lost", firstLine(e)), e);
        }
    }

    private Arrival visit(URI address, Hints hints) {
        Session now = fresh();
        WebDriver driver = now.driver();
        long began = System.nanoTime();
        try {
            if (!new Navigation(driver).go(address, settings.limits().page())) {
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
                move);
        Opening opening =
                new Opening(entry, facts.texts("greeting"), facts.texts("suggestions"), facts.texts("controls"), ready);
        return new Arrival.Open(opening, found, discovery);
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
        try {
            return ask(running, now, question, moments);
        } catch (NoSuchSessionException | UnreachableBrowserException e) {
            drop();
            throw new MachineException(Message.of(BrowserChannel.class, "browser.lost", firstLine(e)), e);
        }
    }

    @Override
    public Heard choose(String option, Moments moments) {
        Visit now = visit;
        Session running = session;
        if (now == null || running == null) {
            throw new IllegalStateException("choose before open, or after it was shut");
        }
        try {
            return new Asking(running, now, option, moments).press();
        } catch (NoSuchSessionException | UnreachableBrowserException e) {
            drop();
            throw new MachineException(Message.of(BrowserChannel.class, "browser.lost", firstLine(e)), e);
        }
    }

    @Override
    public @Nullable Heard linger() {
        Visit now = visit;
        Session running = session;
        if (now == null || running == null || now.endedBy.isEmpty()) {
            return null;
        }
        Duration atMost = now.rhythm.linger(now.endedBy);
        try {
            return atMost.isZero()
                            || !Boolean.TRUE.equals(running.scripts().await("recorder.linger", atMost.toMillis()))
                    ? null
                    : added(running, now);
        } catch (NoSuchSessionException | UnreachableBrowserException e) {
            drop();
            throw new MachineException(Message.of(BrowserChannel.class, "browser.lost", firstLine(e)), e);
        }
    }

    /** Returns what the chatbot added to the reply whose end was told last; null if nothing. */
    private @Nullable Heard added(Session running, Visit now) {
        Object value = now.endedBy.isEmpty() ? null : running.scripts().call("recorder.added");
        if (value == null) {
            return null;
        }
        Recording recording = Recording.of(value, ERROR);
        Duration late = recording.reply().bubbles().stream()
                .map(Bubble::late)
                .filter(Objects::nonNull)
                .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other);
        now.rhythm.wasLate(now.endedBy, late, recording.gap());
        now.proven |= recording.delivered();
        return new Heard(
                outcomes.of(recording.reply()),
                Message.of(BrowserChannel.class, "reply.late", late.toMillis() / 1000.0),
                recording.reply(),
                recording.timing(),
                now.endedBy + "+late",
                recording.dom());
    }

    private Heard ask(Session running, Visit now, String question, Moments moments) {
        while (true) {
            Heard heard = new Asking(running, now, question, moments).take();
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

    /** One question on its way. */
    private final class Asking {
        private final PageScripts scripts;
        private final WebDriver driver;
        private final NetworkVoice network;
        private final Frames frames;
        private final Visit now;
        private final String question;
        private final Moments moments;
        private final ReplyEnd end;
        private final Fingers fingers;
        private final Session running;

        Asking(Session running, Visit now, String question, Moments moments) {
            this.running = running;
            this.scripts = running.scripts();
            this.driver = running.driver();
            this.network = running.network();
            this.frames = running.frames();
            this.now = now;
            this.question = question;
            this.moments = moments;
            this.fingers = new Fingers(running.driver());
            this.end = new ReplyEnd(now.rhythm, settings.limits());
        }

        Heard take() {
            respite();
            WebElement input = focus();
            if (input == null) {
                return undelivered();
            }
            fingers.type(input, question);
            Facts armed = Facts.of(scripts.call("recorder.arm", question, input));
            if (!bare(armed.text("typed")).contains(bare(question))) {
                // Some editors swallow the first keys unless they were really clicked into.
                pressQuietly(input);
                fingers.clear(input);
                fingers.type(input, question);
                armed = Facts.of(scripts.call("recorder.arm", question, input));
            }
            if (armed.text("typed").isBlank()) {
                return undelivered();
            }
            now.region = armed.raw("region") instanceof WebElement region ? region : now.region;
            WebElement send = armed.raw("send") instanceof WebElement element ? element : null;
            moments.beforeSending();
            boolean sure = send != null && armed.number("sendScore") >= SURE_SEND;
            send(input, sure ? send : null);
            return listen(input, send, sure);
        }

        /** Presses the question, which is an option of the last reply, instead of typing it. */
        Heard press() {
            WebElement input = standing();
            Facts found = Facts.of(input == null ? null : scripts.call("recorder.option", question));
            if (input == null || !(found.raw("el") instanceof WebElement option)) {
                return unpressed(found.text("why").isEmpty() ? "gone" : found.text("why"));
            }
            scripts.call("recorder.prepare", input);
            Facts armed = Facts.of(scripts.call("recorder.arm", found.text("text"), input, true));
            now.region = armed.raw("region") instanceof WebElement region ? region : now.region;
            boolean sure = armed.number("sendScore") >= SURE_SEND;
            WebElement send = sure && armed.raw("send") instanceof WebElement element ? element : null;
            moments.beforeSending();
            Set<String> windows = driver.getWindowHandles();
            try {
                fingers.press(option);
                return listen(input, send, false);
            } catch (ElementClickInterceptedException covered) {
                return unpressed("covered");
            } catch (StaleElementReferenceException drawnAnew) {
                return unpressed("gone");
            } catch (JavascriptException fault) {
                if (Boolean.TRUE.equals(scripts.call("recorder.isArmed"))) {
                    throw fault;
                }
                return unpressed("led-away"); // another document stands where the recorder listened
            } finally {
                closeOthers(windows);
            }
        }

        private Heard unpressed(String why) {
            Message reason = Message.of(BrowserChannel.class, "option." + why, question);
            return new Heard(Outcome.OPTIONS, reason, Reply.NONE, null, null, "");
        }

        /** A page that an option opened beside the conversation is not visited. */
        private void closeOthers(Set<String> before) {
            Set<String> others = new HashSet<>(driver.getWindowHandles());
            others.removeAll(before);
            if (others.isEmpty()) {
                return;
            }
            String ours = driver.getWindowHandle();
            for (String other : others) {
                driver.switchTo().window(other);
                driver.close();
            }
            driver.switchTo().window(ours);
            frames.enter(now.found.place());
        }

        /** Returns the input as it stands now, found again if the page drew it anew; null if it is gone. */
        private @Nullable WebElement standing() {
            try {
                now.found.input().isEnabled();
                return now.found.input();
            } catch (WebDriverException gone) {
                return again();
            }
        }

        /** Returns the input, empty and ready for keys, with the recorder prepared; null if it cannot be reached. */
        private @Nullable WebElement focus() {
            try {
                return prepared(now.found.input());
            } catch (JavascriptException fault) {
                throw fault;
            } catch (WebDriverException gone) {
                WebElement input = again();
                return input == null ? null : preparedAtLast(input);
            }
        }

        private @Nullable WebElement preparedAtLast(WebElement input) {
            try {
                return prepared(input);
            } catch (StaleElementReferenceException | InvalidElementStateException unreachable) {
                return null;
            }
        }

        private WebElement prepared(WebElement input) {
            if (!now.proven) {
                pressQuietly(input);
            }
            Object typed = scripts.call("recorder.prepare", input);
            if (typed instanceof String text && !text.isBlank()) {
                fingers.clear(input);
                scripts.call("recorder.prepare", input);
            }
            return input;
        }

        private void pressQuietly(WebElement input) {
            try {
                fingers.press(input);
            } catch (WebDriverException covered) {
                // Something lies over it; the keys still reach it, and if not, the question is not delivered.
            }
        }

        private static String bare(String text) {
            return text.replaceAll("\\s+", "");
        }

        /** The page drew its input anew: looks for it where it was, then everywhere. */
        private @Nullable WebElement again() {
            Profile again = new Profile("again", now.address, LocalDate.EPOCH, List.of(), now.found.mark(), null);
            Finder.Found found = now.finder.recall(again, Duration.ofSeconds(2));
            if (found == null) {
                driver.switchTo().defaultContent();
                found = now.finder.search(Duration.ofSeconds(5)).found();
            }
            if (found == null) {
                return null;
            }
            now.found = found.insteadOf(now.found);
            return found.input();
        }

        private void send(WebElement input, @Nullable WebElement button) {
            if (button == null) {
                fingers.type(input, Keys.ENTER);
                return;
            }
            try {
                fingers.press(button);
            } catch (WebDriverException covered) {
                fingers.type(input, Keys.ENTER);
            }
        }

        private Heard listen(WebElement input, @Nullable WebElement send, boolean sentByButton) {
            ReplyEnd.Terms terms = end.first();
            boolean secondWay = false;
            // The recorder itself speaks up at the limit of a reply, so this ends.
            while (true) {
                Report report = Report.of(scripts.await("recorder.listen", terms.script(settings.limits())));
                if (report.why().equals("undelivered")) {
                    if (secondWay || (report.inputEmpty() && report.sentAt() != null)) {
                        return report.inputEmpty() && now.proven ? silent(report) : undelivered();
                    }
                    secondWay = true;
                    send(input, sentByButton ? null : send);
                    terms = end.first();
                    continue;
                }
                NetworkVoice.State state = network.since(report.sentAt());
                ReplyEnd.Step next = end.next(report, state);
                if (next instanceof ReplyEnd.Step.Over over) {
                    return over(report, state, over.endedBy());
                } else if (next instanceof ReplyEnd.Step.Listen listen) {
                    terms = listen.terms();
                } else if (next instanceof ReplyEnd.Step.AwaitNetwork await) {
                    terms = end.again(report, awaited(report, await));
                } else {
                    throw new IllegalStateException("unknown step: " + next);
                }
            }
        }

        private boolean awaited(Report report, ReplyEnd.Step.AwaitNetwork await) {
            Instant sentAt = report.sentAt();
            return sentAt != null && network.awaitEnd(sentAt, await.atMost());
        }

        private Heard silent(Report report) {
            return over(report, network.since(report.sentAt()), "silence-limit");
        }

        private Heard over(Report report, NetworkVoice.State state, String endedBy) {
            boolean waitedOut = report.why().equals("silence");
            tellAdded();
            end.learn(report, state, waitedOut);
            Recording recording = Recording.of(scripts.call("recorder.finish"), ERROR);
            if (!recording.fault().isEmpty()) {
                throw new IllegalStateException("the recorder failed: " + recording.fault());
            }
            now.proven |= recording.delivered();
            now.endedBy = endedBy;
            moments.afterReply();
            return heard(recording, endedBy);
        }

        /** Before this question was sent, the chatbot may have gone on with the one before. */
        private void tellAdded() {
            Heard earlier = added(running, now);
            if (earlier != null) {
                moments.added(earlier);
            }
        }

        /** Lets a chatbot that was late before finish what it may still say. */
        private void respite() {
            Duration respite = now.rhythm.respite();
            if (!respite.isZero() && !now.endedBy.isEmpty()) {
                scripts.await("recorder.linger", respite.toMillis());
            }
        }

        private Heard heard(Recording recording, String endedBy) {
            Reply reply = recording.reply();
            Timing timing = recording.timing();
            if (endedBy.equals("limit")) {
                Outcome outcome = recording.content() || !reply.thinking().isEmpty() ? Outcome.CUT_OFF : Outcome.SILENT;
                return new Heard(
                        outcome,
                        Message.of(
                                BrowserChannel.class,
                                "reply.limit",
                                settings.limits().reply().toSeconds()),
                        reply,
                        timing,
                        endedBy,
                        recording.dom());
            }
            if (!recording.content()) {
                return now.proven
                        ? new Heard(
                                Outcome.SILENT,
                                Message.of(
                                        BrowserChannel.class,
                                        "reply.silent",
                                        settings.limits().silence().toSeconds()),
                                reply,
                                timing,
                                endedBy,
                                recording.dom())
                        : undelivered();
            }
            return new Heard(outcomes.of(reply), null, reply, timing, endedBy, recording.dom());
        }

        private Heard undelivered() {
            Message reason = Message.of(
                    BrowserChannel.class,
                    now.proven ? "question.refused" : "question.undelivered",
                    now.found.discovery().how());
            return new Heard(now.proven ? Outcome.SILENT : Outcome.NO_CHATBOT, reason, Reply.NONE, null, null, "");
        }
    }

    @Override
    public Followed follow(FollowRequest request) {
        Visit now = visit;
        Session running = session;
        if (now == null || running == null) {
            throw new IllegalStateException("follow before open, or after it was shut");
        }
        try {
            return come(running, now, followed(running, now, request));
        } catch (NoSuchSessionException | UnreachableBrowserException e) {
            drop();
            throw new MachineException(Message.of(BrowserChannel.class, "browser.lost", firstLine(e)), e);
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
        Object page = ((JavascriptExecutor) driver).executeScript("return performance.timeOrigin + performance.now()");
        Instant after = clock.instant();
        Duration round = Duration.between(before, after);
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
        if (!now.tabs().fresh()) {
            drop();
            now = started();
            now.tabs().fresh();
        }
        return now;
    }

    private Session started() {
        Session running = session;
        if (running == null) {
            WebDriver driver = Browsers.start(settings.browser());
            PageScripts scripts = new PageScripts(new SeleniumScripts(driver), vendors);
            boolean events = settings.browser().networkEvents() && Browsers.offersEvents(driver);
            if (events) {
                Gate.refuseDownloads(driver);
            }
            NetworkVoice network = events ? new NetworkEvents(driver) : new ResourceTimes(scripts, habits);
            running = new Session(
                    driver, scripts, new Frames(driver, scripts), network, new Tabs(driver, events), events);
            session = running;
        }
        return running;
    }

    private void drop() {
        Session running = session;
        session = null;
        visit = null;
        if (running != null) {
            try {
                running.driver().quit();
            } catch (WebDriverException alreadyGone) {
                // It went by itself.
            }
        }
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
