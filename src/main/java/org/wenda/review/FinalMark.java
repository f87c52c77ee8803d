package org.wenda.review;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The mark that stands on one item after review, and what it came from.
 *
 * @param target id of the target
 * @param scenario id of the scenario it was earned in; null if it is about the target as a whole
 * @param indicator id of the item
 * @param value 0–3
 * @param ratings what each rater gave, by rater; those who could not judge are not among them
 */
public record FinalMark(
        String target, @Nullable String scenario, String indicator, int value, Origin origin, List<RaterMark> ratings) {
    public FinalMark {
        ratings = List.copyOf(ratings);
        if (value < 0 || value > 3) {
            throw new IllegalArgumentException("a mark of " + value);
        }
    }

    /** Returns what was marked. */
    public ItemKey item() {
        return new ItemKey(target, scenario, indicator);
    }

    /** Why the mark stands. */
    public enum Origin {
        /** The raters gave the same. */
        AGREED,
        /** A third person decided. */
        SETTLED,
        /** Only one rater gave a mark. */
        SINGLE;

        /** Returns the name that stands in files, in small letters. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
