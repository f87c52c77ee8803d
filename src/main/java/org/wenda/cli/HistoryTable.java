package org.wenda.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenda.history.year.TargetLine;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/** A target's dated line for people: its nights, what changed, and how each question fared. Pure. */
record HistoryTable(TargetLine line, Lang lang) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** How many of the latest runs are set against all of them. */
    private static final int LATELY = 7;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String name = lang == Lang.ZH ? line.name() : line.nameEn();
        lines.add(words("history.target", name, line.target(), line.nights().size()));
        line.nights().forEach(night -> lines.add("  " + night(night)));
        lines.add(words("history.changes", line.changes().size()));
        line.changes().forEach(change -> lines.add("  " + change(change)));
        lines.add(words("history.questions", line.questions().size(), LATELY));
        line.questions().forEach(question -> lines.add("  " + question(question)));
        return lines;
    }

    private String night(TargetLine.Night night) {
        String outcomes = night.outcomes().entrySet().stream()
                .map(one -> one.getKey().wire() + " " + one.getValue())
                .collect(Collectors.joining(", "));
        return words(
                "history.night",
                day(night.startedAt()),
                Math.round(100 * night.coverage()),
                times(night.firstReply()),
                times(night.complete()),
                night.dead(),
                night.links(),
                night.markMean() == null ? "–" : String.format(Locale.ROOT, "%.2f", night.markMean()),
                outcomes,
                night.state().equals("done") ? "" : " [" + night.state() + "]");
    }

    private String change(TargetLine.Change change) {
        String where = change.scenario() == null ? "" : " " + change.scenario() + "/" + change.turn();
        String what = AnswerText.harmless(lang == Lang.ZH ? change.whatZh() : change.what());
        return day(change.startedAt()) + " " + AnswerText.harmless(change.kind()) + where
                + (what.isEmpty() ? "" : ": " + what);
    }

    private String question(TargetLine.Question question) {
        List<TargetLine.Day> days = question.days();
        List<TargetLine.Day> lately = days.subList(Math.max(0, days.size() - LATELY), days.size());
        return words(
                "history.question",
                question.scenario() + "/" + question.turn(),
                question.answered(),
                days.size(),
                times(TargetLine.Question.firstReplies(days)),
                times(TargetLine.Question.firstReplies(lately)),
                days.get(days.size() - 1).outcome().wire());
    }

    private static String times(TargetLine.Times times) {
        return millis(times.median()) + "/" + millis(times.p95());
    }

    private static String millis(@Nullable Double value) {
        return value == null ? "–" : String.valueOf(Math.round(value));
    }

    private static String day(Instant moment) {
        return DAY.format(moment);
    }

    private String words(String key, Object... args) {
        return Message.of(HistoryTable.class, key, args).in(lang);
    }
}
