package org.wenda.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.RunRecord;
import org.wenda.score.Index;
import org.wenda.score.Mark;

/** Works out {@link RaterAgreement}. Pure: the same ratings and seed, the same figures. */
final class Comparing {
    private static final int VALUES = 4;
    private static final String FINAL = "final";
    private static final Alpha ORDINAL = new Alpha(Alpha.Metric.ORDINAL, VALUES);

    private final Map<ItemKey, List<RaterMark>> given;
    private final int rounds;
    private final long seed;
    private final List<RaterAgreement.Group> groups = new ArrayList<>();

    private Comparing(Map<ItemKey, List<RaterMark>> given, int rounds, long seed) {
        this.given = given;
        this.rounds = rounds;
        this.seed = seed;
    }

    /**
     * Compares.
     *
     * @param levels of jurisdictions, by the ids of their targets; a target without one is in no such group
     */
    static RaterAgreement of(
            Ratings ratings,
            Map<ItemKey, Mark> machine,
            Index index,
            RunRecord.Plan plan,
            Map<String, String> levels,
            int rounds,
            long seed) {
        Map<ItemKey, List<RaterMark>> given = new LinkedHashMap<>();
        ratings.byItem().forEach((item, its) -> {
            List<RaterMark> values = Ratings.values(its);
            if (!values.isEmpty()) {
                given.put(item, values);
            }
        });
        Comparing comparing = new Comparing(given, rounds, seed);
        comparing.group(index, plan, levels);
        return new RaterAgreement(
                rounds, seed, comparing.groups, rules(ratings.blindByItem(), machine), check(ratings.byItem()));
    }

    private void group(Index index, RunRecord.Plan plan, Map<String, String> levels) {
        Map<String, String> secondaries = new TreeMap<>();
        index.items().stream()
                .filter(item -> !item.isApart())
                .forEach(item -> secondaries.put(item.id(), Objects.requireNonNull(item.secondary())));
        Map<String, String> cores = new TreeMap<>();
        index.secondaries().forEach(secondary -> cores.put(secondary.id(), secondary.core()));
        Map<String, String> platforms = new TreeMap<>();
        plan.targets().forEach(target -> platforms.put(target.id(), target.platform()));
        by(RaterAgreement.Kind.ALL, item -> "");
        by(RaterAgreement.Kind.CORE, item -> cores.get(secondaries.getOrDefault(item.indicator(), "")));
        by(RaterAgreement.Kind.SECONDARY, item -> secondaries.get(item.indicator()));
        by(RaterAgreement.Kind.INDICATOR, ItemKey::indicator);
        by(RaterAgreement.Kind.PLATFORM, item -> platforms.get(item.target()));
        by(RaterAgreement.Kind.LEVEL, item -> levels.get(item.target()));
    }

    private void by(RaterAgreement.Kind kind, Function<ItemKey, @Nullable String> common) {
        Map<String, List<List<RaterMark>>> parts = new TreeMap<>();
        given.forEach((item, its) -> {
            String id = common.apply(item);
            if (id != null) {
                parts.computeIfAbsent(id, one -> new ArrayList<>()).add(its);
            }
        });
        parts.forEach((id, its) -> groups.add(group(kind, id, its)));
    }

    private RaterAgreement.Group group(RaterAgreement.Kind kind, String id, List<List<RaterMark>> its) {
        List<int[]> units = its.stream()
                .map(unit -> unit.stream().mapToInt(RaterMark::value).toArray())
                .toList();
        Alpha.Interval interval = ORDINAL.interval(units, rounds, seed);
        return new RaterAgreement.Group(
                kind,
                id,
                units.size(),
                (int) units.stream().filter(unit -> unit.length > 1).count(),
                share(units, 0),
                share(units, 1),
                ORDINAL.of(units),
                interval == null ? null : (Double) interval.low(),
                interval == null ? null : (Double) interval.high(),
                pairs(its));
    }

