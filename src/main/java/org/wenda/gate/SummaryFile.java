package org.wenda.gate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wenda.history.DriftClass;
import org.wenda.history.year.TargetLine;
import org.wenda.transcript.Outcome;
import org.wenda.words.Lang;

/** {@code summary.json}: a run for programs, in the shape of {@code summary.schema.json}. Pure. */
final class SummaryFile {
    private SummaryFile() {}

    /** @param findings what the gate found; null if none was asked for */
    static String of(RunSummary summary, @Nullable List<Gate.Finding> findings) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("schemaVersion", 1)
                .put("run", summary.run())
                .put("startedAt", summary.startedAt().toString())
                .put(
                        "endedAt",
                        summary.endedAt() == null ? null : summary.endedAt().toString())
                .put("state", summary.state())
                .put("against", summary.against());
        ObjectNode totals = document.putObject("totals");
        Totals all = Totals.of(summary);
        totals.put("targets", summary.targets().size())
                .put("turns", all.turns())
                .put("answered", all.answered())
                .put("coverage", rounded(all.coverage()));
        outcomes(totals, all.outcomes());
        ArrayNode targets = document.putArray("targets");
        summary.targets().forEach(target -> put(targets.addObject(), target));
        ArrayNode worse = document.putArray("worse");
        ArrayNode better = document.putArray("better");
        summary.shifts().forEach(shift -> put((shift.worse() ? worse : better).addObject(), shift));
        ArrayNode dead = document.putArray("newDeadLinks");
        summary.newDead()
                .forEach(link -> dead.addObject().put("target", link.target()).put("address", link.address()));
        changes(document, summary.changes());
        gate(document, findings);
        return document.toPrettyString() + "\n";
    }

    private static void put(ObjectNode node, RunSummary.Target target) {
        node.put("target", target.id())
                .put("name", target.name())
                .put("nameEn", target.nameEn())
                .put("platform", target.platform())
                .put("turns", target.turns())
                .put("answered", target.answered())
                .put("coverage", rounded(target.coverage()));
        outcomes(node, target.outcomes());
        times(node.putObject("firstReplyMs"), target.firstReply());
        times(node.putObject("completeMs"), target.complete());
        node.put("links", target.links()).put("dead", target.dead());
    }

    private static void outcomes(ObjectNode node, Map<Outcome, Integer> counts) {
        ObjectNode outcomes = node.putObject("outcomes");
        counts.forEach((outcome, count) -> outcomes.put(outcome.wire(), count));
    }

    private static void times(ObjectNode node, TargetLine.Times times) {
        node.put("count", times.count()).put("p50", rounded(times.median())).put("p95", rounded(times.p95()));
    }

    private static void put(ObjectNode node, RunSummary.Shift shift) {
        node.put("target", shift.target())
                .put("scenario", shift.scenario())
                .put("turn", shift.turn())
                .put("before", shift.before().wire())
                .put("after", shift.after().wire());
    }

    private static void changes(ObjectNode document, @Nullable List<RunSummary.Change> changes) {
        if (changes == null) {
            document.putNull("changes");
            return;
        }
        Map<DriftClass, Integer> counts = new EnumMap<>(DriftClass.class);
        changes.forEach(change -> counts.merge(change.kind(), 1, Integer::sum));
        ObjectNode node = document.putObject("changes");
        counts.forEach((kind, count) -> node.put(kind.wire(), count));
    }

    private static void gate(ObjectNode document, @Nullable List<Gate.Finding> findings) {
        if (findings == null) {
            document.putNull("gate");
            return;
        }
        ObjectNode gate =
                document.putObject("gate").put("passed", findings.stream().allMatch(Gate.Finding::kept));
        ArrayNode rules = gate.putArray("findings");
        for (Gate.Finding finding : findings) {
            ObjectNode one = rules.addObject()
                    .put("rule", finding.rule().wire())
                    .put("target", finding.target())
                    .put("kept", finding.kept());
            one.putObject("reason")
                    .put("en", finding.reason().in(Lang.EN))
                    .put("zh", finding.reason().in(Lang.ZH));
        }
    }

    private static @Nullable Double rounded(@Nullable Double value) {
        return value == null ? null : Math.round(value * 10_000) / 10_000.0;
    }
}
