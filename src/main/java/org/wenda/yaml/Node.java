package org.wenda.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.wenda.words.Message;

/**
 * One value of a file, which knows where it stands. Absent or misshapen values read as empty, so that a file with one
 * fault can still be searched for others; whoever builds records asks {@link Reading#orThrow()} first.
 */
public final class Node {
    private final YamlTree tree;
    private final JsonNode value;
    private final String pointer;

    Node(YamlTree tree, JsonNode value, String pointer) {
        this.tree = tree;
        this.value = value;
        this.pointer = pointer;
    }

    /** Returns the value of a key; empty if it is not there. */
    public Optional<Node> find(String key) {
        return Optional.ofNullable(value.get(key)).map(found -> new Node(tree, found, YamlTree.child(pointer, key)));
    }

    /** Returns the items of a list; none if there is no such list. */
    public List<Node> list(String key) {
        return find(key).filter(node -> node.value.isArray()).map(Node::items).orElse(List.of());
    }

    /** Returns the text of a key; empty if there is no such text. */
    public String text(String key) {
        return find(key).map(Node::text).orElse("");
    }

    /** Returns the text of a key; null if there is no such text. */
    public @Nullable String textOrNull(String key) {
        return find(key).filter(node -> node.value.isTextual()).map(Node::text).orElse(null);
    }

    /** Returns the texts of a list, in order. */
    public List<String> texts(String key) {
        return list(key).stream().map(Node::text).collect(Collectors.toList());
    }

    /** Returns this text; empty if this is no text. */
    public String text() {
        return value.isTextual() ? value.textValue() : "";
    }

    /** Returns whether this is a number, however it is written. */
    public boolean isNumber() {
        return value.isNumber();
    }

    /** Returns whether a key says {@code true}. */
    public boolean is(String key) {
        return value.path(key).isBoolean() && value.path(key).booleanValue();
    }

    /** Returns the number of a key, whole or not; empty if there is none, or it is not written plainly. */
    public Optional<Double> number(String key) {
        return Optional.of(value.path(key))
                .filter(JsonNode::isNumber)
                .map(JsonNode::doubleValue)
                .filter(Double::isFinite);
    }

    /** Returns the fault of this value. */
    public Fault fault(Message message) {
        return new Fault(tree.spot(pointer), message);
    }

    /** Returns the items of this list; none if this is no list. */
    public List<Node> items() {
        List<JsonNode> values = StreamSupport.stream(value.spliterator(), false).collect(Collectors.toList());
        return IntStream.range(0, values.size())
                .mapToObj(i -> new Node(tree, values.get(i), YamlTree.child(pointer, Integer.toString(i))))
                .collect(Collectors.toList());
    }
}
