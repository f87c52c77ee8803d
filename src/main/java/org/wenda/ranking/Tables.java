package org.wenda.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Level;
import org.wenda.portal.Platform;

/** Puts totals in order. Pure. */
final class Tables {
    private final @Nullable Draws draws;
    private final double confidence;

    /** @param draws null where nothing can be said of chance */
    Tables(@Nullable Draws draws, double confidence) {
        this.draws = draws;
        this.confidence = confidence;
    }

    /** @param all in the order that decides between equals */
    Table of(Level level, @Nullable Platform platform, List<Place> all) {
        List<Place> valued = all.stream()
                .filter(row -> row.value() != null)
                .sorted(Comparator.comparing((Place row) -> Decimals.rounded(Objects.requireNonNull(row.value())))
                        .reversed())
                .toList();
        List<Place> open = all.stream()
                .filter(row -> row.value() == null)
                .sorted(Comparator.comparing(Place::high)
                        .thenComparing(Place::low)
                        .reversed())
                .toList();
        List<Integer> places = places(valued);
        List<Place> rows = new ArrayList<>();
        for (int i = 0; i < valued.size(); i++) {
            rows.add(valued.get(i).with(places.get(i), chance(valued, i)));
        }
        return new Table(level, platform, rows, open);
    }

    private static List<Integer> places(List<Place> sorted) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            boolean shared = i > 0 && isAlike(sorted.get(i), sorted.get(i - 1));
            places.add(shared ? places.get(i - 1) : Integer.valueOf(i + 1));
        }
        return places;
    }

    private static boolean isAlike(Place one, Place other) {
        return Decimals.rounded(value(one)).compareTo(Decimals.rounded(value(other))) == 0;
    }

    private Place.@Nullable Chance chance(List<Place> rows, int at) {
        if (draws == null) {
            return null;
        }
        Place row = rows.get(at);
        double[] totals = draws.totals(row.id());
        double[] ranks = ranks(rows, totals);
        double tail = (1 - confidence) / 2;
        return new Place.Chance(
                Draws.quantile(totals, tail),
                Draws.quantile(totals, 1 - tail),
                Math.min((int) Draws.quantile(ranks, tail), placeIf(rows, at, row.high(), false)),
                Math.max((int) Draws.quantile(ranks, 1 - tail), placeIf(rows, at, row.low(), true)),
                at == rows.size() - 1 || isApart(row, rows.get(at + 1), tail));
    }

    private double[] ranks(List<Place> rows, double[] totals) {
        double[] ranks = new double[totals.length];
        for (Place other : rows) {
            double[] its = Objects.requireNonNull(draws).totals(other.id());
            for (int i = 0; i < ranks.length; i++) {
                ranks[i] += its[i] > totals[i] + Decimals.NOISE ? 1 : 0;
            }
        }
        for (int i = 0; i < ranks.length; i++) {
            ranks[i]++;
        }
        return ranks;
    }

    /** Returns the place at a bound of what is missing; the others stand where it is best or worst for this one. */
    private static int placeIf(List<Place> rows, int at, double total, boolean others) {
        return 1
                + (int) IntStream.range(0, rows.size())
                        .filter(i -> i != at)
                        .mapToObj(rows::get)
                        .filter(other -> (others ? other.high() : other.low()) > total + Decimals.NOISE)
                        .count();
    }

    /** What is missing may turn a difference round, and so may chance. Drawn in pairs: both face the same scenarios. */
    private boolean isApart(Place row, Place next, double tail) {
        double[] its = Objects.requireNonNull(draws).totals(row.id());
        double[] others = Objects.requireNonNull(draws).totals(next.id());
        double[] differences = IntStream.range(0, its.length)
                .mapToDouble(i -> its[i] - others[i])
                .toArray();
        boolean bounded = row.missing() + next.missing() == 0 || row.low() > next.high();
        return bounded && Draws.quantile(differences, tail) > Decimals.NOISE;
    }

    private static double value(Place row) {
        return Objects.requireNonNull(row.value());
    }
}
