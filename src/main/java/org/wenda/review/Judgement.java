package org.wenda.review;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said of one item at one moment.
 *
 * @param value 0–3; null if it cannot be judged
 * @param unjudged why not; null if there is a value
 * @param note in the person's own words; empty if there is none
 * @param at when, to the millisecond
 * @param blind whether it was given before the mark of the rule was shown
 */
record Judgement(@Nullable Integer value, @Nullable Unjudged unjudged, String note, Instant at, boolean blind) {
    /** Longer notes are refused. */
    static final int LONGEST_NOTE = 2_000;

    Judgement {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        if ((value == null) == (unjudged == null)) {
            throw new IllegalArgumentException("either a mark or a reason for none");
        }
        if (value != null && (value < 0 || value > 3)) {
            throw new IllegalArgumentException("a mark of " + value);
        }
        if (note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("a note of " + note.length() + " characters");
        }
    }

    /** Returns whether both say the same, whenever it was. */
    boolean saysSame(Judgement other) {
        return Objects.equals(value, other.value) && unjudged == other.unjudged && note.equals(other.note);
    }
}
