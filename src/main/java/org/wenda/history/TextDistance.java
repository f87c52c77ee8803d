package org.wenda.history;

import java.util.HashMap;
import java.util.Map;

/**
 * How far two texts lie apart by their pairs of characters, which a change of order hardly touches. Blanks, line breaks
 * and punctuation count nothing. Pure.
 */
final class TextDistance {
    private TextDistance() {}

    /** Returns 0 for the same and 1 for no pair in common. */
    static double between(String one, String other) {
        Shared shared = Shared.of(pairs(one), pairs(other));
        return shared.all() == 0 ? 0 : 1 - 2.0 * shared.common() / shared.all();
    }

    /** Returns how many pairs stand in one of the texts only. */
    static int pairsApart(String one, String other) {
        Shared shared = Shared.of(pairs(one), pairs(other));
        return shared.all() - 2 * shared.common();
    }

    /** How many pairs two texts have, and how many they share. */
    private record Shared(int all, int common) {
        static Shared of(Map<Long, Integer> ones, Map<Long, Integer> others) {
            int common = 0;
            for (Map.Entry<Long, Integer> pair : ones.entrySet()) {
                common += Math.min(pair.getValue(), others.getOrDefault(pair.getKey(), 0));
            }
            return new Shared(total(ones) + total(others), common);
        }
    }

    private static int total(Map<Long, Integer> pairs) {
        return pairs.values().stream().mapToInt(count -> count).sum();
    }

    private static Map<Long, Integer> pairs(String text) {
        Map<Long, Integer> pairs = new HashMap<>();
        int[] points = text.codePoints().filter(Character::isLetterOrDigit).toArray();
        for (int i = 0; i < points.length; i++) {
            long next = i + 1 < points.length ? points[i + 1] : 0;
            pairs.merge(((long) points[i] << 32) | next, 1, Integer::sum);
        }
        return pairs;
    }
}
