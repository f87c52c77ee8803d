package org.wenda.portal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.wenda.words.Problem;
import org.wenda.yaml.Reading;
import org.wenda.yaml.YamlFolder;

/** Finds every problem of every vendor file at once. */
public final class VendorLint {
    private VendorLint() {}

    /** Returns whether a file lies where vendors lie. */
    public static boolean concerns(Path file) {
        return YamlFolder.holds("vendors", file);
    }

    /** Returns the problems of all vendors of a home directory, file by file. */
    public static List<Problem> check(Path home) {
        YamlFolder folder = VendorFile.folder(home);
        List<Problem> problems = new ArrayList<>(check(folder.files()));
        problems.addAll(folder.strangers());
        return problems;
    }

    /** Returns the problems of some files, wherever they lie. */
    public static List<Problem> check(List<Path> files) {
        return files.stream()
                .map(VendorFile::read)
                .map(Reading::problems)
                .flatMap(List::stream)
                .collect(Collectors.toList());
    }
}
