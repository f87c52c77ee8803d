package org.wenda.run;

import java.time.Instant;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/** Manners forbid to ask a host now; what was planned for it is left to be resumed. */
public final class Postponed extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Message why;
    private final Instant until;

    Postponed(Leave.Later later) {
        super(later.why().in(Lang.EN));
        this.why = later.why();
        this.until = later.until();
    }

    public Message why() {
        return why;
    }

    /** Returns when the host may be asked again. */
    public Instant until() {
        return until;
    }
}
