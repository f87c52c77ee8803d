package org.wenda.history;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Marks what two passages do not share, word by word; Chinese words are found by ICU's dictionary. Pure. */
public final class WordDiff {
    /** Longer texts take too long to lay beside each other, and nobody reads them. */
    private static final int LONGEST = 20_000;

    private WordDiff() {}

    /**
     * A stretch of one passage.
     *
     * @param changed whether the other passage has something else in its place, or nothing
     */
    public record Piece(String text, boolean changed) {}

    /** Both passages; the pieces of each make up its text, up to its first 20,000 characters. */
    public record Marked(List<Piece> before, List<Piece> after) {
        public Marked {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** Returns both passages with what they do not share marked. */
    public static Marked of(String before, String after) {
        List<String> was = words(before);
        List<String> is = words(after);
        boolean[] gone = new boolean[was.size()];
        boolean[] fresh = new boolean[is.size()];
        for (AbstractDelta<String> delta : DiffUtils.diff(was, is).getDeltas()) {
            mark(gone, delta.getSource().getPosition(), delta.getSource().size());
            mark(fresh, delta.getTarget().getPosition(), delta.getTarget().size());
        }
        return new Marked(pieces(was, gone), pieces(is, fresh));
    }

    private static void mark(boolean[] marks, int from, int count) {
        for (int i = from; i < from + count; i++) {
            marks[i] = true;
        }
    }

    private static List<Piece> pieces(List<String> words, boolean[] marks) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            text.append(words.get(i));
            if (i + 1 == words.size() || marks[i + 1] != marks[i]) {
                pieces.add(new Piece(text.toString(), marks[i]));
                text.setLength(0);
            }
        }
        return pieces;
    }

    /** Returns every word, blank and mark of a text, in order. */
    static List<String> words(String text) {
        String cut = text.substring(0, Math.min(text.length(), LONGEST));
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.SIMPLIFIED_CHINESE);
        breaks.setText(cut);
        List<String> words = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            words.add(cut.substring(start, end));
            start = end;
        }
        return words;
    }
}
