package org.wenda.run;

import java.util.Collection;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;

/** How a run ended, in the order in which one outweighs the next. */
public enum Ending {
    /** What was asked, stored and reported is not the same, or the machine failed. */
    FAULTY,
    /** Somebody stopped it; it can be resumed. */
    INTERRUPTED,
    /** Something is left to be asked, or our own fault lost an answer; it can be resumed. */
    IN_PART,
    /** A target could not be reached, blocked us or has no chatbot. */
    REFUSED,
    DONE;

    /**
     * Decides how a run ended.
     *
     * @param latest the last exchange of every turn
     * @param left how many errands were not done
     */
    static Ending of(boolean interrupted, boolean faulty, int left, Collection<Exchange> latest) {
        if (faulty) {
            return FAULTY;
        }
        if (interrupted) {
            return INTERRUPTED;
        }
        if (left > 0 || latest.stream().anyMatch(exchange -> exchange.outcome() == Outcome.BROKEN)) {
            return IN_PART;
        }
        return latest.stream().anyMatch(exchange -> Judgement.isVain(exchange.outcome())) ? REFUSED : DONE;
    }
}
