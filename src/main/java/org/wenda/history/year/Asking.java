package org.wenda.history.year;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenda.transcript.Outcome;

/** Asks the compacted months for one target, and puts its line together. */
record Asking(Database database, Map<String, List<Path>> files) {
    /** In the order in which {@code ask-days.sql} is told of them. */
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    /** A run that asked the target, and its marks. */
    private record Run(
            String id,
            Instant startedAt,
            String state,
            int marks,
            @Nullable Double mean) {}

    /** A question, as the latest of its runs has it. */
    private record Asked(String scenario, String turn, int number, String words) {}

    /** A question in one run. */
    private record Turn(int question, TargetLine.Day day) {}

    private record Name(String kind, String id, String name, String nameEn, String platform, int place) {}

    Optional<TargetLine> line(String target, @Nullable LocalDate since) throws SQLException {
        Map<String, Run> runs = runs(target, since);
        Map<String, Name> scenarios = new LinkedHashMap<>();
        Name own = new Name("target", target, target, target, "", 0);
        for (Name name : database.ask(Database.sql("ask-names.sql", files), Asking::name, target)) {
            if (name.kind().equals("target")) {
                own = name;
            } else {
                scenarios.put(name.id(), name);
            }
        }
        List<Asked> asked = asked(target);
        List<Turn> turns = turns(List.copyOf(runs.values()), from(since));
        List<TargetLine.Change> changes = changes(target, runs);
        if (turns.isEmpty() && changes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TargetLine(
                target,
                own.name(),
                own.nameEn(),
                own.platform(),
                nights(runs, turns),
                questions(asked, turns, scenarios),
                changes));
    }

    private static LocalDateTime from(@Nullable LocalDate since) {
        return Objects.requireNonNullElse(since, LocalDate.EPOCH).atStartOfDay();
    }

    private Map<String, Run> runs(String target, @Nullable LocalDate since) throws SQLException {
        Map<String, Run> runs = new LinkedHashMap<>();
        database.ask(Database.sql("ask-nights.sql", files), Asking::run, target, from(since))
                .forEach(run -> runs.put(run.id(), run));
        return runs;
    }

    private static Run run(ResultSet row) throws SQLException {
        int marks = row.getInt(4);
        Double mean = marks == 0 ? null : row.getDouble(5) / marks;
        Instant startedAt = row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        return new Run(row.getString(1), startedAt, row.getString(3), marks, mean);
    }

    private static Name name(ResultSet row) throws SQLException {
        return new Name(row.getString(1), row.getString(2), text(row, 3), text(row, 4), text(row, 5), row.getInt(6));
    }

    /** Whoever writes a run's files by other means may leave something out. */
    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    /** Returns the questions in the order in which {@code ask-days.sql} counts them, from 1. */
    private List<Asked> asked(String target) throws SQLException {
        database.run(Database.sql("ask-turns.sql", files).replace("{target}", Database.quoted(target)));
        return database.ask(
                Database.sql("ask-questions.sql", files),
                row -> new Asked(row.getString(1), row.getString(2), row.getInt(3), text(row, 4)));
    }

    private List<Turn> turns(List<Run> runs, LocalDateTime from) throws SQLException {
        String outcomes = OUTCOMES.stream()
                .map(outcome -> Database.quoted(outcome.wire()))
                .collect(Collectors.joining(", ", "[", "]"));
        List<Turn> turns = new ArrayList<>();
        database.ask(Database.sql("ask-days.sql", files).replace("{outcomes}", outcomes), row -> turn(row, runs), from)
                .forEach(turn -> turn.ifPresent(turns::add));
        return turns;
    }

    /** An outcome that only a later version knows is left out. */
    private static Optional<Turn> turn(ResultSet row, List<Run> runs) throws SQLException {
        int outcome = row.getInt(3);
        if (outcome == 0) {
            return Optional.empty();
        }
        Run run = runs.get(row.getInt(2) - 1);
        TargetLine.Day day = new TargetLine.Day(
                run.id(),
                run.startedAt(),
                OUTCOMES.get(outcome - 1),
                millis(row, 4),
                millis(row, 5),
                row.getInt(6),
                row.getInt(7));
        return Optional.of(new Turn(row.getInt(1), day));
    }

