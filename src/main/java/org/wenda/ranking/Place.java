package org.wenda.ranking;

import org.jspecify.annotations.Nullable;
import org.wenda.portal.Jurisdiction;

/**
 * A row of a table of places.
 *
 * @param id of the target; of the jurisdiction where both platforms are added up
 * @param place from 1; totals that are printed alike share it. Null where there is no total to be placed by
 * @param value the total; null if a secondary indicator has no mark at all, or a platform was not run
 * @param low if everything that is missing earned 0
 * @param high if everything that is missing earned full marks
 * @param missing marks that are missing
 * @param suggested marks that wait for a person and were counted
 * @param chance how sure the place is; null where it cannot be told
 */
public record Place(
        String id,
        Jurisdiction jurisdiction,
        @Nullable Integer place,
        @Nullable Double value,
        double low,
        double high,
        int missing,
        int suggested,
        @Nullable Chance chance) {
    /** Returns whether something is missing, so that the total may still change. */
    public boolean isProvisional() {
        return missing > 0;
    }

    /**
     * How sure a total and its place are, as far as the choice of scenarios and raters goes, and what is missing.
     *
     * @param low the total of an interval of the confidence that the rules name
     * @param high the same
     * @param best the best place that is as likely
     * @param worst the worst
     * @param apart whether the total differs from the next row's by more than chance; true in the last row
     */
    public record Chance(double low, double high, int best, int worst, boolean apart) {}

    Place with(int rank, @Nullable Chance how) {
        return new Place(id, jurisdiction, rank, value, low, high, missing, suggested, how);
    }
}
