package org.wenda.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.words.Lang;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/**
 * Allure's own generator, run in a JVM of its own: its libraries and its logging stay away from ours. It needs neither
 * a network nor Node. The report is one file that opens from the disk; what it would load from outside is cut out of
 * it, and a policy in the page forbids the rest.
 *
 * @param home the unpacked command line of Allure
 */
record AllureGenerator(Path home) {
    private static final int MINUTES = 10;
    private static final Pattern OUTSIDE_SCRIPT =
            Pattern.compile("<script[^<>]{0,40} src=\"https?://[^<>]{0,300}></script>");
    private static final Pattern ANALYTICS =
            Pattern.compile("<script>\\s*window\\.dataLayer.{0,1000}?gtag\\(.{0,1000}?</script>", Pattern.DOTALL);
    private static final String POLICY = """
            <meta http-equiv="Content-Security-Policy" content="default-src 'self' data: blob: 'unsafe-inline' \
            'unsafe-eval'; form-action 'none'; base-uri 'none'">""";

    /** Returns the generator that the build unpacked beside the program; empty if it is not there. */
    static Optional<AllureGenerator> besideTheProgram() {
        try {
            Path program = Path.of(AllureGenerator.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path folder = program.resolveSibling("allure");
            if (!Files.isDirectory(folder)) {
                return Optional.empty();
            }
            try (Stream<Path> versions = Files.list(folder)) {
                return versions.filter(version -> Files.isDirectory(version.resolve("lib")))
                        .max(Comparator.naturalOrder())
                        .map(AllureGenerator::new);
            }
        } catch (URISyntaxException | IOException e) {
            return Optional.empty();
        }
    }

    /** @throws MachineException if the generator fails */
    void generate(Path results, Path report, String name, Lang lang) {
        try {
            run(command(results, report, name, lang));
            Path index = report.resolve("index.html");
            Files.writeString(index, withoutOutside(Files.readString(index)));
        } catch (IOException e) {
            throw failed(String.valueOf(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(String.valueOf(e), e);
        }
    }

    static String withoutOutside(String page) {
        String without = OUTSIDE_SCRIPT.matcher(page).replaceAll("");
        without = ANALYTICS.matcher(without).replaceAll("");
        return without.replaceFirst("<head>", Matcher.quoteReplacement("<head>" + POLICY));
    }

    private List<String> command(Path results, Path report, String name, Lang lang) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                // Quick to start; it lives for seconds.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                home.resolve("lib") + File.separator + "*" + File.pathSeparator
                        + home.resolve("lib").resolve("config"),
                "io.qameta.allure.CommandLine",
                "--quiet",
                "generate",
                "--clean",
                "--single-file",
                "--lang",
                lang.name().toLowerCase(Locale.ROOT),
                "--name",
                name,
                "--output",
                report.toString(),
                results.toString());
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("wenda-allure", ".log");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(Map.of("APP_HOME", home.toString(), "ALLURE_NO_ANALYTICS", "1"));
            Process process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw failed("> " + MINUTES + " min", null);
            }
            if (process.exitValue() != 0) {
                throw failed(tail(Files.readAllBytes(log)), null);
            }
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static String tail(byte[] log) {
        String text = new String(log, UTF_8).strip();
        return text.substring(Math.max(0, text.length() - 500));
    }

    private static MachineException failed(String why, @Nullable Throwable cause) {
        return new MachineException(Message.of(AllureGenerator.class, "allure.failed", why), cause);
    }
}
