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
}
