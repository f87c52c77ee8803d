package org.wenda.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wenda.history.Accepted;
import org.wenda.history.Difference;
import org.wenda.history.Drift;
import org.wenda.history.DriftClass;
import org.wenda.history.Item;
import org.wenda.history.Question;
import org.wenda.history.Statistic;
import org.wenda.history.WordDiff;

/**
 * All that the page of a comparison shows, as data. Pure.
 *
 * @param other where the page lies in the other language
 * @param classes how many changes there are of each class; those without any are left out
 */
record ChangesPage(
        String before,
        String after,
        String other,
        String compared,
        String withinChance,
        List<CountPart> classes,
        List<ChangePart> changes,
        List<ChangePart> known,
        List<String> notCompared) {
    record CountPart(String name, int count) {}

    /**
     * One change.
     *
     * @param id of its element, for links from outside
     * @param page where the conversation lies; empty if it is about the target as a whole
     * @param before the passages, cut into what both share and what not; empty if there are none
     */
    record ChangePart(
            String id,
            String target,
            String matter,
            String kind,
            String tone,
            String trend,
            List<Segment> question,
            List<Segment> what,
            List<ItemPart> gone,
            List<ItemPart> fresh,
            List<PiecePart> before,
            List<PiecePart> after,
            String page,
            List<String> why,
            List<Segment> accepted) {}

    record ItemPart(String kind, List<Segment> value) {}

    record PiecePart(boolean changed, List<Segment> text) {}

    static ChangesPage of(Drift.Found found, Naming naming, String other) {
        List<CountPart> classes = new ArrayList<>();
        for (DriftClass kind : DriftClass.values()) {
            int count = (int) found.changes().stream()
                    .filter(change -> change.kind() == kind)
                    .count();
            if (count > 0) {
                classes.add(new CountPart(kind.words().in(naming.lang()), count));
            }
        }
        return new ChangesPage(
                found.before(),
                found.after(),
                other,
                naming.word("changes.compared", found.targets(), found.questions(), found.pairs()),
                naming.word("changes.within-chance", found.withinChance()),
                classes,
                parts("change", found.changes(), naming),
                parts("known", found.known(), naming),
                found.notCompared().stream().map(one -> line(one, naming)).toList());
    }

    private static String line(Drift.NotCompared one, Naming naming) {
        String where =
                naming.target(one.target()) + (one.scenario().isEmpty() ? "" : " · " + naming.scenario(one.scenario()));
        return naming.word("changes.not." + one.why(), where);
    }

    private static List<ChangePart> parts(String prefix, List<Difference> changes, Naming naming) {
        List<ChangePart> parts = new ArrayList<>();
        for (Difference change : changes) {
            parts.add(part(prefix + "-" + (parts.size() + 1), change, naming));
        }
        return parts;
    }

    private static ChangePart part(String id, Difference change, Naming naming) {
        Question question = change.question();
        Difference.Passage was = change.before();
        Difference.Passage is = change.after();
        WordDiff.Marked marked = WordDiff.of(was == null ? "" : was.text(), is == null ? "" : is.text());
        return new ChangePart(
                id,
                naming.target(change.target()) + " · " + naming.platform(change.target()),
                question == null ? naming.word("changes.whole") : naming.scenario(question.scenario()),
                change.kind().words().in(naming.lang()),
                tone(change.trend()),
                naming.word("changes.trend." + change.trend().wire()),
                Segment.of(change.asked()),
                Segment.of(change.what().in(naming.lang())),
                items(change.gone(), naming),
                items(change.fresh(), naming),
                pieces(marked.before()),
                pieces(marked.after()),
                question == null || is == null
                        ? ""
                        : "bundles/" + change.target() + "/data/" + question.scenario() + "/transcript.html",
                why(change, naming),
                Segment.of(accepted(change.accepted(), naming)));
    }

    private static String tone(Difference.Trend trend) {
        return switch (trend) {
            case WORSE -> "bad";
            case BETTER -> "ok";
            case OTHER -> "warn";
        };
    }

    private static List<ItemPart> items(List<Item> items, Naming naming) {
        return items.stream()
                .map(item -> new ItemPart(item.kind().words().in(naming.lang()), Segment.of(shown(item))))
                .toList();
    }

    private static String shown(Item item) {
        return item.of() == null ? item.value() : item.value() + " ← " + item.of();
    }

    private static List<PiecePart> pieces(List<WordDiff.Piece> pieces) {
        return pieces.stream()
                .map(piece -> new PiecePart(piece.changed(), Segment.of(piece.text())))
                .toList();
    }

    private static List<String> why(Difference change, Naming naming) {
        Statistic statistic = change.statistic();
        List<String> why = new ArrayList<>();
        why.add(naming.word("changes.test." + statistic.test().wire()));
        if (statistic.chance() != null) {
            why.add(naming.word("changes.chance", number(statistic.chance())));
        }
        if (statistic.observed() != null && statistic.habit() != null) {
            why.add(naming.word(
                    "changes.observed",
                    number(statistic.observed()),
                    number(statistic.habit()),
                    statistic.spread() == null ? "–" : number(statistic.spread())));
        } else if (statistic.habit() != null) {
            why.add(naming.word("changes.habit" + of(statistic), number(statistic.habit())));
        }
        if (statistic.meaning() != null) {
            why.add(naming.word("changes.meaning", number(statistic.meaning())));
        }
        why.add(naming.word("changes.looks" + of(statistic), statistic.before(), statistic.after(), statistic.pairs()));
        if (!change.lookedAgain()) {
            why.add(naming.word("changes.once"));
        }
        return why;
    }

    private static String of(Statistic statistic) {
        return statistic.test() == Statistic.Test.RECURRENCE ? ".recurrence" : "";
    }

    private static String number(@Nullable Double value) {
        double number = Objects.requireNonNullElse(value, 0.0);
        return number != 0 && Math.abs(number) < 0.001
                ? String.format(Locale.ROOT, "%.0e", number)
                : String.format(Locale.ROOT, "%.3f", number);
    }

    private static String accepted(@Nullable Accepted accepted, Naming naming) {
        if (accepted == null) {
            return "";
        }
        return naming.word(
                accepted.expired() ? "changes.expired" : "changes.accepted",
                naming.word("changes.as." + accepted.as()),
                accepted.by(),
                accepted.reason(),
                accepted.until());
    }
}
