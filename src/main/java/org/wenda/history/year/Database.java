package org.wenda.history.year;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/**
 * DuckDB in this process, with nothing kept but the files it is told to write. It may neither download nor extend
 * itself.
 */
final class Database implements AutoCloseable {
    private static final List<String> MANNERS = List.of(
            "SET autoinstall_known_extensions = false",
            "SET autoload_known_extensions = false",
            "SET memory_limit = '1GB'");

    private final Connection connection;

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** Begins to load it: its library takes a fifth of a second, in which files can be looked through. */
    static void ahead() {
        Thread thread = new Thread(
                () -> {
                    try {
                        DriverManager.getConnection("jdbc:duckdb:").close();
                    } catch (SQLException | LinkageError cannotRun) {
                        // Whoever opens it is told.
                    }
                },
                "wenda-database");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Opens it.
     *
     * @param spill where it may put what does not fit into memory
     * @throws MachineException if it cannot run on this machine
     */
    static Database open(Path spill) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:");
            Database database = new Database(connection);
            for (String manner : MANNERS) {
                database.run(manner);
            }
            database.run("SET temp_directory = " + quoted(spill.toString()));
            return database;
        } catch (SQLException | LinkageError e) {
            throw failed(e);
        }
    }

    /** Makes one row of a result into something. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Runs a statement, or several that end with a semicolon at the end of their line. */
    void run(String sql) throws SQLException {
        for (String one : sql.split(";\\n", -1)) {
            if (!one.isBlank()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(one);
                }
            }
        }
    }

    /** Asks for rows. */
    <T> List<T> ask(String sql, Row<T> each, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(each.of(result));
                }
            }
            return rows;
        }
    }

    /**
     * Returns the statements of a file beside this class.
     *
     * @param files what stands in braces in it, each replaced by one path or a list of them; with {@code new} before
     *     it, by a path to write to
     */
    static String sql(String name, Map<String, List<Path>> files) {
        String text = resource(name);
        for (Map.Entry<String, List<Path>> file : files.entrySet()) {
            text = text.replace("{" + file.getKey() + "}", paths(file.getValue()));
            text = text.replace(
                    "{new " + file.getKey() + "}", quoted(file.getValue().get(0).toString()));
        }
        return text;
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Database.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String paths(List<Path> paths) {
        return paths.size() == 1
                ? quoted(literal(paths.get(0)))
                : paths.stream().map(path -> quoted(literal(path))).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A folder may be named with what DuckDB takes for a pattern. */
    private static String literal(Path path) {
        return path.toString().replaceAll("[\\[*?]", "[$0]");
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static MachineException failed(Throwable cause) {
        return new MachineException(
                Message.of(Database.class, "history.database", firstLine(String.valueOf(cause.getMessage()))), cause);
    }

    static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
