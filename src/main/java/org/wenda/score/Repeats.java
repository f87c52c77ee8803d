package org.wenda.score;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What several turns, or several conversations of one scenario, come to together. */
final class Repeats {
    private Repeats() {}

    /**
     * Returns the mark of a scenario whose conversation was held again: the median, and the spread of all. Of an even
     * number the last counts for the spread only, since the lower of two would cost the target that was asked twice.
     */
    static Judged heldAgain(List<Judged> conversations) {
        List<Judged> marked =
                conversations.stream().filter(one -> one.value() != null).toList();
        Spread spread = together(conversations).spread();
        return marked.size() % 2 == 0 && spread != null
                ? together(marked.subList(0, marked.size() - 1)).with(spread)
                : together(conversations);
    }

    /**
     * Returns the lower median of the marks, with its own grounds and the spread of all; the first reason if there is
     * no mark.
     */
    static Judged together(List<Judged> repeats) {
        List<Judged> marked = repeats.stream()
                .filter(one -> one.value() != null)
                .sorted(Comparator.comparing(one -> Objects.requireNonNull(one.value())))
                .toList();
        if (marked.isEmpty() || repeats.size() == 1) {
            return repeats.get(0);
        }
        if (marked.size() == 1) {
            return marked.get(0);
        }
        List<Integer> values =
                marked.stream().map(one -> Objects.requireNonNull(one.value())).toList();
        return marked.get((marked.size() - 1) / 2).with(Spread.of(values, Spread.MARK));
    }
}
