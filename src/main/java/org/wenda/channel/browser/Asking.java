package org.wenda.channel.browser;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.InvalidElementStateException;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.wenda.channel.Channel;
import org.wenda.channel.Heard;
import org.wenda.channel.page.Facts;
import org.wenda.channel.page.NetworkVoice;
import org.wenda.channel.page.OutcomeRule;
import org.wenda.channel.page.PageScripts;
import org.wenda.channel.page.Recording;
import org.wenda.channel.page.ReplyEnd;
import org.wenda.channel.page.Report;
import org.wenda.config.LimitSettings;
import org.wenda.portal.Profile;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Timing;
import org.wenda.words.Message;

/** One question on its way: typed or pressed, sent, and heard to the end of its reply. Used once. */
final class Asking {
    /** One frame of the screen: what is in the page at once is seen at the next frame at the latest. */
    static final Duration ERROR = Duration.ofMillis(17);

    private static final double SURE_SEND = 5;

    /** The recorder speaks up at the limit of a reply; a page that has not by then hangs. */
    private static final Duration SPEAKS_UP_WITHIN = Duration.ofSeconds(6);

    private final LimitSettings limits;
    private final OutcomeRule outcomes = new OutcomeRule();
    private final PageScripts scripts;
    private final WebDriver driver;
    private final NetworkVoice network;
    private final Frames frames;
    private final Visit now;
    private final String question;
    private final Channel.Moments moments;
    private final ReplyEnd end;
    private final Fingers fingers;
    private final @Nullable InputMethod inputMethod;

    /** Whether the input had the focus when the recorder looked last. */
    private boolean focused;

    /** What the recorder saw when it was armed before anything was written; null if it was not. */
    private @Nullable Facts ahead;

    Asking(Session running, Visit now, String question, Channel.Moments moments, LimitSettings limits) {
        this.limits = limits;
        this.scripts = running.scripts();
        this.driver = running.driver();
        this.network = running.network();
        this.frames = running.frames();
        this.now = now;
        this.question = question;
        this.moments = moments;
        this.fingers = new Fingers(running.driver());
        this.inputMethod = InputMethod.of(running.driver());
        this.end = new ReplyEnd(now.rhythm, limits);
    }

    Heard take() {
        respite();
        long began = System.nanoTime();
        WebElement input = focus();
        if (input == null) {
            return undelivered();
        }
        Facts armed = ahead != null && writtenAhead() ? ahead : verified(input);
        focused = armed.flag("focused");
        if (armed != ahead && armed.text("typed").isBlank()) {
            return undelivered();
        }
        now.region = armed.raw("region") instanceof WebElement region ? region : now.region;
        WebElement send = armed.raw("send") instanceof WebElement element ? element : null;
        moments.beforeSending();
        boolean sure = send != null && armed.number("sendScore") >= SURE_SEND;
        network.typed(Duration.ofNanos(System.nanoTime() - began));
        boolean pressed = sure && !(now.proven && now.enters && armed.flag("enters"));
        now.sentByEnter = !pressed;
        send(input, pressed ? send : null);
        return listen(input, send, pressed);
    }

    /**
     * Whether the recorder can be armed before the question is written, which saves asking the page once more: where
     * the Enter key has sent one before, it is kept from a page that holds something else.
     */
    private boolean writesAhead() {
        return inputMethod != null && now.proven && now.takesPhrases && now.enters && now.sentByEnter;
    }

    private boolean writtenAhead() {
        InputMethod quick = quick();
        return quick != null && quick.write(question, false);
    }

    /** Types the question, and once more where it did not come; returns what the recorder saw when it was armed. */
    private Facts verified(WebElement input) {
        Facts armed = typed(input);
        if (bare(armed.text("typed")).contains(bare(question))) {
            return armed;
        }
        // Some editors swallow the first keys unless they were really clicked into.
        pressQuietly(input);
        fingers.clear(input);
        fingers.type(input, question);
        return armed(input);
    }

    /**
     * Types the question; where the chatbot has taken one before, as an input method would.
     *
     * @return what the recorder saw when it was armed
     */
    private Facts typed(WebElement input) {
        InputMethod quick = quick();
        if (quick != null) {
            boolean written = quick.write(question, !now.sentByEnter);
            Facts armed = armed(input);
            if (written && bare(armed.text("typed")).equals(bare(question))) {
                return armed;
            }
            now.takesPhrases = false;
            fingers.clear(input);
        }
        fingers.type(input, question);
        return armed(input);
    }

    /**
     * Returns the input method, where what it writes reaches the input of a chatbot that has taken a question before.
     */
    private @Nullable InputMethod quick() {
        return focused && now.proven && now.takesPhrases ? inputMethod : null;
    }

