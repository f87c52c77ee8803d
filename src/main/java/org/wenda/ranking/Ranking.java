package org.wenda.ranking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Level;
import org.wenda.portal.Platform;
import org.wenda.score.Index;

/**
 * The index over all targets of a run. Everything that is published is made of this.
 *
 * @param run id of the run
 * @param index by which was marked
 * @param rules by which is ranked
 * @param suggested whether suggestions count that no person has confirmed
 * @param uncertain whether anything can be said of chance: it takes a total, and two scenarios that feed the same items
 *     or two raters
 * @param targets in the order of the jurisdictions, web before mobile
 * @param coverage over all, by level, by level and platform, by level, platform and region, in this order
 * @param tables by level and platform, and by level with both platforms added up
 * @param units in the order of the jurisdictions
 * @param dimensions by indicator, level and platform
 * @param exemplars the best of each level and platform
 */
public record Ranking(
        String run,
        Index index,
        RankingRules rules,
        boolean suggested,
        boolean uncertain,
        List<TargetResult> targets,
        List<Coverage> coverage,
        List<Table> tables,
        List<UnitResult> units,
        List<Leaders> leaders,
        List<Dimension> dimensions,
        List<TypeShare> types,
        List<Exemplar> exemplars) {
    public Ranking {
        targets = List.copyOf(targets);
        coverage = List.copyOf(coverage);
        tables = List.copyOf(tables);
        units = List.copyOf(units);
        leaders = List.copyOf(leaders);
        dimensions = List.copyOf(dimensions);
        types = List.copyOf(types);
        exemplars = List.copyOf(exemplars);
    }

    /**
     * Those among the best on both platforms (双强领跑).
     *
     * @param jurisdictions by the total of both platforms, the best first
     */
    public record Leaders(Level level, List<Jurisdiction> jurisdictions) {
        public Leaders {
            jurisdictions = List.copyOf(jurisdictions);
        }
    }

    /**
     * Ranks the targets of a run.
     *
     * @param entries each target once
     * @param suggested whether suggestions count that no person has confirmed
     * @throws org.wenda.words.InputException if the rules are for another index
     */
    public static Ranking of(String run, List<Entry> entries, Index index, RankingRules rules, boolean suggested) {
        return new RankingMaker(index, rules, suggested).of(run, entries);
    }

    /** Returns what a platform's total can reach: three for each secondary indicator. */
    public double full() {
        return RankingMaker.full(index);
    }

    /** Returns how many marks people gave over all targets. */
    public People people() {
        return People.of(
                targets.stream().flatMap(target -> target.marks().stream()).toList());
    }

    /** Returns the table of a level; with both platforms added up if {@code platform} is empty. */
    public Optional<Table> table(Level level, Optional<Platform> platform) {
        return tables.stream()
                .filter(table -> table.level() == level
                        && Optional.ofNullable(table.platform()).equals(platform))
                .findFirst();
    }

    /** Returns the levels that the run knows, in the report's order. */
    public List<Level> levels() {
        return units.stream()
                .map(unit -> unit.jurisdiction().level())
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the targets by their ids. */
    public Map<String, TargetResult> byTarget() {
        return targets.stream().collect(Collectors.toMap(TargetResult::target, Function.identity(), (a, b) -> a));
    }
}
