package org.wenda.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wenda.review.FinalMark;
import org.wenda.review.RaterMark;
import org.wenda.score.Index;
import org.wenda.score.Mark;

/**
 * Tells noise from difference by the bootstrap: draws as many scenarios as there were, with replacement, among those
 * that feed the same items, and as many raters as there were, and adds the marks up again. Says nothing of what another
 * day would bring, nor of items that one mark decides.
 */
final class Resampling {
    private static final double FULL = 3;
    private static final int WHOLE = -1;

    private final Index index;
    private final int resamples;
    private final List<int[]> strata = new ArrayList<>();
    private final Map<String, Integer> scenarios = new HashMap<>();
    private final Map<String, Integer> raters = new LinkedHashMap<>();
    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    private Resampling(Index index, List<TargetResult> targets, int resamples) {
        this.index = index;
        this.resamples = resamples;
        groups(targets).values().forEach(this::stratum);
        targets.stream()
                .filter(target ->
                        target.standing().covered() && target.standing().total().value() != null)
                .forEach(target -> tallies.put(target.target(), tally(target)));
    }

    /** Returns what came of it; empty where there is nothing to draw from, so nothing can be said of chance. */
    static Optional<Draws> of(Index index, List<TargetResult> targets, RankingRules.Uncertainty how) {
        Resampling resampling = new Resampling(index, targets, how.resamples());
        return resampling.varies() ? Optional.of(resampling.draw(how.seed())) : Optional.empty();
    }

    private boolean varies() {
        return strata.stream().anyMatch(stratum -> stratum.length > 1) || raters.size() > 1;
    }

    /** Scenarios that feed the same items can stand for each other; others cannot. */
    private static Map<Set<String>, Set<String>> groups(List<TargetResult> targets) {
        Map<String, Set<String>> fed = new TreeMap<>();
        targets.stream()
                .flatMap(target -> target.marks().stream())
                .map(CountedMark::mark)
                .filter(mark -> mark.scenario() != null)
                .forEach(mark -> fed.computeIfAbsent(String.valueOf(mark.scenario()), scenario -> new TreeSet<>())
                        .add(mark.indicator()));
        Map<Set<String>, Set<String>> groups = new LinkedHashMap<>();
        fed.forEach((scenario, items) ->
                groups.computeIfAbsent(items, same -> new TreeSet<>()).add(scenario));
        return groups;
    }

    private void stratum(Set<String> names) {
        int[] stratum = new int[names.size()];
        int at = 0;
        for (String name : names) {
            stratum[at++] = scenarios.size();
            scenarios.put(name, scenarios.size());
        }
        strata.add(stratum);
    }

    /**
     * The marks of one target, item by item within the secondaries.
     *
     * @param totals draw by draw
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and a list would box each number
    private record Tally(List<Group> groups, double[] totals) {}

    /**
     * The items of a secondary indicator.
     *
     * @param means draw by draw
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and a list would box each number
    private record Group(String secondary, double[] weights, Cell[][] items, double[] means) {}

    /**
     * A mark.
     *
     * @param scenario its number; {@link #WHOLE} if it is about the target as a whole
     * @param mean of what the raters gave
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and a list would box each number
    private record Cell(int scenario, double value, int[] raters, double[] given, double mean) {}

    private Tally tally(TargetResult target) {
        Map<String, List<Cell>> byItem = new HashMap<>();
        target.marks().stream()
                .filter(one -> one.mark().value() != null)
                .forEach(one -> byItem.computeIfAbsent(one.mark().indicator(), item -> new ArrayList<>())
                        .add(cell(one)));
        return new Tally(
                index.secondaries().stream()
                        .map(secondary -> group(secondary, byItem))
                        .toList(),
                new double[resamples]);
    }

    private Group group(Index.Secondary secondary, Map<String, List<Cell>> byItem) {
        List<Index.Item> items = index.items().stream()
                .filter(item -> secondary.id().equals(item.secondary()) && byItem.containsKey(item.id()))
                .toList();
        return new Group(
                secondary.id(),
                items.stream().mapToDouble(Index.Item::weight).toArray(),
                items.stream()
                        .map(item -> byItem.getOrDefault(item.id(), List.of()).toArray(Cell[]::new))
                        .toArray(Cell[][]::new),
                new double[resamples]);
    }

    private Cell cell(CountedMark one) {
        Mark mark = one.mark();
        int scenario = mark.scenario() == null ? WHOLE : scenarios.getOrDefault(mark.scenario(), WHOLE);
        List<RaterMark> ratings = ratings(one.human());
        ratings.forEach(rating -> rater(rating.rater()));
        // Where all gave the same, other raters of theirs would have too.
        boolean differ = ratings.stream().map(RaterMark::value).distinct().count() > 1;
        List<RaterMark> telling = differ ? ratings : List.of();
        return new Cell(
                scenario,
                mark.value() == null ? 0 : mark.value(),
                telling.stream().mapToInt(rating -> rater(rating.rater())).toArray(),
                telling.stream().mapToDouble(RaterMark::value).toArray(),
                telling.stream().mapToInt(RaterMark::value).average().orElse(0));
    }

    /** One rater alone tells nothing of how raters differ. */
    private static List<RaterMark> ratings(@Nullable FinalMark human) {
        return human == null || human.ratings().size() < 2 ? List.of() : human.ratings();
    }

