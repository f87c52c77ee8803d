package org.wenda.ranking;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wenda.portal.Jurisdictions;
import org.wenda.words.Problem;
import org.wenda.yaml.Reading;
import org.wenda.yaml.YamlFolder;

/** Finds every problem of every edition at once. */
public final class EditionLint {
    private EditionLint() {}

    /** Returns whether a file lies where editions lie. */
    public static boolean concerns(Path file) {
        return YamlFolder.holds("editions", file);
    }

    /** Returns the problems of all editions of a home directory, also what shows only beside its jurisdictions. */
    public static List<Problem> check(Path home) {
        YamlFolder folder = EditionFile.folder(home);
        List<String> jurisdictions = jurisdictions(home);
        List<Problem> problems = new ArrayList<>();
        for (Path file : folder.files()) {
            Reading reading = EditionFile.read(file);
            problems.addAll(reading.root()
                    .map(root -> reading.with(EditionChecks.strangers(root, jurisdictions)))
                    .orElse(reading)
                    .problems());
        }
        problems.addAll(folder.strangers());
        return problems;
    }

    /** Returns the problems of some files, wherever they lie. */
    public static List<Problem> check(List<Path> files) {
        return files.stream()
                .flatMap(file -> EditionFile.read(file).problems().stream())
                .toList();
    }

    /** A home without jurisdictions is told so elsewhere. */
    private static List<String> jurisdictions(Path home) {
        boolean has = !YamlFolder.in(home, "jurisdictions").files().isEmpty();
        return has ? Jurisdictions.in(home).ids() : List.of();
    }
}
