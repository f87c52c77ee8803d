package org.wenda.history.year;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Puts runs into their months. A file that cannot be read is named, and costs what it holds and nothing else. */
final class Compacting {
    private static final Map<String, String> READ_BY = Map.of(
            "exchanges.jsonl", "read-exchanges.sql",
            "links.jsonl", "read-links.sql",
            "marks.jsonl", "read-marks.sql",
            "changes.json", "read-changes.sql");

    private final Database database;
    private final Months months;

    Compacting(Database database, Months months) {
        this.database = database;
        this.months = months;
    }

    /** Writes a month anew: what it held, and these runs as they are now. */
    void put(String month, List<RunFolder> runs, Ledger ledger) throws SQLException, IOException {
        database.run(Database.sql("tables.sql", Map.of()));
        database.run("CREATE OR REPLACE TEMP TABLE again (run VARCHAR)");
        for (RunFolder run : runs) {
            database.run("INSERT INTO again VALUES (" + Database.quoted(run.run()) + ")");
        }
        if (months.has(month)) {
            for (String kind : Months.KINDS) {
                database.run(Database.sql("keep.sql", Map.of("file", List.of(months.file(kind, month))))
                        .replace("{table}", kind));
            }
        }
        for (RunFolder run : runs) {
            read(run, ledger);
        }
        database.run(Database.sql("compact.sql", months.fresh(month)));
        months.replace(month);
    }

    private void read(RunFolder run, Ledger ledger) throws SQLException {
        database.run("TRUNCATE lines;\nTRUNCATE offered;\nTRUNCATE marked;\n");
        if (!isRun(run)) {
            ledger.add(run, Ledger.NO_RUN);
            return;
        }
        int unreadable = 0;
        for (Map.Entry<String, String> file : READ_BY.entrySet()) {
            boolean read = !Files.exists(run.file(file.getKey())) || isRead(run, file.getKey(), file.getValue());
            unreadable += read ? 0 : 1;
        }
        database.run(sql("add-run.sql", run, Map.of()));
        unreadable += database.ask(Database.sql("unreadable.sql", Map.of()), row -> row.getInt(1))
                .get(0);
        ledger.add(run, unreadable);
    }

    /** Without the plan nobody knows what the rest is about. */
    private boolean isRun(RunFolder run) throws SQLException {
        boolean read = isRead(run, "run.json", "read-run.sql");
        List<Long> known = database.ask("SELECT count(*) FROM runs WHERE run = ?", row -> row.getLong(1), run.run());
        if (read && known.get(0) == 1) {
            return true;
        }
        String its = " WHERE run = " + Database.quoted(run.run()) + ";\n";
        database.run("DELETE FROM runs" + its + "DELETE FROM names" + its);
        return false;
    }

    private boolean isRead(RunFolder run, String name, String by) {
        try {
            database.run(sql(by, run, Map.of(name, List.of(run.file(name)))));
            return true;
        } catch (SQLException e) {
            // It stays unread until it changes; the ledger says so whenever somebody asks.
            return false;
        }
    }

    private static String sql(String name, RunFolder run, Map<String, List<Path>> files) {
        return Database.sql(name, files).replace("{run}", Database.quoted(run.run()));
    }
}
