package org.wenda.channel.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wenda.channel.Heard;
import org.wenda.channel.page.Lexicon;
import org.wenda.channel.page.OutcomeRule;
import org.wenda.config.LimitSettings;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Link;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Timing;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/**
 * Hears one reply by looking at the screen again and again until nothing changes any more. Every time it tells lies
 * between two looks, and its error says how far they were apart. Used once.
 */
final class Hearing {
    /** Streamed answers pause for more than a second; a tree costs up to another. */
    private static final Duration QUIET = Duration.ofMillis(2500);

    /** How much of the list one look back goes over, so that each overlaps the one before. */
    private static final double PART = 0.5;

    /** A finger that goes from edge to edge begins on what lies beside the list. */
    static final double MOST = 0.9;

    private static final int MOST_LOOKS_BACK = 40;

    private static final Answer NOTHING = new Answer(List.of());

    private final Phone phone;
    private final Lexicon words;
    private final ChatSpotter spotter;
    private final TalkReader reader;
    private final LimitSettings limits;
    private final String question;
    private final String app;
    private final List<String> before;
    private final Span sent;

    /** Whether anything but what stood there before was seen; what looks like it from then on is new all the same. */
    private boolean stirred;

    private Instant lookedUntil;
    private @Nullable Span firstSign;
    private @Nullable Span firstReply;
    private @Nullable Span lastChange;
    private @Nullable Span firstThought;
    /** Reasoning as it was last seen; what came between that look and its end nobody saw. */
    private List<String> thought = List.of();

    /**
     * @param reader of this conversation
     * @param app package that the conversation is held in
     * @param before what the screen showed of the conversation right before
     * @param sent when the question was sent
     */
    Hearing(
            Phone phone,
            Lexicon words,
            TalkReader reader,
            LimitSettings limits,
            String question,
            String app,
            List<Line> before,
            Span sent) {
        this.phone = phone;
        this.words = words;
        this.spotter = new ChatSpotter(words);
        this.reader = reader;
        this.limits = limits;
        this.question = question;
        this.app = app;
        this.before = signature(before);
        this.sent = sent;
        this.lookedUntil = sent.until();
    }

    /** Waits until the reply has ended, reads all of it, and leaves the list at its end. */
    Heard hear() {
        String endedBy = await();
        List<Line> lines = whole();
        Answer answer = Answer.to(question, lines).orElse(NOTHING).without(thought);
        if (firstReply == null && !answer.bubbles().isEmpty()) {
            nobodySaw();
        }
        return heard(answer, endedBy);
    }

    /** The same answer to the same question once more can look like nothing new from the first look to the last. */
    private void nobodySaw() {
        Span sometime = new Span(sent.until(), lookedUntil);
        firstSign = firstSign == null ? sometime : firstSign;
        firstReply = sometime;
        lastChange = sometime;
    }

    // ---- until it ends

    private String await() {
        List<String> known = before;
        Instant since = sent.from();
        Instant changed = sent.until();
        while (true) {
            Glance glance = phone.look();
            Optional<Talk> talk = talk(glance.screen());
            List<Line> lines = talk.map(Talk::lines).orElse(List.of());
            List<String> now = signature(lines);
            lookedUntil = glance.until();
            stirred |= talk.isPresent() && !now.equals(before);
            // Until anything moves, what stands there is older than the question.
            Answer answer = stirred ? answer(lines) : NOTHING;
            if (talk.isPresent() && !now.equals(known)) {
                note(answer, new Span(since, glance.until()));
                known = now;
                changed = glance.until();
            }
            since = talk.isPresent() ? glance.from() : since;
            Optional<String> end = end(talk.isPresent() && !answer.isBusy(), glance, changed);
            if (end.isPresent()) {
                return end.get();
            }
        }
    }

    /** A long answer moves the question off the screen. */
    private Answer answer(List<Line> lines) {
        return Answer.to(question, lines).orElse(new Answer(lines));
    }

    private Optional<String> end(boolean calm, Glance glance, Instant changed) {
        if (glance.until().isAfter(sent.until().plus(limits.reply()))) {
            return Optional.of("limit");
        }
        if (firstReply == null) {
            boolean waitedOut = glance.from().isAfter(sent.until().plus(limits.silence()));
            return waitedOut ? Optional.of("silence-limit") : Optional.empty();
        }
        boolean quiet = Duration.between(changed, glance.from()).compareTo(QUIET) >= 0;
        return quiet && calm ? Optional.of("silence") : Optional.empty();
    }

    private void note(Answer answer, Span when) {
        boolean sign = answer.lines().stream().anyMatch(line -> line.side() == Line.Side.CHATBOT);
        if (sign && firstSign == null) {
            firstSign = when;
        }
        List<String> thinking = answer.thinking();
        if (!thinking.isEmpty()) {
            firstThought = firstThought == null ? when : firstThought;
            thought = thinking;
        }
        if (!answer.without(thought).bubbles().isEmpty()) {
            firstReply = firstReply == null ? when : firstReply;
            lastChange = when;
        }
    }

