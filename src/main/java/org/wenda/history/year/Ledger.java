package org.wenda.history.year;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which runs the history holds already, and how their files looked when they were read: {@code read.tsv}. Written after
 * the months it speaks of, so a crash in between costs reading a run once more, and nothing else.
 */
final class Ledger {
    /** Stands for a run that is none: {@code run.json} is missing, cannot be read, or is of a later version. */
    static final int NO_RUN = -1;

    private static final String FORMAT = "wenda-history\t1";

    private final Path file;
    private final Map<String, Entry> entries = new TreeMap<>();

    /** @param unreadable how many files, and lines of the others, could not be read; or {@link #NO_RUN} */
    record Entry(String look, int unreadable) {}

    private Ledger(Path file) {
        this.file = file;
    }

    /** Reads what stands there. What is torn, or was written by another version, counts as not read. */
    static Ledger read(Path file) throws IOException {
        Ledger ledger = new Ledger(file);
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        if (!lines.isEmpty() && lines.get(0).equals(FORMAT)) {
            lines.stream().skip(1).map(line -> line.split("\t", -1)).forEach(ledger::put);
        }
        return ledger;
    }

    private void put(String[] fields) {
        if (fields.length == 3 && fields[2].matches("-?[0-9]{1,9}")) {
            entries.put(fields[0], new Entry(fields[1], Integer.parseInt(fields[2])));
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    boolean holds(RunFolder run) {
        Entry entry = entries.get(run.run());
        return entry != null && entry.look().equals(run.look());
    }

    void add(RunFolder run, int unreadable) {
        entries.put(run.run(), new Entry(run.look(), unreadable));
    }

    /** Returns the runs of which something could not be read, and how much. */
    Map<String, Integer> unreadable() {
        Map<String, Integer> found = new LinkedHashMap<>();
        entries.forEach((run, entry) -> {
            if (entry.unreadable() != 0) {
                found.put(run, entry.unreadable());
            }
        });
        return found;
    }

    void write() throws IOException {
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        entries.forEach((run, entry) -> text.append(run)
                .append('\t')
                .append(entry.look())
                .append('\t')
                .append(entry.unreadable())
                .append('\n'));
        Path fresh = file.resolveSibling("read.tsv.new");
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
