package org.wenda.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenda.score.Mark;
import org.wenda.words.Problem;

/**
 * What {@code marks.jsonl} says.
 *
 * @param marked whether the run was ever marked; where not, there are no marks and nothing is wrong
 * @param index SHA-256 of the index by which it was marked; null if there are no marks
 * @param marks in the order of the file
 * @param problems lines that cannot be read
 */
public record StoredMarks(boolean marked, @Nullable String index, List<Mark> marks, List<Problem> problems) {
    /** A run that was never marked. */
    public static final StoredMarks NONE = new StoredMarks(false, null, List.of(), List.of());

    public StoredMarks {
        marks = List.copyOf(marks);
        problems = List.copyOf(problems);
    }

    /** Returns the marks of one target, in order. */
    public List<Mark> of(String target) {
        return marks.stream().filter(mark -> mark.target().equals(target)).toList();
    }

    /** Returns the marks that a target earned in one scenario, in order. */
    public List<Mark> of(String target, String scenario) {
        return of(target).stream()
                .filter(mark -> scenario.equals(mark.scenario()))
                .toList();
    }
}
