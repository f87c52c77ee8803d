package org.wenda.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * How far the answers of each chatbot lie apart where they differ: between repeats of one night, and between the nights
 * for all questions but the one in question.
 */
final class Distances {
    /** Fewer tell nothing of how they scatter. */
    private static final int ENOUGH = 4;

    private static final double LEAST_SPREAD = 0.05;

    private final Map<String, List<Pair>> pairs = new HashMap<>();

    /**
     * Two answers that differ.
     *
     * @param question null if they are of one night
     */
    record Pair(@Nullable Question question, Look one, Look other, double apart) {
        double pairs() {
            return TextDistance.pairsApart(one.text(), other.text());
        }
    }

    /**
     * What is known of a chatbot's distances.
     *
     * @param chance that two answers lie as far apart as those in question
     */
    record Tail(double mean, double spread, int pairs, double chance) {}

    Distances(Answers before, Answers after, List<Answers> earlier) {
        List<Answers> nights = new ArrayList<>(earlier);
        nights.add(before);
        nights.add(after);
        for (Answers night : nights) {
            for (Question question : night.questions()) {
                List<Look> looks = night.to(question);
                for (int i = 1; i < looks.size(); i++) {
                    add(question.target(), null, looks.get(0), looks.get(i));
                }
            }
        }
        for (Question question : before.questions()) {
            if (!after.to(question).isEmpty()) {
                add(
                        question.target(),
                        question,
                        before.to(question).get(0),
                        after.to(question).get(0));
            }
        }
    }

    private void add(String target, @Nullable Question question, Look one, Look other) {
        double apart = TextDistance.between(one.text(), other.text());
        if (one.outcome() == other.outcome() && apart > Habits.SAME_TEXT) {
            pairs.computeIfAbsent(target, unseen -> new ArrayList<>()).add(new Pair(question, one, other, apart));
        }
    }

    /** Returns the chatbot's pairs of differing answers, without those of the question itself between the nights. */
    List<Pair> others(Question question) {
        return pairs.getOrDefault(question.target(), List.of()).stream()
                .filter(pair -> !question.equals(pair.question()))
                .toList();
    }

    /** Returns how unusual a distance is among others, by Student's t on distances made even. */
    static Tail tail(List<Double> others, double apart) {
        return tail(others, apart, Distances::even);
    }

    /** Returns how unusual it is that texts lie so many pairs of characters apart. */
    static Tail tailOfPairs(List<Double> others, double apart) {
        return tail(others, apart, Math::log1p);
    }

    private static Tail tail(List<Double> others, double apart, DoubleUnaryOperator evening) {
        if (others.size() < ENOUGH) {
            double mean = others.stream().mapToDouble(one -> one).average().orElse(0);
            return new Tail(mean, 0, others.size(), 1);
        }
        double[] even = others.stream().mapToDouble(evening::applyAsDouble).toArray();
        double mean = Arrays.stream(even).average().orElse(0);
        double squares =
                Arrays.stream(even).map(one -> (one - mean) * (one - mean)).sum();
        double spread = Math.max(LEAST_SPREAD, Math.sqrt(squares / (even.length - 1)));
        double t = (evening.applyAsDouble(apart) - mean) / (spread * Math.sqrt(1 + 1.0 / even.length));
        double plainMean = others.stream().mapToDouble(one -> one).average().orElse(0);
        double plainSpread = Math.sqrt(others.stream()
                        .mapToDouble(one -> (one - plainMean) * (one - plainMean))
                        .sum()
                / (others.size() - 1));
        return new Tail(
                plainMean,
                plainSpread,
                even.length,
                TDistribution.of(even.length - 1).survivalProbability(t));
    }

    /** Shares near 0 and 1 scatter less than those between; this makes them scatter alike. */
    private static double even(double share) {
        return Math.asin(Math.sqrt(Math.min(1, Math.max(0, share))));
    }
}
