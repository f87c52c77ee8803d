package org.wenda.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wenda.evidence.RunDirectory;
import org.wenda.history.DriftClass;

/**
 * What the comparison of two runs found, where one was asked for: it tells a change from chance.
 *
 * @param outcomes target, scenario and turn of each outcome that has really changed
 * @param changes all that changed and nobody has accepted
 */
record Compared(Set<List<String>> outcomes, List<RunSummary.Change> changes) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<DriftClass> OUTCOMES = EnumSet.of(DriftClass.OUTCOME, DriftClass.AVAILABILITY);

    /** Returns what was found between just these two; empty if nobody compared them. */
    static Optional<Compared> of(RunDirectory run, RunDirectory before) {
        Path file = run.root().resolve("changes.json");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode document = JSON.readTree(file.toFile());
            return document.path("before").asText().equals(before.id())
                    ? Optional.of(of(document.path("changes")))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Compared of(JsonNode found) {
        Set<List<String>> outcomes = new HashSet<>();
        List<RunSummary.Change> changes = new ArrayList<>();
        for (JsonNode change : found) {
            DriftClass kind = DriftClass.ofWire(change.path("class").asText()).orElse(null);
            if (kind == null) {
                continue;
            }
            String target = change.path("target").asText();
            changes.add(new RunSummary.Change(target, kind));
            if (OUTCOMES.contains(kind)) {
                outcomes.add(List.of(
                        target,
                        change.path("scenario").asText(),
                        change.path("turn").asText()));
            }
        }
        return new Compared(outcomes, changes);
    }
}