    private static List<String> signature(List<Line> lines) {
        return lines.stream().map(line -> line.kind() + line.text()).toList();
    }

    /** Returns the conversation on the screen; empty where a notice covered it, which is then closed. */
    private Optional<Talk> talk(Screen screen) {
        Optional<ChatSpot> spot =
                spotter.spots(screen).stream().filter(ChatSpot::isEnough).findFirst();
        View list = spot.map(ChatSpot::list).orElse(null);
        if (list != null) {
            return Optional.of(reader.read(list));
        }
        if (!phone.app().equals(app)) {
            throw new MachineException(Message.of(Hearing.class, "phone.appGone", app, phone.app()), null);
        }
        closeNotice(screen);
        return Optional.empty();
    }

    private void closeNotice(Screen screen) {
        screen.views()
                .filter(view -> view.clickable() && words.says("notice.close", view.label()))
                .filter(view -> !words.says("notice.not", view.label()))
                .findFirst()
                .ifPresentOrElse(phone::touch, phone::back);
    }

    // ---- all of it

    /** Goes back until the question is seen, and to the end again. */
    private List<Line> whole() {
        Talk last = talkAtLast();
        Ribbon ribbon = Ribbon.of(last);
        Talk shown = last;
        double part = PART;
        boolean more = true;
        int looks = 0;
        while (more && Answer.to(question, ribbon.lines()).isEmpty() && ++looks <= MOST_LOOKS_BACK) {
            more = phone.scroll(last.area(), "up", part);
            Talk higher = talkAtLast();
            if (higher.equals(shown)) {
                break; // a phone that does not say so beforehand
            }
            shown = higher;
            int moved = (int) (last.area().height() * part);
            Optional<Ribbon> joined = ribbon.above(higher, moved);
            if (joined.isEmpty()) {
                throw new MachineException(Message.of(Hearing.class, "phone.noOverlap", question), null);
            }
            ribbon = joined.get();
        }
        for (boolean below = looks > 0; below && looks > 0; looks--) {
            below = phone.scroll(last.area(), "down", MOST);
        }
        return ribbon.lines();
    }

    private Talk talkAtLast() {
        for (int look = 0; look < MOST_LOOKS_BACK; look++) {
            Optional<Talk> talk = talk(phone.look().screen());
            if (talk.isPresent()) {
                return talk.get();
            }
        }
        throw new MachineException(Message.of(Hearing.class, "phone.covered", question), null);
    }

    private Heard heard(Answer answer, String endedBy) {
        Reply reply = reply(answer);
        Timing timing = timing();
        if (endedBy.equals("limit")) {
            Outcome outcome = reply.bubbles().isEmpty() ? Outcome.SILENT : Outcome.CUT_OFF;
            return new Heard(
                    outcome,
                    Message.of(Hearing.class, "reply.limit", limits.reply().toSeconds()),
                    reply,
                    timing,
                    endedBy,
                    "");
        }
        if (reply.bubbles().isEmpty()) {
            Message reason =
                    Message.of(Hearing.class, "reply.silent", limits.silence().toSeconds());
            return new Heard(Outcome.SILENT, reason, reply, timing, endedBy, "");
        }
        boolean drawn = reply.bubbles().stream()
                .allMatch(
                        bubble -> bubble.text().isEmpty() && !bubble.pictures().isEmpty());
        Message reason = drawn ? Message.of(Hearing.class, "reply.notReadable") : null;
        return new Heard(new OutcomeRule().of(reply), reason, reply, timing, endedBy, "");
    }

    private Reply reply(Answer answer) {
        List<Bubble> bubbles = answer.bubbles();
        List<String> options =
                bubbles.stream().flatMap(bubble -> bubble.options().stream()).toList();
        List<Link> links =
                bubbles.stream().flatMap(bubble -> bubble.links().stream()).toList();
        return new Reply(bubbles, options, links, List.of(), String.join("\n", thought), answer.controls(words));
    }

    private Timing timing() {
        Duration error = sent.half();
        List<Span> told = new ArrayList<>();
        for (Span span : new Span[] {firstSign, firstReply, lastChange}) {
            if (span != null) {
                told.add(span);
            }
        }
        Duration widest = told.stream().map(Span::half).max(Duration::compareTo).orElse(Duration.ZERO);
        return new Timing(
                sent.middle(),
                since(firstSign),
                since(firstReply),
                since(lastChange),
                thinkingTime(),
                error.plus(widest));
    }

    private @Nullable Duration thinkingTime() {
        Span began = firstThought;
        Span ended = firstReply;
        return began == null || ended == null ? null : Duration.between(began.middle(), ended.middle());
    }

    private @Nullable Duration since(@Nullable Span span) {
        return span == null ? null : Duration.between(sent.middle(), span.middle());
    }
}