    /** Returns the share of pairs of marks within a unit that are no further apart. */
    private static @Nullable Double share(List<int[]> units, int apart) {
        long pairs = 0;
        long near = 0;
        for (int[] unit : units) {
            for (int i = 0; i < unit.length; i++) {
                for (int j = i + 1; j < unit.length; j++) {
                    pairs++;
                    near += Math.abs(unit[i] - unit[j]) <= apart ? 1 : 0;
                }
            }
        }
        return pairs == 0 ? null : (Double) ((double) near / pairs);
    }

    private static List<RaterAgreement.Pair> pairs(List<List<RaterMark>> its) {
        Map<List<String>, double[][]> tables = new TreeMap<>(
                Comparator.comparing((List<String> pair) -> pair.get(0)).thenComparing(pair -> pair.get(1)));
        for (List<RaterMark> unit : its) {
            for (RaterMark one : unit) {
                unit.stream()
                        .filter(other -> one.rater().compareTo(other.rater()) < 0)
                        .forEach(other -> tables.computeIfAbsent(
                                        List.of(one.rater(), other.rater()), pair -> new double[VALUES][VALUES])[
                                one.value()][other.value()]++);
            }
        }
        List<RaterAgreement.Pair> pairs = new ArrayList<>();
        tables.forEach((pair, table) -> pairs.add(new RaterAgreement.Pair(
                pair.get(0), pair.get(1), (int) sum(table), same(table), Kappa.of(table, Kappa.QUADRATIC))));
        return pairs;
    }

    private static List<RaterAgreement.Versus> rules(Map<ItemKey, List<Rating>> blind, Map<ItemKey, Mark> machine) {
        Map<String, double[][]> tables = new TreeMap<>();
        blind.forEach((item, its) -> {
            Mark mark = machine.get(item);
            Integer said = mark == null ? null : mark.value();
            if (mark != null && said != null) {
                String rule = mark.rule().id() + " " + mark.rule().version();
                count(tables, rule, said, its, role -> role != Role.SETTLER);
            }
        });
        return tables.entrySet().stream()
                .map(entry -> versus(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(RaterAgreement.Versus::same)
                        .thenComparing(RaterAgreement.Versus::known))
                .toList();
    }

    private static RaterAgreement.@Nullable Versus check(Map<ItemKey, List<Rating>> ratings) {
        Map<String, double[][]> tables = new TreeMap<>();
        for (FinalMark mark : Settlement.reviewed(ratings).marks()) {
            List<Rating> its = ratings.getOrDefault(mark.item(), List.of());
            count(tables, FINAL, mark.value(), its, role -> role == Role.CHECKER);
        }
        double[][] table = tables.get(FINAL);
        return table == null ? null : versus(FINAL, table);
    }

    private static void count(
            Map<String, double[][]> tables, String known, int said, List<Rating> its, Predicate<Role> who) {
        for (Rating rating : its) {
            Integer value = rating.judgement().value();
            if (value != null && who.test(rating.role())) {
                tables.computeIfAbsent(known, one -> new double[VALUES][VALUES])[said][value]++;
            }
        }
    }

    private static RaterAgreement.Versus versus(String known, double[][] table) {
        return new RaterAgreement.Versus(
                known, (int) sum(table), same(table), higher(table), Kappa.of(table, Kappa.QUADRATIC));
    }

    private static double sum(double[][] table) {
        double sum = 0;
        for (double[] row : table) {
            for (double count : row) {
                sum += count;
            }
        }
        return sum;
    }

    private static double same(double[][] table) {
        double same = 0;
        for (int i = 0; i < table.length; i++) {
            same += table[i][i];
        }
        return same / sum(table);
    }

    private static double higher(double[][] table) {
        double higher = 0;
        for (int rule = 0; rule < table.length; rule++) {
            for (int person = 0; person < table.length; person++) {
                higher += (person - rule) * table[rule][person];
            }
        }
        return higher / sum(table);
    }
}
