package org.wenda.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenda.history.Accepted;
import org.wenda.history.Difference;
import org.wenda.history.Drift;
import org.wenda.history.Item;
import org.wenda.history.Question;
import org.wenda.history.Statistic;
import org.wenda.words.Lang;

/** What changed between two runs, for programs: {@code changes.json}, by {@code schema/changes.schema.json}. Pure. */
final class ChangesDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MathContext PRECISION = new MathContext(4);

    private ChangesDocument() {}

    /** Returns an indented document that ends with a line break. */
    static String of(Drift.Found found) {
        ObjectNode document = JSON.createObjectNode()
                .put("schemaVersion", 1)
                .put("before", found.before())
                .put("after", found.after());
        ArrayNode earlier = document.putArray("earlier");
        found.earlier().forEach(earlier::add);
        document.putObject("compared")
                .put("targets", found.targets())
                .put("questions", found.questions())
                .put("pairs", found.pairs())
                .put("withinChance", found.withinChance());
        ArrayNode changes = document.putArray("changes");
        found.changes().forEach(change -> put(changes.addObject(), change));
        ArrayNode known = document.putArray("known");
        found.known().forEach(change -> put(known.addObject(), change));
        ArrayNode notCompared = document.putArray("notCompared");
        found.notCompared().forEach(one -> put(notCompared.addObject(), one));
        return RankingDocument.text(document);
    }

    private static void put(ObjectNode node, Drift.NotCompared one) {
        node.put("target", one.target());
        if (!one.scenario().isEmpty()) {
            node.put("scenario", one.scenario());
        }
        node.put("why", one.why());
    }

    private static void put(ObjectNode node, Difference change) {
        node.put("target", change.target());
        Question question = change.question();
        if (question != null) {
            node.put("scenario", question.scenario()).put("turn", question.turn());
            if (question.step() > 0) {
                node.put("step", question.step());
            }
        }
        node.put("class", change.kind().wire()).put("trend", change.trend().wire());
        if (question != null) {
            node.put("question", change.asked());
        }
        node.putObject("what")
                .put("en", change.what().in(Lang.EN))
                .put("zh", change.what().in(Lang.ZH));
        items(node.putArray("gone"), change.gone());
        items(node.putArray("new"), change.fresh());
        passage(node, "before", change.before());
        passage(node, "after", change.after());
        put(node.putObject("statistic"), change.statistic());
        node.put("lookedAgain", change.lookedAgain());
        Accepted accepted = change.accepted();
        if (accepted != null) {
            node.putObject("accepted")
                    .put("as", accepted.as())
                    .put("by", accepted.by())
                    .put("reason", accepted.reason())
                    .put("until", accepted.until().toString())
                    .put("expired", accepted.expired());
        }
    }

    private static void items(ArrayNode array, List<Item> items) {
        for (Item item : items) {
            ObjectNode node = array.addObject().put("kind", item.kind().wire()).put("value", item.value());
            if (item.of() != null) {
                node.put("of", item.of());
            }
        }
    }

    private static void passage(ObjectNode node, String name, Difference.@Nullable Passage passage) {
        if (passage != null) {
            String text = passage.text();
            node.putObject(name)
                    .put("exchange", passage.exchange())
                    .put("text", text.substring(0, Math.min(text.length(), Segment.LONGEST)));
        }
    }

    private static void put(ObjectNode node, Statistic statistic) {
        node.put("test", statistic.test().wire());
        number(node, "chance", statistic.chance());
        number(node, "observed", statistic.observed());
        number(node, "meaning", statistic.meaning());
        number(node, "habit", statistic.habit());
        number(node, "spread", statistic.spread());
        node.put("pairs", statistic.pairs())
                .put("looksBefore", statistic.before())
                .put("looksAfter", statistic.after());
    }

    private static void number(ObjectNode node, String name, @Nullable Double value) {
        if (value != null) {
            node.put(name, new BigDecimal(value).round(PRECISION));
        }
    }
}
