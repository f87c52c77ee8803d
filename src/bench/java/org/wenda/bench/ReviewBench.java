package org.wenda.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.wenda.evidence.RunDirectory;
import org.wenda.report.BigRun;
import org.wenda.report.ReviewPages;
import org.wenda.review.Batch;
import org.wenda.review.RaterAgreement;
import org.wenda.review.Reviews;
import org.wenda.review.SavedPage;
import org.wenda.words.Lang;

/**
 * Reviews a night of many targets made out of one stored run: what pack, import and agree take with two raters who mark
 * everything.
 *
 * <p>Arguments: the folder of a stored run, the id of its target, and how many targets; 128 if left out.
 */
public final class ReviewBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int ROUNDS = 1_000;

    private ReviewBench() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("expected the folder of a run and the id of its target");
        }
        Path stored = Path.of(arguments[0]);
        int targets = arguments.length < 3 ? 128 : Integer.parseInt(arguments[2]);
        Path folder = Files.createTempDirectory(stored.toAbsolutePath().getParent(), "review-bench");
        try {
            review(BigRun.of(stored, arguments[1], folder.resolve(stored.getFileName()), targets));
        } finally {
            delete(folder);
        }
    }

    private static void review(RunDirectory run) throws IOException {
        List<String> raters = List.of("a", "b");
        long began = System.nanoTime();
        Reviews reviews = Reviews.of(run.root());
        List<Batch> batches = reviews.forRaters(raters, 1, 4);
        ReviewPages.write(run, reviews, batches, Lang.ZH);
        say("pack", began, batches.size() + " pages");
        Random random = new Random(1);
        List<Path> saved = new ArrayList<>();
        for (Batch batch : batches) {
            saved.add(
                    SavedPage.of(batch, item -> random.nextInt(4)).save(batch.person() + "-" + batch.name() + ".json"));
        }
        began = System.nanoTime();
        Reviews.Imported imported =
                Reviews.of(run.root()).take(saved, Clock.systemUTC().instant());
        say("import", began, imported.taken() + " marks of " + imported.files() + " files");
        began = System.nanoTime();
        Reviews again = Reviews.of(run.root());
        RaterAgreement agreement = again.agreement(Map.of(), ROUNDS, 1);
        say("agree", began, agreement.groups().size() + " groups, " + ROUNDS + " rounds each");
        began = System.nanoTime();
        int stale = again.stale().size();
        say("agree --evidence, besides", began, stale + " marks on other evidence");
        began = System.nanoTime();
        int standing = Reviews.reviewed(run).marks().size();
        say("final marks", began, standing + " stand");
    }

    private static void say(String what, long began, String how) {
        OUT.printf(Locale.ROOT, "%s: %.2f s; %s%n", what, (System.nanoTime() - began) / 1e9, how);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.delete(file);
            }
        }
    }
}
