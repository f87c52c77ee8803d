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
import org.wenda.channel.Channel;
import org.wenda.channel.Heard;
import org.wenda.channel.Spots;
import org.wenda.channel.page.Facts;
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
import org.wenda.transcript.Client;
import org.wenda.transcript.Entry;
import org.wenda.transcript.Move;
import org.wenda.transcript.Opening;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Timing;
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
    private final Clock clock;
    private final OutcomeRule outcomes = new OutcomeRule();
    private final Map<String, Rhythm> rhythms = new HashMap<>();
    private final TransportHabits habits = new TransportHabits();

    private @Nullable Session session;
    private @Nullable Visit visit;

    public BrowserChannel(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** A running browser. */
    private record Session(WebDriver driver, PageScripts scripts, Frames frames, NetworkVoice network, Tabs tabs) {}

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
    public Arrival open(URI address, @Nullable Profile profile) {
        visit = null;
        try {
            return visit(address, profile);
        } catch (NoSuchSessionException | UnreachableBrowserException e) {
            drop();
            throw new MachineException(Message.of(BrowserChannel.class, "browser.lost", firstLine(e)), e);
        }
    }

    private Arrival visit(URI address, @Nullable Profile profile) {
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
        Finder finder = new Finder(driver, now.scripts(), now.frames());
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
        Entry entry = new Entry(
                opened.found.how(),
                opened.found.why(),
                String.valueOf(now.driver().getCurrentUrl()),
                opened.found.fromProfile(),
                move);
        Opening opening =
                new Opening(entry, facts.texts("greeting"), facts.texts("suggestions"), facts.texts("controls"), ready);
        return new Arrival.Open(opening, found);
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

    private Heard ask(Session running, Visit now, String question, Moments moments) {
        while (true) {
            Heard heard = new Asking(running, now, question, moments).take();
            if (now.proven || heard.outcome() != Outcome.NO_CHATBOT) {
                return heard;
            }
            // The best candidate did not take the question; the next one gets it.
            now.finder.rule(now.found.mark(), "took the question and nothing came of it");
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

        Asking(Session running, Visit now, String question, Moments moments) {
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
            WebElement input = focus();
            if (input == null) {
                return undelivered();
            }
            scripts.call("recorder.prepare", input);
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

        /** Returns the input, empty and ready for keys; null if it cannot be reached. */
        private @Nullable WebElement focus() {
            WebElement input = standing();
            if (input == null) {
                return null;
            }
            if (!now.proven) {
                pressQuietly(input);
            }
            try {
                if (!typed(input).isBlank()) {
                    fingers.clear(input);
                }
                return input;
            } catch (WebDriverException unreachable) {
                return null;
            }
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

        private static String typed(WebElement input) {
            String value = input.getDomProperty("value");
            return value != null ? value : input.getText();
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
            now.found = new Finder.Found(
                    found.place(),
                    found.input(),
                    now.found.how(),
                    now.found.why(),
                    now.found.steps(),
                    found.mark(),
                    now.found.fromProfile());
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
            end.learn(report, state, waitedOut);
            Recording recording = Recording.of(scripts.call("recorder.finish"), ERROR);
            if (!recording.fault().isEmpty()) {
                throw new IllegalStateException("the recorder failed: " + recording.fault());
            }
            now.proven |= recording.delivered();
            moments.afterReply();
            return heard(recording, endedBy);
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
                    BrowserChannel.class, now.proven ? "question.refused" : "question.undelivered", now.found.how());
            return new Heard(now.proven ? Outcome.SILENT : Outcome.NO_CHATBOT, reason, Reply.NONE, null, null, "");
        }
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
            return pagePicture();
        }
        PageScripts scripts = started().scripts();
        List<@Nullable Object> chosen = new ArrayList<>();
        chosen.add(now.found.input());
        chosen.add(scripts.call("recorder.sendButton", now.found.input()));
        chosen.add(now.region);
        scripts.call("survey.outline", chosen);
        try {
            return pagePicture();
        } finally {
            scripts.call("survey.unline", chosen);
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
            PageScripts scripts = new PageScripts(new SeleniumScripts(driver));
            boolean events = settings.browser().networkEvents() && Browsers.offersEvents(driver);
            NetworkVoice network = events ? new NetworkEvents(driver) : new ResourceTimes(scripts, habits);
            running = new Session(driver, scripts, new Frames(driver, scripts), network, new Tabs(driver, events));
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
