package org.wenda.ranking;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Level;
import org.wenda.portal.Platform;
import org.wenda.portal.Region;
import org.wenda.score.Bilingual;

/**
 * What an earlier evaluation published: figures only, and only those that were published. An edition can be a file of
 * {@code scenarios/editions/} or the ranking of another run.
 *
 * @param id such as {@code 2021}, or the id of a run
 * @param source where the figures come from
 */
public record Edition(
        String id,
        Bilingual name,
        String source,
        List<Share> coverage,
        List<Total> totals,
        List<Leaders> leaders,
        List<Grading> grades,
        List<TypeCount> types,
        List<Praised> exemplars) {
    public Edition {
        coverage = List.copyOf(coverage);
        totals = List.copyOf(totals);
        leaders = List.copyOf(leaders);
        grades = List.copyOf(grades);
        types = List.copyOf(types);
        exemplars = List.copyOf(exemplars);
    }

    /**
     * How many of some targets have a chatbot.
     *
     * @param level null for all levels
     * @param platform null for both
     * @param region null for all regions
     * @param published per cent, as printed
     */
    public record Share(
            @Nullable Level level,
            @Nullable Platform platform,
            @Nullable Region region,
            int count,
            int of,
            BigDecimal published) {}

    /** The total of a jurisdiction on one platform, 0–18. */
    public record Total(String jurisdiction, Platform platform, double total) {}

    /** Those that were named as leading on both platforms. */
    public record Leaders(Level level, List<String> jurisdictions) {
        public Leaders {
            jurisdictions = List.copyOf(jurisdictions);
        }
    }

    /** Who got a grade, the best first. */
    public record Grading(Level level, String grade, List<String> jurisdictions) {
        public Grading {
            jurisdictions = List.copyOf(jurisdictions);
        }
    }

    /**
     * How many are of a type.
     *
     * @param type id of the type
     * @param published per cent of the level, as printed
     */
    public record TypeCount(Level level, String type, int count, BigDecimal published) {}

    /**
     * A system that was praised.
     *
     * @param system what it is called, such as 上海随申办
     * @param traits for what, in the edition's own words
     */
    public record Praised(String jurisdiction, Platform platform, String system, List<String> traits) {
        public Praised {
            traits = List.copyOf(traits);
        }
    }

    /** Returns the total that was published of a target. */
    public Optional<Double> total(String jurisdiction, Platform platform) {
        return totals.stream()
                .filter(total -> total.jurisdiction().equals(jurisdiction) && total.platform() == platform)
                .findFirst()
                .map(Total::total);
    }

    /** Returns the grade that a jurisdiction got. */
    public Optional<String> grade(String jurisdiction) {
        return grades.stream()
                .filter(grading -> grading.jurisdictions().contains(jurisdiction))
                .findFirst()
                .map(Grading::grade);
    }

    /**
     * Returns an edition of a home directory, or one that comes with Wenda.
     *
     * @param id such as {@code 2021}
     * @throws org.wenda.words.InputException if there is none of that id, or with all its problems
     */
    public static Edition in(Path home, String id) {
        return EditionFile.in(home, id);
    }

    /** Returns whether there is an edition of that id. */
    public static boolean exists(Path home, String id) {
        return EditionFile.exists(home, id);
    }
}
