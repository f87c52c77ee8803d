package org.wenda.evidence;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Copies the lines of a run's file into the bundles of the targets that they are about. Holds one line at a time. */
final class Excerpts {
    private Excerpts() {}

    /**
     * Writes what a file of one JSON object a line says of each target as a file of the same name into its payload. A
     * bundle of which it says nothing gets no such file, and loses an older one. Lines that cannot be read belong to
     * nobody.
     *
     * @param payloads where the payload of each target lies, by its id
     */
    static void write(Path file, Map<String, Path> payloads) throws IOException {
        String name = String.valueOf(file.getFileName());
        Map<String, BufferedWriter> open = new HashMap<>();
        try {
            if (Files.exists(file)) {
                copy(file, name, payloads, open);
            }
        } finally {
            for (BufferedWriter writer : List.copyOf(open.values())) {
                writer.close();
            }
        }
        for (Map.Entry<String, Path> payload : payloads.entrySet()) {
            if (open.containsKey(payload.getKey())) {
                Files.move(
                        fresh(payload.getValue(), name),
                        payload.getValue().resolve(name),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(payload.getValue().resolve(name));
            }
        }
    }

    private static void copy(Path file, String name, Map<String, Path> payloads, Map<String, BufferedWriter> open)
            throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String target = Json.field(line, "target");
                Path payload = target == null ? null : payloads.get(target);
                if (target == null || payload == null) {
                    continue;
                }
                BufferedWriter writer = open.get(target);
                if (writer == null) {
                    writer = Files.newBufferedWriter(fresh(payload, name));
                    open.put(target, writer);
                }
                writer.write(line);
                writer.write('\n');
            }
        }
    }

    private static Path fresh(Path payload, String name) {
        return payload.resolve(name + ".new");
    }
}
