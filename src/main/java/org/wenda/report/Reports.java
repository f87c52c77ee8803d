package org.wenda.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.wenda.evidence.Agreement;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.evidence.StoredLinks;
import org.wenda.evidence.StoredMarks;
import org.wenda.evidence.StoredRun;
import org.wenda.score.Index;
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
        StoredRun run = directory.read();
        Naming naming = new Naming(run.record(), lang);
        Pages pages = new Pages(lang);
        StoredLinks links = directory.links();
        Shown shown = writeConversations(directory, run, links, naming, pages);
        List<Problem> problems = new ArrayList<>(run.problems());
        problems.addAll(Agreement.check(directory, run, shown.exchanges));
        problems.addAll(Agreement.checkLinks(run, links, shown.links));
        Optional<Problem> withoutAllure = writeAllure(directory, run, links, naming, pages, generator);
        withoutAllure.ifPresent(problems::add);
        boolean allure = withoutAllure.isEmpty();
        Map<String, MarksPage.StandingPart> standings = writeMarks(directory, run, naming, pages, problems);
        RunDirectory.replace(
                directory.index(),
                pages.lay("index.peb.html", RunPage.of(run, links, standings, naming, allure, problems)));
        return new Made(directory.index(), allure, problems);
    }

    /** How much the conversations' pages show. */
    private record Shown(int exchanges, int links) {}

    private static Shown writeConversations(
            RunDirectory directory, StoredRun run, StoredLinks stored, Naming naming, Pages pages) {
        int exchanges = 0;
        int links = 0;
        for (Transcript transcript : run.transcripts()) {
            ConversationPage page = ConversationPage.of(transcript, stored, naming, new PngThumbnails(directory), true);
            RunDirectory.replace(
                    directory.transcriptPage(transcript.target(), transcript.scenario()),
                    pages.lay("transcript.peb.html", page));
            exchanges += page.turns().size();
            links +=
                    page.turns().stream().mapToInt(turn -> turn.traced().size()).sum();
        }
        return new Shown(exchanges, links);
    }

    /** Returns how the targets stand that were marked, by their ids. */
    private static Map<String, MarksPage.StandingPart> writeMarks(
            RunDirectory directory, StoredRun run, Naming naming, Pages pages, List<Problem> problems) {
        StoredMarks marks = directory.marks();
        problems.addAll(marks.problems());
        Map<String, MarksPage.StandingPart> standings = new LinkedHashMap<>();
        if (marks.marks().isEmpty()) {
            return standings;
        }
        // The run keeps the index that it was marked by, so that its names are those of that night.
        Index index = Index.in(directory.root());
        for (RunRecord.PlannedTarget target : run.record().plan().targets()) {
            MarksPage.standing(target.id(), marks, index, naming).ifPresent(standing -> {
                standings.put(target.id(), standing);
                RunDirectory.replace(
                        directory.marksPage(target.id()),
                        pages.lay("marks.peb.html", MarksPage.of(target.id(), run, marks, index, naming)));
            });
        }
        return standings;
    }

    /** Returns why there is no Allure report, which must never cost the pages of our own. */
    private static Optional<Problem> writeAllure(
            RunDirectory directory,
            StoredRun run,
            StoredLinks links,
            Naming naming,
            Pages pages,
            Optional<AllureGenerator> generator) {
        delete(directory.allureResults());
        delete(directory.allureReport());
        new AllureResults(directory, run, links, naming, pages).write(run);
        if (generator.isEmpty()) {
            return Optional.of(new Problem("allure-report", Message.of(Reports.class, "allure.missing")));
        }
        try {
            String name = naming.word("allure.name", directory.id());
            generator.get().generate(directory.allureResults(), directory.allureReport(), name, naming.lang());
            return Optional.empty();
        } catch (MachineException e) {
            return Optional.of(new Problem("allure-report", e.said()));
        }
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
