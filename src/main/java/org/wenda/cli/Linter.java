package org.wenda.cli;

import java.nio.file.Path;
import java.util.List;
import org.wenda.config.Home;
import org.wenda.words.Problem;

/** Checks the files of one kind. */
interface Linter {
    /** Returns whether a file, by its place below {@code home}, is of this kind. */
    boolean reads(Home home, Path file);

    /** Returns all files of this kind, in a fixed order. */
    List<Path> files(Home home);

    /**
     * Returns every problem of the files.
     *
     * @param files one at least; all of this kind, so a linter can also look across files where it gets them all
     */
    List<Problem> check(Home home, List<Path> files);
}
