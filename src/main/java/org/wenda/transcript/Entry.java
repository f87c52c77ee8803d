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
 * @param move that a saved profile no longer fitted and the chatbot was found anew; null if not
 */
public record Entry(
        String how,
        List<String> why,
        String address,
        boolean fromProfile,
        @Nullable Move move) {
    public Entry {
        why = List.copyOf(why);
    }

    /** Returns whether a saved profile no longer fitted and the chatbot was found anew. */
    public boolean moved() {
        return move != null;
    }
}
