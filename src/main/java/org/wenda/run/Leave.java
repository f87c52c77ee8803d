package org.wenda.run;

import java.time.Duration;
import java.time.Instant;
import org.wenda.words.Message;

/** What good manners say to the wish to visit a host or to ask it something. */
sealed interface Leave {
    /**
     * The wish is granted after a wait.
     *
     * @param time zero if it is granted at once
     */
    record After(Duration time) implements Leave {}

    /**
     * Not in this run.
     *
     * @param until when it may be tried again
     */
    record Later(Instant until, Message why) implements Leave {}

    /** Returns the one of both that forbids more. */
    static Leave stricter(Leave one, Leave other) {
        if (one instanceof Later late) {
            return other instanceof Later later && later.until().isAfter(late.until()) ? later : late;
        }
        if (one instanceof After after && other instanceof After longer) {
            return longer.time().compareTo(after.time()) > 0 ? longer : after;
        }
        return other;
    }
}
