package org.wenda.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Level;
import org.wenda.portal.Platform;
import org.wenda.portal.Region;
import org.wenda.score.Amount;
import org.wenda.score.Index;
import org.wenda.words.InputException;
import org.wenda.words.Message;

/** Makes a ranking of what a run knows. Pure. */
final class RankingMaker {
    private static final double FULL_MARK = 3;

    private final Index index;
    private final RankingRules rules;
    private final boolean suggested;

    RankingMaker(Index index, RankingRules rules, boolean suggested) {
        this.index = index;
        this.rules = rules;
        this.suggested = suggested;
        double reachable = full(index) * Platform.values().length;
        if (Math.abs(reachable - rules.scale()) > Decimals.NOISE) {
            throw new InputException(
                    RulesFile.NAME,
                    Message.of(
                            RankingMaker.class, "scale", Decimals.rounded(rules.scale()), Decimals.rounded(reachable)));
        }
    }

    static double full(Index index) {
        return FULL_MARK * index.secondaries().size();
    }

    Ranking of(String run, List<Entry> entries) {
        List<TargetResult> targets = entries.stream()
                .map(entry -> TargetResult.of(entry, index, suggested))
                .toList();
        List<Jurisdiction> jurisdictions =
                entries.stream().map(Entry::jurisdiction).distinct().toList();
        List<UnitResult> units = jurisdictions.stream()
                .map(one -> UnitResult.of(one, targets(one, targets), rules, full(index)))
                .toList();
        @Nullable
        Draws draws = Resampling.of(index, targets, rules.uncertainty()).orElse(null);
        List<Level> levels = jurisdictions.stream()
                .map(Jurisdiction::level)
                .distinct()
                .sorted()
                .toList();
        List<Table> tables = tables(levels, targets, units, draws);
        double confidence = rules.uncertainty().confidence();
        return new Ranking(
                run,
                index,
                rules,
                suggested,
                draws != null,
                targets,
                coverage(levels, targets),
                tables,
                units,
                levels.stream().map(level -> leaders(level, tables)).toList(),
                Dimension.all(levels, targets, index, draws, confidence),
                levels.stream()
                        .flatMap(level -> TypeShare.of(level, sorted(level, units, tables), rules).stream())
                        .toList(),
                exemplars(tables, targets));
    }

    private static List<TargetResult> targets(Jurisdiction jurisdiction, List<TargetResult> all) {
        return all.stream()
                .filter(target -> target.jurisdiction().id().equals(jurisdiction.id()))
                .toList();
    }

    private static List<Coverage> coverage(List<Level> levels, List<TargetResult> targets) {
        List<Coverage> all = new ArrayList<>();
        all.add(Coverage.of(null, null, null, targets));
        levels.forEach(level -> all.add(Coverage.of(level, null, null, targets)));
        for (Level level : levels) {
            for (Platform platform : Platform.values()) {
                all.add(Coverage.of(level, platform, null, targets));
            }
        }
        for (Level level : levels) {
            for (Platform platform : Platform.values()) {
                for (Region region : Region.values()) {
                    all.add(Coverage.of(level, platform, region, targets));
                }
            }
        }
        // Where nobody was asked there is no share.
        return all.stream().filter(one -> one.all() > 0).toList();
    }

    private List<Table> tables(
            List<Level> levels, List<TargetResult> targets, List<UnitResult> units, @Nullable Draws draws) {
        Tables ofTargets = new Tables(draws, rules.uncertainty().confidence());
        Tables ofUnits = new Tables(
                draws == null ? null : together(units, draws),
                rules.uncertainty().confidence());
        List<Table> tables = new ArrayList<>();
        for (Level level : levels) {
            for (Platform platform : Platform.values()) {
                List<Place> places = targets.stream()
                        .filter(target -> target.jurisdiction().level() == level && target.platform() == platform)
                        .filter(target -> target.presence() != Presence.NONE)
                        .map(RankingMaker::place)
                        .toList();
                if (!places.isEmpty()) {
                    tables.add(ofTargets.of(level, platform, places));
                }
            }
            tables.add(ofUnits.of(
                    level,
                    null,
                    units.stream()
                            .filter(unit -> unit.jurisdiction().level() == level)
                            .filter(unit ->
                                    unit.grade() == null || !unit.grade().uncovered())
                            .map(UnitResult::place)
                            .toList()));
        }
        return tables;
    }

    private static Place place(TargetResult target) {
        Amount total = target.standing().total();
        return new Place(
                target.target(),
                target.jurisdiction(),
                null,
                total.value(),
                total.low(),
                total.high(),
                total.missing(),
                total.suggested(),
                null);
    }

    /** Both platforms added up draw by draw; without a chatbot there is nothing to draw, and nothing to add. */
    private static Draws together(List<UnitResult> units, Draws draws) {
        Map<String, double[]> totals = new LinkedHashMap<>();
        for (UnitResult unit : units) {
            if (unit.total() == null) {
                continue;
            }
            double[] sum = new double[draws.count()];
            for (TargetResult target : unit.targets().values()) {
                double[] its = draws.totals().getOrDefault(target.target(), new double[draws.count()]);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += its[i];
                }
            }
            totals.put(unit.jurisdiction().id(), sum);
        }
        return new Draws(draws.count(), totals, Map.of());
    }

    private Ranking.Leaders leaders(Level level, List<Table> tables) {
        List<Table> platforms = tables.stream()
                .filter(table -> table.level() == level && table.platform() != null)
                .toList();
        if (platforms.size() < Platform.values().length) {
            return new Ranking.Leaders(level, List.of());
        }
        Set<String> both = new TreeSet<>(top(platforms.get(0)));
        platforms.forEach(table -> both.retainAll(top(table)));
        return new Ranking.Leaders(
                level,
                tables.stream()
                        .filter(table -> table.level() == level && table.platform() == null)
                        .flatMap(table -> table.rows().stream())
                        .map(Place::jurisdiction)
                        .filter(one -> both.contains(one.id()))
                        .toList());
    }

    private Set<String> top(Table table) {
        return table.top(rules.top()).stream()
                .map(row -> row.jurisdiction().id())
                .collect(Collectors.toSet());
    }

    /** Returns the units of a level: those with a total from the best to the least, the others as they come. */
    private static List<UnitResult> sorted(Level level, List<UnitResult> units, List<Table> tables) {
        List<String> order = tables.stream()
                .filter(table -> table.level() == level && table.platform() == null)
                .flatMap(table -> table.rows().stream())
                .map(Place::id)
                .toList();
        return units.stream()
                .filter(unit -> unit.jurisdiction().level() == level)
                .sorted(Comparator.comparing(
                        unit -> place(order, unit.jurisdiction().id())))
                .toList();
    }

    private static int place(List<String> order, String id) {
        int at = order.indexOf(id);
        return at < 0 ? order.size() : at;
    }

    private List<Exemplar> exemplars(List<Table> tables, List<TargetResult> targets) {
        Map<String, TargetResult> byId =
                targets.stream().collect(Collectors.toMap(TargetResult::target, target -> target, (a, b) -> a));
        List<Exemplar> exemplars = new ArrayList<>();
        for (Table table : tables) {
            Optional<Platform> platform = Optional.ofNullable(table.platform());
            platform.ifPresent(on -> table.rows().stream()
                    .limit(rules.exemplars())
                    .map(row -> Exemplar.of(table.level(), on, row, Objects.requireNonNull(byId.get(row.id())), rules))
                    .forEach(exemplars::add));
        }
        return exemplars;
    }
}
