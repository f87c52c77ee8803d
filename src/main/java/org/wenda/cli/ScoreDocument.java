package org.wenda.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wenda.run.Scoring;
import org.wenda.score.Amount;
import org.wenda.score.Change;
import org.wenda.score.Mark;
import org.wenda.score.Standing;

/** The marks of a run for programs: one JSON document. The marks themselves stand in {@code marks.jsonl}. Pure. */
final class ScoreDocument {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ScoreDocument() {}

    static String of(Scoring.Done done) {
        ObjectNode document = JSON.createObjectNode().put("schemaVersion", 1);
        document.putObject("index")
                .put("edition", done.index().edition())
                .put("sha256", done.index().sha256());
        ArrayNode targets = document.putArray("targets");
        done.standings().forEach(standing -> put(targets.addObject(), standing));
        ArrayNode changes = document.putArray("changes");
        done.changes().forEach(change -> put(changes.addObject(), change));
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that is no JSON", e);
        }
    }

    private static void put(ObjectNode node, Standing standing) {
        node.put("target", standing.target()).put("covered", standing.covered());
        put(node.putObject("total"), standing.total());
        putAll(node.putArray("cores"), standing.cores());
        putAll(node.putArray("secondaries"), standing.secondaries());
        putAll(node.putArray("items"), standing.items());
    }

    private static void putAll(ArrayNode array, List<Amount> amounts) {
        amounts.forEach(amount -> put(array.addObject(), amount));
    }

    private static void put(ObjectNode node, Amount amount) {
        node.put("id", amount.id())
                .put("value", number(amount.value()))
                .put("low", number(amount.low()))
                .put("high", number(amount.high()))
                .put("provisional", amount.isProvisional())
                .put("missing", amount.missing())
                .put("suggested", amount.suggested());
    }

    private static @Nullable BigDecimal number(@Nullable Double value) {
        return value == null
                ? null
                : BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    private static void put(ObjectNode node, Change change) {
        Mark mark = change.mark();
        node.put("target", mark.target()).put("indicator", mark.indicator()).put("scenario", mark.scenario());
        put(node, "before", change.before());
        put(node, "now", change.now());
    }

    private static void put(ObjectNode node, String name, @Nullable Mark mark) {
        if (mark == null) {
            node.putNull(name);
            return;
        }
        ObjectNode part = node.putObject(name).put("value", mark.value());
        if (mark.abstained() != null) {
            part.put("abstained", Objects.requireNonNull(mark.abstained()).wire());
        }
        part.put("rule", mark.rule().id()).put("ruleVersion", mark.rule().version());
    }
}
