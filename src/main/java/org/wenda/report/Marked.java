package org.wenda.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.StoredMarks;
import org.wenda.score.Index;
import org.wenda.score.Mark;

/**
 * The marks of a run, by target.
 *
 * @param index by which they were made, or the one whose names are shown for it; null if the run was never marked
 */
record Marked(
        StoredMarks marks,
        Map<String, List<Mark>> byTarget,
        @Nullable Index index) {

    /** Reads the marks of a run, with the index that it keeps, so that its names are those of that night. */
    static Marked in(RunDirectory directory) {
        StoredMarks marks = directory.marks();
        Map<String, List<Mark>> byTarget = marks.marks().stream()
                .collect(Collectors.groupingBy(Mark::target, LinkedHashMap::new, Collectors.toList()));
        return new Marked(marks, byTarget, byTarget.isEmpty() ? null : Index.in(directory.root()));
    }

    List<Mark> of(String target) {
        return byTarget.getOrDefault(target, List.of());
    }

    /** Returns what was marked of one conversation. */
    List<MarksPage.ItemPart> ofScenario(String target, String scenario, Naming naming, boolean inFolder) {
        if (index == null) {
            return List.of();
        }
        List<Mark> its = of(target).stream()
                .filter(mark -> scenario.equals(mark.scenario()))
                .toList();
        return its.isEmpty() ? List.of() : MarksPage.ofScenario(scenario, its, index, naming, inFolder);
    }
}
