package org.wenda.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.jspecify.annotations.Nullable;
import org.wenda.history.Difference.Trend;
import org.wenda.history.Statistic.Test;
import org.wenda.transcript.Entry;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Feature;
import org.wenda.transcript.Move;
import org.wenda.transcript.Opening;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Transcript;

/**
 * Compares what is the same for all questions of a target: whether it can be reached, how, and what its window offers.
 * Each conversation of a night is one look at that.
 */
final class Visits {
    private final Map<String, List<Transcript>> before = new LinkedHashMap<>();
    private final Map<String, List<Transcript>> after = new LinkedHashMap<>();
    private final double usuallyAway;

    Visits(Night before, Night after) {
        before.transcripts()
                .forEach(one -> this.before
                        .computeIfAbsent(one.target(), unseen -> new ArrayList<>())
                        .add(one));
        after.transcripts()
                .forEach(one -> this.after
                        .computeIfAbsent(one.target(), unseen -> new ArrayList<>())
                        .add(one));
        long away = before.transcripts().stream().filter(Visits::isAway).count();
        usuallyAway = (away + 0.5) / (before.transcripts().size() + 1.0);
    }

    List<Difference> differences() {
        List<Difference> all = new ArrayList<>();
        before.forEach((target, was) -> {
            List<Transcript> is = after.getOrDefault(target, List.of());
            if (!is.isEmpty()) {
                all.addAll(differences(target, was, is));
            }
        });
        return all;
    }

