package org.wenda.link;

import java.util.Arrays;

/** A constant that stands in files by a name of its own. */
interface Wired {
    /** Returns the name that stands in files. */
    String wire();

    /**
     * Returns the one of {@code constants} that stands in files as {@code wire}.
     *
     * @throws IllegalArgumentException if there is none
     */
    static <T extends Wired> T find(T[] constants, String wire) {
        return Arrays.stream(constants)
                .filter(constant -> constant.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown: " + wire + ". Known: "
                        + Arrays.stream(constants).map(Wired::wire).toList()));
    }
}
