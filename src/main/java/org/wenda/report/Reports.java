package org.wenda.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wenda.evidence.Agreement;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.evidence.StoredLinks;
import org.wenda.evidence.StoredRun;
import org.wenda.score.Index;
import org.wenda.score.Mark;
import org.wenda.transcript.Transcript;
import org.wenda.words.Lang;
import org.wenda.words.MachineException;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/** Makes all pages of a run from its stored files, as often as one likes. Asks nobody anything. */
public final class Reports {
    private Reports() {}

    /**
     * What was made.
     *
     * @param index the page to open first
     * @param allure whether there is an Allure report
     * @param problems what could not be read or made, and counts that disagree; the pages are there all the same
     */
    public record Made(Path index, boolean allure, List<Problem> problems) {
        public Made {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Writes {@code transcript.html} of each conversation, {@code marks.html} of each target that was marked, the
     * Allure results and report, and {@code index.html}.
     *
     * @throws org.wenda.words.InputException if {@code run.json} cannot be read
     */
    public static Made write(RunDirectory directory, Lang lang) {
        return write(directory, lang, AllureGenerator.besideTheProgram());
    }

    static Made write(RunDirectory directory, Lang lang, Optional<AllureGenerator> generator) {
        return write(directory, lang, generator, Runtime.getRuntime().availableProcessors());
    }

    /** @param threads how many pages are made at once */
    static Made write(RunDirectory directory, Lang lang, Optional<AllureGenerator> generator, int threads) {
        StoredRun run = directory.read();
        Naming naming = new Naming(run.record(), lang);
        Pages pages = new Pages(lang);
        StoredLinks links = directory.links();
        Marked marked = Marked.in(directory);
        delete(directory.allureResults());
        delete(directory.allureReport());
        deletePrinted(directory, run);
        AllureResults results = new AllureResults(directory, run, links, marked, naming, pages);
        results.write(run);
        List<Shown> each = InParallel.each(run.transcripts(), threads, transcript -> {
            results.write(transcript);
            return writeConversation(directory, transcript, links, marked, naming, pages);
        });
        List<Problem> problems = new ArrayList<>(run.problems());
        problems.addAll(Agreement.check(
                directory, run, each.stream().mapToInt(Shown::exchanges).sum()));
        problems.addAll(Agreement.checkLinks(
                run, links, each.stream().mapToInt(Shown::links).sum()));
        problems.addAll(marked.marks().problems());
        Map<String, MarksPage.StandingPart> standings =
                writeMarks(directory, run, marked, results, naming, pages, threads);
        Optional<Problem> withoutAllure = generate(directory, naming, generator);
        withoutAllure.ifPresent(problems::add);
        boolean allure = withoutAllure.isEmpty();
        boolean ranked = Files.exists(directory.ranking().resolve("index.html"));
        RunDirectory.replace(
                directory.index(),
                pages.lay("index.peb.html", RunPage.of(run, links, standings, naming, allure, ranked, problems)));
        return new Made(directory.index(), allure, problems);
    }

    /** How much a conversation's page shows. */
    private record Shown(int exchanges, int links) {}

    private static Shown writeConversation(
            RunDirectory directory,
            Transcript transcript,
            StoredLinks links,
            Marked marked,
            Naming naming,
            Pages pages) {
        String target = transcript.target();
        String scenario = transcript.scenario();
        ConversationPage page = ConversationPage.of(
                transcript,
                links,
                marked.ofScenario(target, scenario, naming, true),
                naming,
                new FolderPictures(directory),
                true,
                Files.exists(directory.replayPage(target, scenario)));
        RunDirectory.replace(directory.transcriptPage(target, scenario), pages.lay("transcript.peb.html", page));
        return new Shown(
                page.turns().size(),
                page.turns().stream().mapToInt(turn -> turn.traced().size()).sum());
    }

    /** Returns how the targets stand that were marked, by their ids. */
    private static Map<String, MarksPage.StandingPart> writeMarks(
            RunDirectory directory,
            StoredRun run,
            Marked marked,
            AllureResults results,
            Naming naming,
            Pages pages,
            int threads) {
        Index index = marked.index();
        if (index == null) {
            return Map.of();
        }
        List<String> targets = run.record().plan().targets().stream()
                .map(RunRecord.PlannedTarget::id)
                .filter(target -> !marked.of(target).isEmpty())
                .toList();
        Instant started = run.record().startedAt();
        InParallel.each(targets, threads, target -> {
            List<Mark> its = marked.of(target);
            MarksPage page =
                    MarksPage.of(target, run, its, marked.marks(), index, naming, lies(directory, run, target));
            RunDirectory.replace(directory.marksPage(target), pages.lay("marks.peb.html", page));
            results.write(
                    target,
                    MarksPage.of(target, run, its, marked.marks(), index, naming, MarksPage.Lies.ALONE),
                    started,
                    Objects.requireNonNullElse(run.record().endedAt(), started));
            return target;
        });
        Map<String, MarksPage.StandingPart> standings = new LinkedHashMap<>();
        for (String target : targets) {
            MarksPage.standing(target, marked.of(target), index, naming)
                    .ifPresent(standing -> standings.put(target, standing));
        }
        return standings;
    }

    private static MarksPage.Lies lies(RunDirectory directory, StoredRun run, String target) {
        Set<String> replays = run.transcripts().stream()
                .filter(transcript -> transcript.target().equals(target))
                .map(Transcript::scenario)
                .filter(scenario -> Files.exists(directory.replayPage(target, scenario)))
                .collect(Collectors.toSet());
        return new MarksPage.Lies(true, Files.exists(directory.accessFile(target)), replays);
    }

    /** Returns why there is no Allure report, which must never cost the pages of our own. */
    private static Optional<Problem> generate(
            RunDirectory directory, Naming naming, Optional<AllureGenerator> generator) {
        if (generator.isEmpty()) {
            return Optional.of(new Problem("allure-report", Message.of(Reports.class, "allure.missing")));
        }
        try {
            String name = naming.word("allure.name", directory.id());
            AllureHistory.carry(directory);
            generator.get().generate(directory.allureResults(), directory.allureReport(), name, naming.lang());
            AllureHistory.keep(directory);
            return Optional.empty();
        } catch (MachineException e) {
            return Optional.of(new Problem("allure-report", e.said()));
        }
    }

    /** What was printed of earlier pages would stand beside the new ones as if it were of these. */
    private static void deletePrinted(RunDirectory directory, StoredRun run) {
        delete(directory.printedIndex());
        run.record().plan().targets().forEach(target -> delete(directory.printed(target.id())));
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
