package org.wenda.score;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wenda.words.Message;

/**
 * A mark on one indicator, or why there is none, always pointing at what it rests on.
 *
 * @param target id of the target
 * @param scenario id of the scenario it was earned in; null if it is about the target as a whole
 * @param indicator id of the item
 * @param by whether the mark stands by itself or waits for a person
 * @param value 0–3; null if the rule abstains
 * @param abstained why there is no mark; null if there is one
 * @param spread how repeats differ, or the times behind the mark; null if there is nothing to differ
 * @param grounds in the order in which a reader would look
 * @param rationale one sentence
 */
public record Mark(
        String target,
        @Nullable String scenario,
        String indicator,
        Index.MarkedBy by,
        @Nullable Integer value,
        @Nullable Abstention abstained,
        RuleId rule,
        @Nullable Spread spread,
        List<Ground> grounds,
        Message rationale) {
    public Mark {
        grounds = List.copyOf(grounds);
        if ((value == null) == (abstained == null)) {
            throw new IllegalArgumentException("either a mark or a reason for none: " + indicator);
        }
        if (value != null && (value < 0 || value > 3)) {
            throw new IllegalArgumentException("a mark of " + value);
        }
    }

    /** Returns whether both are about the same thing. */
    public boolean isSameMatter(Mark other) {
        return target.equals(other.target)
                && Objects.equals(scenario, other.scenario)
                && indicator.equals(other.indicator);
    }
}
