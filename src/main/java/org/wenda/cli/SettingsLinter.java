package org.wenda.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.wenda.config.Home;
import org.wenda.config.SettingsFile;
import org.wenda.words.Problem;

/** Checks {@code drivers.properties}. */
final class SettingsLinter implements Linter {
    @Override
    public boolean reads(Home home, Path file) {
        return file.toString().endsWith(".properties");
    }

    @Override
    public List<Path> files(Home home) {
        return Files.exists(home.settingsFile()) ? List.of(home.settingsFile()) : List.of();
    }

    @Override
    public List<Problem> check(Home home, List<Path> files) {
        return files.stream()
                .flatMap(file -> SettingsFile.problems(file).stream())
                .toList();
    }
}
