package org.wenda.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.jspecify.annotations.Nullable;
import org.wenda.history.Difference.Trend;
import org.wenda.history.Statistic.Test;
import org.wenda.transcript.Timing;

/**
 * Compares how long answers took until they were whole. A target that became slower or faster is told as one change; a
 * single question only if it became slower: that one earlier answer was slow is chance, and all that a faster one
 * shows.
 */
final class Speeds {
    /** What a citizen does not notice is no change, however sure it is. */
    private static final double LEAST_RATIO = 1.5;

    private static final double LEAST_RATIO_OF_ONE = 2;
    private static final Duration LEAST = Duration.ofMillis(300);
    private static final double ENOUGH = 0.005;
    /** There are more questions than targets, and each is measured once or twice. */
    private static final double ENOUGH_OF_ONE = 0.0005;

    /** Two slow answers in a row are still luck now and then. */
    private static final int LOOKS = 3;

    private static final int ENOUGH_QUESTIONS = 6;
    private static final double USUAL_SPREAD = 0.25;
    private static final int WEIGHT_OF_USUAL = 4;

    private final Answers before;
    private final Answers after;
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final Set<Question> lookAgain = new LinkedHashSet<>();

    /**
     * What is known of one target.
     *
     * @param ratios logarithms of later over earlier, by question
     * @param repeats the same within one night
     * @param shift the median of the ratios if the target changed as a whole, else 0
     */
    private record Target(Map<Question, Double> ratios, List<Double> repeats, double shift) {}

    Speeds(Answers before, Answers after, List<Answers> earlier) {
        this.before = before;
        this.after = after;
        Map<String, Map<Question, Double>> ratios = new LinkedHashMap<>();
        for (Question question : before.questions()) {
            // First answers only: a question that was asked again has had its chance to be slow twice.
            OptionalDouble ratio = ratio(first(before.to(question)), first(after.to(question)));
            if (ratio.isPresent()) {
                ratios.computeIfAbsent(question.target(), unseen -> new LinkedHashMap<>())
                        .put(question, ratio.getAsDouble());
            }
        }
        Map<String, List<Double>> repeats = new LinkedHashMap<>();
        List<Answers> nights = new ArrayList<>(earlier);
        nights.add(before);
        nights.add(after);
        nights.forEach(night -> addRepeats(night, repeats));
        ratios.forEach((target, its) -> targets.put(
                target,
                new Target(its, repeats.getOrDefault(target, List.of()), isShifted(its) ? median(its.values()) : 0)));
    }

    private static void addRepeats(Answers night, Map<String, List<Double>> repeats) {
        for (Question question : night.questions()) {
            List<Look> looks = night.to(question);
            for (int i = 1; i < looks.size(); i++) {
                OptionalDouble ratio = ratio(first(looks), looks.subList(i, i + 1));
                if (ratio.isPresent()) {
                    repeats.computeIfAbsent(question.target(), unseen -> new ArrayList<>())
                            .add(ratio.getAsDouble());
                }
            }
        }
    }

    /** Returns the targets that became slower or faster as a whole. */
    List<Difference> ofTargets() {
        List<Difference> all = new ArrayList<>();
        targets.forEach((name, target) -> {
            if (target.shift() != 0) {
                all.add(difference(name, target));
            }
        });
        return all;
    }

    private Difference difference(String name, Target target) {
        double chance = signedRank(target.ratios());
        List<Duration> was = times(target.ratios().keySet(), before);
        List<Duration> is = times(target.ratios().keySet(), after);
        Statistic statistic = new Statistic(
                Test.SIGNED_RANK,
                chance,
                Math.exp(target.shift()),
                null,
                1.0,
                spread(target, null),
                target.ratios().size(),
                was.size(),
                is.size());
        return new Difference(
                name,
                null,
                "",
                DriftClass.SPEED,
                target.shift() > 0 ? Trend.WORSE : Trend.BETTER,
                Sentences.words(
                        "what.speed.all",
                        millis(middle(was)),
                        millis(quantile(was, 0.95)),
                        millis(middle(is)),
                        millis(quantile(is, 0.95)),
                        target.ratios().size()),
                List.of(new Item(Item.Kind.TIME, millis(middle(was)) + " ms")),
                List.of(new Item(Item.Kind.TIME, millis(middle(is)) + " ms")),
                null,
                null,
                statistic,
                true,
                null);
    }

