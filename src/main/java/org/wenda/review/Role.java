package org.wenda.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** As what somebody marks. */
public enum Role {
    /** One of those who mark everything, each alone. */
    RATER,
    /** The third person, who decides where raters differ. */
    SETTLER,
    /** Who looks again at a few marks, drawn by lot. */
    CHECKER;

    /** Returns the name that stands in files, in small letters. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> ofWire(String wire) {
        return Arrays.stream(values()).filter(role -> role.wire().equals(wire)).findFirst();
    }
}