    private Facts armed(WebElement input) {
        return Facts.of(scripts.call("recorder.arm", question, input));
    }

    /** Presses the question, which is an option of the last reply, instead of typing it. */
    Heard press() {
        WebElement input = standing();
        Facts found = Facts.of(input == null ? null : scripts.call("recorder.option", question));
        if (input == null || !(found.raw("el") instanceof WebElement option)) {
            return unpressed(found.text("why").isEmpty() ? "gone" : found.text("why"));
        }
        scripts.call("recorder.prepare", input, false);
        Facts armed = Facts.of(scripts.call("recorder.arm", found.text("text"), input, Map.of("pressed", true)));
        now.region = armed.raw("region") instanceof WebElement region ? region : now.region;
        boolean sure = armed.number("sendScore") >= SURE_SEND;
        WebElement send = sure && armed.raw("send") instanceof WebElement element ? element : null;
        moments.beforeSending();
        network.typed(Duration.ZERO);
        Set<String> windows = driver.getWindowHandles();
        boolean hangs = false;
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
        } catch (TimeoutException fault) {
            hangs = true;
            throw fault;
        } finally {
            if (!hangs) {
                closeOthers(windows);
            }
        }
    }

    private Heard unpressed(String why) {
        Message reason = Message.of(Asking.class, "option." + why, question);
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
        Facts ready = Facts.of(scripts.call("recorder.prepare", input, true, writesAhead() ? question : null));
        ahead = ready.raw("armed") == null ? null : Facts.of(ready.raw("armed"));
        if (!ready.text("typed").isBlank()) {
            fingers.clear(input);
            ready = Facts.of(scripts.call("recorder.prepare", input, true));
        }
        focused = ready.flag("focused");
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
            enter(input);
            return;
        }
        try {
            fingers.press(button);
        } catch (WebDriverException covered) {
            enter(input);
        }
    }

    private void enter(WebElement input) {
        InputMethod quick = quick();
        if (quick == null || !quick.enter()) {
            fingers.type(input, Keys.ENTER);
        }
    }

    private Heard listen(WebElement input, @Nullable WebElement send, boolean sentByButton) {
        ReplyEnd.Terms terms = end.first();
        boolean secondWay = false;
        long sent = System.nanoTime();
        // The recorder itself speaks up at the limit of a reply, so this ends.
        while (true) {
            Report report = report(terms, sent);
            tellAdded(report.heard().raw("earlier"));
            network.ended(report.requests());
            if (report.why().equals("refused")) {
                now.takesPhrases = false;
                fingers.clear(input);
                if (verified(input).text("typed").isBlank()) {
                    return undelivered();
                }
                enter(input);
                terms = end.first();
                sent = System.nanoTime();
                continue;
            }
            if (report.why().equals("undelivered")) {
                if (secondWay || (report.inputEmpty() && report.sentAt() != null)) {
                    return report.inputEmpty() && now.proven ? silent(report) : undelivered();
                }
                secondWay = true;
                now.enters &= sentByButton;
                now.takesPhrases = false;
                now.sentByEnter = sentByButton;
                send(input, sentByButton ? null : send);
                terms = end.first();
                sent = System.nanoTime();
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

    /** @throws org.openqa.selenium.TimeoutException if the page hangs, so that its recorder cannot speak up */
    private Report report(ReplyEnd.Terms terms, long sent) {
        Duration left = limits.reply().minusNanos(System.nanoTime() - sent);
        Duration time = (left.isNegative() ? Duration.ZERO : left).plus(SPEAKS_UP_WITHIN);
        return Report.of(Alarm.within(time, () -> scripts.await("recorder.listen", terms.script(limits))));
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
        Facts finished = report.heard();
        if (finished.isEmpty()) {
            finished = Facts.of(scripts.call("recorder.finish"));
            tellAdded(finished.raw("earlier"));
        }
        end.learn(report, state, waitedOut);
        Recording recording = Recording.of(finished, ERROR);
        now.proven |= recording.delivered();
        now.endedBy = endedBy;
        moments.afterReply();
        return heard(recording, endedBy);
    }

    /** Before this question was sent, the chatbot may have gone on with the one before. */
    private void tellAdded(@Nullable Object added) {
        Heard earlier = now.added(added);
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
                    Message.of(Asking.class, "reply.limit", limits.reply().toSeconds()),
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
                                    Asking.class,
                                    "reply.silent",
                                    limits.silence().toSeconds()),
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
                Asking.class,
                now.proven ? "question.refused" : "question.undelivered",
                now.found.discovery().how());
        return new Heard(now.proven ? Outcome.SILENT : Outcome.NO_CHATBOT, reason, Reply.NONE, null, null, "");
    }
}
