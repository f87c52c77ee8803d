package org.wenda.evidence;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wenda.transcript.Client;
import org.wenda.transcript.Entry;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Feature;
import org.wenda.transcript.Landing;
import org.wenda.transcript.Move;
import org.wenda.transcript.Opening;
import org.wenda.transcript.Transcript;

/**
 * A conversation as it stands in {@code transcript.json}.
 *
 * @param landings absent in files of before links were clicked
 * @param features absent in files of before traits were looked for
 */
record TranscriptFile(
        String run,
        String target,
        String scenario,
        Instant startedAt,
        @Nullable ClientPart client,
        @Nullable OpeningPart opening,
        List<ExchangeLine> exchanges,
        @Nullable List<LandingPart> landings,
        @Nullable List<Feature> features) {

    TranscriptFile {
        exchanges = List.copyOf(exchanges);
        landings = landings == null ? List.of() : List.copyOf(landings);
        features = features == null ? List.of() : List.copyOf(features);
    }

    static TranscriptFile of(Transcript transcript) {
        return new TranscriptFile(
                transcript.run(),
                transcript.target(),
                transcript.scenario(),
                transcript.startedAt(),
                ClientPart.of(transcript.client()),
                OpeningPart.of(transcript.opening()),
                transcript.exchanges().stream().map(ExchangeLine::of).toList(),
                transcript.landings().stream().map(LandingPart::of).toList(),
                transcript.features());
    }

    Transcript transcript() {
        return new Transcript(
                run,
                target,
                scenario,
                startedAt,
                client == null ? null : client.client(),
                opening == null ? null : opening.opening(),
                exchanges.stream().map(ExchangeLine::exchange).toList(),
                Objects.requireNonNullElse(landings, List.<LandingPart>of()).stream()
                        .map(LandingPart::landing)
                        .toList(),
                Objects.requireNonNullElse(features, List.of()));
    }

    record ClientPart(
            String browser,
            String driver,
            String platform,
            @Nullable BigDecimal clockOffsetMs,
            @Nullable BigDecimal clockErrorMs) {
        static @Nullable ClientPart of(@Nullable Client client) {
            return client == null
                    ? null
                    : new ClientPart(
                            client.browser(),
                            client.driver(),
                            client.platform(),
                            Json.millis(client.clockOffset()),
                            Json.millis(client.clockError()));
        }

        Client client() {
            return new Client(browser, driver, platform, orZero(clockOffsetMs), orZero(clockErrorMs));
        }
    }

    /**
     * How the chatbot was reached.
     *
     * @param moved whether the saved profile no longer fitted; {@code was} and {@code now} say where it led and leads
     */
    record EntryPart(
            String how,
            List<String> why,
            String address,
            boolean fromProfile,
            @Nullable Integer presses,
            boolean moved,
            Move.@Nullable Spot was,
            Move.@Nullable Spot now) {
        static EntryPart of(Entry entry) {
            Move move = entry.move();
            return new EntryPart(
                    entry.how(),
                    entry.why(),
                    entry.address(),
                    entry.fromProfile(),
                    entry.presses(),
                    move != null,
                    move == null ? null : move.was(),
                    move == null ? null : move.now());
        }

        Entry entry() {
            Move move = was == null || now == null ? null : new Move(was, now);
            return new Entry(how, why, address, fromProfile, presses, move);
        }
    }

    record OpeningPart(
            EntryPart entry,
            List<String> greeting,
            List<String> suggestions,
            List<String> controls,
            @Nullable BigDecimal readyMs) {
        static @Nullable OpeningPart of(@Nullable Opening opening) {
            return opening == null
                    ? null
                    : new OpeningPart(
                            EntryPart.of(opening.entry()),
                            opening.greeting(),
                            opening.suggestions(),
                            opening.controls(),
                            Json.millis(opening.ready()));
        }

        Opening opening() {
            return new Opening(entry.entry(), greeting, suggestions, controls, orZero(readyMs));
        }
    }

    /**
     * What came of clicking a link: {@code {"exchange":1,"text":"在线办理","href":"https://…","where":"new-tab",
     * "address":"https://…","title":"…","heading":"…","textExcerpt":"…","firstPaintMs":…,"loadMs":…,"errorMs":…,
     * "clicksToService":0,"survived":true,"reason":"…","picture":{"kind":"landing","file":"…"}}}; whatever is not known
     * is absent. Fields mean what {@link Landing} says.
     */
    record LandingPart(
            int exchange,
            String text,
            String href,
            Landing.Where where,
            @Nullable String address,
            String title,
            String heading,
            String textExcerpt,
            @Nullable BigDecimal firstPaintMs,
            @Nullable BigDecimal loadMs,
            @Nullable BigDecimal errorMs,
            @Nullable Integer clicksToService,
            boolean survived,
            @Nullable String reason,
            @Nullable Evidence picture) {
        static LandingPart of(Landing landing) {
            return new LandingPart(
                    landing.exchange(),
                    landing.text(),
                    landing.href(),
                    landing.where(),
                    landing.address(),
                    landing.title(),
                    landing.heading(),
                    landing.textExcerpt(),
                    Json.millis(landing.firstPaint()),
                    Json.millis(landing.load()),
                    Json.millis(landing.error()),
                    landing.clicksToService(),
                    landing.survived(),
                    landing.reason(),
                    landing.picture());
        }

        Landing landing() {
            return new Landing(
                    exchange,
                    text,
                    href,
                    where,
                    address,
                    title,
                    heading,
                    textExcerpt,
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
