package org.wenda.link;

import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * Follows links over HTTP and judges where they lead. Asks each distinct address once in its life. Safe for use by many
 * threads; which host is asked when is the gate's decision.
 */
public final class LinkTracer implements AutoCloseable {
    /** @param chance makes up the neighbours that tell a page from a page that is missing */
    public LinkTracer(HostGate gate, LinkLimits limits, Clock clock, RandomGenerator chance) {}

    /**
     * Follows one link.
     *
     * @param matter what the citizen asked about
     * @param site whose chatbot offered the link
     */
    public Traced trace(OfferedLink link, Matter matter, Site site) throws InterruptedException {
        throw new UnsupportedOperationException("not written yet: " + link + matter + site);
    }

    /** Returns the trace as it would be had HTTP shown what a browser saw. Requests nothing. */
    public static LinkTrace judgedAgain(LinkTrace trace, Seen seen, Matter matter, Site site) {
        throw new UnsupportedOperationException("not written yet: " + trace + seen + matter + site);
    }

    @Override
    public void close() {}
}
