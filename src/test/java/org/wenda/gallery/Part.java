package org.wenda.gallery;

import java.util.List;

/** One thing the bot does in the course of an answer. {@code afterMs} counts from the part before. */
sealed interface Part {
    int afterMs();

    /** Shows or hides the typing sign. */
    record Typing(int afterMs, boolean on) implements Part {}

    /** Shows a text that is not the answer and that the bubble's answer replaces. */
    record Hold(int afterMs, int bubble, String text) implements Part {}

    /** Adds to the reasoning, which stands above the bubble. */
    record Think(int afterMs, String text) implements Part {}

    /** Folds the reasoning away behind a heading that tells how long it took. */
    record Thought(int afterMs, int seconds) implements Part {}

    /** Shows a bubble, or replaces what {@link Hold} put there. */
    record Say(int afterMs, int bubble, Content content) implements Part {}

    /** Adds to the last bubble. */
    record Append(int afterMs, int bubble, String text) implements Part {}

    /** Shows or takes away the button that stops a stream, in the composer or under the answer. */
    record Stop(int afterMs, boolean on, boolean inComposer) implements Part {}

    /** Puts buttons to act on the answer under a bubble. */
    record Controls(int afterMs, int bubble, List<Control> controls) implements Part {
        public Controls {
            controls = List.copyOf(controls);
        }
    }

    /** Offers questions to choose from. */
    record Offer(int afterMs, List<String> options) implements Part {
        public Offer {
            options = List.copyOf(options);
        }
    }
}
