package org.wenda.score;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.wenda.scenario.Scenarios;
import org.wenda.words.Problem;
import org.wenda.yaml.Reading;

/** Finds every problem of the index at once. */
public final class IndexLint {
    private IndexLint() {}

    /** Returns whether a file is an index, by its name. */
    public static boolean concerns(Path file) {
        return file.endsWith(IndexFile.NAME);
    }

    /** Returns the index of a home directory; none if it uses the one that comes with Wenda. */
    public static List<Path> files(Path home) {
        return Stream.of(IndexFile.file(home)).filter(Files::exists).toList();
    }

    /** Returns the problems of a home directory's index, also what shows only beside its scenarios. */
    public static List<Problem> check(Path home) {
        List<Problem> problems = new ArrayList<>();
        for (Path file : files(home)) {
            Reading reading = IndexFile.read(file);
            problems.addAll(reading.root()
                    .map(root -> reading.with(IndexChecks.strangers(root, scenarios(home))))
                    .orElse(reading)
                    .problems());
        }
        return problems;
    }

    /** Returns the problems of some files, wherever they lie. */
    public static List<Problem> check(List<Path> files) {
        return files.stream()
                .flatMap(file -> IndexFile.read(file).problems().stream())
                .toList();
    }

    /** A home without scenarios is told so elsewhere. */
    private static List<String> scenarios(Path home) {
        Path folder = home.resolve("scenarios").resolve("standard");
        return Files.isDirectory(folder) ? Scenarios.in(home).ids() : List.of();
    }
}