    private int rater(String name) {
        return raters.computeIfAbsent(name, added -> raters.size());
    }

    private Draws draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] scenarioWeights = new int[resamples][scenarios.size()];
        int[][] raterWeights = new int[resamples][raters.size()];
        int[] allRaters = new int[raters.size()];
        Arrays.setAll(allRaters, i -> i);
        for (int draw = 0; draw < resamples; draw++) {
            for (int[] stratum : strata) {
                drawInto(scenarioWeights[draw], stratum, random);
            }
            drawInto(raterWeights[draw], allRaters, random);
        }
        // What is drawn is the same for everybody, so the targets need not wait for each other.
        tallies.values().parallelStream().forEach(tally -> add(tally, scenarioWeights, raterWeights));
        return drawn();
    }

    private Draws drawn() {
        Map<String, double[]> totals = new LinkedHashMap<>();
        Map<String, double[]> secondaries = new LinkedHashMap<>();
        tallies.forEach((target, tally) -> {
            totals.put(target, tally.totals());
            tally.groups().forEach(group -> secondaries.put(target + "/" + group.secondary(), group.means()));
        });
        return new Draws(resamples, totals, secondaries);
    }

    private static void drawInto(int[] weights, int[] among, SplittableRandom random) {
        for (int i = 0; i < among.length; i++) {
            weights[among[random.nextInt(among.length)]]++;
        }
    }

    private static void add(Tally tally, int[][] scenarioWeights, int[][] raterWeights) {
        for (Group group : tally.groups()) {
            for (int draw = 0; draw < scenarioWeights.length; draw++) {
                group.means()[draw] = mean(group, scenarioWeights[draw], raterWeights[draw]);
                tally.totals()[draw] += group.means()[draw];
            }
        }
    }

    private static double mean(Group group, int[] scenarioWeights, int[] raterWeights) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < group.items().length; i++) {
            sum += group.weights()[i] * mean(group.items()[i], scenarioWeights, raterWeights);
            weights += group.weights()[i];
        }
        return sum / weights;
    }

    /** Where none of the scenarios was drawn that this target was marked in, they stand as they are. */
    private static double mean(Cell[] item, int[] scenarioWeights, int[] raterWeights) {
        double sum = 0;
        double plain = 0;
        int weights = 0;
        for (Cell cell : item) {
            int weight = cell.scenario() == WHOLE ? 1 : scenarioWeights[cell.scenario()];
            double value = value(cell, raterWeights);
            sum += weight * value;
            plain += value;
            weights += weight;
        }
        return weights == 0 ? plain / item.length : sum / weights;
    }

    /** Other raters would have moved the mark as far as these raters lie from their mean. */
    private static double value(Cell cell, int[] raterWeights) {
        if (cell.raters().length == 0) {
            return cell.value();
        }
        double sum = 0;
        int weights = 0;
        for (int i = 0; i < cell.raters().length; i++) {
            sum += raterWeights[cell.raters()[i]] * cell.given()[i];
            weights += raterWeights[cell.raters()[i]];
        }
        double moved = weights == 0 ? 0 : sum / weights - cell.mean();
        return Math.max(0, Math.min(FULL, cell.value() + moved));
    }
}
