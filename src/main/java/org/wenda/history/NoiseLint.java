package org.wenda.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.wenda.words.Problem;

/** Finds every problem of the noise rules at once. */
public final class NoiseLint {
    private NoiseLint() {}

    /** Returns whether a file holds noise rules, by its name. */
    public static boolean concerns(Path file) {
        return file.endsWith(NoiseFile.NAME);
    }

    /** Returns the file of a home directory; none if it has none of its own. */
    public static List<Path> files(Path home) {
        return Stream.of(NoiseFile.file(home)).filter(Files::exists).toList();
    }

    /** Returns the problems of a home directory's own file. */
    public static List<Problem> check(Path home) {
        return check(files(home));
    }

    /** Returns the problems of some files, wherever they lie. */
    public static List<Problem> check(List<Path> files) {
        return files.stream()
                .flatMap(file -> NoiseFile.read(file).problems().stream())
                .toList();
    }
}
