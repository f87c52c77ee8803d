package org.wenda.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/** A ledger of one small file a host, held by a lock that the system gives free when the program dies. */
final class DirectoryLedger implements Ledger {
    private final Path directory;

    DirectoryLedger(Path directory) {
        this.directory = directory;
    }

    @Override
    public @Nullable Page hold(String host) {
        String name = fileName(host);
        try {
            Files.createDirectories(directory);
            FileChannel lock = FileChannel.open(
                    directory.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(lock)) {
                return new FilePage(host, directory.resolve(name + ".txt"), lock);
            }
            lock.close();
            return null;
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Held by another run inside this very program.
            return false;
        }
    }

    /** Hosts come from outside, names of files do not. */
    private static String fileName(String host) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(host.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MachineException unusable(Path path, IOException cause) {
        return new MachineException(
                Message.of(DirectoryLedger.class, "ledger-unusable", path, cause.toString()), cause);
    }

    /** The file of one host. */
    private record FilePage(String host, Path file, FileChannel lock) implements Page {
        @Override
        public HostState read() {
            try {
                return Files.exists(file) ? parse(Files.readString(file)) : HostState.NEW;
            } catch (IOException e) {
                throw unusable(file, e);
            }
        }

        @Override
        public void write(HostState state) {
            Path whole = file.resolveSibling(file.getFileName() + ".new");
            try {
                Files.writeString(whole, format(state));
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw unusable(file, e);
            }
        }

        @Override
        public void close() {
            try {
                lock.close();
            } catch (IOException e) {
                throw unusable(file, e);
            }
        }

        private String format(HostState state) {
            return "host=%s\nday=%s\nturns=%d\nlastTurn=%s\nlastVisit=%s\nnotBefore=%s\n"
                    .formatted(
                            host,
                            state.day(),
                            state.turns(),
                            text(state.lastTurn()),
                            text(state.lastVisit()),
                            text(state.notBefore()));
        }

        private static String text(@Nullable Instant instant) {
            return instant == null ? "" : instant.toString();
        }

        /** A page that cannot be read tells nothing; it is begun anew and not a reason to stop. */
        private static HostState parse(String text) {
            Map<String, String> values = text.lines()
                    .filter(line -> line.contains("="))
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf('=')),
                            line -> line.substring(line.indexOf('=') + 1),
                            (first, second) -> second));
            try {
                return new HostState(
                        LocalDate.parse(values.getOrDefault("day", "")),
                        Integer.parseInt(values.getOrDefault("turns", "")),
                        instant(values.getOrDefault("lastTurn", "")),
                        instant(values.getOrDefault("lastVisit", "")),
                        instant(values.getOrDefault("notBefore", "")));
            } catch (DateTimeException | NumberFormatException e) {
                return HostState.NEW;
            }
        }

        private static @Nullable Instant instant(String text) {
            return text.isEmpty() ? null : Instant.parse(text);
        }
    }
}
