package org.wenda.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Draws by lot: the same seed draws the same. Pure. */
final class Drawing {
    private Drawing() {}

    /** Returns a source of chance for one person and one page, so that no two see the same order. */
    static Random random(long seed, String person, String name) {
        return new Random(31 * (31 * seed + person.hashCode()) + name.hashCode());
    }

    /** Returns the groups of all in a drawn order, and each group in a drawn order; groups stay together. */
    static <T, G extends Comparable<G>> List<T> shuffled(List<T> all, Function<T, G> group, Random random) {
        Map<G, List<T>> groups = all.stream()
                .collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toCollection(ArrayList::new)));
        List<List<T>> order = new ArrayList<>(groups.values());
        Collections.shuffle(order, random);
        order.forEach(one -> Collections.shuffle(one, random));
        return order.stream().flatMap(List::stream).toList();
    }

    /**
     * Returns a sample in which every stratum has its share, and at least one where the size allows.
     *
     * @param size how many; all if there are no more
     */
    static <T, G extends Comparable<G>> List<T> stratified(
            List<T> all, Function<T, G> stratum, int size, Random random) {
        Map<G, List<T>> strata = all.stream()
                .collect(Collectors.groupingBy(stratum, TreeMap::new, Collectors.toCollection(ArrayList::new)));
        List<List<T>> drawn = new ArrayList<>(strata.values());
        drawn.forEach(one -> Collections.shuffle(one, random));
        Collections.shuffle(drawn, random);
        int[] shares = shares(drawn.stream().map(List::size).toList(), size);
        List<T> sample = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            sample.addAll(drawn.get(i).subList(0, shares[i]));
        }
        return sample;
    }

    /** One for each, then the rest to whoever has the largest part of its stratum still undrawn by its share. */
    private static int[] shares(List<Integer> sizes, int size) {
        int all = sizes.stream().mapToInt(Integer::intValue).sum();
        int[] shares = new int[sizes.size()];
        for (int left = Math.min(size, all); left > 0; left--) {
            int next = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < shares.length; i++) {
                double due = shares[i] == 0 ? Double.MAX_VALUE : (double) sizes.get(i) * size / all - shares[i];
                if (shares[i] < sizes.get(i) && due > most) {
                    most = due;
                    next = i;
                }
            }
            shares[next]++;
        }
        return shares;
    }

    /** Returns the list in parts of at most {@code size}. */
    static <T> List<List<T>> parts(List<T> all, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return parts;
    }
}
