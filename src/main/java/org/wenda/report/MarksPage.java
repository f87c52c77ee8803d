package org.wenda.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.StoredMarks;
import org.wenda.evidence.StoredRun;
import org.wenda.score.Amount;
import org.wenda.score.Ground;
import org.wenda.score.Index;
import org.wenda.score.Mark;
import org.wenda.score.Spread;
import org.wenda.score.Standing;
import org.wenda.transcript.Feature;
import org.wenda.transcript.Trait;
import org.wenda.transcript.Transcript;

/**
 * All that {@code marks.html} shows of one target, as data: how it stands, and what every mark rests on. Pure.
 *
 * @param inFolder whether the page lies in the run directory, so that it may lead to its neighbours
 * @param covered whether there is a chatbot
 * @param otherIndex whether the marks were made by another index than the one whose names are shown
 * @param apart what is recorded and never summed
 * @param times of all turns of the target
 * @param conversations what was held about each scenario
 * @param features all that a window may offer, whether it was seen or not
 * @param seen how many of them were
 * @param access whether there is a file beside the page that says how accessible the window is
 */
record MarksPage(
        String run,
        String target,
        String platform,
        String edition,
        boolean inFolder,
        boolean otherIndex,
        boolean covered,
        AmountPart total,
        List<CorePart> cores,
        List<ItemPart> apart,
        List<TimeRow> times,
        List<ConversationRow> conversations,
        List<FeaturePart> features,
        int seen,
        boolean access) {
    private static final double FULL = 3;

    /**
     * A sum or mean.
     *
     * @param bounds between which it lies whatever the missing marks are; empty if none is missing
     * @param from where the bounds begin, in per cent of full marks
     * @param range how far they reach
     * @param filled where the value stands
     */
    record AmountPart(
            String value,
            String full,
            String bounds,
            int missing,
            int suggested,
            String from,
            String range,
            String filled) {}

    record CorePart(String name, @Nullable AmountPart amount, List<SecondaryPart> secondaries) {}

    record SecondaryPart(String name, @Nullable AmountPart amount, List<ItemPart> items) {}

    /** @param by who marks it, in words */
    record ItemPart(
            String id,
            String name,
            String definition,
            String by,
            @Nullable AmountPart amount,
            List<MarkPart> marks) {}

    /**
     * One mark.
     *
     * @param where the scenario; empty if it is about the target as a whole
     * @param value 0–3; empty if there is none
     * @param why why there is none
     */
    record MarkPart(
            String where,
            String value,
            String tone,
            String why,
            List<Segment> rationale,
            String rule,
            String spread,
            List<GroundPart> grounds) {}

    /** @param href of the turn in its conversation; empty if it cannot be led to from here */
    record GroundPart(String kind, List<Segment> words, String href) {}

    /** @param words the first proof of it; empty if it was not seen */
    record FeaturePart(String trait, boolean seen, List<Segment> words, String href) {}

    /** @param href of the conversation's page; empty if it cannot be led to from here */
    record ConversationRow(String matter, String href, List<ConversationPage.OutcomePart> outcomes, String replay) {}

    /**
     * Where a mark's grounds are shown, seen from the page that shows the mark.
     *
     * @param scenario whose own page it is; empty if it is the target's
     * @param inFolder whether other pages may be led to
     */
    private record Seat(String scenario, boolean inFolder) {
        String href(String of, int exchange) {
            String anchor = exchange == 0 ? "" : "#turn-" + exchange;
            if (of.equals(scenario)) {
                return anchor;
            }
            return inFolder ? (scenario.isEmpty() ? "" : "../") + of + "/transcript.html" + anchor : "";
        }
    }

    /**
     * Returns the page of one target.
     *
     * @param its marks of this target
     */
    static MarksPage of(
            String target, StoredRun run, List<Mark> its, StoredMarks marks, Index index, Naming naming, Lies lies) {
        Standing standing = Standing.of(target, index, its);
        Seat seat = new Seat("", lies.inFolder());
        List<Transcript> held = run.transcripts().stream()
                .filter(transcript -> transcript.target().equals(target))
                .toList();
        List<FeaturePart> features = features(held, seat, naming);
        return new MarksPage(
                run.record().run(),
                naming.target(target),
                naming.platform(target),
                index.edition(),
                lies.inFolder(),
                !index.sha256().equals(marks.index()),
                standing.covered(),
                amount(standing.total(), FULL * index.secondaries().size(), naming),
                index.cores().stream()
                        .map(core -> core(core, index, standing, its, naming, seat))
                        .toList(),
                index.items().stream()
                        .filter(Index.Item::isApart)
                        .map(item -> item(item, standing, its, naming, seat))
                        .toList(),
                TimeRow.of(
                        held.stream()
                                .flatMap(transcript -> transcript.exchanges().stream())
                                .toList(),
                        naming,
                        exchange -> seat.href(exchange.scenario(), exchange.number())),
                held.stream()
                        .map(transcript -> conversation(transcript, seat, naming, lies))
                        .toList(),
                features,
                (int) features.stream().filter(FeaturePart::seen).count(),
                lies.access());
    }

    /**
     * Where a page lies, and what lies beside it.
     *
     * @param inFolder whether it lies in the run directory
     * @param access whether there is a file that says how accessible the window is
     * @param replays the scenarios with a page that plays the conversation
     */
    record Lies(boolean inFolder, boolean access, Set<String> replays) {
        /** By itself: it leads nowhere. */
        static final Lies ALONE = new Lies(false, false, Set.of());

        Lies {
            replays = Set.copyOf(replays);
        }
    }

    private static ConversationRow conversation(Transcript transcript, Seat seat, Naming naming, Lies lies) {
        return new ConversationRow(
                naming.scenario(transcript.scenario()),
                seat.href(transcript.scenario(), 0),
                transcript.exchanges().stream()
                        .map(exchange -> ConversationPage.outcome(exchange.outcome(), naming))
                        .toList(),
                lies.replays().contains(transcript.scenario()) ? transcript.scenario() + "/replay.html" : "");
    }

    /**
     * Returns what was marked of one conversation, for its own page.
     *
     * @param its marks of this target and scenario
     */
    static List<ItemPart> ofScenario(String scenario, List<Mark> its, Index index, Naming naming, boolean inFolder) {
        Seat seat = new Seat(scenario, inFolder);
        return index.items().stream()
                .map(item -> item(item, null, its, naming, seat))
                .filter(item -> !item.marks().isEmpty())
                .toList();
    }

    static AmountPart amount(Amount amount, double full, Naming naming) {
        Double value = amount.value();
        return new AmountPart(
                value == null ? "–" : shown(value),
                String.format(Locale.ROOT, "%.0f", full),
                amount.isProvisional() ? naming.word("marks.bounds", shown(amount.low()), shown(amount.high())) : "",
                amount.missing(),
                amount.suggested(),
                percent(amount.low(), full),
                percent(amount.high() - amount.low(), full),
                percent(value == null ? amount.low() : value, full));
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String percent(double part, double full) {
        return String.format(Locale.ROOT, "%.2f", 100 * Math.max(0, part) / full);
    }

    private static CorePart core(
            Index.Core core, Index index, Standing standing, List<Mark> marks, Naming naming, Seat seat) {
        return new CorePart(
                core.name().in(naming.lang()),
                amount(core.id(), standing, naming),
                index.secondaries().stream()
                        .filter(secondary -> secondary.core().equals(core.id()))
                        .map(secondary -> secondary(secondary, index, standing, marks, naming, seat))
                        .toList());
    }

    private static SecondaryPart secondary(
            Index.Secondary secondary, Index index, Standing standing, List<Mark> marks, Naming naming, Seat seat) {
        return new SecondaryPart(
                secondary.name().in(naming.lang()),
                amount(secondary.id(), standing, naming),
                index.items().stream()
                        .filter(item -> secondary.id().equals(item.secondary()))
                        .map(item -> item(item, standing, marks, naming, seat))
                        .toList());
    }

    private static ItemPart item(
            Index.Item item, @Nullable Standing standing, List<Mark> marks, Naming naming, Seat seat) {
        return new ItemPart(
                item.id(),
                item.name().in(naming.lang()),
                item.definition().in(naming.lang()),
                naming.word("marks.by." + item.markedBy().name().toLowerCase(Locale.ROOT)),
                standing == null ? null : amount(item.id(), standing, naming),
                marks.stream()
                        .filter(mark -> mark.indicator().equals(item.id()))
                        .map(mark -> mark(mark, naming, seat))
                        .toList());
    }

    private static @Nullable AmountPart amount(String id, Standing standing, Naming naming) {
        return standing.amount(id).map(amount -> amount(amount, FULL, naming)).orElse(null);
    }

    /** Returns one mark for a page that has its grounds beside it, so that they lead nowhere. */
    static MarkPart alone(Mark mark, Naming naming) {
        return mark(mark, naming, new Seat("", false));
    }

    private static MarkPart mark(Mark mark, Naming naming, Seat seat) {
        Integer value = mark.value();
        Spread spread = mark.spread();
        String scenario = mark.scenario();
        return new MarkPart(
                scenario == null ? "" : naming.scenario(scenario),
                value == null ? "" : String.valueOf(value),
                value == null ? "none" : tone(value),
                mark.abstained() == null
                        ? ""
                        : naming.word("abstained." + mark.abstained().wire()),
                Segment.of(mark.rationale().in(naming.lang())),
                naming.word("marks.rule", mark.rule().id(), mark.rule().version()),
                spread == null || spread.n() < 2 ? "" : spread(spread, naming),
                mark.grounds().stream()
                        .map(ground -> ground(ground, naming, seat))
                        .toList());
    }

    private static String tone(int value) {
        return switch (value) {
            case 3 -> "ok";
            case 2 -> "fine";
            case 1 -> "warn";
            default -> "bad";
        };
    }

    private static String spread(Spread spread, Naming naming) {
        return naming.word(
                "marks.spread",
                figure(spread.min()),
                figure(spread.median()),
                figure(spread.max()),
                spread.n(),
                naming.word("marks.unit." + spread.unit()));
    }

    private static String figure(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }

    private static GroundPart ground(Ground ground, Naming naming, Seat seat) {
        String href = seat.href(ground.place().scenario(), ground.place().exchange());
        if (ground instanceof Ground.Ended ended) {
            return new GroundPart(naming.word("outcome"), Segment.of(naming.outcome(ended.outcome())), href);
        }
        if (ground instanceof Ground.Words words) {
            return new GroundPart(naming.word("ground.words"), Segment.of(words.words()), href);
        }
        if (ground instanceof Ground.Timed timed) {
            String time = Figures.show(timed.time()) + " ± " + Figures.show(timed.error());
            return new GroundPart(naming.word("time." + timed.what()), Segment.of(time), href);
        }
        if (ground instanceof Ground.Led led) {
            return new GroundPart(naming.verdict(led.verdict()), Segment.of(led.href()), href);
        }
        if (ground instanceof Ground.Seen seen) {
            return new GroundPart(
                    trait(seen.feature(), naming), Segment.of(seen.feature().words()), href);
        }
        if (ground instanceof Ground.Pictured pictured) {
            String kind = pictured.picture().kind().name().toLowerCase(Locale.ROOT);
            return new GroundPart(naming.word("kept." + kind), List.of(), href);
        }
        throw new IllegalStateException("a ground of no known kind: " + ground);
    }

    private static String trait(Feature feature, Naming naming) {
        return naming.word("trait." + feature.trait().wire());
    }

    /** Every trait once, with the first proof of it. */
    private static List<FeaturePart> features(List<Transcript> held, Seat seat, Naming naming) {
        return Arrays.stream(Trait.values())
                .map(trait -> held.stream()
                        .flatMap(transcript -> sightings(transcript, trait))
                        .findFirst()
                        .map(seen -> new FeaturePart(
                                naming.word("trait." + trait.wire()),
                                true,
                                Segment.of(seen.feature.words()),
                                seat.href(seen.scenario, 0)))
                        .orElseGet(() -> new FeaturePart(naming.word("trait." + trait.wire()), false, List.of(), "")))
                .toList();
    }

    private record Sighting(Feature feature, String scenario) {}

    private static Stream<Sighting> sightings(Transcript transcript, Trait trait) {
        return transcript.features().stream()
                .filter(feature -> feature.trait() == trait)
                .map(feature -> new Sighting(feature, transcript.scenario()));
    }

    /** Returns how a target stands, for the page of the run; nothing if it was not marked. */
    static Optional<StandingPart> standing(String target, List<Mark> its, Index index, Naming naming) {
        if (its.isEmpty()) {
            return Optional.empty();
        }
        Standing standing = Standing.of(target, index, its);
        return Optional.of(new StandingPart(
                amount(standing.total(), FULL * index.secondaries().size(), naming),
                standing.covered(),
                index.secondaries().stream()
                        .map(secondary -> new SecondaryPart(
                                secondary.name().in(naming.lang()),
                                amount(secondary.id(), standing, naming),
                                List.of()))
                        .filter(part -> Objects.nonNull(part.amount()))
                        .toList(),
                "bundles/" + target + "/data/marks.html"));
    }

    /** @param page where every mark is shown */
    record StandingPart(AmountPart total, boolean covered, List<SecondaryPart> secondaries, String page) {}
}
