package org.wenda.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** What a review page saves, written here as somebody who marked everything would have it. */
public final class SavedPage {
    private static final String AT = "2026-11-24T08:00:00.000Z";

    private final ObjectNode page;

    private SavedPage(ObjectNode page) {
        this.page = page;
    }

    /** Marks every item of a batch. */
    public static SavedPage of(Batch batch, ToIntFunction<ItemKey> mark) {
        ObjectNode page = Json.object()
                .put("kind", "wenda-review-marks")
                .put("run", batch.run())
                .put("role", batch.role().wire())
                .put("person", batch.person())
                .put("batch", batch.name())
                .put("seed", batch.seed());
        page.putObject("index").put("edition", batch.edition()).put("sha256", batch.index());
        page.put("savedAt", AT);
        ArrayNode items = page.putArray("items");
        for (Batch.Task task : batch.tasks()) {
            ObjectNode item = items.addObject();
            Json.put(item, task.item());
            item.put("evidence", task.evidence());
            item.putArray("marks")
                    .addObject()
                    .put("value", mark.applyAsInt(task.item()))
                    .put("note", "")
                    .put("at", AT)
                    .put("blind", true);
        }
        return new SavedPage(page);
    }

    /** Changes the page itself. */
    SavedPage with(Consumer<ObjectNode> change) {
        change.accept(page);
        return this;
    }

    /** Changes the mark of one item, the only one it has. */
    SavedPage with(ItemKey item, Consumer<ObjectNode> change) {
        change.accept((ObjectNode) item(item).path("marks").get(0));
        return this;
    }

    /** Adds a later mark to an item. */
    SavedPage later(ItemKey item, String at, int value) {
        ((ArrayNode) item(item).path("marks"))
                .addObject()
                .put("value", value)
                .put("note", "")
                .put("at", at)
                .put("blind", false);
        return this;
    }

    /** Leaves out an item that was not marked. */
    public SavedPage without(ItemKey item) {
        ArrayNode items = (ArrayNode) page.path("items");
        for (int i = items.size() - 1; i >= 0; i--) {
            if (item.equals(Json.item(items.get(i)))) {
                items.remove(i);
            }
        }
        return this;
    }

    ObjectNode item(ItemKey item) {
        for (JsonNode node : page.path("items")) {
            if (item.equals(Json.item(node))) {
                return (ObjectNode) node;
            }
        }
        throw new IllegalArgumentException("no " + item.label());
    }

    /** Saves the page as a file of that name in a folder of its own. */
    public Path save(String name) {
        try {
            return Files.writeString(Files.createTempDirectory("saved").resolve(name), Json.line(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
