package org.wenda.country;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The wall clock of a program, and of all that the program starts, which can be set while it runs (libfaketime; Debian:
 * {@code apt-get install faketime}). The time that goes by stays what it is, as with a real clock.
 */
final class BentClock {
    private final Path library;
    private final Path file;

    private BentClock(Path library, Path file) {
        this.library = library;
        this.file = file;
    }

    /**
     * Returns a clock that is right until it is set; nothing where the library is missing.
     *
     * @param folder where it keeps what it was set to
     */
    static Optional<BentClock> in(Path folder) throws IOException {
        Optional<Path> library = library();
        if (library.isEmpty()) {
            return Optional.empty();
        }
        BentClock clock = new BentClock(library.get(), folder.resolve("clock"));
        clock.set(Duration.ZERO);
        return Optional.of(clock);
    }

    private static Optional<Path> library() throws IOException {
        Path lib = Path.of("/usr/lib");
        if (!Files.isDirectory(lib)) {
            return Optional.empty();
        }
        try (Stream<Path> files =
                Files.find(lib, 3, (file, attributes) -> file.endsWith(Path.of("faketime", "libfaketimeMT.so.1")))) {
            return files.findFirst();
        }
    }

    /** What a program must be started with. */
    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                file.toString(),
                "FAKETIME_NO_CACHE",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // Its remedy for older systems lets Object.wait return at once.
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    /**
     * Returns a program that does the same as another one, with the right time.
     *
     * @param name of a program of the system
     * @param folder where it is written
     */
    static Path unbent(String name, Path folder) throws IOException {
        Path program = folder.resolve(name).toAbsolutePath();
        Files.writeString(program, "#!/bin/sh\nunset LD_PRELOAD\nexec /usr/bin/" + name + " \"$@\"\n");
        if (!program.toFile().setExecutable(true)) {
            throw new IOException("cannot be made a program: " + program);
        }
        return program;
    }

    /** @param ahead of the right time; negative for behind */
    void set(Duration ahead) throws IOException {
        String text = (ahead.isNegative() ? "" : "+") + ahead.toSeconds();
        Path whole = file.resolveSibling("clock.new");
        Files.writeString(whole, text);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
