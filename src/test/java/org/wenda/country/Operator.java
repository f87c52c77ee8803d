package org.wenda.country;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody who starts Wenda as a program of its own, in English, and may pull the plug. */
public final class Operator {
    private final Path home;
    private final Path reports;
    private final Map<String, String> environment;

    /** @param reports where runs are kept */
    public Operator(Path home, Path reports) {
        this(home, reports, Map.of());
    }

    /** @param environment what the program finds in its environment besides our own */
    Operator(Path home, Path reports, Map<String, String> environment) {
        this.home = home;
        this.reports = reports;
        this.environment = Map.copyOf(environment);
    }

    /** A program that was started. */
    public record Started(Process process, Path out, Path err) {
        /** Returns the exit code once the program has ended by itself. */
        public int end() throws InterruptedException {
            return process.waitFor();
        }

        /** Returns whether the program ended by itself before the time was over. */
        public boolean endsWithin(long millis) throws InterruptedException {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        }

        /** Kills the program as {@code kill -9} does, then the browsers that this left without anybody. */
        public void kill() throws InterruptedException {
            List<ProcessHandle> orphans = process.descendants().toList();
            process.destroyForcibly();
            process.waitFor();
            orphans.forEach(ProcessHandle::destroyForcibly);
        }

        public String said() throws IOException {
            return Files.readString(err);
        }
    }

    /** Begins a run of all jurisdictions. */
    public Started begin(String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of("run", "--all", "--out", reports.toString()));
        line.addAll(List.of(words));
        return start(line);
    }

    public Started resume(Path run, String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of("resume", run.toString()));
        line.addAll(List.of(words));
        return start(line);
    }

    /** Starts any command. */
    public Started start(List<String> words) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Djdk.net.hosts.file=" + Country.hosts(home),
                "-cp",
                classPath(),
                "org.wenda.cli.Main"));
        line.addAll(words);
        line.addAll(List.of("--lang", "en", "--home", home.toString()));
        Path out = Files.createTempFile(home, "out", ".txt");
        Path err = Files.createTempFile(home, "err", ".txt");
        ProcessBuilder program =
                new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
        program.environment().putAll(environment);
        return new Started(program.start(), out, err);
    }

    /** Returns the folders of the runs that were begun; one that was killed before its first file is none. */
    public List<Path> runs() throws IOException {
        if (!Files.exists(reports)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(reports)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("run.json")))
                    .sorted()
                    .toList();
        }
    }

    /** Returns where the classes of this program lie: the test runner hides it in a file, Maven in a loader. */
    static String classPath() {
        if (Operator.class.getClassLoader() instanceof URLClassLoader maven) {
            return Stream.of(maven.getURLs())
                    .map(url -> Path.of(URI.create(url.toString())).toString())
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
