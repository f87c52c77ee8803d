package org.wenda.portal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wenda.words.Problem;
import org.wenda.yaml.Node;
import org.wenda.yaml.Reading;
import org.wenda.yaml.YamlFolder;

/**
 * Finds every problem of every jurisdiction file at once, also those that show only when the files are seen together.
 */
public final class JurisdictionLint {
    private JurisdictionLint() {}

    /** Returns whether a file lies where jurisdictions lie. */
    public static boolean concerns(Path file) {
        return YamlFolder.holds("jurisdictions", file);
    }

    /** Returns the problems of all jurisdictions of a home directory, file by file. */
    public static List<Problem> check(Path home) {
        YamlFolder folder = JurisdictionFile.folder(home);
        List<Problem> problems = new ArrayList<>(check(folder.files()));
        problems.addAll(folder.strangers());
        return problems;
    }

    /** Returns the problems of some files; parents and hosts are looked up among all files of their folders. */
    public static List<Problem> check(List<Path> files) {
        Map<Path, Reading> asked = readings(files);
        SharingChecks sharing = new SharingChecks(rootsAround(asked));
        return asked.values().stream()
                .map(reading -> reading.root()
                        .map(root -> reading.with(sharing.faults(reading.id(), root)))
                        .orElse(reading))
                .map(Reading::problems)
                .flatMap(List::stream)
                .collect(Collectors.toList());
    }

    private static Map<String, Node> rootsAround(Map<Path, Reading> asked) {
        Map<String, Node> roots = new LinkedHashMap<>();
        asked.keySet().stream()
                .map(Path::getParent)
                .distinct()
                .flatMap(folder -> new YamlFolder(folder).files().stream())
                .filter(file -> !asked.containsKey(file))
                .map(JurisdictionFile::read)
                .forEach(reading -> reading.root().ifPresent(root -> roots.put(reading.id(), root)));
        asked.values().forEach(reading -> reading.root().ifPresent(root -> roots.put(reading.id(), root)));
        return roots;
    }

    private static Map<Path, Reading> readings(List<Path> files) {
        Map<Path, Reading> readings = new LinkedHashMap<>();
        files.forEach(file -> readings.put(file.toAbsolutePath().normalize(), JurisdictionFile.read(file)));
        return readings;
    }
}
