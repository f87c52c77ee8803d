package org.wenda.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * How often a chatbot's answers to the same question differ without anything having changed.
 *
 * <p>Answers of one night tell it best: the chatbot was the same. There are few of them, so two more sources help. What
 * the target's other answers did between the two nights counts as well, unless it contradicts the answers of one night,
 * which is how a chatbot that was exchanged as a whole looks. And what little is known of one chatbot is completed by
 * all of them, the more so the more alike they are.
 */
final class Habits {
    /** Texts that lie no further apart read the same to anybody. */
    static final double SAME_TEXT = 0.05;

    /** A chatbot that lets facts come and go does so with some kinds of the eight. */
    private static final int KINDS_AT_A_TIME = 4;

    private static final double CONTRADICTED = 0.05;
    private static final double LEAST_WEIGHT = 0.2;
    private static final double MOST_WEIGHT = 10;

    private final Map<String, Map<Aspect, Tally>> sameNight = new HashMap<>();
    private final Map<String, Map<Aspect, Tally>> others = new HashMap<>();
    private final Map<Question, Map<Aspect, Tally>> between = new HashMap<>();
    private final Map<Aspect, Pool> pools = new EnumMap<>(Aspect.class);
    private int pairs;

    /** How many pairs of answers were compared, and what came of it. */
    private static final class Tally {
        private int pairs;
        private int differ;
        private int replaced;

        void add(Look one, Look other, Aspect aspect) {
            pairs++;
            if (aspect == Aspect.TEXT) {
                boolean apart = TextDistance.between(one.text(), other.text()) > SAME_TEXT;
                differ += apart ? 1 : 0;
                replaced += apart ? 1 : 0;
                return;
            }
            Contrast contrast = Contrast.of(List.of(one), List.of(other), aspect);
            differ += contrast.differs() ? 1 : 0;
            replaced += contrast.replaces() ? 1 : 0;
        }

        void add(Tally more) {
            pairs += more.pairs;
            differ += more.differ;
            replaced += more.replaced;
        }

        int of(boolean onlyReplaced) {
            return onlyReplaced ? replaced : differ;
        }
    }

    /**
     * What is known of all chatbots together.
     *
     * @param weight for how many pairs of one chatbot's own it stands
     */
    private record Prior(int pairs, int differ, double weight) {
        /** Returns how often two answers differ, for which some do not count. */
        double rate(int withoutPairs, int withoutDiffer) {
            return (differ - withoutDiffer + 0.5) / (pairs - withoutPairs + 1);
        }
    }

    private record Pool(Prior differ, Prior replaced) {}

    /**
     * What is known of one chatbot.
     *
     * @param rate how often two of its answers differ, 0–1
     * @param pairs from how many pairs of its own
     * @param shifted whether its answers differ more between the nights than within them
     * @param shift that this is chance
     */
    record Habit(double rate, int pairs, boolean shifted, double shift) {}

    /** @param earlier further nights; only their habits count */
    Habits(Answers before, Answers after, List<Answers> earlier) {
        List<Answers> nights = new ArrayList<>(earlier);
        nights.add(before);
        nights.add(after);
        nights.forEach(this::addSameNight);
        earlier.forEach(night -> addBetweenEarlier(night, before));
        for (Question question : before.questions()) {
            if (!after.to(question).isEmpty()) {
                addPair(
                        between.computeIfAbsent(question, unseen -> tallies()),
                        before.to(question).get(0),
                        after.to(question).get(0));
            }
        }
        between.forEach((question, tallies) ->
                tallies.forEach((aspect, tally) -> others.computeIfAbsent(question.target(), unseen -> tallies())
                        .getOrDefault(aspect, new Tally())
                        .add(tally)));
        for (Aspect aspect : Aspect.values()) {
            pools.put(aspect, new Pool(prior(aspect, false), prior(aspect, true)));
        }
    }

    private void addSameNight(Answers night) {
        for (Question question : night.questions()) {
            List<Look> looks = night.to(question);
            for (int i = 0; i < looks.size(); i++) {
                for (int k = i + 1; k < looks.size(); k++) {
                    addPair(
                            sameNight.computeIfAbsent(question.target(), unseen -> tallies()),
                            looks.get(i),
                            looks.get(k));
                    pairs++;
                }
            }
        }
    }

    /** What differs between earlier nights is no part of what is in question now, so it counts as a habit. */
    private void addBetweenEarlier(Answers night, Answers before) {
        for (Question question : night.questions()) {
            if (!before.to(question).isEmpty()) {
                addPair(
                        sameNight.computeIfAbsent(question.target(), unseen -> tallies()),
                        night.to(question).get(0),
                        before.to(question).get(0));
            }
        }
    }

