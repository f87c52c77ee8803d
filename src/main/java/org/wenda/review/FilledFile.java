package org.wenda.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/**
 * Reads what comes back from raters: the file that a page saves, or its workbook. Looks at the form only; whether it
 * fits the run is {@link Importing}'s to say.
 */
final class FilledFile {
    /** A page of five thousand items with long notes has a tenth of it. */
    static final int LONGEST = 32 << 20;

    /** What a saved page says it is. */
    static final String KIND = "wenda-review-marks";

    private final String place;
    private final List<Problem> problems;

    private FilledFile(String place, List<Problem> problems) {
        this.place = place;
        this.problems = problems;
    }

    /**
     * Reads a file.
     *
     * @param problems gets everything that is wrong with it
     * @return null if something is
     */
    static @Nullable Filled read(Path file, List<Problem> problems) {
        FilledFile reader = new FilledFile(file.toString(), problems);
        int before = problems.size();
        Filled filled = reader.read(file);
        return problems.size() > before ? null : filled;
    }

    private @Nullable Filled read(Path file) {
        String name = String.valueOf(file.getFileName());
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                return complain(place, "filled.too-big", LONGEST >> 20);
            }
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".xlsx")) {
                Instant modified = Files.getLastModifiedTime(file).toInstant();
                return new WorkbookReader(place, problems).read(name, sha256(bytes), bytes, modified);
            }
            return lower.endsWith(".json") ? page(name, bytes) : complain(place, "filled.kind");
        } catch (JsonProcessingException e) {
            return complain(place, "filled.unreadable", e.getOriginalMessage());
        } catch (IOException e) {
            return complain(place, "filled.unreadable", e.toString());
        }
    }

    private @Nullable Filled page(String name, byte[] bytes) throws JsonProcessingException {
        JsonNode page = Json.tree(new String(bytes, UTF_8));
        if (!page.path("kind").asText().equals(KIND) || !Json.isOurVersion(page)) {
            return complain(place, "filled.other");
        }
        Optional<String> run = Json.text(page, "run", "[A-Za-z0-9][A-Za-z0-9.-]{0,119}");
        Optional<Role> role = Role.ofWire(page.path("role").asText());
        Optional<String> person = Json.text(page, "person", Reviews.PERSON);
        Optional<String> batch = Json.text(page, "batch", "[a-z0-9-]{1,40}");
        Optional<String> index = Json.text(page.path("index"), "sha256", "[0-9a-f]{64}");
        require(run, "run");
        require(role, "role");
        require(person, "person");
        require(batch, "batch");
        require(index, "index.sha256");
        if (!page.path("seed").isIntegralNumber()) {
            complain(place, "filled.field", "seed");
        }
        List<Filled.Item> items = items(page.path("items"));
        if (run.isEmpty() || role.isEmpty() || person.isEmpty() || batch.isEmpty() || index.isEmpty()) {
            return null;
        }
        return new Filled(
                name,
                sha256(bytes),
                run.get(),
                role.get(),
                person.get(),
                batch.get(),
                page.path("seed").longValue(),
                index.get(),
                items);
    }

    private List<Filled.Item> items(JsonNode array) {
        List<Filled.Item> items = new ArrayList<>();
        if (!array.isArray()) {
            complain(place, "filled.field", "items");
        }
        for (int i = 0; i < array.size(); i++) {
            JsonNode node = array.get(i);
            ItemKey item = Json.item(node);
            Optional<String> evidence = Json.text(node, "evidence", "[0-9a-f]{64}");
            if (item == null || evidence.isEmpty()) {
                complain(place + " items[" + i + "]", "filled.item");
                continue;
            }
            String where = place + " " + item.label();
            items.add(new Filled.Item(where, item, evidence.get(), judgements(where, node.path("marks"))));
        }
        return items;
    }

    private List<Judgement> judgements(String where, JsonNode array) {
        List<Judgement> judgements = new ArrayList<>();
        if (!array.isArray() || array.isEmpty()) {
            complain(where, "filled.judgement");
        }
        for (JsonNode node : array) {
            Judgement judgement = Json.judgement(node);
            if (judgement == null) {
                complain(where, "filled.judgement");
                continue;
            }
            judgements.add(judgement);
        }
        return judgements;
    }

    private void require(Optional<?> field, String name) {
        if (field.isEmpty()) {
            complain(place, "filled.field", name);
        }
    }

    private @Nullable Filled complain(String where, String key, Object... args) {
        problems.add(new Problem(where, Message.of(FilledFile.class, key, args)));
        return null;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
