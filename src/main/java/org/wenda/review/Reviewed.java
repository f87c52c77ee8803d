package org.wenda.review;

import java.util.List;

/**
 * What has come of a review so far.
 *
 * @param marks that stand, in the order of targets, scenarios and items
 * @param open items that raters have looked at and that nothing stands on: they differ and no third person has decided,
 *     or nobody could judge
 */
public record Reviewed(List<FinalMark> marks, List<ItemKey> open) {
    /** Nobody has marked anything. */
    public static final Reviewed NOTHING = new Reviewed(List.of(), List.of());

    public Reviewed {
        marks = List.copyOf(marks);
        open = List.copyOf(open);
    }

    /** Returns what came of one target. */
    public Reviewed of(String target) {
        return new Reviewed(
                marks.stream().filter(mark -> mark.target().equals(target)).toList(),
                open.stream().filter(item -> item.target().equals(target)).toList());
    }
}
