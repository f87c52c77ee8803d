package org.wenda.channel.page;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one document offers to somebody who looks for a chatbot, best candidates first.
 *
 * @param status HTTP status of the document; 0 if the browser does not tell
 * @param textLength characters of visible text, white space left out
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
        List<Wall> walls,
        List<Frame> frames) {

    /** Reads what {@code survey.look} returned. */
    public static Look of(@Nullable Object value) {
        Facts facts = Facts.of(value);
        return new Look(
                facts.text("address"),
                facts.text("title"),
                "complete".equals(facts.text("ready")),
                (int) facts.number("status"),
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
                facts.all("walls").stream()
                        .map(one -> new Wall(
                                one.text("kind"), one.text("words"), one.number("share"), (int) one.number("length")))
                        .toList(),
                facts.all("frames").stream()
                        .flatMap(one -> Frame.of(one).stream())
                        .toList());
    }

    /**
     * An element that could be the chatbot's input, or could open it.
     *
     * @param element as the driver knows it
     * @param score what speaks for it minus what speaks against it
     * @param why each reason with its points
     */
    public record Candidate(Object element, double score, List<String> why, String words, boolean disabled) {
        static Optional<Candidate> of(Facts facts) {
            Object element = facts.raw("el");
            return element == null
                    ? Optional.empty()
                    : Optional.of(new Candidate(
                            element,
                            facts.number("score"),
                            facts.texts("why"),
                            facts.text("words"),
                            facts.flag("disabled")));
        }
    }

    /**
     * A notice with something that closes it.
     *
     * @param element what to click
     * @param cover how much of the window it covers, in per cent
     */
    public record Notice(Object element, String words, String text, int cover) {
        static Optional<Notice> of(Facts facts) {
            Object element = facts.raw("el");
            return element == null
                    ? Optional.empty()
                    : Optional.of(
                            new Notice(element, facts.text("words"), facts.text("text"), (int) facts.number("cover")));
        }
    }

    /**
     * Words of a wall.
     *
     * @param kind login, captcha, waf or geo
     * @param share how much of the page's text they are
     * @param length of the page's text
     */
    public record Wall(String kind, String words, double share, int length) {}

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
