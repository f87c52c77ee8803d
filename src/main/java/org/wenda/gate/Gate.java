package org.wenda.gate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenda.history.DriftClass;
import org.wenda.words.Message;

/** Rules that a run has to keep. Judging is pure: the same summary, the same findings. */
public record Gate(List<Rule> rules) {
    public Gate {
        rules = List.copyOf(rules);
    }

    /** Reads the rules of a file. @throws org.wenda.words.InputException with all of its problems */
    public static Gate in(Path file) {
        return GateFile.in(file);
    }

    /** What a rule asks for. */
    public enum Kind {
        /** No question ended worse than in the earlier run. */
        NO_OUTCOME_WORSE,
        /** No link is dead that was not known to be in the earlier run. */
        NO_NEW_DEAD_LINK,
        /** 95 of a hundred first replies came within a time. */
        FIRST_REPLY_P95,
        /** A share of the questions was answered. */
        COVERAGE,
        /** Nothing of some classes has changed since the earlier run, beyond what chance explains. */
        NO_CHANGE;

        /** Returns the name that stands in files, such as {@code no-outcome-worse}. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One rule.
     *
     * @param targets of which it is asked, by id, where {@code *} stands for anything; empty for all
     * @param limit milliseconds at most, or the least share; null where the kind has none
     * @param classes of what nothing may change; empty for all
     */
    public record Rule(
            Kind kind, List<String> targets, @Nullable Double limit, List<DriftClass> classes) {
        public Rule {
            targets = List.copyOf(targets);
            classes = List.copyOf(classes);
        }

        /** A rule that is not about changes. */
        public Rule(Kind kind, List<String> targets, @Nullable Double limit) {
            this(kind, targets, limit, List.of());
        }

        boolean concerns(String target) {
            return targets.isEmpty() || targets.stream().anyMatch(pattern -> matches(pattern, target));
        }

        private static boolean matches(String pattern, String target) {
            return target.matches("\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E");
        }
    }

    /**
     * What one rule found at one target.
     *
     * @param kept whether the target keeps it
     * @param reason what was found, one sentence
     */
    public record Finding(Kind rule, String target, boolean kept, Message reason) {}

    /**
     * Judges a run. A target that nothing is known about keeps no rule on coverage, and every other; a rule that
     * compares is kept where there is nothing to compare with, and says so.
     */
    public List<Finding> judge(RunSummary summary) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules) {
            summary.targets().stream()
                    .filter(target -> rule.concerns(target.id()))
                    .forEach(target -> findings.add(judge(rule, target, summary)));
        }
        return findings;
    }

    private static Finding judge(Rule rule, RunSummary.Target target, RunSummary summary) {
        return switch (rule.kind()) {
            case NO_OUTCOME_WORSE -> worse(rule, target, summary);
            case NO_NEW_DEAD_LINK -> dead(rule, target, summary);
            case FIRST_REPLY_P95 -> firstReply(rule, target);
            case COVERAGE -> coverage(rule, target);
            case NO_CHANGE -> changed(rule, target, summary);
        };
    }

    private static Finding worse(Rule rule, RunSummary.Target target, RunSummary summary) {
        if (summary.against() == null) {
            return finding(rule, target, true, "gate.nothing-before");
        }
        List<RunSummary.Shift> worse = summary.shifts().stream()
                .filter(shift -> shift.worse() && shift.target().equals(target.id()))
                .toList();
        return worse.isEmpty()
                ? finding(rule, target, true, "gate.none-worse", summary.against())
                : finding(rule, target, false, "gate.worse", worse.size(), summary.against(), list(worse));
    }

    private static String list(List<RunSummary.Shift> worse) {
        String shown = worse.stream()
                .limit(5)
                .map(shift -> shift.scenario() + "/" + shift.turn() + " "
                        + shift.before().wire() + " → " + shift.after().wire())
                .collect(Collectors.joining(", "));
        return worse.size() > 5 ? shown + ", …" : shown;
    }

    /** Addresses are a chatbot's own words, so they stand in the summary only. */
    private static Finding dead(Rule rule, RunSummary.Target target, RunSummary summary) {
        if (summary.against() == null) {
            return finding(rule, target, true, "gate.nothing-before");
        }
        Predicate<RunSummary.DeadLink> its = link -> link.target().equals(target.id());
        long dead = summary.newDead().stream().filter(its).count();
        return dead == 0
                ? finding(rule, target, true, "gate.none-dead", summary.against())
                : finding(rule, target, false, "gate.dead", dead, summary.against());
    }

    private static Finding firstReply(Rule rule, RunSummary.Target target) {
        Double p95 = target.firstReply().p95();
        if (p95 == null) {
            return finding(rule, target, true, "gate.no-reply");
        }
        return finding(rule, target, p95 <= limit(rule), "gate.first-reply", Math.round(p95), Math.round(limit(rule)));
    }

    private static Finding coverage(Rule rule, RunSummary.Target target) {
        return finding(
                rule,
                target,
                target.turns() > 0 && target.coverage() >= limit(rule),
                "gate.coverage",
                target.answered(),
                target.turns(),
                percent(limit(rule)));
    }

    private static Finding changed(Rule rule, RunSummary.Target target, RunSummary summary) {
        List<RunSummary.Change> changes = summary.changes();
        if (summary.against() == null || changes == null) {
            return finding(rule, target, true, "gate.not-compared");
        }
        Map<DriftClass, Integer> counts = new EnumMap<>(DriftClass.class);
        changes.stream()
                .filter(change -> change.target().equals(target.id()))
                .filter(change -> rule.classes().isEmpty() || rule.classes().contains(change.kind()))
                .forEach(change -> counts.merge(change.kind(), 1, Integer::sum));
        if (counts.isEmpty()) {
            return finding(rule, target, true, "gate.none-changed", summary.against());
        }
        String list = counts.entrySet().stream()
                .map(count -> count.getKey().wire() + " " + count.getValue())
                .collect(Collectors.joining(", "));
        return finding(rule, target, false, "gate.changed", summary.against(), list);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share).replace(".0", "");
    }

    private static double limit(Rule rule) {
        return rule.limit() == null ? 0 : rule.limit();
    }

    private static Finding finding(Rule rule, RunSummary.Target target, boolean kept, String key, Object... args) {
        return new Finding(rule.kind(), target.id(), kept, Message.of(Gate.class, key, args));
    }
}
