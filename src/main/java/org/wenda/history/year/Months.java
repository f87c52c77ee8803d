package org.wenda.history.year;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The compacted files: one of each kind for each month, such as {@code turns-2026-11.parquet}. */
record Months(Path folder) {
    static final List<String> KINDS = List.of("runs", "names", "turns", "marks", "changes");
    private static final Pattern OURS = Pattern.compile("[a-z]+-[0-9]{4}-[0-9]{2}\\.parquet(\\.new)?");

    Path file(String kind, String month) {
        return folder.resolve(kind + "-" + month + ".parquet");
    }

    boolean has(String month) {
        return KINDS.stream().allMatch(kind -> Files.exists(file(kind, month)));
    }

    /** Returns where a month is written before it takes its place. */
    Map<String, List<Path>> fresh(String month) {
        return KINDS.stream()
                .collect(Collectors.toMap(
                        kind -> kind,
                        kind -> List.of(folder.resolve(file(kind, month).getFileName() + ".new"))));
    }

    void replace(String month) throws IOException {
        for (Map.Entry<String, List<Path>> one : fresh(month).entrySet()) {
            Files.move(
                    one.getValue().get(0),
                    file(one.getKey(), month),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Returns all files of each kind, the oldest first; kinds without any are left out. */
    Map<String, List<Path>> all() throws IOException {
        Map<String, List<Path>> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> paths = Files.list(folder)) {
                files.putAll(paths.filter(Months::isOurs)
                        .filter(path -> path.toString().endsWith(".parquet"))
                        .sorted()
                        .collect(Collectors.groupingBy(Months::kind)));
            }
        }
        return files;
    }

    void delete() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.filter(Months::isOurs).toList()) {
                Files.delete(path);
            }
        }
    }

    private static boolean isOurs(Path path) {
        return OURS.matcher(String.valueOf(path.getFileName())).matches() && KINDS.contains(kind(path));
    }

    private static String kind(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.substring(0, name.indexOf('-'));
    }
}
