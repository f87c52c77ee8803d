package org.wenda.history;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wenda.words.Message;

/**
 * One change that chance does not explain.
 *
 * @param question null if the change is about the target as a whole
 * @param asked the words of the question; empty if there is none
 * @param what one sentence for people
 * @param gone what was said, offered or seen before and is not any more
 * @param fresh what is now and was not
 * @param before the answer as it was; null if the change is about the target as a whole
 * @param after likewise
 * @param lookedAgain whether the question was asked once more in the later run and the change was seen again
 * @param accepted what somebody wrote down about it; null if nobody did
 */
public record Difference(
        String target,
        @Nullable Question question,
        String asked,
        DriftClass kind,
        Trend trend,
        Message what,
        List<Item> gone,
        List<Item> fresh,
        @Nullable Passage before,
        @Nullable Passage after,
        Statistic statistic,
        boolean lookedAgain,
        @Nullable Accepted accepted) {
    public Difference {
        gone = List.copyOf(gone);
        fresh = List.copyOf(fresh);
    }

    /** Whether a citizen is better off. */
    public enum Trend {
        WORSE,
        BETTER,
        /** No program can tell. */
        OTHER;

        /** Returns the name that stands in files, such as {@code worse}. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An answer as it stands in its run.
     *
     * @param exchange number of its exchange, from 1
     */
    public record Passage(int exchange, String text) {}

    Difference as(@Nullable Accepted said) {
        return new Difference(
                target, question, asked, kind, trend, what, gone, fresh, before, after, statistic, lookedAgain, said);
    }
}
