package org.wenda.ranking;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.wenda.score.Abstention;
import org.wenda.score.Mark;

/** Whether a target has a chatbot, as far as is known. */
public enum Presence {
    /** There is one. */
    FOUND,
    /** Somebody looked, and there is none. */
    NONE,
    /** Whoever looked was kept out, could not get there or failed; never the same as none. */
    UNKNOWN;

    /** After these nobody has seen whether there is a chatbot. */
    private static final Set<Abstention> UNSEEN =
            Set.of(Abstention.BLOCKED, Abstention.UNREACHABLE, Abstention.BROKEN, Abstention.NOT_ASKED);

    /**
     * Returns what the marks say.
     *
     * @param covered what {@link org.wenda.score.Standing} says
     */
    static Presence of(List<Mark> marks, boolean covered) {
        if (!covered) {
            return NONE;
        }
        boolean seen = marks.stream()
                .anyMatch(mark -> mark.value() != null || !UNSEEN.contains(Objects.requireNonNull(mark.abstained())));
        return seen ? FOUND : UNKNOWN;
    }
}
