package org.wenda.ranking;

import java.util.List;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Platform;
import org.wenda.review.FinalMark;
import org.wenda.score.Mark;

/**
 * What a run knows of one target.
 *
 * @param marks what the rules gave, or why they gave nothing
 * @param finals what stands after people have rated; empty where nobody has
 */
public record Entry(Jurisdiction jurisdiction, Platform platform, List<Mark> marks, List<FinalMark> finals) {
    public Entry {
        marks = List.copyOf(marks);
        finals = List.copyOf(finals);
    }

    /** Returns the id of the target. */
    public String target() {
        return jurisdiction.id() + "-" + platform.id();
    }
}
