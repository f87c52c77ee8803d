package org.wenda.channel.page;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one document offers to somebody who looks for a chatbot, best candidates first.
 *
 * @param status HTTP status of the document; 0 if the browser does not tell
 * @param textLength characters of visible text, white space left out
 * @param chat whether its address or title speaks of a chatbot
 * @param secret whether a password is asked for
 * @param vendors whose chatbots the document carries, as far as known
 * @param still how long nothing has been added to the document
 */
public record Look(
        String address,
        String title,
        boolean loaded,
        int status,
        int textLength,
        List<Candidate> inputs,
        List<Candidate> launchers,
        List<Notice> notices,
        List<Choice> choices,
        List<Wall> walls,
        List<Frame> frames,
        boolean chat,
        boolean secret,
        List<Known> vendors,
        Duration still) {

    /** Reads what {@code survey.look} returned. */
    public static Look of(@Nullable Object value) {
        Facts facts = Facts.of(value);
        return new Look(
                facts.text("address"),
                facts.text("title"),
                "complete".equals(facts.text("ready")),
                (int) facts.number("httpStatus"),
                (int) facts.number("textLength"),
                facts.all("inputs").stream()
                        .flatMap(one -> Candidate.of(one).stream())
                        .toList(),
                facts.all("launchers").stream()
                        .flatMap(one -> Candidate.of(one).stream())
                        .toList(),
                facts.all("notices").stream()
                        .flatMap(one -> Notice.of(one).stream())
                        .toList(),
                facts.all("choices").stream().map(Choice::of).toList(),
                facts.all("walls").stream()
                        .map(one -> new Wall(
                                one.text("kind"),
                                one.text("words"),
                                one.number("share"),
                                (int) one.number("length"),
                                one.flag("over")))
                        .toList(),
                frames(facts),
                facts.flag("chat"),
                facts.flag("secret"),
                facts.all("vendors").stream()
                        .map(one -> new Known(one.text("name"), one.text("sign"), one.text("value")))
                        .toList(),
                Duration.ofMillis(Math.max(0, Math.round(facts.number("stirredMs")))));
    }

    /** Reads the frames of what {@code survey.look} or {@code survey.frames} returned. */
    public static List<Frame> frames(Facts facts) {
        return facts.all("frames").stream()
                .flatMap(one -> Frame.of(one).stream())
                .toList();
    }

    /**
     * An element that could be the chatbot's input, or could open it.
     *
     * @param element as the driver knows it
     * @param score what speaks for it minus what speaks against it
     */
    public record Candidate(Object element, double score, List<Reason> why, String words, boolean disabled) {
        static Optional<Candidate> of(Facts facts) {
            Object element = facts.raw("el");
            return element == null
                    ? Optional.empty()
                    : Optional.of(new Candidate(
                            element,
                            facts.number("score"),
                            facts.all("why").stream().map(Reason::of).toList(),
                            facts.text("words"),
                            facts.flag("disabled")));
        }
    }

    /**
     * What speaks for an element, or against it.
     *
     * @param code which of the reasons that {@code survey.js} knows
     * @param value what was seen, such as a text; empty if the code says all
     */
    public record Reason(double points, String code, String value) {
        static Reason of(Facts facts) {
            return new Reason(facts.number("points"), facts.text("code"), facts.text("value"));
        }
    }

    /**
     * A notice with something that closes it.
     *
     * @param element what to click
     * @param cover how much of the window it covers, in per cent
     * @param covers whether it covers something that could be the chatbot's
     * @param locked whether it cannot be closed yet
     * @param chat whether it speaks as a chatbot does
     */
    public record Notice(
            Object element, String words, String text, int cover, boolean covers, boolean locked, boolean chat) {
        static Optional<Notice> of(Facts facts) {
            Object element = facts.raw("el");
            return element == null
                    ? Optional.empty()
                    : Optional.of(new Notice(
                            element,
                            facts.text("words"),
                            facts.text("text"),
                            (int) facts.number("cover"),
                            facts.flag("covers"),
                            facts.flag("locked"),
                            facts.flag("chat")));
        }
    }

    /**
     * Something that the page wants to know before it goes on.
     *
     * @param kind region, person, consent or identity
     * @param title how it is asked
     * @param options what can be chosen; for a consent the boxes to tick
     * @param on the element that goes on when all is chosen; null if choosing is enough, or it cannot be pressed yet
     * @param boxed whether a consent has boxes, ticked or not
     * @param cover how much of the window it covers, in per cent; 0 if it lies in the page
     * @param covers whether it covers something that could be the chatbot's
     */
    public record Choice(
            String kind,
            String title,
            List<Option> options,
            @Nullable Object on,
            boolean boxed,
            int cover,
            boolean covers) {
        static Choice of(Facts facts) {
            return new Choice(
                    facts.text("kind"),
                    facts.text("title"),
                    facts.all("options").stream()
                            .flatMap(one -> Option.of(one).stream())
                            .toList(),
                    facts.raw("on"),
                    facts.flag("boxed"),
                    (int) facts.number("cover"),
                    facts.flag("covers"));
        }
    }

    /**
     * A vendor that the document shows to be there.
     *
     * @param sign by what: script, chat, global or launcher
     */
    public record Known(String name, String sign, String value) {}

    /** One of the options of a choice. */
    public record Option(Object element, String words, boolean chosen) {
        static Optional<Option> of(Facts facts) {
            Object element = facts.raw("el");
            return element == null
                    ? Optional.empty()
                    : Optional.of(new Option(element, facts.text("words"), facts.flag("chosen")));
        }
    }

    /**
     * Words of a wall.
     *
     * @param kind login, captcha, waf or geo
     * @param share how much of the page's text they are
     * @param length of the page's text
     * @param over whether the words stand in something that lies over the page
     */
    public record Wall(String kind, String words, double share, int length, boolean over) {}

    /**
     * A frame in the document.
     *
     * @param chat whether its address or title speaks of a chatbot
     */
    public record Frame(Object element, String src, boolean visible, int width, int height, boolean chat) {
        static Optional<Frame> of(Facts facts) {
            Object element = facts.raw("el");
            return element == null
                    ? Optional.empty()
                    : Optional.of(new Frame(
                            element,
                            facts.text("src"),
                            facts.flag("visible"),
                            (int) facts.number("width"),
                            (int) facts.number("height"),
                            facts.flag("chat")));
        }
    }
}
