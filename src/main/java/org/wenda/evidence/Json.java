package org.wenda.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wenda.link.Hop;
import org.wenda.link.LinkKind;
import org.wenda.link.Verdict;
import org.wenda.link.Why;
import org.wenda.score.Abstention;
import org.wenda.score.Index;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Landing;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Trait;
import org.wenda.words.Lang;

/** How records are written as JSON and read back. Every document begins with its {@code schemaVersion}. */
final class Json {
    static final int SCHEMA_VERSION = 1;

    private static final String VERSION_FIELD = "schemaVersion";
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    // What was heard is bounded when it is heard; here it is read back whole.
    private static final int LONGEST_TEXT = 64 << 20;
    private static final Set<String> OUR_NAMES = Set.of("run", "target", "scenario", "turn", "file", "warc");
    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    /** Returns one line without its end. */
    static String line(Object record) {
        return write(MAPPER.writer(), record);
    }

    /** Returns an indented document that ends with a line break. */
    static String document(Object record) {
        return write(MAPPER.writerWithDefaultPrettyPrinter(), record) + "\n";
    }

    /** Returns one line without its end, in which numbers of people are masked. */
    static String maskedLine(Object record) {
        return write(MAPPER.writer(), masked(record));
    }

    /** Returns an indented document that ends with a line break, in which numbers of people are masked. */
    static String maskedDocument(Object record) {
        return write(MAPPER.writerWithDefaultPrettyPrinter(), masked(record)) + "\n";
    }

    /** Returns the text of a field of a line; null if the line is no JSON or has no such text. */
    static @Nullable String field(String line, String name) {
        try {
            return MAPPER.readTree(line).path(name).textValue();
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** @throws JsonProcessingException if it is no JSON, of a newer version, or not of this type */
    static <T> T read(String json, Class<T> type) throws JsonProcessingException {
        JsonNode tree = MAPPER.readTree(json);
        int version = tree.path(VERSION_FIELD).asInt(0);
        if (version < 1 || version > SCHEMA_VERSION) {
            throw new UnknownVersion(version);
        }
        return MAPPER.treeToValue(tree, type);
    }

    static @Nullable BigDecimal millis(@Nullable Duration duration) {
        return duration == null
                ? null
                : BigDecimal.valueOf(duration.toNanos(), 6).stripTrailingZeros();
    }

    static @Nullable Duration duration(@Nullable BigDecimal millis) {
        return millis == null ? null : Duration.ofNanos(millis.movePointRight(6).longValue());
    }

    /** Whatever text a record has or will have is masked, but for the names that we gave ourselves. */
    private static JsonNode masked(Object record) {
        JsonNode tree = MAPPER.valueToTree(record);
        mask(tree);
        return tree;
    }

    private static void mask(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(field -> !OUR_NAMES.contains(field.getKey()))
                    .forEach(field -> field.setValue(maskedValue(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, maskedValue(array.get(i)));
            }
        }
    }

    private static JsonNode maskedValue(JsonNode value) {
        if (value.isTextual()) {
            return TextNode.valueOf(Masking.mask(value.textValue()));
        }
        mask(value);
        return value;
    }

    private static String write(ObjectWriter writer, Object record) {
        ObjectNode document = MAPPER.createObjectNode().put(VERSION_FIELD, SCHEMA_VERSION);
        document.setAll((ObjectNode) MAPPER.valueToTree(record));
        try {
            return escapeLoneSurrogates(writer.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record that is no JSON", e);
        }
    }

    /** Half a character has no UTF-8, but a page may well say one; as an escape it survives the file. */
    private static String escapeLoneSurrogates(String json) {
        StringBuilder safe = new StringBuilder(json.length());
        json.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                safe.append(String.format(Locale.ROOT, "\\u%04x", point));
            } else {
                safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }

    private static ObjectMapper mapper() {
        SimpleModule module = new SimpleModule("wenda");
        named(module, Outcome.class, Outcome::wire);
        named(module, Landing.Where.class, Landing.Where::wire);
        named(module, Trait.class, Trait::wire);
        named(module, LinkKind.class, LinkKind::wire);
        named(module, Verdict.class, Verdict::wire);
        named(module, Why.class, Why::wire);
        named(module, Hop.How.class, Hop.How::wire);
        named(module, Abstention.class, Abstention::wire);
        named(module, Index.MarkedBy.class, Json::lowerCase);
        named(module, MarkLine.Kind.class, Json::lowerCase);
        named(module, Evidence.Kind.class, Json::lowerCase);
        named(module, RunRecord.State.class, Json::lowerCase);
        named(module, Lang.class, Json::lowerCase);
        module.addSerializer(Instant.class, writer(MILLIS::format));
        module.addDeserializer(Instant.class, reader(Instant::parse));
        module.setMixInAnnotation(Bubble.class, BubbleNames.class);
        JsonMapper mapper = JsonMapper.builder()
                .addModule(module)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                // A later version of the same schema may say more.
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(LONGEST_TEXT)
                        .build());
        return mapper;
    }

    /** A bubble as it stands in files. */
    private interface BubbleNames {
        @JsonProperty("lateMs")
        @JsonSerialize(using = MillisWriter.class)
        @JsonDeserialize(using = MillisReader.class)
        Duration late();
    }

    private static final class MillisWriter extends JsonSerializer<Duration> {
        @Override
        public void serialize(Duration value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(millis(value));
        }
    }

    private static final class MillisReader extends JsonDeserializer<Duration> {
        @Override
        public @Nullable Duration deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return duration(in.getDecimalValue());
        }
    }

    private static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> void named(SimpleModule module, Class<E> type, Function<E, String> name) {
        Function<String, E> byName = text -> Arrays.stream(type.getEnumConstants())
                .filter(value -> name.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown " + type.getSimpleName() + ": " + text));
        module.addSerializer(type, writer(name));
        module.addDeserializer(type, reader(byName));
        module.addKeySerializer(type, new JsonSerializer<E>() {
            @Override
            public void serialize(E value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeFieldName(name.apply(value));
            }
        });
        module.addKeyDeserializer(type, new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) throws IOException {
                try {
                    return byName.apply(key);
                } catch (IllegalArgumentException e) {
                    throw context.weirdKeyException(type, key, e.getMessage());
                }
            }
        });
    }

    private static <T> JsonSerializer<T> writer(Function<T, String> text) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(text.apply(value));
            }
        };
    }

    private static <T> JsonDeserializer<T> reader(Function<String, T> value) {
        return new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
                try {
                    return value.apply(in.getText());
                } catch (RuntimeException e) {
                    throw context.weirdStringException(in.getText(), Object.class, e.toString());
                }
            }
        };
    }

    private static final class UnknownVersion extends JsonProcessingException {
        private static final long serialVersionUID = 1L;

        UnknownVersion(int version) {
            super(VERSION_FIELD + " " + version);
        }
    }
}
