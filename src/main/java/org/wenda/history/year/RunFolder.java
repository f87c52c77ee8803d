package org.wenda.history.year;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of a run, by its name and what its files look like from outside. Reads none of them.
 *
 * @param month in which it began, such as {@code 2026-11}
 * @param look changes whenever one of the files does that the history is made of
 */
record RunFolder(String run, Path path, String month, String look) {
    private static final Pattern ID = Pattern.compile("([0-9]{4}-[0-9]{2})-[0-9]{2}T[0-9]{6}Z[A-Za-z0-9.-]{0,100}");
    private static final List<String> FILES =
            List.of("run.json", "exchanges.jsonl", "links.jsonl", "marks.jsonl", "changes.json");

    /** Returns the runs below a folder, the oldest first. */
    static List<RunFolder> in(Path reports) throws IOException {
        if (!Files.isDirectory(reports)) {
            return List.of();
        }
        List<RunFolder> found = new ArrayList<>();
        try (Stream<Path> paths = Files.list(reports)) {
            for (Path path : paths.sorted().toList()) {
                Matcher id = ID.matcher(String.valueOf(path.getFileName()));
                if (id.matches() && Files.isDirectory(path)) {
                    found.add(new RunFolder(id.group(), path, id.group(1), look(path)));
                }
            }
        }
        return found;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    private static String look(Path folder) throws IOException {
        List<String> looks = new ArrayList<>();
        for (String name : FILES) {
            try {
                BasicFileAttributes facts = Files.readAttributes(folder.resolve(name), BasicFileAttributes.class);
                looks.add(facts.size() + "@" + facts.lastModifiedTime().toMillis());
            } catch (NoSuchFileException e) {
                looks.add("-");
            }
        }
        return String.join(",", looks);
    }
}
