package org.wenda.run;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Does errands of a run, one after the other, whichever host is next. Belongs to one thread. */
public final class Worker implements AutoCloseable {
    private final Rota rota;
    private final Seat seat;
    private @Nullable Lane lane;

    Worker(Rota rota, Seat seat) {
        this.rota = rota;
        this.seat = seat;
    }

    /**
     * Takes the next errand; waits while other workers are at all hosts that are left.
     *
     * @return to be handed to {@link #hold} before the next is taken; null if nothing is left
     */
    public @Nullable Errand next() throws InterruptedException {
        if (lane != null) {
            throw new IllegalStateException("an errand was taken and not done");
        }
        Lane taken = rota.take();
        lane = taken;
        return taken == null ? null : taken.next();
    }

    /**
     * Does the errand that was taken. Never throws for what a chatbot, a page or a browser does.
     *
     * @throws org.wenda.words.MachineException if nothing can be started or stored on this machine; the run is then
     *     over
     */
    public Held hold(Errand errand) {
        Lane at = Objects.requireNonNull(lane, "no errand was taken");
        try {
            return at.hold(errand, seat);
        } finally {
            lane = null;
            rota.giveBack(at);
        }
    }

    /** Stops waiting for a reply; for use by another thread once the run is to end. */
    void cut() {
        seat.cut();
    }

    /** Closes what was started. The worker may go on; the next errand starts it anew. */
    @Override
    public void close() {
        seat.close();
    }
}
