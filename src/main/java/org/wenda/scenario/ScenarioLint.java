package org.wenda.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.wenda.words.Problem;
import org.wenda.yaml.Reading;
import org.wenda.yaml.YamlFolder;

/** Finds every problem of every scenario file at once. */
public final class ScenarioLint {
    private ScenarioLint() {}

    /** Returns whether a file lies where scenarios lie. */
    public static boolean concerns(Path file) {
        return YamlFolder.holds("standard", file);
    }

    /** Returns the problems of all scenarios of a home directory, file by file. */
    public static List<Problem> check(Path home) {
        YamlFolder folder = ScenarioFile.folder(home);
        List<Problem> problems = new ArrayList<>(check(folder.files()));
        problems.addAll(folder.strangers());
        return problems;
    }

    /** Returns the problems of some files, wherever they lie. */
    public static List<Problem> check(List<Path> files) {
        return files.stream()
                .map(ScenarioFile::read)
                .map(Reading::problems)
                .flatMap(List::stream)
                .collect(Collectors.toList());
    }
}
