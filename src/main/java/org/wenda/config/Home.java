package org.wenda.config;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wenda.words.InputException;
import org.wenda.words.Message;

/**
 * The folder that holds what is asked and how, and where the runs are kept.
 *
 * @param folder holds {@code scenarios/}, {@code drivers.properties} and {@code reports/}
 */
public record Home(Path folder) {
    /**
     * Returns the home to use: the one asked for, else the current folder if it holds {@code scenarios/}, else the
     * project.
     *
     * @param asked what {@code --home} says; null if it was not given
     * @param current the current folder
     * @param project where Wenda itself lies; null if not known
     * @throws InputException if the one asked for is no folder, or there is none to use
     */
    public static Home of(@Nullable Path asked, Path current, @Nullable Path project) {
        if (asked != null) {
            return asked(asked);
        }
        if (holdsScenarios(current)) {
            return new Home(current);
        }
        if (project != null && holdsScenarios(project)) {
            return new Home(project);
        }
        throw new InputException("--home", Message.of(Home.class, "home.none", current.toAbsolutePath()));
    }

    public Path scenarios() {
        return folder.resolve("scenarios");
    }

    public Path settingsFile() {
        return folder.resolve("drivers.properties");
    }

    public Path reports() {
        return folder.resolve("reports");
    }

    private static Home asked(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputException("--home", Message.of(Home.class, "home.noFolder", folder));
        }
        if (!holdsScenarios(folder)) {
            throw new InputException("--home", Message.of(Home.class, "home.empty", folder));
        }
        return new Home(folder);
    }

    private static boolean holdsScenarios(Path folder) {
        return Files.isDirectory(folder.resolve("scenarios"));
    }
}
