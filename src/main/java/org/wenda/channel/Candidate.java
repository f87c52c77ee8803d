package org.wenda.channel;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wenda.words.Message;

/**
 * Something on a page that came into question as a chatbot's.
 *
 * @param words what it reads or is labelled
 * @param score what speaks for it minus what speaks against it
 * @param enough the score from which it is tried
 * @param reasons each with its points
 * @param fate what came of it; null if it was not tried
 */
public record Candidate(
        Kind kind,
        String words,
        double score,
        double enough,
        List<Message> reasons,
        @Nullable Message fate) {
    public Candidate {
        reasons = List.copyOf(reasons);
    }

    /** What it could be. */
    public enum Kind {
        /** Where a question is typed. */
        INPUT,
        /** What opens the chatbot. */
        LAUNCHER
    }

    public Candidate with(Message come) {
        return new Candidate(kind, words, score, enough, reasons, come);
    }

    /** Returns what it is: the kind, its words and its points. */
    public Message title() {
        return Message.of(
                Candidate.class,
                kind == Kind.INPUT ? "candidate.input" : "candidate.launcher",
                words,
                points(score),
                points(enough));
    }

    /** Returns what came of it, also where it was not tried. */
    public Message verdict() {
        Message come = fate;
        if (come != null) {
            return come;
        }
        return Message.of(Candidate.class, score < enough ? "candidate.weak" : "candidate.untried");
    }

    /** Returns all of it as one line. */
    public Message line() {
        Message all = Message.of(Candidate.class, "candidate.line", title(), verdict());
        return reasons.isEmpty() ? all : Message.of(Candidate.class, "candidate.reasoned", all, series(reasons));
    }

    private static Message series(List<Message> reasons) {
        Message series = reasons.get(0);
        for (Message reason : reasons.subList(1, reasons.size())) {
            series = Message.of(Candidate.class, "candidate.series", series, reason);
        }
        return series;
    }

    private static String points(double points) {
        return String.format(Locale.ROOT, "%.1f", points);
    }
}
