package org.wenda.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Somebody who types commands, in English, in a home folder of their own. */
final class Terminal {
    private static final String NAME = Main.class.getName();

    private final Path home;

    private Terminal(Path home) {
        this.home = home;
    }

    /** Sits down at a copy of the project's home folder, so that nothing is left in the project. */
    static Terminal open() throws IOException {
        // The program sets this up when the first library logs; here one has logged long before.
        new Logs();
        Path home = Files.createTempDirectory("home");
        Path project = Path.of("").toAbsolutePath();
        try (Stream<Path> files = Files.walk(project.resolve("scenarios"))) {
            for (Path file : files.toList()) {
                Files.copy(file, home.resolve(project.relativize(file).toString()));
            }
        }
        return new Terminal(home);
    }

    Path home() {
        return home;
    }

    /** Writes a file of the home folder. */
    Path write(String file, String text) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    /** Types a command and waits for its end. */
    Typed type(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--lang", "en", "--home", home.toString()));
        int code = new Main(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
                .run(line.toArray(String[]::new));
        return new Typed(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** The same in a process of its own, which shows what libraries write past the program. */
    Typed typeApart(String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath(), NAME));
        line.addAll(List.of(words));
        line.addAll(List.of("--lang", "en", "--home", home.toString()));
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        int code = new ProcessBuilder(line)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Typed(code, Files.readString(out), Files.readString(err));
    }

    /** The test runner hides it behind a file of its own. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /**
     * What came of a command.
     *
     * @param code the exit code
     */
    record Typed(int code, String out, String err) {
        List<String> outLines() {
            return out.lines().toList();
        }

        List<String> errLines() {
            return err.lines().toList();
        }
    }
}
