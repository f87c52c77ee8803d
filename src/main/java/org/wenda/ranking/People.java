package org.wenda.ranking;

import java.util.List;
import org.wenda.review.FinalMark;

/**
 * How many marks people gave, by why they stand.
 *
 * @param agreed raters gave the same
 * @param settled a third person decided
 * @param single one rater alone gave one
 * @param open people have looked and nothing stands yet; these are missing
 */
public record People(int agreed, int settled, int single, int open) {
    static People of(List<CountedMark> marks) {
        return new People(
                count(marks, FinalMark.Origin.AGREED),
                count(marks, FinalMark.Origin.SETTLED),
                count(marks, FinalMark.Origin.SINGLE),
                (int) marks.stream().filter(CountedMark::open).count());
    }

    private static int count(List<CountedMark> marks, FinalMark.Origin origin) {
        return (int) marks.stream()
                .filter(one -> one.human() != null && one.human().origin() == origin)
                .count();
    }

    /** Returns whether nobody has marked anything. */
    public boolean isNobody() {
        return agreed + settled + single + open == 0;
    }
}
