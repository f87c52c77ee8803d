package org.wenda.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.evidence.StoredLink;
import org.wenda.evidence.StoredLinks;
import org.wenda.evidence.StoredMarks;
import org.wenda.evidence.StoredRun;
import org.wenda.scenario.Scenario;
import org.wenda.score.Change;
import org.wenda.score.Dossier;
import org.wenda.score.Index;
import org.wenda.score.Led;
import org.wenda.score.Mark;
import org.wenda.score.Marking;
import org.wenda.score.Standing;
import org.wenda.score.Talk;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Transcript;
import org.wenda.transcript.Trial;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/** Marks the targets of a run from its stored files only, so it can be done again at any time. */
public final class Scoring {
    private final Index index;

    public Scoring(Index index) {
        this.index = index;
    }

    /**
     * What was done.
     *
     * @param marks target by target in the order of the plan
     * @param changes what differs from the marks that were stored before; all are new where there were none
     * @param standings of the targets, in the order of the plan
     * @param problems conversations that were not marked
     * @param unread what could not be read of the run; whoever makes its pages tells that too
     */
    public record Done(
            Index index,
            List<Mark> marks,
            List<Change> changes,
            List<Standing> standings,
            List<Problem> problems,
            List<Problem> unread) {
        public Done {
            marks = List.copyOf(marks);
            changes = List.copyOf(changes);
            standings = List.copyOf(standings);
            problems = List.copyOf(problems);
            unread = List.copyOf(unread);
        }

        Done noting(List<Problem> more) {
            List<Problem> all = new ArrayList<>(problems);
            all.addAll(more);
            return new Done(index, marks, changes, standings, all, unread);
        }
    }

    /**
     * Marks a run and writes {@code marks.jsonl} in the place of what was there.
     *
     * @param directory held by this program
     * @param scenarios those that were asked; conversations of others are named among the problems
     * @throws org.wenda.words.MachineException if the file cannot be written
     */
    public Done mark(RunDirectory directory, List<Scenario> scenarios) {
        StoredRun run = directory.read();
        StoredLinks links = directory.links();
        StoredMarks before = directory.marks();
        List<Problem> unread = new ArrayList<>(run.problems());
        unread.addAll(links.problems());
        unread.addAll(before.problems());
        List<Problem> problems = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        List<Standing> standings = new ArrayList<>();
        Map<String, Scenario> known =
                scenarios.stream().collect(Collectors.toMap(Scenario::id, Function.identity(), (a, b) -> a));
        for (Dossier dossier : dossiers(run, links, known, problems)) {
            List<Mark> its = new Marking(index).of(dossier);
            marks.addAll(its);
            standings.add(Standing.of(dossier.target(), index, its));
        }
        directory.write(index.sha256(), marks);
        return new Done(index, marks, Change.between(before.marks(), marks), standings, problems, unread);
    }

    private static List<Dossier> dossiers(
            StoredRun run, StoredLinks links, Map<String, Scenario> scenarios, List<Problem> problems) {
        Map<String, List<StoredLink>> byTarget = links.links().stream()
                .collect(Collectors.groupingBy(link -> link.place().target()));
        Map<String, List<Talk>> talks = new LinkedHashMap<>();
        run.record().plan().targets().forEach(target -> talks.put(target.id(), new ArrayList<>()));
        for (Transcript transcript : run.transcripts()) {
            Scenario scenario = scenarios.get(transcript.scenario());
            if (scenario == null) {
                problems.add(new Problem(
                        transcript.target() + "/" + transcript.scenario(),
                        Message.of(Scoring.class, "scenario-unknown", transcript.scenario())));
                continue;
            }
            List<StoredLink> its = byTarget.getOrDefault(transcript.target(), List.of());
            talks.computeIfAbsent(transcript.target(), target -> new ArrayList<>())
                    .addAll(talks(scenario, transcript, its));
        }
        Map<String, String> names = names(run.record().plan());
        return talks.entrySet().stream()
                .map(target -> new Dossier(
                        target.getKey(),
                        names.getOrDefault(target.getKey(), target.getKey()),
                        links.traced(),
                        target.getValue()))
                .toList();
    }

    private static Map<String, String> names(RunRecord.Plan plan) {
        return plan.targets().stream()
                .collect(Collectors.toMap(
                        RunRecord.PlannedTarget::id, RunRecord.PlannedTarget::name, (one, other) -> one));
    }

    /** A file holds all conversations about a scenario; each is judged by itself. */
    private static List<Talk> talks(Scenario scenario, Transcript transcript, List<StoredLink> ofTarget) {
        List<Led> links = ofTarget.stream()
                .filter(link -> link.place().scenario().equals(transcript.scenario()))
                .map(Scoring::led)
                .toList();
        Map<Trial, List<Exchange>> byTrial = new LinkedHashMap<>();
        transcript
                .exchanges()
                .forEach(exchange -> byTrial.computeIfAbsent(exchange.trial(), trial -> new ArrayList<>())
                        .add(exchange));
        return byTrial.entrySet().stream()
                .map(trial -> talk(scenario, transcript, trial.getKey(), trial.getValue(), links))
                .toList();
    }

    private static Talk talk(
            Scenario scenario, Transcript transcript, Trial trial, List<Exchange> exchanges, List<Led> links) {
        Set<Integer> numbers = exchanges.stream().map(Exchange::number).collect(Collectors.toSet());
        Transcript alone = new Transcript(
                transcript.run(),
                transcript.target(),
                transcript.scenario(),
                transcript.startedAt(),
                transcript.client(),
                transcript.opening(),
                exchanges,
                transcript.landings().stream()
                        .filter(landing -> numbers.contains(landing.exchange()))
                        .toList(),
                transcript.features());
        return new Talk(
                scenario,
                trial.variant(),
                trial.repeat(),
                // A chatbot that shows no trait at all and one that nobody looked at read the same.
                !transcript.features().isEmpty(),
                alone,
                links.stream().filter(link -> numbers.contains(link.exchange())).toList());
    }

    private static Led led(StoredLink link) {
        StoredLink.Look look = link.look();
        return new Led(
                link.place().number(),
                link.link().kind(),
                link.link().text(),
                link.link().href(),
                link.verdict(),
                link.reason().why(),
                titles(link),
                look == null ? null : look.where(),
                look == null ? null : look.clicksToService(),
                look == null ? null : look.picture());
    }

    private static String titles(StoredLink link) {
        StoredLink.Page page = link.page();
        StoredLink.Look look = link.look();
        return Stream.of(
                        page == null ? "" : page.title(),
                        page == null ? "" : page.heading(),
                        look == null ? "" : look.title(),
                        look == null ? "" : look.heading())
                .filter(title -> !Objects.requireNonNull(title).isBlank())
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
