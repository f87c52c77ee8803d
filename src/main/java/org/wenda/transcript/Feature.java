package org.wenda.transcript;

import java.util.Set;

/**
 * A trait that was seen, and what proves it. That a trait is missing from a conversation says only that it was not seen
 * there.
 *
 * @param where {@code opening} before anything was asked, {@code input} around the input, {@code answer} in or under a
 *     reply, {@code page} elsewhere in the chat's window
 * @param words the visible words, or the label of what has none
 */
public record Feature(Trait trait, String where, String words) {
    public static final String OPENING = "opening";
    public static final String INPUT = "input";
    public static final String ANSWER = "answer";
    public static final String PAGE = "page";

    /** The longest proof that is kept, in characters. */
    public static final int LONGEST_WORDS = 200;

    private static final Set<String> PLACES = Set.of(OPENING, INPUT, ANSWER, PAGE);

    public Feature {
        if (!PLACES.contains(where)) {
            throw new IllegalArgumentException("unknown place of a feature: " + where);
        }
        words = words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
    }
}
