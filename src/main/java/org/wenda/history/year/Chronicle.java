package org.wenda.history.year;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenda.words.MachineException;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/**
 * The history of all runs below a folder, kept in its {@code history/}: delete that, and it comes back. Reads a run
 * when it is new or has changed, and no other; what a deleted run had told stays until then. Writes nothing into a run.
 */
public final class Chronicle implements AutoCloseable {
    private static final String FOLDER = "history";

    private final Path reports;
    private final Months months;
    private @Nullable Database database;

    private Chronicle(Path reports) {
        this.reports = reports.toAbsolutePath().normalize();
        this.months = new Months(this.reports.resolve(FOLDER));
        Database.ahead();
    }

    /** Returns the history of the runs in a folder, which need not be there. */
    public static Chronicle of(Path reports) {
        return new Chronicle(reports);
    }

    /** Returns where it is kept. */
    public Path folder() {
        return months.folder();
    }

    /**
     * Reads what is new. Another process that does the same is waited for.
     *
     * @return what could not be read, run by run; the rest is there
     * @throws MachineException if the history cannot be written
     */
    public List<Problem> refresh() {
        try {
            List<RunFolder> runs = RunFolder.in(reports);
            if (runs.isEmpty()) {
                return List.of();
            }
            Files.createDirectories(folder());
            try (FileChannel channel = FileChannel.open(
                            folder().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                Objects.requireNonNull(lock);
                return refresh(runs);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private List<Problem> refresh(List<RunFolder> runs) throws IOException {
        Ledger ledger = Ledger.read(folder().resolve("read.tsv"));
        if (ledger.isEmpty()) {
            months.delete();
        }
        Map<String, List<RunFolder>> fresh = runs.stream()
                .filter(run -> !ledger.holds(run) || !months.has(run.month()))
                .collect(Collectors.groupingBy(RunFolder::month, TreeMap::new, Collectors.toList()));
        if (!fresh.isEmpty()) {
            Compacting compacting = new Compacting(database(), months);
            for (Map.Entry<String, List<RunFolder>> month : fresh.entrySet()) {
                try {
                    compacting.put(month.getKey(), month.getValue(), ledger);
                } catch (SQLException e) {
                    throw broken(e);
                }
                ledger.write();
            }
        }
        return ledger.unreadable().entrySet().stream()
                .map(run -> new Problem(run.getKey(), said(run.getValue())))
                .toList();
    }

    private static Message said(int unreadable) {
        return unreadable == Ledger.NO_RUN
                ? Message.of(Chronicle.class, "history.no-run")
                : Message.of(Chronicle.class, "history.unreadable", unreadable);
    }

    /** Returns the ids of all targets that some run planned to ask, in the order of the alphabet. */
    public List<String> targets() {
        return ask(files -> database().ask(Database.sql("ask-targets.sql", files), row -> row.getString(1)))
                .orElse(List.of());
    }

    /**
     * Returns the line of a target; empty if no run has asked it.
     *
     * @param target its id
     * @param since the first day, by Greenwich, on which a run may have begun; null for all
     */
    public Optional<TargetLine> line(String target, @Nullable LocalDate since) {
        return ask(files -> new Asking(database(), files).line(target, since)).flatMap(line -> line);
    }

    /** Asks the files for something. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(Map<String, List<Path>> files) throws SQLException;
    }

    private <T> Optional<T> ask(Question<T> question) {
        try {
            Map<String, List<Path>> files = months.all();
            return files.keySet().containsAll(Months.KINDS) ? Optional.of(question.ask(files)) : Optional.empty();
        } catch (SQLException e) {
            throw broken(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Database database() {
        if (database == null) {
            database = Database.open(folder().resolve("spill"));
        }
        return database;
    }

    private MachineException broken(SQLException e) {
        return new MachineException(
                Message.of(
                        Chronicle.class,
                        "history.broken",
                        folder(),
                        Database.firstLine(String.valueOf(e.getMessage()))),
                e);
    }

    private MachineException unwritable(IOException e) {
        return new MachineException(Message.of(Chronicle.class, "history.unwritable", folder(), e.toString()), e);
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
    }
}
