package org.wenda.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Timing;
import org.wenda.transcript.Transcript;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/** Reads a run's files back, whatever state a crash left them in. */
final class RunReader {
    private final RunDirectory directory;
    private final List<Problem> problems = new ArrayList<>();

    RunReader(RunDirectory directory) {
        this.directory = directory;
    }

    StoredRun read() {
        RunRecord record = directory.record();
        Journal.Contents journal = Journal.read(directory.journalFile());
        problems.addAll(journal.problems());
        List<Exchange> exchanges = journal.exchanges().stream()
                .filter(exchange -> Ids.isId(exchange.target()) && Ids.isId(exchange.scenario()))
                .toList();
        Map<List<String>, Transcript> conversations = new LinkedHashMap<>();
        transcriptFiles().forEach(file -> readInto(conversations, file));
        byConversation(exchanges)
                .forEach((key, turns) -> conversations.computeIfAbsent(key, k -> fromJournal(record, turns)));
        List<Transcript> inOrder =
                conversations.values().stream().sorted(order(record.plan())).toList();
        return new StoredRun(record, exchanges, inOrder, problems);
    }

    private void readInto(Map<List<String>, Transcript> conversations, Path file) {
        try {
            Transcript transcript =
                    Json.read(Files.readString(file), TranscriptFile.class).transcript();
            if (file.equals(directory.transcriptFile(transcript.target(), transcript.scenario()))) {
                conversations.put(List.of(transcript.target(), transcript.scenario()), transcript);
                return;
            }
            problems.add(new Problem(place(file), Message.of(RunReader.class, "transcript.misplaced")));
        } catch (JsonProcessingException e) {
            unreadable(file, e.getOriginalMessage());
        } catch (IOException | NullPointerException | IllegalArgumentException e) {
            unreadable(file, e.toString());
        }
    }

    private void unreadable(Path file, String why) {
        problems.add(new Problem(place(file), Message.of(RunReader.class, "file.unreadable", why)));
    }

    private String place(Path file) {
        return directory.root().relativize(file).toString().replace('\\', '/');
    }

    private List<Path> transcriptFiles() {
        Path bundles = directory.bundles();
        if (!Files.isDirectory(bundles)) {
            return List.of();
        }
        // bundles/TARGET/data/SCENARIO/transcript.json
        try (Stream<Path> files = Files.find(bundles, 4, (file, facts) -> file.endsWith("transcript.json"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            unreadable(bundles, e.toString());
            return List.of();
        }
    }

    private static Map<List<String>, List<Exchange>> byConversation(List<Exchange> exchanges) {
        Map<List<String>, List<Exchange>> grouped = new LinkedHashMap<>();
        exchanges.forEach(exchange -> grouped.computeIfAbsent(
                        List.of(exchange.target(), exchange.scenario()), key -> new ArrayList<>())
                .add(exchange));
        return grouped;
    }

    private static Transcript fromJournal(RunRecord record, List<Exchange> turns) {
        Exchange first = turns.get(0);
        Instant start = turns.stream()
                .map(Exchange::timing)
                .filter(Objects::nonNull)
                .map(Timing::sentAt)
                .findFirst()
                .orElse(record.startedAt());
        return new Transcript(
                record.run(), first.target(), first.scenario(), start, null, null, turns, List.of(), List.of());
    }

    private static Comparator<Transcript> order(RunRecord.Plan plan) {
        List<String> targets =
                plan.targets().stream().map(RunRecord.PlannedTarget::id).toList();
        List<String> scenarios =
                plan.scenarios().stream().map(RunRecord.PlannedScenario::id).toList();
        return Comparator.comparingInt((Transcript t) -> rank(targets, t.target()))
                .thenComparing(Transcript::target)
                .thenComparingInt(t -> rank(scenarios, t.scenario()))
                .thenComparing(Transcript::scenario);
    }

    private static int rank(List<String> planned, String id) {
        int place = planned.indexOf(id);
        return place < 0 ? planned.size() : place;
    }
}
