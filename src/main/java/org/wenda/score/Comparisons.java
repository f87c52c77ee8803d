package org.wenda.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.wenda.transcript.Outcome;
import org.wenda.words.Message;

/** How many answers say the same as a first one. */
final class Comparisons {
    private final Said first;
    private final double enough;
    private final List<Ground> grounds = new ArrayList<>();
    private int same;
    private int all;
    private Optional<Message> difference = Optional.empty();

    /** @param enough see {@link Likeness#compare} */
    Comparisons(Said first, double enough) {
        this.first = first;
        this.enough = enough;
        grounds.add(first.ended());
    }

    void add(Said other) {
        Likeness.Compared compared = compare(other);
        all++;
        same += compared.same() ? 1 : 0;
        grounds.add(other.ended());
        if (!compared.same() && difference.isEmpty()) {
            difference = Optional.of(Judged.words(
                    "likeness."
                            + (other.outcome() == first.outcome()
                                    ? compared.how().name()
                                    : "OUTCOME"),
                    Objects.requireNonNullElse(other.talk().variant(), ""),
                    cut(compared.one()),
                    cut(compared.other()),
                    other.outcome().wire()));
        }
    }

    /** Answers that end otherwise are others, whatever they read. */
    private Likeness.Compared compare(Said other) {
        if (other.outcome() != first.outcome()) {
            return new Likeness.Compared(Likeness.How.APART, "", "");
        }
        return Likeness.compare(answer(first), answer(other), enough);
    }

    private static String answer(Said said) {
        String text = said.last().reply().text();
        return said.outcome() == Outcome.OPTIONS
                ? text + "\n" + String.join("\n", said.last().reply().options())
                : text;
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), Ground.LONGEST_WORDS));
    }

    int all() {
        return all;
    }

    Judged judged(Bounds bounds, Rule rule) {
        double share = (double) same / all;
        Message told =
                difference.map(what -> rule.says("differ", same, all, what)).orElseGet(() -> rule.says("same", all));
        return Judged.mark(bounds.mark(share), grounds, told);
    }
}
