package org.wenda.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mark that is another than before.
 *
 * @param before null if there was none
 * @param now null if there is none any more
 */
public record Change(@Nullable Mark before, @Nullable Mark now) {
    public Change {
        if (before == null && now == null) {
            throw new IllegalArgumentException("nothing changed");
        }
    }

    /** Returns the mark as it is, or as it was if it is gone. */
    public Mark mark() {
        return now == null ? Objects.requireNonNull(before) : now;
    }

    /** Returns whether the rule is another, by its version or by its name. */
    public boolean isOfAnotherRule() {
        return before != null && now != null && !before.rule().equals(now.rule());
    }

    /** Returns what differs in value, reason or rule, in the order of the new marks, what is gone at the end. */
    public static List<Change> between(List<Mark> before, List<Mark> now) {
        Map<List<String>, Mark> left = new LinkedHashMap<>();
        before.forEach(mark -> left.put(matter(mark), mark));
        List<Change> changes = new ArrayList<>();
        for (Mark mark : now) {
            Mark old = left.remove(matter(mark));
            if (old == null || differs(old, mark)) {
                changes.add(new Change(old, mark));
            }
        }
        left.values().forEach(gone -> changes.add(new Change(gone, null)));
        return changes;
    }

    private static boolean differs(Mark before, Mark now) {
        return !Objects.equals(before.value(), now.value())
                || before.abstained() != now.abstained()
                || !before.rule().equals(now.rule());
    }

    private static List<String> matter(Mark mark) {
        return List.of(mark.target(), mark.indicator(), Objects.requireNonNullElse(mark.scenario(), ""));
    }
}