    private static void addPair(Map<Aspect, Tally> tallies, Look one, Look other) {
        boolean alike = one.outcome() == other.outcome();
        tallies.forEach((aspect, tally) -> {
            // An answer that ends otherwise says other things; that is one habit, not a dozen.
            if (alike || aspect == Aspect.OUTCOME) {
                tally.add(one, other, aspect);
            }
        });
    }

    private static Map<Aspect, Tally> tallies() {
        Map<Aspect, Tally> tallies = new EnumMap<>(Aspect.class);
        for (Aspect aspect : Aspect.values()) {
            tallies.put(aspect, new Tally());
        }
        return tallies;
    }

    /** Returns how many answers of the same question and night were compared. */
    int pairs() {
        return pairs;
    }

    /**
     * Returns the habit of a question's target, for which the question itself does not count.
     *
     * @param replaced whether only differences count in which one thing stands in the place of another
     */
    Habit of(Question question, Aspect aspect, boolean replaced) {
        Tally same = find(sameNight, question.target(), aspect);
        Tally cross = find(others, question.target(), aspect);
        Tally own = between.getOrDefault(question, Map.of()).getOrDefault(aspect, new Tally());
        int crossPairs = cross.pairs - own.pairs;
        int crossDiffer = cross.of(replaced) - own.of(replaced);
        boolean shifted = same.pairs > 0
                && crossPairs > 0
                && BinomialDistribution.of(same.pairs, (double) crossDiffer / crossPairs)
                                .cumulativeProbability(same.of(replaced))
                        < CONTRADICTED;
        int all = same.pairs + (shifted ? 0 : crossPairs);
        int differ = same.of(replaced) + (shifted ? 0 : crossDiffer);
        Pool pool = pools.getOrDefault(aspect, new Pool(new Prior(0, 0, 1), new Prior(0, 0, 1)));
        Prior prior = replaced ? pool.replaced() : pool.differ();
        double usual = prior.rate(own.pairs, own.of(replaced));
        double rate = (differ + prior.weight() * usual) / (all + prior.weight());
        double shift = shifted ? shift(same, cross, replaced) : 1;
        return new Habit(rate, all, shifted, shift);
    }

    /**
     * Returns how often a fact of one kind comes or goes in a chatbot that lets facts of any kind do so. Some kinds are
     * rare, and that one never went astray in a few pairs says little of a chatbot that adds things as it likes.
     */
    double ofAnyFact(Question question, Aspect aspect) {
        return aspect.kind() == DriftClass.FACTS
                ? of(question, Aspect.ANY_FACT, false).rate() / KINDS_AT_A_TIME
                : 0;
    }

    /** Returns how many questions of a target were compared between the nights. */
    int questions(String target) {
        return Math.max(1, find(others, target, Aspect.TEXT).pairs);
    }

    private static double shift(Tally same, Tally cross, boolean replaced) {
        return HypergeometricDistribution.of(
                        same.pairs + cross.pairs, same.of(replaced) + cross.of(replaced), cross.pairs)
                .survivalProbability(cross.of(replaced) - 1);
    }

    private static Tally find(Map<String, Map<Aspect, Tally>> tallies, String target, Aspect aspect) {
        return tallies.getOrDefault(target, Map.of()).getOrDefault(aspect, new Tally());
    }

    /** The weight follows how alike the chatbots are: the method of moments for a beta-binomial. */
    private Prior prior(Aspect aspect, boolean replaced) {
        List<Tally> each = new ArrayList<>();
        for (String target : targets()) {
            Tally tally = new Tally();
            tally.add(find(sameNight, target, aspect));
            tally.add(find(others, target, aspect));
            if (tally.pairs > 0) {
                each.add(tally);
            }
        }
        int all = each.stream().mapToInt(tally -> tally.pairs).sum();
        int differ = each.stream().mapToInt(tally -> tally.of(replaced)).sum();
        double rate = (differ + 0.5) / (all + 1);
        if (each.size() < 2 || differ == 0) {
            return new Prior(all, differ, 1);
        }
        double spread = each.stream()
                .mapToDouble(tally -> Math.pow((double) tally.of(replaced) / tally.pairs - rate, 2))
                .average()
                .orElse(0);
        double bySampling = each.stream()
                .mapToDouble(tally -> rate * (1 - rate) / tally.pairs)
                .average()
                .orElse(0);
        double apart = Math.max(0, spread - bySampling) / Math.max(1e-9, rate * (1 - rate));
        double weight = apart <= 0 ? MOST_WEIGHT : (1 - Math.min(1, apart)) / apart;
        return new Prior(all, differ, Math.min(MOST_WEIGHT, Math.max(LEAST_WEIGHT, weight)));
    }

    private List<String> targets() {
        return Stream.concat(sameNight.keySet().stream(), others.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
