package org.wenda.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.StoredLinks;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Client;
import org.wenda.transcript.Entry;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Link;
import org.wenda.transcript.Move;
import org.wenda.transcript.Opening;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Timing;
import org.wenda.transcript.Transcript;
import org.wenda.transcript.Trial;

/**
 * All that {@code transcript.html} shows, as data. Pure: the same conversation and pictures, the same page.
 *
 * @param inFolder whether the page lies in the run directory, so that it may lead to its neighbours
 * @param marks what was marked of this conversation, by item
 * @param replay whether there is a page beside it that plays it
 */
record ConversationPage(
        String run,
        String target,
        String platform,
        String address,
        String matter,
        String scenario,
        String started,
        boolean inFolder,
        @Nullable ClientPart client,
        @Nullable OpeningPart opening,
        List<TurnPart> turns,
        List<MarksPage.ItemPart> marks,
        boolean replay) {

    record ClientPart(String browser, String driver, String system, String offset, String error) {}

    record OpeningPart(
            List<Segment> how,
            List<List<Segment>> why,
            ShownLink address,
            boolean fromProfile,
            @Nullable MovePart move,
            List<List<Segment>> greeting,
            List<List<Segment>> suggestions,
            List<String> controls,
            String ready) {}

    record MovePart(List<Segment> was, List<Segment> now) {}

    /**
     * One exchange.
     *
     * @param trial how this asking differs from the ordinary one, in words; empty if it does not
     * @param step how many options of the turn were pressed up to here; 0 if the question was typed
     * @param links as the reply offers them; empty where {@code traced} has them
     * @param traced the same links, and addresses and phone numbers in the text, with where they lead
     */
    record TurnPart(
            int number,
            String id,
            String trial,
            boolean critical,
            int step,
            List<Segment> question,
            OutcomePart outcome,
            List<Segment> reason,
            List<BubblePart> bubbles,
            List<List<Segment>> options,
            List<ShownLink> links,
            List<LinkPart> traced,
            List<ShownLink> sources,
            List<Segment> thinking,
            List<String> controls,
            @Nullable TimingPart timing,
            @Nullable String endedBy,
            List<PicturePart> pictures,
            List<FilePart> files) {}

    record OutcomePart(String wire, String name, String tone) {}

    record BubblePart(List<Segment> text, int cut, List<List<Segment>> pictures) {}

    record TimingPart(
            String sent,
            @Nullable String firstSign,
            @Nullable String firstReply,
            @Nullable String complete,
            @Nullable String thinking,
            String error,
            List<BarPart> bar) {}

    /** A stretch of the timing bar, in per cent of the longest reply of the conversation. */
    record BarPart(String kind, String x, String width) {}

    /** @param shown where the page gets the picture; null if it is only named */
    record PicturePart(String kind, String file, @Nullable String shown) {}

    record FilePart(String kind, String file) {}

    /** Where a page gets a kept picture, as an address; null if there is none. */
    interface Pictures {
        @Nullable
        String of(String target, Evidence evidence);
    }

    /**
     * Returns the page of one conversation.
     *
     * @param marks of this conversation
     * @param replay whether there is a page beside it that plays it
     */
    static ConversationPage of(
            Transcript transcript,
            StoredLinks links,
            List<MarksPage.ItemPart> marks,
            Naming naming,
            Pictures pictures,
            boolean inFolder,
            boolean replay) {
        Duration longest = transcript.exchanges().stream()
                .map(Exchange::timing)
                .filter(Objects::nonNull)
                .map(ConversationPage::end)
                .reduce(Duration.ofMillis(1), (a, b) -> a.compareTo(b) > 0 ? a : b);
        return new ConversationPage(
                transcript.run(),
                naming.target(transcript.target()),
                naming.platform(transcript.target()),
                naming.address(transcript.target()),
                naming.scenario(transcript.scenario()),
                transcript.scenario(),
                Figures.show(transcript.startedAt()),
                inFolder,
                client(transcript.client()),
                opening(transcript.opening(), naming),
                transcript.exchanges().stream()
                        .map(exchange -> turn(exchange, links, naming, pictures, longest))
                        .toList(),
                marks,
                replay);
    }

    private static @Nullable ClientPart client(@Nullable Client client) {
        if (client == null) {
            return null;
        }
        return new ClientPart(
                Segment.plain(client.browser()),
                Segment.plain(client.driver()),
                Segment.plain(client.platform()),
                String.format(Locale.ROOT, "%+.1f ms", client.clockOffset().toNanos() / 1e6),
                String.format(Locale.ROOT, "%.1f ms", client.clockError().toNanos() / 1e6));
    }

    private static @Nullable OpeningPart opening(@Nullable Opening opening, Naming naming) {
        if (opening == null) {
            return null;
        }
        Entry entry = opening.entry();
        return new OpeningPart(
                Segment.of(entry.how()),
                each(entry.why()),
                ShownLink.of(new Link("", entry.address())),
                entry.fromProfile(),
                entry.move() == null ? null : move(entry.move()),
                each(opening.greeting()),
                each(opening.suggestions()),
                controls(opening.controls(), naming),
                String.valueOf(Figures.show(opening.ready())));
    }

    private static MovePart move(Move move) {
        return new MovePart(Segment.of(move.was().line()), Segment.of(move.now().line()));
    }

    private static TurnPart turn(
            Exchange exchange, StoredLinks links, Naming naming, Pictures pictures, Duration longest) {
        Timing timing = exchange.timing();
        List<LinkPart> traced = links.of(exchange.target(), exchange.scenario(), exchange.number()).stream()
                .map(link -> LinkPart.of(link, naming, pictures))
                .toList();
        return new TurnPart(
                exchange.number(),
                exchange.turn(),
                trial(exchange.trial(), naming),
                exchange.critical(),
                exchange.step(),
                Segment.of(exchange.question()),
                outcome(exchange.outcome(), naming),
                Segment.of(Objects.requireNonNullElse(exchange.reason(), "")),
                exchange.reply().bubbles().stream()
                        .map(ConversationPage::bubble)
                        .toList(),
                each(exchange.reply().options()),
                traced.isEmpty()
                        ? exchange.reply().links().stream().map(ShownLink::of).toList()
                        : List.of(),
                traced,
                exchange.reply().sources().stream().map(ShownLink::of).toList(),
                Segment.of(exchange.reply().thinking()),
                controls(exchange.reply().controls(), naming),
                timing == null ? null : timing(timing, longest),
                exchange.endedBy(),
                pictures(exchange, naming, pictures),
                exchange.evidence().stream()
                        .filter(evidence -> evidence.kind() == Evidence.Kind.DOM)
                        .map(evidence -> new FilePart(kind(evidence, naming), fileName(evidence)))
                        .toList());
    }

    /** Says in words how an asking differs from the ordinary one; nothing if it does not. */
    static String trial(Trial trial, Naming naming) {
        List<String> said = new ArrayList<>();
        if (trial.variant() != null) {
            int dash = trial.variant().lastIndexOf('-');
            String kind = dash < 0 ? trial.variant() : trial.variant().substring(0, dash);
            said.add(naming.word("trial.variant", VARIANTS.contains(kind) ? naming.word("variant." + kind) : kind));
        }
        if (trial.repeat() > 1) {
            said.add(naming.word("trial.repeat", trial.repeat()));
        }
        return String.join(" · ", said);
    }

    static OutcomePart outcome(Outcome outcome, Naming naming) {
        return new OutcomePart(outcome.wire(), naming.outcome(outcome), Naming.tone(outcome));
    }

    private static BubblePart bubble(Bubble bubble) {
        return new BubblePart(
                Segment.of(bubble.text()),
                Segment.cut(bubble.text()),
                bubble.pictures().stream()
                        .map(picture -> Segment.of(picture.alt().isEmpty() ? picture.src() : picture.alt()))
                        .toList());
    }

    private static TimingPart timing(Timing timing, Duration longest) {
        return new TimingPart(
                Figures.show(timing.sentAt()),
                Figures.show(timing.firstSign()),
                Figures.show(timing.firstReply()),
                Figures.show(timing.complete()),
                Figures.show(timing.thinking()),
                String.valueOf(Figures.show(timing.error())),
                bar(timing, longest));
    }

    private static List<BarPart> bar(Timing timing, Duration longest) {
        List<BarPart> bar = new ArrayList<>();
        Duration from = stretch(bar, "wait", Duration.ZERO, timing.firstSign(), longest);
        from = stretch(bar, "sign", from, timing.firstReply(), longest);
        stretch(bar, "text", from, timing.complete(), longest);
        return List.copyOf(bar);
    }

    private static Duration stretch(
            List<BarPart> bar, String kind, Duration from, @Nullable Duration to, Duration longest) {
        if (to == null || to.compareTo(from) <= 0) {
            return from;
        }
        bar.add(new BarPart(kind, percent(from, longest), percent(to.minus(from), longest)));
        return to;
    }

    private static String percent(Duration part, Duration whole) {
        return String.format(Locale.ROOT, "%.2f", 100.0 * part.toNanos() / whole.toNanos());
    }

    private static Duration end(Timing timing) {
        for (Duration moment : new @Nullable Duration[] {timing.complete(), timing.firstReply(), timing.firstSign()}) {
            if (moment != null) {
                return moment;
            }
        }
        return Duration.ZERO;
    }

    private static List<PicturePart> pictures(Exchange exchange, Naming naming, Pictures pictures) {
        return exchange.evidence().stream()
                .filter(evidence -> evidence.kind() != Evidence.Kind.DOM)
                .map(evidence -> new PicturePart(
                        kind(evidence, naming), fileName(evidence), pictures.of(exchange.target(), evidence)))
                .toList();
    }

    private static String kind(Evidence evidence, Naming naming) {
        return naming.word("kept." + evidence.kind().name().toLowerCase(Locale.ROOT));
    }

    private static String fileName(Evidence evidence) {
        return evidence.file().substring(evidence.file().lastIndexOf('/') + 1);
    }

    private static List<String> controls(List<String> kinds, Naming naming) {
        return kinds.stream()
                .filter(CONTROLS::contains)
                .distinct()
                .map(kind -> naming.word("control." + kind))
                .toList();
    }

    private static final List<String> CONTROLS =
            List.of("useful", "useless", "human", "copy", "read-aloud", "regenerate", "stop", "ai-label");

    private static final Set<String> VARIANTS = Set.of("colloquial", "synonym", "typo", "homophone");

    private static List<List<Segment>> each(List<String> texts) {
        return texts.stream().map(Segment::of).toList();
    }
}
