package org.wenda.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Which directory somebody means by a run. */
final class RunFolders {
    private RunFolders() {}

    /** Returns the path as typed if there is something, and otherwise the run of that name among the reports. */
    static Path find(Path typed, Path reports) {
        return Files.exists(typed) || typed.isAbsolute() ? typed : reports.resolve(typed);
    }
}
