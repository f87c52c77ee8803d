package org.wenda.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.wenda.evidence.RunDirectory;
import org.wenda.report.BigRun;
import org.wenda.report.Reports;
import org.wenda.words.Lang;

/**
 * Makes the pages and the Allure report of a night of many targets out of one stored run, and prints what it took
 * beside the same for the run of one target.
 *
 * <p>Arguments: the folder of a stored run, the id of its target, and how many targets; 128 if left out.
 */
public final class ReportBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private ReportBench() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("expected the folder of a run and the id of its target");
        }
        Path stored = Path.of(arguments[0]);
        int targets = arguments.length < 3 ? 128 : Integer.parseInt(arguments[2]);
        double one = time(stored, arguments[1], 1);
        double many = time(stored, arguments[1], targets);
        OUT.printf(Locale.ROOT, "ratio: %d targets took %.1f times as long as one%n", targets, many / one);
    }

    private static double time(Path stored, String target, int targets) throws IOException {
        Path folder = Files.createTempDirectory(stored.toAbsolutePath().getParent(), "report-bench");
        try {
            RunDirectory run = BigRun.of(stored, target, folder.resolve(stored.getFileName()), targets);
            long began = System.nanoTime();
            Reports.Made made = Reports.write(run, Lang.ZH);
            double seconds = (System.nanoTime() - began) / 1e9;
            OUT.printf(
                    Locale.ROOT,
                    "%d targets, %d conversations: %.1f s; Allure's results %.1f MB, its report %.1f MB, index.html %.1f MB%s%n",
                    targets,
                    run.read().transcripts().size(),
                    seconds,
                    megabytes(run.allureResults()),
                    megabytes(run.allureReport()),
                    megabytes(run.index()),
                    made.allure() ? "" : "; no Allure report: " + made.problems());
            return seconds;
        } finally {
            delete(folder);
        }
    }

    private static double megabytes(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0)
                            .sum()
                    / 1e6;
        }
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
