package org.wenda.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenda.run.Scoring;
import org.wenda.score.Amount;
import org.wenda.score.Bilingual;
import org.wenda.score.Change;
import org.wenda.score.Index;
import org.wenda.score.Mark;
import org.wenda.score.Standing;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/** The marks of a run for people: each target by core, secondary and item, then what changed. Pure. */
record ScoreTable(Scoring.Done done, Lang lang) {
    private static final int SHOWN_CHANGES = 200;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        done.standings().forEach(standing -> add(lines, standing));
        add(lines, done.changes());
        return lines;
    }

    private void add(List<String> lines, Standing standing) {
        if (!standing.covered()) {
            lines.add(words("score.uncovered", standing.target()));
            return;
        }
        lines.add(standing.target() + "  " + amount(standing.total()));
        for (Index.Core core : done.index().cores()) {
            lines.add("  " + named(standing, core.id(), "", core.name()));
            done.index().secondaries().stream()
                    .filter(secondary -> secondary.core().equals(core.id()))
                    .forEach(secondary -> add(lines, standing, secondary));
        }
        lines.add("  " + words("score.apart"));
        done.index().items().stream()
                .filter(Index.Item::isApart)
                .forEach(item -> lines.add("    " + item(standing, item)));
    }

    private void add(List<String> lines, Standing standing, Index.Secondary secondary) {
        lines.add("    " + named(standing, secondary.id(), "", secondary.name()));
        done.index().items().stream()
                .filter(item -> secondary.id().equals(item.secondary()))
                .forEach(item -> lines.add("      " + item(standing, item)));
    }

    private String item(Standing standing, Index.Item item) {
        String reasons = reasons(standing.target(), item.id());
        return named(standing, item.id(), item.id() + " ", item.name()) + (reasons.isEmpty() ? "" : "  " + reasons);
    }

    private String named(Standing standing, String id, String prefix, Bilingual name) {
        return prefix + name.in(lang) + "  "
                + standing.amount(id).map(this::amount).orElse("–");
    }

    private String amount(Amount amount) {
        String value = shown(amount.value());
        String bounds = amount.isProvisional()
                ? words("score.bounds", shown(amount.low()), shown(amount.high()), amount.missing())
                : "";
        String suggested = amount.suggested() > 0 ? words("score.suggested", amount.suggested()) : "";
        return value + bounds + suggested;
    }

    private static String shown(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }

    /** Why marks are missing, each reason with how often. */
    private String reasons(String target, String indicator) {
        Map<String, Long> counts = done.marks().stream()
                .filter(mark -> mark.target().equals(target) && mark.indicator().equals(indicator))
                .map(Mark::abstained)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(
                        reason -> Objects.requireNonNull(reason).wire(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(reason -> reason.getKey() + (reason.getValue() > 1 ? " ×" + reason.getValue() : ""))
                .collect(Collectors.joining(", "));
    }

    private void add(List<String> lines, List<Change> changes) {
        if (changes.stream().allMatch(change -> change.before() == null)) {
            lines.add(words(changes.isEmpty() ? "score.unchanged" : "score.first", changes.size()));
            return;
        }
        lines.add(words("score.changed", changes.size()));
        changes.stream().limit(SHOWN_CHANGES).forEach(change -> lines.add("  " + line(change)));
        if (changes.size() > SHOWN_CHANGES) {
            lines.add("  " + words("score.more", changes.size() - SHOWN_CHANGES));
        }
    }

    private String line(Change change) {
        Mark mark = change.mark();
        return words(
                "score.change",
                mark.target(),
                mark.indicator(),
                mark.scenario() == null ? "" : mark.scenario(),
                shown(change.before()),
                shown(change.now()));
    }

    /** {@code 3 (matter-hit 1)}, or the reason in place of the mark. */
    private static String shown(@Nullable Mark mark) {
        if (mark == null) {
            return "–";
        }
        String value =
                mark.value() == null ? Objects.requireNonNull(mark.abstained()).wire() : String.valueOf(mark.value());
        return value + " (" + mark.rule().id() + " " + mark.rule().version() + ")";
    }

    private String words(String key, Object... args) {
        return Message.of(ScoreTable.class, key, args).in(lang);
    }
}
