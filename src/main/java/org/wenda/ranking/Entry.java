package org.wenda.ranking;

import java.util.List;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Platform;
import org.wenda.review.Reviewed;
import org.wenda.score.Mark;

/**
 * What a run knows of one target.
 *
 * @param marks what the rules gave, or why they gave nothing
 * @param reviewed what people have marked
 */
public record Entry(Jurisdiction jurisdiction, Platform platform, List<Mark> marks, Reviewed reviewed) {
    public Entry {
        marks = List.copyOf(marks);
    }

    /** Returns the id of the target. */
    public String target() {
        return jurisdiction.id() + "-" + platform.id();
    }
}
