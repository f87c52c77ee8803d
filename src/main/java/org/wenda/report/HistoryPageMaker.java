package org.wenda.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenda.history.year.TargetLine;
import org.wenda.transcript.Outcome;
import org.wenda.words.Lang;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/** Makes the page of a target's history from its line. Pure. */
record HistoryPageMaker(TargetLine line, Lang lang) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Set<String> CLASSES = Set.of(
            "wording",
            "facts",
            "links",
            "options",
            "structure",
            "speed",
            "outcome",
            "features",
            "widget",
            "availability");

    HistoryPage of(String other, List<Problem> problems) {
        return new HistoryPage(
                line.target(),
                name() + " · " + platform(),
                other,
                lead(),
                problems.stream().map(problem -> problem.in(lang)).toList(),
                charts(),
                nights(),
                newestFirst(line.changes()).stream().map(this::change).toList(),
                questions());
    }

    private String name() {
        return lang == Lang.ZH || line.nameEn().isEmpty() ? line.name() : line.nameEn();
    }

    private String platform() {
        return line.platform().matches("web|mobile") ? word("platform." + line.platform()) : line.platform();
    }

    private List<String> lead() {
        List<TargetLine.Night> nights = line.nights();
        if (nights.isEmpty()) {
            return List.of(word("history.none"));
        }
        return List.of(
                word(
                        "history.lead",
                        nights.size(),
                        day(nights.get(0).startedAt()),
                        day(nights.get(nights.size() - 1).startedAt())),
                word("history.note"));
    }

    private List<HistoryPage.TrendPart> charts() {
        List<HistoryPage.TrendPart> charts = new ArrayList<>();
        charts.add(trend("coverage", "%", Map.of("history.coverage", night -> 100 * night.coverage())));
        charts.add(trend(
                "first-reply",
                "ms",
                Map.of(
                        "history.median",
                        night -> night.firstReply().median(),
                        "history.p95",
                        night -> night.firstReply().p95())));
        charts.add(trend(
                "complete",
                "ms",
                Map.of(
                        "history.median",
                        night -> night.complete().median(),
                        "history.p95",
                        night -> night.complete().p95())));
        charts.add(trend("dead", "", Map.of("history.dead", night -> (double) night.dead())));
        charts.add(trend("marks", "", Map.of("history.mark", TargetLine.Night::markMean)));
        return charts;
    }

    private HistoryPage.TrendPart trend(
            String id, String unit, Map<String, Function<TargetLine.Night, @Nullable Double>> series) {
        ObjectNode data =
                data(line.nights().stream().map(TargetLine.Night::startedAt).toList(), unit);
        series.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(one -> {
            ArrayNode values = data.withArray("series")
                    .addObject()
                    .put("name", word(one.getKey()))
                    .putArray("values");
            line.nights().forEach(night -> values.add(rounded(one.getValue().apply(night))));
        });
        return new HistoryPage.TrendPart("chart-" + id, word("history.chart." + id), ChartData.json(data));
    }

    private static ObjectNode data(List<Instant> nights, String unit) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("unit", unit);
        ArrayNode days = data.putArray("days");
        nights.forEach(night -> days.add(day(night)));
        data.putArray("series");
        return data;
    }

    private static @Nullable Double rounded(@Nullable Double value) {
        return value == null ? null : Math.round(value * 100) / 100.0;
    }

    private HistoryPage.NightsPart nights() {
        return new HistoryPage.NightsPart(
                List.of(
                        word("history.run"),
                        word("history.coverage"),
                        word("history.outcomes"),
                        word("history.chart.first-reply"),
                        word("history.chart.complete"),
                        word("history.dead"),
                        word("history.mark")),
                newestFirst(line.nights()).stream().map(this::row).toList());
    }

    private List<String> row(TargetLine.Night night) {
        String state =
                night.state().matches("partial|interrupted|running") ? " (" + word("state." + night.state()) + ")" : "";
        return List.of(
                night.run() + state,
                word("history.share", Math.round(100 * night.coverage()), night.answered(), night.turns()),
                night.outcomes().entrySet().stream()
                        .map(one -> outcome(one.getKey()) + " " + one.getValue())
                        .collect(Collectors.joining(" · ")),
                times(night.firstReply()),
                times(night.complete()),
                night.dead() + " / " + night.links(),
                night.markMean() == null ? "–" : String.format(Locale.ROOT, "%.2f", night.markMean()));
    }

    private static String times(TargetLine.Times times) {
        return times.count() == 0 ? "–" : Math.round(orZero(times.median())) + " / " + Math.round(orZero(times.p95()));
    }

    private static double orZero(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    private HistoryPage.ChangePart change(TargetLine.Change change) {
        String kind = CLASSES.contains(change.kind()) ? word("history.class." + change.kind()) : change.kind();
        String tone = switch (change.trend()) {
            case "worse" -> "bad";
            case "better" -> "ok";
            default -> "none";
        };
        String where = change.scenario() == null ? "" : change.scenario() + " / " + change.turn();
        return new HistoryPage.ChangePart(
                day(change.startedAt()),
                kind,
                tone,
                where,
                Segment.of(lang == Lang.ZH ? change.whatZh() : change.what()));
    }

    private List<HistoryPage.QuestionPart> questions() {
        List<HistoryPage.QuestionPart> parts = new ArrayList<>();
        for (TargetLine.Question question : line.questions()) {
            parts.add(question(question, parts.size() + 1));
        }
        return parts;
    }

    private HistoryPage.QuestionPart question(TargetLine.Question question, int place) {
        TargetLine.Times times = TargetLine.Question.firstReplies(question.days());
        return new HistoryPage.QuestionPart(
                lang == Lang.ZH || question.matterEn().isEmpty() ? question.matter() : question.matterEn(),
                Segment.of(question.words()),
                word("history.sum", question.answered(), question.days().size(), times(times)),
                chart(question, place),
                turns(question));
    }

    private HistoryPage.TrendPart chart(TargetLine.Question question, int place) {
        ObjectNode data =
                data(question.days().stream().map(TargetLine.Day::startedAt).toList(), "ms");
        ArrayNode values = data.withArray("series")
                .addObject()
                .put("name", word("history.chart.first-reply"))
                .putArray("values");
        ArrayNode tones = data.putArray("tones");
        for (TargetLine.Day day : question.days()) {
            values.add(rounded(day.firstReplyMs()));
            tones.add(tone(day.outcome()));
        }
        return new HistoryPage.TrendPart(
                "chart-question-" + place, word("history.chart.first-reply"), ChartData.json(data));
    }

    /** A year of the same outcome is one line. */
    private List<HistoryPage.TurnPart> turns(TargetLine.Question question) {
        List<HistoryPage.TurnPart> turns = new ArrayList<>();
        Outcome before = null;
        for (TargetLine.Day day : question.days()) {
            if (day.outcome() != before) {
                turns.add(new HistoryPage.TurnPart(day(day.startedAt()), outcome(day.outcome()), tone(day.outcome())));
            }
            before = day.outcome();
        }
        return newestFirst(turns);
    }

    private static String tone(Outcome outcome) {
        return switch (outcome) {
            case ANSWERED -> "ok";
            case OPTIONS, HANDOVER -> "fine";
            case FALLBACK, CUT_OFF, WIDGET_MOVED -> "warn";
            case SILENT, NO_CHATBOT -> "bad";
            default -> "none";
        };
    }

    private String outcome(Outcome outcome) {
        return word("outcome." + outcome.wire());
    }

    private static String day(Instant moment) {
        return DAY.format(moment);
    }

    private static <T> List<T> newestFirst(List<T> oldestFirst) {
        List<T> turned = new ArrayList<>(oldestFirst);
        Collections.reverse(turned);
        return turned;
    }

    private String word(String key, Object... args) {
        return Message.of(HistoryPageMaker.class, key, args).in(lang);
    }
}
