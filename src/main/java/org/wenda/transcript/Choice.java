package org.wenda.transcript;

/**
 * An option that was pressed instead of typing a question, because the chatbot had asked which matter is meant.
 *
 * @param step how many options of this turn were pressed up to this one, from 1
 * @param option what the option reads
 */
public record Choice(int step, String option) {
    public Choice {
        if (step < 1) {
            throw new IllegalArgumentException("the typed question is no choice: step " + step);
        }
    }
}