    private boolean isShifted(Map<Question, Double> ratios) {
        if (ratios.size() < ENOUGH_QUESTIONS
                || Math.abs(median(ratios.values())) < Math.log(LEAST_RATIO)
                || signedRank(ratios) > ENOUGH) {
            return false;
        }
        Duration was = middle(times(ratios.keySet(), before));
        Duration is = middle(times(ratios.keySet(), after));
        return was.minus(is).abs().compareTo(LEAST) >= 0;
    }

    private static double signedRank(Map<Question, Double> ratios) {
        double[] values = ratios.values().stream()
                .mapToDouble(ratio -> ratio)
                .filter(ratio -> ratio != 0)
                .toArray();
        return values.length == 0
                ? 1
                : WilcoxonSignedRankTest.withDefaults().test(values).getPValue();
    }

    /** Returns the change of one question, if its answers became slower than those of the target as a whole. */
    List<Difference> of(Question question) {
        Target target = targets.get(question.target());
        Double ratio = target == null ? null : target.ratios().get(question);
        if (target == null || ratio == null) {
            return List.of();
        }
        OptionalDouble least = ratio(before.to(question), after.to(question));
        double own = (least.isPresent() ? least.getAsDouble() : 0) - target.shift();
        Duration was = slowest(before.to(question));
        Duration is = fastest(after.to(question));
        if (own < Math.log(LEAST_RATIO_OF_ONE) || is.minus(was).compareTo(LEAST) < 0) {
            return List.of();
        }
        double spread = spread(target, question);
        int known = target.ratios().size() - 1 + target.repeats().size();
        double chance =
                TDistribution.of(Math.max(1, known - 1 + WEIGHT_OF_USUAL)).survivalProbability(own / spread);
        if (chance > ENOUGH_OF_ONE) {
            return List.of();
        }
        List<Look> looks = after.to(question);
        if (looks.size() < LOOKS) {
            lookAgain.add(question);
        }
        return List.of(new Difference(
                question.target(),
                question,
                looks.get(0).exchange().question(),
                DriftClass.SPEED,
                Trend.WORSE,
                Sentences.words("what.speed.one", millis(was), millis(is)),
                List.of(new Item(Item.Kind.TIME, millis(was) + " ms")),
                List.of(new Item(Item.Kind.TIME, millis(is) + " ms")),
                null,
                null,
                new Statistic(
                        Test.RATIO,
                        chance,
                        Math.exp(own + target.shift()),
                        null,
                        Math.exp(target.shift()),
                        spread,
                        known,
                        before.to(question).size(),
                        looks.size()),
                looks.size() > 1,
                null));
    }

    /** Few times scatter by luck more or less than they do; what is usual steadies them. */
    private static double spread(Target target, @Nullable Question without) {
        List<Double> all = new ArrayList<>(target.repeats());
        target.ratios().forEach((question, ratio) -> {
            if (!question.equals(without)) {
                all.add(ratio - target.shift());
            }
        });
        double squares = all.stream().mapToDouble(one -> one * one).sum();
        return Math.sqrt((squares + WEIGHT_OF_USUAL * USUAL_SPREAD * USUAL_SPREAD) / (all.size() + WEIGHT_OF_USUAL));
    }

    /**
     * Returns the logarithm of how much longer the fastest later answer took than the slowest earlier, or the reverse.
     */
    private static OptionalDouble ratio(List<Look> before, List<Look> after) {
        Duration was = slowest(before);
        Duration is = fastest(after);
        if (was.isZero() || is.isZero()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.log((double) is.toNanos() / was.toNanos()));
    }

    private static List<Look> first(List<Look> looks) {
        return looks.isEmpty() ? looks : looks.subList(0, 1);
    }

    private static Duration slowest(List<Look> looks) {
        return looks.stream().map(Speeds::time).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private static Duration fastest(List<Look> looks) {
        return looks.stream()
                .map(Speeds::time)
                .filter(time -> !time.isZero())
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Duration time(Look look) {
        Timing timing = look.exchange().timing();
        Duration complete = timing == null ? null : timing.complete();
        return complete == null ? Duration.ZERO : complete;
    }

    private static List<Duration> times(Set<Question> questions, Answers night) {
        return questions.stream()
                .map(question -> time(night.to(question).get(0)))
                .sorted()
                .toList();
    }

    private static Duration middle(List<Duration> sorted) {
        return quantile(sorted, 0.5);
    }

    private static Duration quantile(List<Duration> sorted, double share) {
        return sorted.isEmpty() ? Duration.ZERO : sorted.get(Math.max(1, (int) Math.ceil(share * sorted.size())) - 1);
    }

    private static double median(Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(value -> value).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static long millis(Duration time) {
        return time.toMillis();
    }

    Set<Question> lookAgain() {
        return lookAgain;
    }
}
