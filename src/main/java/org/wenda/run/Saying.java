package org.wenda.run;

import org.jspecify.annotations.Nullable;
import org.wenda.scenario.Turn;
import org.wenda.transcript.Choice;

/**
 * What is to be said in a turn.
 *
 * @param words what was typed
 * @param choice which option is to be pressed now; null if the words are to be typed
 */
record Saying(Turn turn, String words, @Nullable Choice choice) {
    static Saying typed(Turn turn, String words) {
        return new Saying(turn, words, null);
    }

    Saying pressing(String option) {
        return new Saying(turn, words, new Choice(step() + 1, option));
    }

    int step() {
        return choice == null ? 0 : choice.step();
    }

    String text() {
        return choice == null ? words : choice.option();
    }
}
