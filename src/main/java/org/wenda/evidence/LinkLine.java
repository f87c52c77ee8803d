package org.wenda.evidence;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.link.Hop;
import org.wenda.link.LinkKind;
import org.wenda.link.OfferedLink;
import org.wenda.link.Reason;
import org.wenda.link.Tls;
import org.wenda.link.Verdict;
import org.wenda.link.Why;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Landing;

/**
 * A link as it stands in {@code links.jsonl}, laid flat under the names that {@code links --format jsonl} uses.
 *
 * @param reason the sentence in English, for those who read the file with other tools; {@code why} and {@code facts}
 *     are what it is made of
 * @param status the last one that a host answered; 0 if none did
 */
record LinkLine(
        String run,
        String target,
        String scenario,
        String turn,
        int number,
        LinkKind kind,
        String text,
        String address,
        Verdict verdict,
        String reason,
        Why why,
        List<String> facts,
        int status,
        String finalAddress,
        List<HopPart> hops,
        @Nullable String title,
        @Nullable String heading,
        @Nullable String canonical,
        @Nullable String contentType,
        @Nullable String charset,
        @Nullable Long bytes,
        @Nullable Boolean truncated,
        @Nullable Boolean shell,
        List<String> evidence,
        @Nullable BigDecimal elapsedMs,
        Instant tracedAt,
        boolean cached,
        @Nullable String warc,
        @Nullable LookPart landing) {

    LinkLine {
        Stream.of(run, target, scenario, turn, kind, text, address, verdict, reason, why, finalAddress, tracedAt)
                .forEach(Objects::requireNonNull);
        Stream.of(facts, hops, evidence).forEach(Objects::requireNonNull);
    }

    static LinkLine of(StoredLink link) {
        StoredLink.Place place = link.place();
        StoredLink.Page page = link.page();
        return new LinkLine(
                place.run(),
                place.target(),
                place.scenario(),
                place.turn(),
                place.number(),
                link.link().kind(),
                link.link().text(),
                link.link().href(),
                link.verdict(),
                link.reason().toString(),
                link.reason().why(),
                link.reason().facts(),
                link.status(),
                link.finalAddress(),
                link.hops().stream().map(HopPart::of).toList(),
                page == null ? null : page.title(),
                page == null ? null : page.heading(),
                page == null ? null : page.canonical(),
                page == null ? null : page.contentType(),
                page == null ? null : page.charset(),
                page == null ? null : page.bytes(),
                page == null ? null : page.truncated(),
                page == null ? null : page.shell(),
                link.evidence(),
                Json.millis(link.elapsed()),
                link.tracedAt(),
                link.cached(),
                link.warc(),
                LookPart.of(link.look()));
    }

    StoredLink link() {
        return new StoredLink(
                new StoredLink.Place(run, target, scenario, turn, number),
                new OfferedLink(number, kind, text, address),
                verdict,
                new Reason(why, facts),
                hops.stream().map(HopPart::hop).toList(),
                finalAddress,
                page(),
                evidence,
                orZero(elapsedMs),
                tracedAt,
                cached,
                warc,
                landing == null ? null : landing.look());
    }

    private StoredLink.@Nullable Page page() {
        return title == null
                ? null
                : new StoredLink.Page(
                        title,
                        Objects.requireNonNullElse(heading, ""),
                        Objects.requireNonNullElse(canonical, ""),
                        Objects.requireNonNullElse(contentType, ""),
                        Objects.requireNonNullElse(charset, ""),
                        Objects.requireNonNullElse(bytes, 0L),
                        Boolean.TRUE.equals(truncated),
                        Boolean.TRUE.equals(shell));
    }

    /** {@code {"address":"https://…","status":302,"location":"/b","elapsedMs":12,"how":"http","tls":{…}}}. */
    record HopPart(
            String address,
            int status,
            @Nullable String location,
            @Nullable BigDecimal elapsedMs,
            Hop.How how,
            @Nullable Tls tls) {
        static HopPart of(Hop hop) {
            return new HopPart(
                    hop.address().toString(),
                    hop.status(),
                    hop.location(),
                    Json.millis(hop.elapsed()),
                    hop.how(),
                    hop.tls());
        }

        Hop hop() {
            return new Hop(URI.create(address), status, location, orZero(elapsedMs), tls, how);
        }
    }

    /** As the landings of {@code transcript.json}, without the text, and with the conversation that they stand in. */
    record LookPart(
            String target,
            String scenario,
            Landing.Where where,
            @Nullable String address,
            String title,
            String heading,
            @Nullable BigDecimal firstPaintMs,
            @Nullable BigDecimal loadMs,
            @Nullable BigDecimal errorMs,
            @Nullable Integer clicksToService,
            boolean survived,
            @Nullable String reason,
            @Nullable Evidence picture) {
        static @Nullable LookPart of(StoredLink.@Nullable Look look) {
            return look == null
                    ? null
                    : new LookPart(
                            look.target(),
                            look.scenario(),
                            look.where(),
                            look.address(),
                            look.title(),
                            look.heading(),
                            Json.millis(look.firstPaint()),
                            Json.millis(look.load()),
                            Json.millis(look.error()),
                            look.clicksToService(),
                            look.survived(),
                            look.reason(),
                            look.picture());
        }

        StoredLink.Look look() {
            return new StoredLink.Look(
                    target,
                    scenario,
                    where,
                    address,
                    title,
                    heading,
                    Json.duration(firstPaintMs),
                    Json.duration(loadMs),
                    orZero(errorMs),
                    clicksToService,
                    survived,
                    reason,
                    picture);
        }
    }

    private static Duration orZero(@Nullable BigDecimal millis) {
        return Objects.requireNonNullElse(Json.duration(millis), Duration.ZERO);
    }
}
