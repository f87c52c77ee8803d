package org.wenda.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wenda.evidence.RunDirectory;
import org.wenda.report.ReviewPages;
import org.wenda.review.Batch;
import org.wenda.review.Reviews;
import org.wenda.words.Lang;

/** Hands out what people mark: the pages and workbooks of a review, and the manual. Asks no chatbot. */
public final class Reviewing {
    private Reviewing() {}

    /**
     * Writes a page and a workbook for each rater and part of the run, and the manual.
     *
     * @param raters their ids
     * @param seed by which each rater's order is drawn
     * @param targets how many a part has at most
     * @return the pages, then the manual
     * @throws org.wenda.words.InputException if the names cannot be used, or there is nothing to mark
     */
    public static List<Path> pack(Path run, List<String> raters, long seed, int targets, Lang lang) {
        Reviews reviews = Reviews.of(run);
        RunDirectory directory = RunDirectory.open(run);
        List<Batch> batches = reviews.forRaters(raters, seed, targets);
        List<Path> written = new ArrayList<>(ReviewPages.write(directory, reviews, batches, lang));
        written.add(ReviewPages.writeManual(directory, reviews.index(), lang));
        return written;
    }

    /**
     * Writes the page on which a third person decides, and returns it.
     *
     * @param distance marks that lie no further apart are no disagreement, 0–3
     * @throws org.wenda.words.InputException if that person has rated, or nothing was rated twice
     */
    public static Path settle(Path run, String person, int distance, long seed, Lang lang) {
        Reviews reviews = Reviews.of(run);
        return write(run, reviews, reviews.forSettler(person, distance, seed), lang);
    }

    /**
     * Writes the page of a spot check, and returns it.
     *
     * @param size how many marks are drawn
     */
    public static Path sample(Path run, String person, int size, long seed, Lang lang) {
        Reviews reviews = Reviews.of(run);
        return write(run, reviews, reviews.forChecker(person, size, seed), lang);
    }

    private static Path write(Path run, Reviews reviews, Batch batch, Lang lang) {
        return ReviewPages.write(RunDirectory.open(run), reviews, List.of(batch), lang)
                .get(0);
    }
}
