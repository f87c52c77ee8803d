package org.wenda.score;

import org.jspecify.annotations.Nullable;

/**
 * What an indicator amounts to.
 *
 * @param id of the item, secondary or core indicator; {@code total} for the platform
 * @param value of what is marked; null if nothing is
 * @param low if everything that is missing earned 0
 * @param high if everything that is missing earned full marks
 * @param missing how many marks are missing below it that would count
 * @param suggested how many of its marks wait for a person
 */
public record Amount(String id, @Nullable Double value, double low, double high, int missing, int suggested) {
    /** Returns whether something is missing, so that the value may still change. */
    public boolean isProvisional() {
        return missing > 0;
    }
}
