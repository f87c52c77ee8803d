package org.wenda.score;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What several conversations of one scenario come to together. */
final class Repeats {
    private Repeats() {}

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
