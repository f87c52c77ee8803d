package org.wenda.transcript;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which of the conversations about one scenario an exchange belongs to. Beside the ordinary one, the opening turn may
 * be asked in other words, or once more, each time in a fresh conversation.
 *
 * @param variant how the words differ from the turn's own, such as {@code colloquial}, and {@code colloquial-2} for the
 *     second of that kind; null if they are its own
 * @param repeat for the how many-th time the same words are asked, from 1
 */
public record Trial(@Nullable String variant, int repeat) {
    /** The conversation that takes all turns. */
    public static final Trial ORDINARY = new Trial(null, 1);

    private static final Pattern VARIANT = Pattern.compile("[a-z]{1,20}(-[0-9]{1,2})?");

    public Trial {
        if (variant != null && !VARIANT.matcher(variant).matches()) {
            throw new IllegalArgumentException("not the name of a variant: " + variant);
        }
        if (repeat < 1) {
            throw new IllegalArgumentException("times are counted from 1: " + repeat);
        }
    }

    public boolean isOrdinary() {
        return equals(ORDINARY);
    }

    /** Returns a name that is unique in its scenario: {@code ordinary}, {@code typo}, {@code repeat-2}. */
    public String id() {
        if (isOrdinary()) {
            return "ordinary";
        }
        String again = repeat == 1 ? "" : "repeat-" + repeat;
        return variant == null ? again : variant + (again.isEmpty() ? "" : "." + again);
    }
}
