package org.wenda.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenda.link.Hop;
import org.wenda.link.LandingPage;
import org.wenda.link.LinkTrace;
import org.wenda.link.OfferedLink;
import org.wenda.link.Reason;
import org.wenda.link.Verdict;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Landing;

/**
 * One link of one exchange, and where it led: a line of {@code links.jsonl}. All that the chatbot or a page said is
 * hostile.
 *
 * @param place which exchange offered it
 * @param link as it was offered
 * @param hops every address that was requested, in order; empty if none was
 * @param finalAddress where it ended; the offered address if nothing was requested
 * @param page what the last answer is; null if there was none to read
 * @param evidence what decided, a short line each
 * @param elapsed the hops' times together
 * @param cached whether the same address had been requested before in this run
 * @param warc id of the record that holds the last answer, in this target's or another's archive; null if none was kept
 * @param look what came of clicking it; null if nobody clicked its address in this run
 */
public record StoredLink(
        Place place,
        OfferedLink link,
        Verdict verdict,
        Reason reason,
        List<Hop> hops,
        String finalAddress,
        @Nullable Page page,
        List<String> evidence,
        Duration elapsed,
        Instant tracedAt,
        boolean cached,
        @Nullable String warc,
        @Nullable Look look) {
    public StoredLink {
        hops = List.copyOf(hops);
        evidence = List.copyOf(evidence);
    }

    /**
     * Which exchange offered a link; fields mean what {@link Exchange} says.
     *
     * @param number place of the exchange in the conversation, from 1
     */
    public record Place(String run, String target, String scenario, String turn, int number) {
        /** Returns the place of an exchange. */
        public static Place of(Exchange exchange) {
            return new Place(
                    exchange.run(), exchange.target(), exchange.scenario(), exchange.turn(), exchange.number());
        }
    }

    /** What is kept of the page at the end; fields mean what {@link LandingPage} says. */
    public record Page(
            String title,
            String heading,
            String canonical,
            String contentType,
            String charset,
            long bytes,
            boolean truncated,
            boolean shell) {
        static @Nullable Page of(@Nullable LandingPage page) {
            return page == null
                    ? null
                    : new Page(
                            page.title(),
                            page.heading(),
                            page.canonical(),
                            page.contentType(),
                            page.charset(),
                            page.bytes(),
                            page.truncated(),
                            page.shell());
        }
    }

    /**
     * What a browser showed when the link was clicked; the rest means what {@link Landing} says.
     *
     * @param target whose conversation it was clicked in, which need not be the one that this link stands in
     * @param scenario likewise
     */
    public record Look(
            String target,
            String scenario,
            Landing.Where where,
            @Nullable String address,
            String title,
            String heading,
            @Nullable Duration firstPaint,
            @Nullable Duration load,
            Duration error,
            @Nullable Integer clicksToService,
            boolean survived,
            @Nullable String reason,
            @Nullable Evidence picture) {
        /** Returns the look that a landing of a conversation was. */
        public static Look of(String target, String scenario, Landing landing) {
            return new Look(
                    target,
                    scenario,
                    landing.where(),
                    landing.address(),
                    landing.title(),
                    landing.heading(),
                    landing.firstPaint(),
                    landing.load(),
                    landing.error(),
                    landing.clicksToService(),
                    landing.survived(),
                    landing.reason(),
                    landing.picture());
        }
    }

    /** Returns what is kept of a trace. */
    public static StoredLink of(Exchange exchange, LinkTrace trace, @Nullable String warc, @Nullable Look look) {
        return new StoredLink(
                Place.of(exchange),
                trace.link(),
                trace.verdict(),
                trace.reason(),
                trace.hops(),
                trace.finalAddress(),
                Page.of(trace.page()),
                trace.evidence(),
                trace.elapsed(),
                // As precise as the file, so that what is read back is what was handed out.
                trace.tracedAt().truncatedTo(ChronoUnit.MILLIS),
                trace.cached(),
                warc,
                look);
    }

    /** Returns the last status that a host answered; 0 if none did. */
    public int status() {
        return hops.stream()
                .map(Hop::status)
                .filter(status -> status > 0)
                .reduce((earlier, later) -> later)
                .orElse(0);
    }
}
