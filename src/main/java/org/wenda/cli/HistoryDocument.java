package org.wenda.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenda.history.year.TargetLine;

/** Dated lines for programs, in the shape of {@code history.schema.json}; what is not there is null. Pure. */
final class HistoryDocument {
    private HistoryDocument() {}

    static String of(List<TargetLine> lines) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("schemaVersion", 1);
        ArrayNode targets = document.putArray("targets");
        lines.forEach(line -> put(targets.addObject(), line));
        return document.toString();
    }

    private static void put(ObjectNode node, TargetLine line) {
        node.put("target", line.target())
                .put("name", line.name())
                .put("nameEn", line.nameEn())
                .put("platform", line.platform());
        ArrayNode nights = node.putArray("nights");
        line.nights().forEach(night -> put(nights.addObject(), night));
        ArrayNode questions = node.putArray("questions");
        line.questions().forEach(question -> put(questions.addObject(), question));
        ArrayNode changes = node.putArray("changes");
        line.changes().forEach(change -> put(changes.addObject(), change));
    }

    private static void put(ObjectNode node, TargetLine.Night night) {
        node.put("run", night.run())
                .put("startedAt", night.startedAt().toString())
                .put("state", night.state())
                .put("turns", night.turns())
                .put("answered", night.answered())
                .put("coverage", Math.round(night.coverage() * 10_000) / 10_000.0);
        ObjectNode outcomes = node.putObject("outcomes");
        night.outcomes().forEach((outcome, count) -> outcomes.put(outcome.wire(), count));
        put(node.putObject("firstReplyMs"), night.firstReply());
        put(node.putObject("completeMs"), night.complete());
        node.put("links", night.links())
                .put("dead", night.dead())
                .put("marks", night.marks())
                .put("markMean", rounded(night.markMean()));
    }

    private static void put(ObjectNode node, TargetLine.Times times) {
        node.put("count", times.count()).put("p50", rounded(times.median())).put("p95", rounded(times.p95()));
    }

    private static void put(ObjectNode node, TargetLine.Question question) {
        node.put("scenario", question.scenario())
                .put("turn", question.turn())
                .put("matter", question.matter())
                .put("matterEn", question.matterEn())
                .put("question", question.words());
        ArrayNode days = node.putArray("days");
        question.days()
                .forEach(day -> days.addObject()
                        .put("run", day.run())
                        .put("outcome", day.outcome().wire())
                        .put("firstReplyMs", rounded(day.firstReplyMs()))
                        .put("completeMs", rounded(day.completeMs()))
                        .put("links", day.links())
                        .put("dead", day.dead()));
    }

    private static void put(ObjectNode node, TargetLine.Change change) {
        node.put("run", change.run())
                .put("startedAt", change.startedAt().toString())
                .put("before", change.before())
                .put("scenario", change.scenario())
                .put("turn", change.turn())
                .put("class", change.kind())
                .put("trend", change.trend());
        node.putObject("what").put("en", change.what()).put("zh", change.whatZh());
    }

    private static @Nullable Double rounded(@Nullable Double value) {
        return value == null ? null : Math.round(value * 100) / 100.0;
    }
}
