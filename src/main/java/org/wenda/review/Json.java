package org.wenda.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How this package's files are read and written as JSON: as trees, so that every field is looked at by itself. */
final class Json {
    static final int SCHEMA_VERSION = 1;

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode().put("schemaVersion", SCHEMA_VERSION);
    }

    static String line(ObjectNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that is no JSON", e);
        }
    }

    static JsonNode tree(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    static boolean isOurVersion(JsonNode node) {
        return node.path("schemaVersion").isInt() && node.path("schemaVersion").intValue() == SCHEMA_VERSION;
    }

    static String time(Instant at) {
        return MILLIS.format(at);
    }

    /** Returns the text of a field; empty if there is none that fits. */
    static Optional<String> text(JsonNode node, String field, String pattern) {
        String text = node.path(field).textValue();
        return text == null || !text.matches(pattern) ? Optional.empty() : Optional.of(text);
    }

    static Optional<Instant> time(JsonNode node, String field) {
        try {
            String text = node.path(field).textValue();
            return text == null ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Writes who marked what: the same fields in every file. */
    static void put(ObjectNode node, ItemKey item) {
        node.put("target", item.target());
        if (item.scenario() != null) {
            node.put("scenario", item.scenario());
        }
        node.put("indicator", item.indicator());
    }

    /** Reads what {@link #put(ObjectNode, ItemKey)} wrote; null if it is no item. */
    static @Nullable ItemKey item(JsonNode node) {
        String id = "[a-z0-9][a-z0-9.-]{0,99}";
        Optional<String> target = text(node, "target", id);
        Optional<String> indicator = text(node, "indicator", "[A-Z][0-9]{1,2}");
        Optional<String> scenario = text(node, "scenario", id);
        boolean sound = target.isPresent()
                && indicator.isPresent()
                && (scenario.isPresent() || node.path("scenario").isMissingNode());
        return sound ? new ItemKey(target.get(), scenario.orElse(null), indicator.get()) : null;
    }

    static void put(ObjectNode node, Judgement judgement) {
        Integer value = judgement.value();
        Unjudged unjudged = judgement.unjudged();
        if (value != null) {
            node.put("value", value.intValue());
        }
        if (unjudged != null) {
            node.put("unjudged", unjudged.wire());
        }
        node.put("note", judgement.note()).put("at", time(judgement.at())).put("blind", judgement.blind());
    }

    /** Reads what {@link #put(ObjectNode, Judgement)} wrote; null if it is no judgement. */
    static @Nullable Judgement judgement(JsonNode node) {
        JsonNode value = node.path("value");
        Optional<Unjudged> unjudged = Unjudged.ofWire(node.path("unjudged").asText());
        Optional<Instant> at = time(node, "at");
        boolean sound = at.isPresent()
                && (value.isMissingNode() || value.isInt())
                && (unjudged.isPresent() || node.path("unjudged").isMissingNode())
                && node.path("note").isTextual()
                && node.path("blind").isBoolean();
        try {
            return sound
                    ? new Judgement(
                            value.isInt() ? (Integer) value.intValue() : null,
                            unjudged.orElse(null),
                            node.path("note").textValue(),
                            at.get(),
                            node.path("blind").booleanValue())
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
