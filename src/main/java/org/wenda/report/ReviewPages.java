package org.wenda.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.StoredLink;
import org.wenda.evidence.StoredLinks;
import org.wenda.evidence.StoredRun;
import org.wenda.review.Batch;
import org.wenda.review.Reviews;
import org.wenda.review.Role;
import org.wenda.review.Workbooks;
import org.wenda.score.Index;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Transcript;
import org.wenda.words.InputException;
import org.wenda.words.Lang;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/**
 * Writes what raters are handed: for each batch a page and, but for a third person, a workbook, and beside them copies
 * of the pictures and replays they show, so that a person's folder can be given away alone. Never the pages of the run,
 * which show marks.
 */
public final class ReviewPages {
    private static final String EVIDENCE = "evidence";

    private final RunDirectory directory;
    private final Reviews reviews;
    private final StoredRun run;
    private final StoredLinks links;
    private final Naming naming;
    private final Pages pages;

    private ReviewPages(RunDirectory directory, Reviews reviews, Lang lang) {
        this.directory = directory;
        this.reviews = reviews;
        this.run = directory.read();
        this.links = directory.links();
        this.naming = new Naming(run.record(), lang);
        this.pages = new Pages(lang);
    }

    /**
     * Writes pages and workbooks, in the place of those that were there.
     *
     * @return the pages, in the order of the batches; a workbook has the same name and another ending
     * @throws InputException if a workbook is there in which somebody has marked; nothing is written then
     */
    public static List<Path> write(RunDirectory directory, Reviews reviews, List<Batch> batches, Lang lang) {
        ReviewPages writer = new ReviewPages(directory, reviews, lang);
        writer.requireNothingLost(batches);
        return batches.stream().map(writer::write).toList();
    }

    /** Writes the manual that raters mark by, and returns where it lies. */
    public static Path writeManual(RunDirectory directory, Index index, Lang lang) {
        Path manual = directory.review().resolve("manual.html");
        Naming naming = new Naming(directory.record(), lang);
        RunDirectory.replace(manual, new Pages(lang).lay("manual.peb.html", ManualPage.of(index, naming)));
        return manual;
    }

    private Path write(Batch batch) {
        Path folder = reviews.folder(batch.role(), batch.person());
        StoredRun run = of(batch);
        StoredLinks links = linksOf(batch);
        Map<String, String> replays = new HashMap<>();
        List<Transcript> held = held(batch, run);
        held.forEach(transcript -> replays.put(ReviewPage.key(transcript), copyReplay(folder, transcript)));
        ReviewPage.Beside beside = new ReviewPage.Beside(
                (target, evidence) -> directory
                        .file(target, evidence)
                        .map(file -> copy(file, folder, target, evidence))
                        .orElse(null),
                replays);
        ReviewPage page = ReviewPage.of(batch, run, links, reviews.index(), naming, beside);
        Path file = folder.resolve(batch.name() + ".html");
        RunDirectory.replace(file, pages.lay("review.peb.html", page));
        if (hasWorkbook(batch)) {
            writeWorkbook(batch, held, links);
        }
        return file;
    }

    /** What a third person needs to see of others, and what is prefilled, only a page shows. */
    private static boolean hasWorkbook(Batch batch) {
        return batch.role() != Role.SETTLER;
    }

    private Path workbook(Batch batch) {
        return reviews.folder(batch.role(), batch.person()).resolve(batch.name() + ".xlsx");
    }

    /** Somebody may have marked in the workbook where it lay, and nobody could bring that back. */
    private void requireNothingLost(List<Batch> batches) {
        List<Problem> problems = batches.stream()
                .filter(ReviewPages::hasWorkbook)
                .map(this::workbook)
                .filter(Workbooks::holdsMarks)
                .map(file -> new Problem(file.toString(), Message.of(ReviewPages.class, "review.workbook-filled")))
                .toList();
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    private void writeWorkbook(Batch batch, List<Transcript> held, StoredLinks links) {
        List<Workbooks.Said> said = held.stream()
                .flatMap(transcript -> transcript.exchanges().stream())
                .map(exchange -> said(exchange, links))
                .toList();
        byte[] book = Workbooks.of(batch, run.record(), reviews.index(), said, naming.lang());
        try {
            Files.write(workbook(batch), book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page looks into few targets of a run, but into those very often. */
    private StoredRun of(Batch batch) {
        Set<String> targets = targets(batch);
        return new StoredRun(
                run.record(),
                List.of(),
                run.transcripts().stream()
                        .filter(transcript -> targets.contains(transcript.target()))
                        .toList(),
                List.of());
    }

    private StoredLinks linksOf(Batch batch) {
        Set<String> targets = targets(batch);
        return new StoredLinks(
                links.traced(),
                links.links().stream()
                        .filter(link -> targets.contains(link.place().target()))
                        .toList(),
                List.of());
    }

    private static Set<String> targets(Batch batch) {
        return batch.tasks().stream().map(task -> task.item().target()).collect(Collectors.toSet());
    }

    private static List<Transcript> held(Batch batch, StoredRun run) {
        Map<String, Transcript> held = new LinkedHashMap<>();
        batch.tasks().stream()
                .flatMap(task -> ReviewPage.held(run, task.item()).stream())
                .forEach(transcript -> held.putIfAbsent(ReviewPage.key(transcript), transcript));
        return new ArrayList<>(held.values());
    }

    private Workbooks.Said said(Exchange exchange, StoredLinks links) {
        return new Workbooks.Said(
                exchange.target(),
                exchange.scenario(),
                exchange.number(),
                exchange.question(),
                exchange.reply().text(),
                naming.outcome(exchange.outcome()),
                links.of(exchange.target(), exchange.scenario(), exchange.number()).stream()
                        .map(this::said)
                        .collect(Collectors.joining("\n")));
    }

    private String said(StoredLink link) {
        return String.join(
                " ", link.link().text(), link.link().href(), "→", naming.verdict(link.verdict()), link.finalAddress());
    }

    private String copyReplay(Path folder, Transcript transcript) {
        Path replay = directory.replayPage(transcript.target(), transcript.scenario());
        return Files.isRegularFile(replay)
                ? copy(replay, folder, transcript.target() + "/" + transcript.scenario() + "/replay.html")
                : "";
    }

    private static String copy(Path file, Path folder, String target, Evidence evidence) {
        return copy(file, folder, target + "/" + evidence.file());
    }

    /** Names are made of ids that were checked when the run was read. */
    private static String copy(Path file, Path folder, String name) {
        String beside = EVIDENCE + "/" + name;
        Path copy = folder.resolve(beside);
        try {
            Files.createDirectories(copy.getParent());
            // A link would let a slip in a person's folder change the evidence itself.
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return beside;
    }
}