    private List<Difference> differences(String target, List<Transcript> was, List<Transcript> is) {
        Difference availability = availability(target, was, is);
        if (availability != null) {
            return List.of(availability);
        }
        return Stream.of(widget(target, was, is), features(target, was, is))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private @Nullable Difference availability(String target, List<Transcript> was, List<Transcript> is) {
        int awayBefore = (int) was.stream().filter(Visits::isAway).count();
        int awayAfter = (int) is.stream().filter(Visits::isAway).count();
        boolean wholly = (awayBefore == 0 && awayAfter == is.size()) || (awayBefore == was.size() && awayAfter == 0);
        boolean worse = awayAfter * was.size() > awayBefore * is.size();
        double usual = (awayBefore + usuallyAway) / (was.size() + 1);
        BinomialDistribution expected = BinomialDistribution.of(is.size(), usual);
        double chance = worse ? expected.survivalProbability(awayAfter - 1) : expected.cumulativeProbability(awayAfter);
        boolean alike = awayBefore * is.size() == awayAfter * was.size();
        if (alike || (!wholly && chance > Chance.ENOUGH)) {
            return null;
        }
        List<Item> gone = outcomes(was);
        List<Item> fresh = outcomes(is);
        return new Difference(
                target,
                null,
                "",
                DriftClass.AVAILABILITY,
                worse ? Trend.WORSE : Trend.BETTER,
                Sentences.words("what.availability", awayBefore, was.size(), awayAfter, is.size()),
                gone,
                fresh,
                null,
                null,
                new Statistic(Test.BINOMIAL, chance, null, null, usual, null, was.size(), was.size(), is.size()),
                is.size() > 1,
                null);
    }

    private static List<Item> outcomes(List<Transcript> transcripts) {
        return transcripts.stream()
                .map(one -> last(one).outcome())
                .filter(Visits::isAway)
                .distinct()
                .map(outcome -> new Item(Item.Kind.OUTCOME, outcome.wire()))
                .toList();
    }

    private static boolean isAway(Transcript transcript) {
        return isAway(last(transcript).outcome());
    }

    private static boolean isAway(Outcome outcome) {
        return outcome.refused() || outcome == Outcome.NO_CHATBOT || outcome == Outcome.WIDGET_MOVED;
    }

    /** A second look that was refused says nothing of the visit before. */
    private static Exchange last(Transcript transcript) {
        List<Exchange> ordinary = transcript.exchanges().stream()
                .filter(exchange -> exchange.trial().isOrdinary())
                .toList();
        List<Exchange> exchanges = ordinary.isEmpty() ? transcript.exchanges() : ordinary;
        return exchanges.get(exchanges.size() - 1);
    }

    private static @Nullable Difference widget(String target, List<Transcript> was, List<Transcript> is) {
        List<Set<Item>> before =
                was.stream().map(Visits::entries).filter(set -> !set.isEmpty()).toList();
        List<Set<Item>> after =
                is.stream().map(Visits::entries).filter(set -> !set.isEmpty()).toList();
        Move moved = moved(is);
        if (moved != null && moved(was) == null) {
            List<Item> gone = List.of(new Item(Item.Kind.ENTRY, moved.was().line()));
            List<Item> fresh = List.of(new Item(Item.Kind.ENTRY, moved.now().line()));
            return difference(
                    target,
                    DriftClass.WIDGET,
                    new Seen(gone, fresh, Statistic.seen(before.size(), after.size())),
                    after.size());
        }
        return compared(before, after)
                .map(seen -> difference(target, DriftClass.WIDGET, seen, after.size()))
                .orElse(null);
    }

    private static @Nullable Difference features(String target, List<Transcript> was, List<Transcript> is) {
        List<Set<Item>> before =
                was.stream().map(Visits::traits).filter(set -> !set.isEmpty()).toList();
        List<Set<Item>> after =
                is.stream().map(Visits::traits).filter(set -> !set.isEmpty()).toList();
        return compared(before, after)
                .map(seen -> difference(target, DriftClass.FEATURES, seen, after.size()))
                .orElse(null);
    }

    private static Difference difference(String target, DriftClass kind, Seen seen, int looks) {
        boolean features = kind == DriftClass.FEATURES;
        Trend trend = !features || (!seen.gone().isEmpty() && !seen.fresh().isEmpty())
                ? Trend.OTHER
                : seen.gone().isEmpty() ? Trend.BETTER : Trend.WORSE;
        return new Difference(
                target,
                null,
                "",
                kind,
                trend,
                Sentences.both(kind, seen.gone(), seen.fresh()),
                seen.gone(),
                seen.fresh(),
                null,
                null,
                seen.statistic(),
                looks > 1,
                null);
    }

    private static @Nullable Move moved(List<Transcript> transcripts) {
        return transcripts.stream()
                .map(Transcript::opening)
                .filter(Objects::nonNull)
                .map(opening -> Objects.requireNonNull(opening).entry().move())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Set<Item> traits(Transcript transcript) {
        Set<Item> traits = new LinkedHashSet<>();
        for (Feature feature : transcript.features()) {
            traits.add(new Item(Item.Kind.FEATURE, feature.trait().wire()));
        }
        return traits;
    }

    private static Set<Item> entries(Transcript transcript) {
        Opening opening = transcript.opening();
        if (opening == null) {
            return Set.of();
        }
        Entry entry = opening.entry();
        Set<Item> items = new LinkedHashSet<>();
        items.add(new Item(Item.Kind.ENTRY, entry.how()));
        items.add(new Item(Item.Kind.ENTRY, entry.address().replaceFirst("(?s)[?#].*", "")));
        if (entry.presses() != null) {
            items.add(new Item(Item.Kind.ENTRY, entry.presses() + " presses"));
        }
        opening.controls().forEach(control -> items.add(new Item(Item.Kind.CONTROL, control)));
        return items;
    }

    private record Seen(List<Item> gone, List<Item> fresh, Statistic statistic) {}

    /** Returns what was seen on one side only, if that is more than chance. */
    private static Optional<Seen> compared(List<Set<Item>> before, List<Set<Item>> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        List<Item> gone = new ArrayList<>();
        List<Item> fresh = new ArrayList<>();
        double least = Math.min(only(before, after, gone), only(after, before, fresh));
        if (gone.isEmpty() && fresh.isEmpty()) {
            return Optional.empty();
        }
        Statistic statistic =
                new Statistic(Test.BINOMIAL, least, null, null, null, null, before.size(), before.size(), after.size());
        return Optional.of(new Seen(gone, fresh, statistic));
    }

    /** Adds what these say and those never do, and returns the least chance of any of it. */
    private static double only(List<Set<Item>> these, List<Set<Item>> those, List<Item> only) {
        Map<Item, Integer> counts = new LinkedHashMap<>();
        these.forEach(set -> set.forEach(item -> counts.merge(item, 1, Integer::sum)));
        double least = 1;
        for (Map.Entry<Item, Integer> item : counts.entrySet()) {
            double usual = (item.getValue() + 0.5) / (these.size() + 1);
            double chance = Math.pow(1 - usual, those.size());
            if (chance <= Chance.ENOUGH && those.stream().noneMatch(set -> set.contains(item.getKey()))) {
                only.add(item.getKey());
                least = Math.min(least, chance);
            }
        }
        return least;
    }
}
