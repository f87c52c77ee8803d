package org.wenda.review;

/**
 * What one rater gave.
 *
 * @param rater id of the rater, as in {@code --raters}
 * @param value 0–3
 */
public record RaterMark(String rater, int value) {
    public RaterMark {
        if (value < 0 || value > 3) {
            throw new IllegalArgumentException("a mark of " + value);
        }
    }
}