    private static @Nullable Double millis(ResultSet row, int column) throws SQLException {
        double millis = row.getFloat(column);
        return row.wasNull() ? null : millis;
    }

    private static List<TargetLine.Night> nights(Map<String, Run> runs, List<Turn> turns) {
        Map<String, List<Turn>> byRun = new LinkedHashMap<>();
        turns.forEach(turn -> byRun.computeIfAbsent(turn.day().run(), run -> new ArrayList<>())
                .add(turn));
        return runs.values().stream()
                .filter(run -> byRun.containsKey(run.id()))
                .map(run -> night(run, byRun.getOrDefault(run.id(), List.of())))
                .toList();
    }

    private static TargetLine.Night night(Run run, List<Turn> turns) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        turns.forEach(turn -> outcomes.merge(turn.day().outcome(), 1, Integer::sum));
        return new TargetLine.Night(
                run.id(),
                run.startedAt(),
                run.state(),
                turns.size(),
                outcomes,
                TargetLine.Times.of(turns.stream()
                        .map(turn -> turn.day().firstReplyMs())
                        .filter(Objects::nonNull)
                        .toList()),
                TargetLine.Times.of(turns.stream()
                        .map(turn -> turn.day().completeMs())
                        .filter(Objects::nonNull)
                        .toList()),
                turns.stream().mapToInt(turn -> turn.day().links()).sum(),
                turns.stream().mapToInt(turn -> turn.day().dead()).sum(),
                run.marks(),
                run.mean());
    }

    private static List<TargetLine.Question> questions(
            List<Asked> asked, List<Turn> turns, Map<String, Name> scenarios) {
        Map<Integer, List<TargetLine.Day>> days = new LinkedHashMap<>();
        turns.forEach(turn ->
                days.computeIfAbsent(turn.question(), key -> new ArrayList<>()).add(turn.day()));
        return days.keySet().stream()
                .sorted(Comparator.comparingInt((Integer place) -> place(asked.get(place - 1), scenarios))
                        .thenComparing(place -> asked.get(place - 1).scenario())
                        .thenComparing(place -> asked.get(place - 1).number())
                        .thenComparing(place -> asked.get(place - 1).turn()))
                .map(place -> question(asked.get(place - 1), days.getOrDefault(place, List.of()), scenarios))
                .toList();
    }

    private static int place(Asked asked, Map<String, Name> scenarios) {
        Name scenario = scenarios.get(asked.scenario());
        return scenario == null ? Integer.MAX_VALUE : scenario.place();
    }

    private static TargetLine.Question question(Asked asked, List<TargetLine.Day> days, Map<String, Name> scenarios) {
        Name scenario = scenarios.get(asked.scenario());
        return new TargetLine.Question(
                asked.scenario(),
                asked.turn(),
                scenario == null ? asked.scenario() : scenario.name(),
                scenario == null ? asked.scenario() : scenario.nameEn(),
                asked.words(),
                days);
    }

    private List<TargetLine.Change> changes(String target, Map<String, Run> runs) throws SQLException {
        List<TargetLine.Change> changes = new ArrayList<>();
        database.ask(Database.sql("ask-changes.sql", files), row -> change(row, runs), target)
                .forEach(change -> change.ifPresent(changes::add));
        changes.sort(Comparator.comparing(TargetLine.Change::startedAt));
        return changes;
    }

    private static Optional<TargetLine.Change> change(ResultSet row, Map<String, Run> runs) throws SQLException {
        Run run = runs.get(row.getString(1));
        if (run == null) {
            return Optional.empty();
        }
        return Optional.of(new TargetLine.Change(
                run.id(),
                run.startedAt(),
                text(row, 2),
                row.getString(3),
                row.getString(4),
                text(row, 5),
                text(row, 6),
                text(row, 7),
                text(row, 8)));
    }
}
