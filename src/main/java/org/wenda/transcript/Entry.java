package org.wenda.transcript;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the chatbot was reached.
 *
 * @param how in short, such as {@code launcher in frame 1}
 * @param why what spoke for the chosen elements, best reason first
 * @param address where the conversation took place
 * @param fromProfile whether a saved profile led there
 * @param presses how many things had to be pressed until a question could be typed, notices closed on the way included;
 *     null if nobody counted
 * @param move that a saved profile no longer fitted and the chatbot was found anew; null if not
 */
public record Entry(
        String how,
        List<String> why,
        String address,
        boolean fromProfile,
        @Nullable Integer presses,
        @Nullable Move move) {
    public Entry {
        why = List.copyOf(why);
    }

    /** An entry of which nobody counted what had to be pressed. */
    public Entry(String how, List<String> why, String address, boolean fromProfile, @Nullable Move move) {
        this(how, why, address, fromProfile, null, move);
    }

    /** Returns whether a saved profile no longer fitted and the chatbot was found anew. */
    public boolean moved() {
        return move != null;
    }
}
