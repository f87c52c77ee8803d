package org.wenda.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.wenda.config.Home;
import org.wenda.config.SettingsFile;
import org.wenda.words.Problem;
import org.wenda.yaml.YamlFolder;

/**
 * Checks the files of one kind.
 *
 * @param concerns whether a file is of this kind, by where it lies
 * @param files all files of this kind below a home folder
 * @param checkHome every problem of those, also what shows only across files
 * @param checkFiles every problem of some files
 */
record Linter(
        Predicate<Path> concerns,
        Function<Path, List<Path>> files,
        Function<Path, List<Problem>> checkHome,
        Function<List<Path>, List<Problem>> checkFiles) {
    /** Checks {@code drivers.properties}. */
    static Linter settings() {
        return new Linter(
                file -> file.toString().endsWith(".properties"),
                home -> Stream.of(new Home(home).settingsFile())
                        .filter(Files::exists)
                        .toList(),
                home -> SettingsFile.problems(new Home(home).settingsFile()),
                files -> files.stream()
                        .flatMap(file -> SettingsFile.problems(file).stream())
                        .toList());
    }

    /** Checks the YAML files of one folder below {@code scenarios/}. */
    static Linter yaml(
            String folder,
            Predicate<Path> concerns,
            Function<Path, List<Problem>> checkHome,
            Function<List<Path>, List<Problem>> checkFiles) {
        return new Linter(concerns, home -> YamlFolder.in(home, folder).files(), checkHome, checkFiles);
    }
}
