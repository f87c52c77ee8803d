package org.wenda.gate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.wenda.words.Problem;

/** Finds every problem of files with rules of a gate at once. */
public final class GateLint {
    private GateLint() {}

    /** Returns whether a file holds rules of a gate, by its name: {@code gate.yaml}, or one that ends with that. */
    public static boolean concerns(Path file) {
        return String.valueOf(file.getFileName()).matches("(.*[.-])?gate\\.yaml");
    }

    /** Returns the rules of a home directory, if it has any. */
    public static List<Path> files(Path home) {
        return Stream.of(GateFile.file(home)).filter(Files::exists).toList();
    }

    /** Returns the problems of a home directory's rules. */
    public static List<Problem> check(Path home) {
        return check(files(home));
    }

    /** Returns the problems of some files, wherever they lie. */
    public static List<Problem> check(List<Path> files) {
        return files.stream()
                .flatMap(file -> GateFile.read(file).problems().stream())
                .toList();
    }
}
