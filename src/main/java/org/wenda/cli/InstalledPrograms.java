package org.wenda.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The programs in {@code PATH}. */
final class InstalledPrograms implements Programs {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String COLOURS = "\u001b\\[[0-9;]*m";

    @Override
    public Optional<String> ask(List<String> command) {
        try {
            Path said = Files.createTempFile("wenda", ".txt");
            try {
                return run(command, said);
            } finally {
                Files.deleteIfExists(said);
            }
        } catch (IOException notThere) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Writes into a file, not a pipe: a child that lives on would keep a pipe open and us waiting. */
    private static Optional<String> run(List<String> command, Path said) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(said.toFile())
                .redirectError(Redirect.DISCARD)
                .start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return Optional.empty();
        }
        String text = new String(Files.readAllBytes(said), UTF_8);
        return process.exitValue() == 0
                ? Optional.of(text.replaceAll(COLOURS, "").strip())
                : Optional.empty();
    }
}
