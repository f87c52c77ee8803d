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
import java.util.stream.Collectors;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.StoredLink;
import org.wenda.evidence.StoredLinks;
import org.wenda.evidence.StoredRun;
import org.wenda.review.Batch;
import org.wenda.review.Reviews;
import org.wenda.review.Workbooks;
import org.wenda.score.Index;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Transcript;
import org.wenda.words.Lang;

/**
 * Writes what raters are handed: for each batch a page and a workbook, and beside them copies of the pictures and
 * replays they show, so that a person's folder can be given away alone. Never the pages of the run, which show marks.
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
     */
    public static List<Path> write(RunDirectory directory, Reviews reviews, List<Batch> batches, Lang lang) {
        ReviewPages writer = new ReviewPages(directory, reviews, lang);
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
        Map<String, String> replays = new HashMap<>();
        List<Transcript> held = held(batch);
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
        writeWorkbook(batch, held, folder);
        return file;
    }

    private void writeWorkbook(Batch batch, List<Transcript> held, Path folder) {
        List<Workbooks.Said> said = held.stream()
                .flatMap(transcript -> transcript.exchanges().stream())
                .map(this::said)
                .toList();
        byte[] book = Workbooks.of(batch, run.record(), reviews.index(), said, naming.lang());
        try {
            Files.write(folder.resolve(batch.name() + ".xlsx"), book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Transcript> held(Batch batch) {
        Map<String, Transcript> held = new LinkedHashMap<>();
        batch.tasks().stream()
                .flatMap(task -> ReviewPage.held(run, task.item()).stream())
                .forEach(transcript -> held.putIfAbsent(ReviewPage.key(transcript), transcript));
        return new ArrayList<>(held.values());
    }

    private Workbooks.Said said(Exchange exchange) {
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
            // A link would let a slip in a rater's folder change the evidence itself.
            if (!Files.exists(copy) || Files.size(copy) != Files.size(file)) {
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return beside;
    }
}
