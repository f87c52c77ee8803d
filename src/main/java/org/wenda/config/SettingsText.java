package org.wenda.config;

import java.util.ArrayList;
import java.util.List;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/**
 * What somebody wrote in {@code drivers.properties} or behind {@code --set}, each with its place.
 *
 * <p>Not {@link java.util.Properties}: that knows no line numbers, forgets keys that stand twice, and takes the
 * backslashes out of Windows paths.
 *
 * @param entries every {@code key = value}, in order
 * @param problems the lines that are neither that nor a comment
 */
record SettingsText(List<Entry> entries, List<Problem> problems) {
    SettingsText {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    static SettingsText nothing() {
        return new SettingsText(List.of(), List.of());
    }

    /** @param file stands in front of each line's number */
    static SettingsText ofFile(String file, String text) {
        List<Entry> entries = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            // Windows editors begin a UTF-8 file with a mark that is no text.
            String line = lines.get(i).replace("\uFEFF", "").strip();
            if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("!")) {
                take(file + ":" + (i + 1), line, entries, problems);
            }
        }
        return new SettingsText(entries, problems);
    }

    /** @param overrides {@code key=value} each */
    static SettingsText ofCommandLine(List<String> overrides) {
        List<Entry> entries = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        overrides.forEach(line -> take("--set " + line, line, entries, problems));
        return new SettingsText(entries, problems);
    }

    private static void take(String place, String line, List<Entry> entries, List<Problem> problems) {
        int equals = line.indexOf('=');
        if (equals <= 0) {
            problems.add(new Problem(place, Message.of(SettingsText.class, "settings.noPair", line)));
            return;
        }
        String key = line.substring(0, equals).strip();
        entries.add(new Entry(place, key, line.substring(equals + 1).strip()));
    }

    /**
     * One setting as somebody wrote it.
     *
     * @param place where: {@code drivers.properties:12}, or the option
     */
    record Entry(String place, String key, String value) {}
}
