package org.wenda.yaml;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenda.words.Message;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** From the bytes of a file to its tree, or to the one reason why there is none. */
final class YamlText {
    private static final long LARGEST_BYTES = 1 << 20;

    private YamlText() {}

    /** @param tree empty if there is a fault */
    record Parsed(Optional<YamlTree> tree, List<Fault> faults) {
        static Parsed failed(Fault.Spot spot, String key, Object... args) {
            return failed(new Fault(spot, Message.of(YamlText.class, key, args)));
        }

        static Parsed failed(Fault fault) {
            return new Parsed(Optional.empty(), List.of(fault));
        }
    }

    static Parsed parse(Path file) {
        byte[] bytes;
        try {
            if (Files.isRegularFile(file) && Files.size(file) > LARGEST_BYTES) {
                return Parsed.failed(Fault.Spot.START, "file.large", Files.size(file), LARGEST_BYTES);
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            return Parsed.failed(Fault.Spot.START, Files.exists(file) ? "file.unreadable" : "file.missing");
        }
        return parse(bytes);
    }

    static Parsed parse(byte[] bytes) {
        Decoded decoded = Decoded.of(bytes);
        return decoded.fault().map(Parsed::failed).orElseGet(() -> parse(decoded.text()));
    }

    private static Parsed parse(String text) {
        List<org.yaml.snakeyaml.nodes.Node> documents = new ArrayList<>();
        try {
            new Yaml(new LoaderOptions()).composeAll(new StringReader(text)).forEach(documents::add);
        } catch (MarkedYAMLException e) {
            return Parsed.failed(YamlTree.spot(e.getProblemMark()), "yaml.syntax", Shown.of(e.getProblem()));
        } catch (YAMLException e) {
            // Characters that YAML forbids and too deep nesting come without a position.
            return Parsed.failed(Fault.Spot.START, "yaml.syntax", Shown.of(String.valueOf(e.getMessage())));
        }
        if (documents.isEmpty()) {
            return Parsed.failed(Fault.Spot.START, "file.empty");
        }
        if (documents.size() > 1) {
            return Parsed.failed(YamlTree.spot(documents.get(1).getStartMark()), "yaml.documents");
        }
        YamlTree tree = new YamlTree(documents.get(0));
        return new Parsed(Optional.of(tree), tree.faults());
    }
}
