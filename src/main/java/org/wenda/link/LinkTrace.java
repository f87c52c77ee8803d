package org.wenda.link;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one link led, and what that is worth to the citizen.
 *
 * @param hops every address that was requested, in order; empty if none was
 * @param finalAddress where it ended, fragment included; the offered address if nothing was requested
 * @param page what the last answer says; null if there was none to read
 * @param evidence what decided: each a short line that names the rule and the words found
 * @param tracedAt when the first request was sent; for a trace from the cache, when it was sent back then
 * @param elapsed the hops' times together
 * @param cached whether the same address had been requested before in this run
 */
public record LinkTrace(
        OfferedLink link,
        List<Hop> hops,
        String finalAddress,
        @Nullable LandingPage page,
        Verdict verdict,
        Reason reason,
        List<String> evidence,
        Instant tracedAt,
        Duration elapsed,
        boolean cached) {
    public LinkTrace {
        hops = List.copyOf(hops);
        evidence = List.copyOf(evidence);
    }
}
