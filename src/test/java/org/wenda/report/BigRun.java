package org.wenda.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.wenda.evidence.RunDirectory;

/** A stored run of one target, made into one of many: the same conversations under other ids. */
public final class BigRun {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> LINES = List.of("exchanges.jsonl", "links.jsonl", "marks.jsonl");

    private BigRun() {}

    /**
     * Makes the run.
     *
     * @param stored the run to begin with
     * @param target the one of its targets that is multiplied
     * @param into a folder that is not there yet; pictures are linked into it, not copied
     */
    public static RunDirectory of(Path stored, String target, Path into, int targets) throws IOException {
        Files.createDirectories(into);
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= targets; i++) {
            ids.add(String.format(Locale.ROOT, "t%03d-web", i));
        }
        for (String file : LINES) {
            if (Files.exists(stored.resolve(file))) {
                multiply(stored.resolve(file), target, ids, into.resolve(file));
            }
        }
        Files.writeString(into.resolve("run.json"), plan(stored.resolve("run.json"), target, ids));
        Path data = stored.resolve("bundles").resolve(target).resolve("data");
        for (String id : ids) {
            copy(data, target, into.resolve("bundles").resolve(id).resolve("data"), id);
        }
        if (Files.isDirectory(stored.resolve("scenarios"))) {
            copy(stored.resolve("scenarios"), target, into.resolve("scenarios"), target);
        }
        return RunDirectory.open(into);
    }

    private static void multiply(Path lines, String target, List<String> ids, Path into) throws IOException {
        String its = "\"target\":\"" + target + "\"";
        List<String> all = Files.readAllLines(lines).stream()
                .filter(line -> line.contains(its))
                .toList();
        try (var out = Files.newBufferedWriter(into)) {
            for (String id : ids) {
                for (String line : all) {
                    out.write(line.replace(its, "\"target\":\"" + id + "\"") + "\n");
                }
            }
        }
    }

    private static String plan(Path run, String target, List<String> ids) throws IOException {
        ObjectNode record = (ObjectNode) JSON.readTree(run.toFile());
        ArrayNode targets = (ArrayNode) record.path("plan").path("targets");
        ObjectNode first = null;
        for (JsonNode one : targets) {
            first = one.path("id").asText().equals(target) ? (ObjectNode) one : first;
        }
        if (first == null) {
            throw new IllegalArgumentException("no target " + target + " in " + run);
        }
        targets.removeAll();
        for (String id : ids) {
            targets.add(first.deepCopy()
                    .put("id", id)
                    .put("name", first.path("name").asText() + " " + id)
                    .put("nameEn", first.path("nameEn").asText() + " " + id));
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(record);
    }

    private static void copy(Path from, String target, Path to, String id) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else if (file.getFileName().toString().equals("transcript.json")) {
                    String text = Files.readString(file, StandardCharsets.UTF_8);
                    Files.writeString(
                            copy, text.replaceAll("(\"target\"\\s*:\\s*)\"" + target + "\"", "$1\"" + id + "\""));
                } else if (!file.getFileName().toString().endsWith(".html")) {
                    Files.createLink(copy, file);
                }
            }
        }
    }
}
