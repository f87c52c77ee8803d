package org.wenda.scenario;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for a pattern in what a chatbot said, and gives up instead of hanging: a pattern that somebody wrote without
 * care and a reply that somebody wrote with intent can keep a regular expression busy for years.
 */
public final class Search {
    /** Longer replies are searched this far; the longest real ones have a few thousand characters. */
    private static final int LONGEST_CHARACTERS = 100_000;

    /** How often a search may look at a character: a tenth of a second or so, on any machine the same number. */
    private static final int MOST_LOOKS = 10_000_000;

    private Search() {}

    /** What came of a search. */
    public sealed interface Found {
        /**
         * The pattern is there.
         *
         * @param value its first group where it has one that took part, else all that it matched
         */
        record Match(String value) implements Found {}

        /** The pattern is not there. */
        record Nothing() implements Found {}

        /** Nobody knows: the pattern takes too long on this text. */
        record TooCostly() implements Found {}
    }

    /**
     * Returns the first place in a text where a pattern fits.
     *
     * @throws java.util.regex.PatternSyntaxException if it is no pattern; those of a linted scenario are
     */
    public static Found first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern)
                .matcher(new Counted(text.substring(0, Math.min(text.length(), LONGEST_CHARACTERS))));
        try {
            return matcher.find() ? new Found.Match(value(matcher)) : new Found.Nothing();
        } catch (LooksExhausted | StackOverflowError e) {
            // Alternatives inside a repetition recurse once a character; that too is a question of cost.
            return new Found.TooCostly();
        }
    }

    private static String value(Matcher matcher) {
        String group = matcher.groupCount() > 0 ? matcher.group(1) : null;
        return group == null ? matcher.group() : group;
    }

    /** A text that counts how often it is looked at. */
    private static final class Counted implements CharSequence {
        private final String text;
        private int looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > MOST_LOOKS) {
                throw new LooksExhausted();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class LooksExhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LooksExhausted() {
            super("too many looks", null, false, false);
        }
    }
}
