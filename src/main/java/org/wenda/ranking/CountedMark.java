package org.wenda.ranking;

import org.jspecify.annotations.Nullable;
import org.wenda.review.FinalMark;
import org.wenda.score.Mark;

/**
 * A mark as it counts, beside what it was chosen from.
 *
 * @param mark what counts; without a value where nothing does
 * @param rule what the rule gave; null if it was not asked
 * @param human what stands after people have rated; null if nobody has. It wins over the rule's
 * @param open whether people have looked and nothing stands yet; it is missing then, unless the rule decides
 */
public record CountedMark(
        Mark mark, @Nullable Mark rule, @Nullable FinalMark human, boolean open) {
    /** Returns whether people gave another value than the rule. */
    public boolean isOverride() {
        return human != null && rule != null && rule.value() != null && rule.value() != human.value();
    }
}
