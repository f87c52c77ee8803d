package org.wenda.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wenda.words.Message;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The values of a file as JSON, which the schema validator understands, and where each of them and each key stands.
 *
 * <p>Made from the parser's own nodes and not through Jackson's YAML reader, because that stops at the first duplicate
 * key and does not tell where a key stands, only its value.
 */
final class YamlTree {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, Fault.Spot> values = new HashMap<>();
    private final Map<String, Fault.Spot> keys = new HashMap<>();
    private final Map<String, String> written = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Set<org.yaml.snakeyaml.nodes.Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final JsonNode root;

    YamlTree(org.yaml.snakeyaml.nodes.Node document) {
        this.root = convert(document, "");
    }

    /** Returns the JSON pointer of a member. */
    static String child(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    Node root() {
        return new Node(this, root, "");
    }

    JsonNode json() {
        return root;
    }

    /** Returns duplicate keys, tags and aliases, which a schema cannot see. */
    List<Fault> faults() {
        return faults;
    }

    Fault.Spot spot(String pointer) {
        return values.getOrDefault(pointer, Fault.Spot.START);
    }

    Fault.Spot keySpot(String pointer) {
        return keys.getOrDefault(pointer, spot(pointer));
    }

    /** Returns a plain value as it stands in the file; empty for lists and groups. */
    String written(String pointer) {
        return written.getOrDefault(pointer, "");
    }

    private JsonNode convert(org.yaml.snakeyaml.nodes.Node node, String pointer) {
        values.put(pointer, spot(node.getStartMark()));
        if (!seen.add(node)) {
            faults.add(fault(node, "yaml.alias"));
            return JSON.nullNode();
        }
        if (node instanceof MappingNode mapping) {
            return object(mapping, pointer);
        }
        if (node instanceof SequenceNode sequence) {
            return array(sequence, pointer);
        }
        return scalar((ScalarNode) node, pointer);
    }

    private ObjectNode object(MappingNode mapping, String pointer) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                member(object, key, tuple.getValueNode(), pointer);
            } else {
                faults.add(fault(tuple.getKeyNode(), "yaml.key"));
            }
        }
        return object;
    }

    private void member(ObjectNode object, ScalarNode key, org.yaml.snakeyaml.nodes.Node value, String pointer) {
        String name = key.getValue();
        String member = child(pointer, name);
        if (object.has(name)) {
            int first = keySpot(member).line();
            faults.add(new Fault(
                    spot(key.getStartMark()), Message.of(YamlTree.class, "yaml.duplicateKey", Shown.of(name), first)));
            return;
        }
        keys.put(member, spot(key.getStartMark()));
        object.set(name, convert(value, member));
    }

    private ArrayNode array(SequenceNode sequence, String pointer) {
        ArrayNode array = JSON.arrayNode();
        for (org.yaml.snakeyaml.nodes.Node item : sequence.getValue()) {
            array.add(convert(item, child(pointer, Integer.toString(array.size()))));
        }
        return array;
    }

    private JsonNode scalar(ScalarNode scalar, String pointer) {
        String text = scalar.getValue();
        written.put(pointer, text);
        Tag tag = scalar.getTag();
        // An unquoted day is a time stamp to YAML and a text to us.
        if (tag.equals(Tag.STR) || tag.equals(Tag.TIMESTAMP)) {
            return JSON.textNode(text);
        }
        if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode("true".equalsIgnoreCase(text));
        }
        if (tag.equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return number(text);
        }
        faults.add(fault(scalar, "yaml.tag"));
        return JSON.textNode(text);
    }

    /** No format of ours takes another number than a plain one: any other is only known to be a number. */
    private static JsonNode number(String text) {
        if (text.matches("-?[0-9]{1,9}")) {
            return JSON.numberNode(new BigInteger(text).intValueExact());
        }
        boolean plain = text.matches("-?[0-9]{1,9}\\.[0-9]{1,9}");
        return JSON.numberNode(plain ? Double.parseDouble(text) : Double.NaN);
    }

    private static Fault fault(org.yaml.snakeyaml.nodes.Node node, String key) {
        return new Fault(spot(node.getStartMark()), Message.of(YamlTree.class, key));
    }

    static Fault.Spot spot(Mark mark) {
        return new Fault.Spot(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
