package org.wenda.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenda.score.Mark;

/**
 * What one page or workbook asks one person to mark, in that person's order. Never says what anybody else is called.
 *
 * @param name such as {@code batch-01}
 * @param seed by which the order was drawn
 * @param edition of the index, as people call it
 * @param index SHA-256 of the index
 */
public record Batch(
        String run, Role role, String person, String name, long seed, String edition, String index, List<Task> tasks) {
    public Batch {
        tasks = List.copyOf(tasks);
    }

    /**
     * One item to mark.
     *
     * @param evidence SHA-256 of what it is to be marked on
     * @param machine what a rule said of it, to be shown afterwards
     * @param given what raters said of it, in an order that tells nothing of who they are; only a third person sees it
     * @param prefilled what stands unless the person says otherwise; null if nothing does
     */
    public record Task(
            ItemKey item,
            String evidence,
            Mark machine,
            List<Given> given,
            @Nullable Integer prefilled) {
        public Task {
            given = List.copyOf(given);
        }
    }

    /** What a rater said, without a name. */
    public record Given(@Nullable Integer value, @Nullable Unjudged unjudged, String note) {
        static Given of(Judgement judgement) {
            return new Given(judgement.value(), judgement.unjudged(), judgement.note());
        }
    }
}
