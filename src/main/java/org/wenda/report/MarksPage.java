package org.wenda.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.StoredMarks;
import org.wenda.evidence.StoredRun;
import org.wenda.score.Amount;
import org.wenda.score.Ground;
import org.wenda.score.Index;
import org.wenda.score.Mark;
import org.wenda.score.Place;
import org.wenda.score.Spread;
import org.wenda.score.Standing;
import org.wenda.transcript.Feature;
import org.wenda.transcript.Transcript;

/**
 * All that {@code marks.html} shows of one target, as data: how it stands, and what every mark rests on. Pure.
 *
 * @param covered whether there is a chatbot
 * @param otherIndex whether the marks were made by another index than the one whose names are shown
 * @param apart what is recorded and never summed
 */
record MarksPage(
        String run,
        String target,
        String platform,
        String edition,
        boolean otherIndex,
        boolean covered,
        AmountPart total,
        List<CorePart> cores,
        List<ItemPart> apart,
        List<FeaturePart> features) {
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

    /** @param href of the turn in its conversation */
    record GroundPart(String kind, List<Segment> words, String href) {}

    record FeaturePart(String trait, List<Segment> words, String href) {}

    /** Returns the page of one target. */
    static MarksPage of(String target, StoredRun run, StoredMarks marks, Index index, Naming naming) {
        List<Mark> its = marks.of(target);
        Standing standing = Standing.of(target, index, its);
        return new MarksPage(
                run.record().run(),
                naming.target(target),
                naming.platform(target),
                index.edition(),
                !index.sha256().equals(marks.index()),
                standing.covered(),
                amount(standing.total(), FULL * index.secondaries().size(), naming),
                index.cores().stream()
                        .map(core -> core(core, index, standing, its, naming))
                        .toList(),
                index.items().stream()
                        .filter(Index.Item::isApart)
                        .map(item -> item(item, standing, its, naming))
                        .toList(),
                features(target, run, naming));
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

    private static CorePart core(Index.Core core, Index index, Standing standing, List<Mark> marks, Naming naming) {
        return new CorePart(
                core.name().in(naming.lang()),
                amount(core.id(), standing, naming),
                index.secondaries().stream()
                        .filter(secondary -> secondary.core().equals(core.id()))
                        .map(secondary -> secondary(secondary, index, standing, marks, naming))
                        .toList());
    }

    private static SecondaryPart secondary(
            Index.Secondary secondary, Index index, Standing standing, List<Mark> marks, Naming naming) {
        return new SecondaryPart(
                secondary.name().in(naming.lang()),
                amount(secondary.id(), standing, naming),
                index.items().stream()
                        .filter(item -> secondary.id().equals(item.secondary()))
                        .map(item -> item(item, standing, marks, naming))
                        .toList());
    }

    private static ItemPart item(Index.Item item, Standing standing, List<Mark> marks, Naming naming) {
        return new ItemPart(
                item.id(),
                item.name().in(naming.lang()),
                item.definition().in(naming.lang()),
                naming.word("marks.by." + item.markedBy().name().toLowerCase(Locale.ROOT)),
                amount(item.id(), standing, naming),
                marks.stream()
                        .filter(mark -> mark.indicator().equals(item.id()))
                        .map(mark -> mark(mark, naming))
                        .toList());
    }

    private static @Nullable AmountPart amount(String id, Standing standing, Naming naming) {
        return standing.amount(id).map(amount -> amount(amount, FULL, naming)).orElse(null);
    }

    private static MarkPart mark(Mark mark, Naming naming) {
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
                mark.grounds().stream().map(ground -> ground(ground, naming)).toList());
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

    private static GroundPart ground(Ground ground, Naming naming) {
        String href = href(ground.place());
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

    /** The page lies in bundles/TARGET/data, beside the folders of its conversations. */
    private static String href(Place place) {
        String page = place.scenario() + "/transcript.html";
        return place.exchange() == 0 ? page : page + "#turn-" + place.exchange();
    }

    /** Each trait once, with the first proof of it. */
    private static List<FeaturePart> features(String target, StoredRun run, Naming naming) {
        List<FeaturePart> parts = new ArrayList<>();
        run.transcripts().stream()
                .filter(transcript -> transcript.target().equals(target))
                .flatMap(MarksPage::sightings)
                .sorted(Comparator.comparing(seen -> seen.feature.trait()))
                .forEach(seen -> {
                    String trait = trait(seen.feature, naming);
                    if (parts.stream().noneMatch(part -> part.trait().equals(trait))) {
                        parts.add(new FeaturePart(trait, Segment.of(seen.feature.words()), seen.href));
                    }
                });
        return parts;
    }

    private record Sighting(Feature feature, String href) {}

    private static Stream<Sighting> sightings(Transcript transcript) {
        String page = transcript.scenario() + "/transcript.html";
        return transcript.features().stream().map(feature -> new Sighting(feature, page));
    }

    /** Returns how a target stands, for the page of the run; nothing if it was not marked. */
    static Optional<StandingPart> standing(String target, StoredMarks marks, Index index, Naming naming) {
        List<Mark> its = marks.of(target);
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
