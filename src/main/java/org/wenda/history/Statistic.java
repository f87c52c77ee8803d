package org.wenda.history;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why chance does not explain a change.
 *
 * @param chance that a chatbot which has not changed shows this, 0–1; null if the test has none
 * @param observed what was seen: a distance from 0 (same) to 1, or the later time over the earlier one; null if the
 *     test measures nothing
 * @param meaning how far apart the meanings lie, from 0 (same) to 1; null if nobody looked
 * @param habit the same of this chatbot by itself: how often, or how far, its answers of one night differ; of a
 *     recurrence the share of earlier answers that came out so; null if the test has none
 * @param spread standard deviation of the habit; null as above
 * @param pairs from how many pairs of this chatbot's answers the habit is known; of a recurrence from how many answers
 * @param before how many answers of the earlier run were compared
 * @param after how many of the later one
 */
public record Statistic(
        Test test,
        @Nullable Double chance,
        @Nullable Double observed,
        @Nullable Double meaning,
        @Nullable Double habit,
        @Nullable Double spread,
        int pairs,
        int before,
        int after) {
    /** What was asked of the figures. */
    public enum Test {
        /** How often two answers of one night differ in this. */
        FLICKER,
        /** How far two answers of one night lie apart. */
        DISTANCE,
        /** How much longer one answer took than another. */
        RATIO,
        /** Whether the answers to all questions took longer together; Wilcoxon. */
        SIGNED_RANK,
        /** How often something was seen in the conversations of a night. */
        BINOMIAL,
        /** How often the same question ended so, or the same link led there, in earlier answers. */
        RECURRENCE,
        /** What is looked at once a night, and in no earlier night, has no habits. */
        SEEN;

        /** Returns the name that stands in files, such as {@code signed-rank}. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Statistic seen(int before, int after) {
        return new Statistic(Test.SEEN, null, null, null, null, null, 0, before, after);
    }

    /** @param chance null if nothing like it was ever seen */
    static Statistic recurrence(Past.Seen seen, @Nullable Double chance, int before, int after) {
        return new Statistic(
                Test.RECURRENCE, chance, null, null, seen.share(), null, seen.looks() + seen.row(), before, after);
    }

    Statistic with(double apartInMeaning) {
        return new Statistic(test, chance, observed, apartInMeaning, habit, spread, pairs, before, after);
    }
}
