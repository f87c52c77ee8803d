package org.wenda.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenda.ranking.Place;

/** What {@code charts.js} draws, as JSON that can stand in a page. Pure; knows nothing of how it is drawn. */
final class ChartData {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ChartData() {}

    /**
     * A series of values, one for each category.
     *
     * @param values null where there is none
     */
    record Series(String name, List<@Nullable Double> values) {
        Series {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }

        static Series of(String name, List<? extends @Nullable Double> values) {
            return new Series(name, new ArrayList<>(values));
        }
    }

    /**
     * Returns bars from the left to the right.
     *
     * @param max what a bar can reach
     * @param stacked whether the series of a category are put one behind the other
     */
    static RankingPage.ChartPart bars(
            String id,
            String label,
            List<String> categories,
            List<Series> series,
            double max,
            String unit,
            boolean stacked) {
        ObjectNode data =
                JSON.createObjectNode().put("max", max).put("unit", unit).put("stacked", stacked);
        categories.forEach(data.putArray("categories")::add);
        ArrayNode all = data.putArray("series");
        for (Series one : series) {
            ArrayNode values = all.addObject().put("name", one.name()).putArray("values");
            one.values().forEach(value -> values.add(RankingDocument.number(value)));
        }
        int rows = stacked ? categories.size() : categories.size() * Math.max(1, series.size());
        return new RankingPage.ChartPart("chart-" + id, label, rows, json(data));
    }

    /** Returns the totals of a table, each with its interval and what lies behind it. */
    static RankingPage.ChartPart places(
            String id,
            String label,
            List<String> categories,
            String name,
            List<Place> rows,
            double max,
            List<String> hrefs) {
        ObjectNode data =
                JSON.createObjectNode().put("max", max).put("unit", "").put("stacked", false);
        categories.forEach(data.putArray("categories")::add);
        ArrayNode values = data.putArray("series").addObject().put("name", name).putArray("values");
        ArrayNode whiskers = data.putArray("whiskers");
        for (Place row : rows) {
            values.add(RankingDocument.number(row.value()));
            Place.Chance chance = row.chance();
            if (chance != null) {
                whiskers.addArray()
                        .add(RankingDocument.number(chance.low()))
                        .add(RankingDocument.number(chance.high()));
            }
        }
        hrefs.forEach(data.putArray("hrefs")::add);
        return new RankingPage.ChartPart("chart-" + id, label, categories.size(), json(data));
    }

    /** Inside a page no name may end the element that holds it. */
    static String json(ObjectNode data) {
        try {
            return JSON.writeValueAsString(data)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that is no JSON", e);
        }
    }
}
