package org.wenda.yaml;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.wenda.words.Message;
import org.wenda.words.Nearest;

/** Turns what the schema validator found into our own sentences, at the spot where a person would correct it. */
final class Blame {
    private final JsonNode schema;
    private final YamlTree tree;

    Blame(JsonNode schema, YamlTree tree) {
        this.schema = schema;
        this.tree = tree;
    }

    List<Fault> faults(List<Error> errors) {
        Set<String> mistyped = errors.stream()
                .filter(error -> "type".equals(error.getKeyword()))
                .map(Blame::pointer)
                .collect(Collectors.toSet());
        return errors.stream()
                // A list where a word should be is also "none of the accepted words", but one sentence is enough.
                .filter(error -> "type".equals(error.getKeyword()) || !mistyped.contains(pointer(error)))
                .map(this::fault)
                .collect(Collectors.toList());
    }

    private Fault fault(Error error) {
        String pointer = pointer(error);
        return switch (error.getKeyword()) {
            case "additionalProperties" -> unknownKey(pointer, error);
            case "required" -> new Fault(tree.spot(pointer), message("missingKey", error.getProperty()));
            case "type" -> new Fault(valueOrKey(pointer), type(error));
            case "enum" -> new Fault(tree.spot(pointer), choice(error));
            case "pattern" -> new Fault(tree.spot(pointer), form(error));
            case "minItems" -> new Fault(tree.keySpot(pointer), message("noItems"));
            default ->
                throw new IllegalStateException("a schema uses '" + error.getKeyword()
                        + "', for which there is no wording: " + error.getMessage());
        };
    }

    private Fault unknownKey(String pointer, Error error) {
        String key = error.getProperty();
        List<String> known = new ArrayList<>();
        parentSchema(error).path("properties").fieldNames().forEachRemaining(known::add);
        Optional<String> near = Nearest.of(key, known).stream().findFirst();
        Message message = near.isPresent()
                ? message("unknownKey.near", Shown.of(key), near.get(), Series.of(known))
                : message("unknownKey", Shown.of(key), Series.of(known));
        return new Fault(tree.keySpot(YamlTree.child(pointer, key)), message);
    }

    private Message type(Error error) {
        String expected = error.getSchemaNode().asText();
        Message accepted = message("type." + expected);
        String written = Shown.of(tree.written(pointer(error)));
        JsonNode found = error.getInstanceNode();
        if ("string".equals(expected) && (found.isNumber() || found.isBoolean())) {
            return message("type.quote", found(found, written), written);
        }
        return message("type", found(found, written), accepted);
    }

    private static Message found(JsonNode value, String written) {
        return switch (value.getNodeType()) {
            case OBJECT -> message("found.object");
            case ARRAY -> message("found.array");
            case NULL -> message("found.null");
            case NUMBER -> message("found.number", written);
            case BOOLEAN -> message("found.boolean", written);
            default -> message("found.string", written);
        };
    }

    private Message choice(Error error) {
        List<String> accepted = StreamSupport.stream(error.getSchemaNode().spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toList());
        return message("choice", Shown.of(tree.written(pointer(error))), Series.of(accepted));
    }

    /** Every pattern stands in a named definition of its schema, and the name has its own wording. */
    private Message form(Error error) {
        String written = Shown.of(tree.written(pointer(error)));
        String name = schemaPointer(error).head().last().getMatchingProperty();
        return written.isEmpty() ? message("blank") : message("form", written, message("form." + name));
    }

    private JsonNode parentSchema(Error error) {
        return schema.at(schemaPointer(error).head());
    }

    private static JsonPointer schemaPointer(Error error) {
        return JsonPointer.compile(error.getSchemaLocation().getFragment().toString());
    }

    /** A missing value stands behind its key; YAML gives it the place of whatever follows. */
    private Fault.Spot valueOrKey(String pointer) {
        return tree.written(pointer).isEmpty() ? tree.keySpot(pointer) : tree.spot(pointer);
    }

    private static String pointer(Error error) {
        return error.getInstanceLocation().toString();
    }

    private static Message message(String key, Object... args) {
        return Message.of(Blame.class, key, args);
    }
}
