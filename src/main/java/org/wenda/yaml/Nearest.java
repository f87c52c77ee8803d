package org.wenda.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which known words somebody may have meant. */
public final class Nearest {
    private static final int MOST = 3;

    private Nearest() {}

    /** Returns at most three known words that are a few letters away or begin alike, nearest first. */
    public static List<String> to(String found, Collection<String> known) {
        String typed = found.toLowerCase(Locale.ROOT);
        // Swapped letters in a short word count two, and a word that begins as typed is meant however long it is.
        int farthest = Math.max(2, typed.length() / 3);
        return known.stream()
                .filter(word -> distance(typed, word) <= farthest)
                .sorted(Comparator.comparingInt((String word) -> distance(typed, word))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .collect(Collectors.toList());
    }

    private static int distance(String typed, String known) {
        String word = known.toLowerCase(Locale.ROOT);
        boolean beginsAlike = typed.length() >= 3 && word.startsWith(typed);
        int edits = edits(typed, word);
        return beginsAlike ? Math.min(1, edits) : edits;
    }

    /** Levenshtein's distance. */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int swap = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(swap, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
