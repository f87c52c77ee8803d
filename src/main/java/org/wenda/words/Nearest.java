package org.wenda.words;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody may have meant: the known names that are only a slip of the finger away. */
public final class Nearest {
    private static final int OFFERED = 3;

    /** Fewer characters than this stand in too many names to tell which is meant. */
    private static final int TELLING = 3;

    private Nearest() {}

    /**
     * Returns at most three of {@code known}, the nearest first, equally near ones in the order given; empty if none is
     * near enough to be helpful.
     */
    public static List<String> of(String found, Collection<String> known) {
        int bearable = Math.min(3, Math.max(1, found.length() / 3));
        return known.stream()
                .filter(name -> distance(found, name) <= bearable)
                .sorted(Comparator.comparingInt(name -> distance(found, name)))
                .limit(OFFERED)
                .toList();
    }

    /** Whoever types a part of a name means it, however long the rest is; capital letters are no slip. */
    private static int distance(String found, String known) {
        String typed = found.toLowerCase(Locale.ROOT);
        String name = known.toLowerCase(Locale.ROOT);
        int slips = slips(typed, name);
        return typed.length() >= TELLING && name.contains(typed) ? Math.min(1, slips) : slips;
    }

    /** Returns how many characters have to be put in, left out, replaced or swapped with their neighbour. */
    private static int slips(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = step(cost, one, other, i, j);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int step(int[][] cost, String one, String other, int i, int j) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
