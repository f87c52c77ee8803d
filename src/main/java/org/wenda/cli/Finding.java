package org.wenda.cli;

import org.jspecify.annotations.Nullable;
import org.wenda.words.Message;

/**
 * One thing that the doctor looked at.
 *
 * @param subject what was looked at
 * @param found what is there
 * @param remedy what to do about it; null if nothing
 */
record Finding(
        State state,
        Message subject,
        Message found,
        @Nullable Message remedy) {
    static Finding good(Message subject, Message found) {
        return new Finding(State.GOOD, subject, found, null);
    }

    /** How bad it is; later ones are worse. */
    enum State {
        GOOD,
        /** Worth knowing; nothing needs it here. */
        NOTE,
        /** A file needs correcting. */
        FAULTY,
        /** Needed, and not there or broken. */
        MISSING
    }
}
