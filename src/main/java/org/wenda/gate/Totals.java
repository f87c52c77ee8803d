package org.wenda.gate;

import java.util.EnumMap;
import java.util.Map;
import org.wenda.transcript.Outcome;

/** All targets of a run together. Pure. */
record Totals(int turns, int answered, Map<Outcome, Integer> outcomes) {
    static Totals of(RunSummary summary) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        summary.targets()
                .forEach(target ->
                        target.outcomes().forEach((outcome, count) -> outcomes.merge(outcome, count, Integer::sum)));
        return new Totals(
                summary.targets().stream().mapToInt(RunSummary.Target::turns).sum(),
                outcomes.getOrDefault(Outcome.ANSWERED, 0),
                outcomes);
    }

    double coverage() {
        return turns == 0 ? 0 : (double) answered / turns;
    }
}
