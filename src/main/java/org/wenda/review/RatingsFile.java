package org.wenda.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.RunDirectory;
import org.wenda.words.InputException;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/**
 * {@code review/ratings.jsonl}: one rating a line. Lines are only ever added; what is added stands there whole or not
 * at all.
 */
final class RatingsFile {
    private static final String DIGEST = "[0-9a-f]{64}";

    private RatingsFile() {}

    static Path in(RunDirectory directory) {
        return directory.review().resolve("ratings.jsonl");
    }

    /** @throws InputException with all lines that are no ratings: counting the others would be counting wrongly */
    static List<Rating> read(Path file) {
        List<Rating> ratings = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<String> lines = text(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Rating rating = rating(lines.get(i));
            if (rating == null) {
                problems.add(new Problem(file + ":" + (i + 1), Message.of(RatingsFile.class, "ratings.unreadable")));
                continue;
            }
            ratings.add(rating);
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return ratings;
    }

    /** Adds lines in one step. */
    static void append(Path file, String run, List<Rating> fresh) {
        String added = fresh.stream().map(rating -> line(run, rating) + "\n").collect(Collectors.joining());
        RunDirectory.replace(file, text(file) + added);
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new InputException(file.toString(), Message.of(RatingsFile.class, "filled.unreadable", e.toString()));
        }
    }

    private static String line(String run, Rating rating) {
        ObjectNode node = Json.object().put("id", rating.id()).put("run", run);
        Json.put(node, rating.item());
        node.put("role", rating.role().wire()).put("person", rating.person());
        Json.put(node, rating.judgement());
        node.put("evidence", rating.evidence())
                .put("index", rating.index())
                .put("batch", rating.batch())
                .put("seed", rating.seed())
                .put("file", rating.file())
                .put("fileSha256", rating.fileSha256())
                .put("importedAt", Json.time(rating.importedAt()));
        if (rating.replaces() != null) {
            node.put("replaces", rating.replaces());
        }
        return Json.line(node);
    }

    /** Returns null if it is no rating. */
    private static @Nullable Rating rating(String line) {
        try {
            JsonNode node = Json.tree(line);
            ItemKey item = Json.item(node);
            Judgement judgement = Json.judgement(node);
            Optional<Role> role = Role.ofWire(node.path("role").asText());
            Optional<Instant> importedAt = Json.time(node, "importedAt");
            boolean sound = Json.isOurVersion(node) && role.isPresent() && importedAt.isPresent();
            return !sound || item == null || judgement == null
                    ? null
                    : new Rating(
                            Json.text(node, "id", "[0-9a-f]{16}").orElseThrow(),
                            item,
                            role.get(),
                            Json.text(node, "person", Reviews.PERSON).orElseThrow(),
                            judgement,
                            Json.text(node, "evidence", DIGEST).orElseThrow(),
                            Json.text(node, "index", DIGEST).orElseThrow(),
                            Json.text(node, "batch", "[a-z0-9-]{1,40}").orElseThrow(),
                            node.path("seed").longValue(),
                            Json.text(node, "file", "(?s).*").orElseThrow(),
                            Json.text(node, "fileSha256", DIGEST).orElseThrow(),
                            importedAt.get(),
                            Json.text(node, "replaces", "[0-9a-f]{16}").orElse(null));
        } catch (JsonProcessingException | NoSuchElementException e) {
            return null;
        }
    }
}
