package org.wenda.review;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wenda.score.Mark;

/**
 * What is marked: one indicator of one target, in one scenario or as a whole.
 *
 * @param scenario null if it is about the target as a whole
 */
public record ItemKey(String target, @Nullable String scenario, String indicator) implements Comparable<ItemKey> {
    private static final Comparator<ItemKey> ORDER = Comparator.comparing(ItemKey::target)
            .thenComparing(key -> Objects.requireNonNullElse(key.scenario, ""))
            .thenComparing(ItemKey::indicator);

    /** Returns what a mark is about. */
    public static ItemKey of(Mark mark) {
        return new ItemKey(mark.target(), mark.scenario(), mark.indicator());
    }

    /** Returns how people are told of it: {@code demo-web temporary-id-card D12}. */
    public String label() {
        return scenario == null ? target + " " + indicator : target + " " + scenario + " " + indicator;
    }

    @Override
    public int compareTo(ItemKey other) {
        return ORDER.compare(this, other);
    }
}
