package org.wenda.ranking;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenda.score.Bilingual;

/**
 * What {@code scenarios/ranking.yaml} says: by which numbers marks become ranks, grades and types.
 *
 * @param scale what a jurisdiction can reach on both platforms together; the cuts of the grades are on it
 * @param top how many places a list of the best has
 * @param exemplars how many are shown of each level and platform
 * @param types from the best to the least
 * @param grades from the best to the least; the last one is for those without any chatbot
 * @param traits what may be said of an exemplar
 */
public record RankingRules(
        double scale,
        int top,
        int exemplars,
        Uncertainty uncertainty,
        List<Type> types,
        List<Grade> grades,
        List<Praise> traits) {
    public RankingRules {
        types = List.copyOf(types);
        grades = List.copyOf(grades);
        traits = List.copyOf(traits);
    }

    /**
     * How uncertainty is told.
     *
     * @param resamples how often scenarios and raters are drawn again
     * @param confidence how much an interval holds, between 0 and 1
     * @param seed the same seed gives the same intervals
     */
    public record Uncertainty(int resamples, double confidence, long seed) {}

    /** One of the report's types of development, such as 创新引领类. */
    public record Type(String id, Bilingual name) {}

    /**
     * One grade, such as A+.
     *
     * @param type id of the type it belongs to
     * @param from the least total of both platforms that earns it; 0 for {@code uncovered}
     * @param uncovered whether it is for those without a chatbot on either platform, whatever their total
     * @param reconstructed whether the cut was not published
     */
    public record Grade(String id, String type, double from, boolean uncovered, boolean reconstructed) {}

    /**
     * What may be said of an exemplar, and what proves it.
     *
     * @param item id of the item that speaks for it
     * @param atLeast mean of the item, 0–3, from which it counts as proven
     * @param feature what must have been seen in the window too, such as {@code voice-input}; null if nothing
     */
    public record Praise(
            Bilingual name,
            String item,
            double atLeast,
            @Nullable String feature) {}

    /** Returns the grade of a total. */
    Grade grade(double total, boolean covered) {
        return grades.stream()
                .filter(grade -> grade.uncovered() ? !covered : covered && Decimals.reaches(total, grade.from()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no grade for " + total));
    }

    /** Returns the type that a grade belongs to. */
    Type type(Grade grade) {
        return types.stream()
                .filter(type -> type.id().equals(grade.type()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Returns the rules of a home directory; those that come with Wenda if it has none of its own.
     *
     * @throws org.wenda.words.InputException with all problems of the file, if there are any
     */
    public static RankingRules in(Path home) {
        return RulesFile.in(home);
    }
}
