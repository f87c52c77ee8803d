package org.wenda.link;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Follows links over HTTP and judges where they lead. Asks each distinct address once in its life. Safe for use by many
 * threads; which host is asked when is the gate's decision.
 */
public final class LinkTracer implements AutoCloseable {
    private final Clock clock;

    /** @param chance makes up the neighbours that tell a page from a page that is missing */
    public LinkTracer(HostGate gate, LinkLimits limits, Clock clock, RandomGenerator chance) {
        this.clock = clock;
    }

    /**
     * Follows one link.
     *
     * @param matter what the citizen asked about
     * @param site whose chatbot offered the link
     */
    public Traced trace(OfferedLink link, Matter matter, Site site) throws InterruptedException {
        // Until following is written, nothing is followed.
        Reason reason = Reason.of(Why.HOST_RESTS, "following links is not written yet");
        return new Traced(
                new LinkTrace(
                        link,
                        List.of(),
                        link.href(),
                        null,
                        Verdict.NOT_FOLLOWED,
                        reason,
                        List.of(),
                        clock.instant(),
                        Duration.ZERO,
                        false),
                List.of());
    }

    /** Returns the trace as it would be had HTTP shown what a browser saw. Requests nothing. */
    public static LinkTrace judgedAgain(LinkTrace trace, Seen seen, Matter matter, Site site) {
        return trace;
    }

    @Override
    public void close() {}
}
