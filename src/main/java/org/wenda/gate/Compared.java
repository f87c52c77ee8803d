package org.wenda.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wenda.evidence.RunDirectory;

/** What {@code wenda diff} found between the same two runs, where it was asked: it tells a change from chance. */
final class Compared {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OUTCOMES = Set.of("outcome", "availability");

    private Compared() {}

    /** Returns target, scenario and turn of each outcome that has really changed; empty if nobody compared the two. */
    static Optional<Set<List<String>>> outcomes(RunDirectory run, RunDirectory before) {
        Path file = run.root().resolve("changes.json");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode document = JSON.readTree(file.toFile());
            if (!document.path("before").asText().equals(before.id())) {
                return Optional.empty();
            }
            Set<List<String>> changed = new HashSet<>();
            for (JsonNode change : document.path("changes")) {
                if (OUTCOMES.contains(change.path("class").asText())) {
                    changed.add(List.of(
                            change.path("target").asText(),
                            change.path("scenario").asText(),
                            change.path("turn").asText()));
                }
            }
            return Optional.of(changed);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
