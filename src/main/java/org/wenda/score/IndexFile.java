package org.wenda.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wenda.link.Verdict;
import org.wenda.yaml.Node;
import org.wenda.yaml.Reading;
import org.wenda.yaml.Shape;

/** The index as a file. */
final class IndexFile {
    static final String NAME = "indicators.yaml";

    private static final Shape SHAPE = Shape.named("indicators");

    private IndexFile() {}

    static Path file(Path home) {
        return home.resolve("scenarios").resolve(NAME);
    }

    /**
     * Returns the index of a home directory; the one that comes with Wenda if it has none of its own.
     *
     * @throws org.wenda.words.InputException with all problems
     */
    static Index in(Path home) {
        Path own = file(home);
        return Files.exists(own) ? index(own, bytes(own)) : index(Path.of(NAME), standard());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            // The reader of YAML says what is wrong with a file that cannot be read.
            return new byte[0];
        }
    }

    private static byte[] standard() {
        try (InputStream in = Objects.requireNonNull(IndexFile.class.getResourceAsStream(NAME), NAME)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file and reports all that is wrong with its shape and its meaning. */
    static Reading read(Path file) {
        return checked(SHAPE.read(file));
    }

    private static Reading checked(Reading shaped) {
        return shaped.root().map(root -> shaped.with(IndexChecks.faults(root))).orElse(shaped);
    }

    private static Index index(Path shown, byte[] bytes) {
        Node root = checked(SHAPE.read(shown, bytes)).orThrow();
        return new Index(
                root.text("edition"),
                sha256(bytes),
                root.list("cores").stream().map(IndexFile::core).toList(),
                root.list("secondaries").stream().map(IndexFile::secondary).toList(),
                root.list("items").stream().map(IndexFile::item).toList());
    }

    private static Index.Core core(Node core) {
        return new Index.Core(core.text("id"), name(core), weight(core), source(core));
    }

    private static Index.Secondary secondary(Node node) {
        return new Index.Secondary(node.text("id"), node.text("core"), name(node), weight(node), source(node));
    }

    private static Index.Item item(Node item) {
        return new Index.Item(
                item.text("id"),
                item.textOrNull("secondary"),
                name(item),
                new Bilingual(item.text("definition"), item.text("definitionEn")),
                item.list("levels").stream()
                        .map(level -> new Bilingual(level.text("zh"), level.text("en")))
                        .toList(),
                weight(item),
                constant(Index.MarkedBy.class, item.text("markedBy")),
                item.text("rule"),
                item.texts("scenarios"),
                bounds(item),
                byName(item.list("numbers"), "name", node -> number(node, "value")),
                byName(item.list("patterns"), "name", node -> node.text("pattern")),
                links(item),
                source(item));
    }

    private static Bilingual name(Node node) {
        return new Bilingual(node.text("name"), node.text("nameEn"));
    }

    private static double weight(Node node) {
        return node.number("weight").orElse(1.0);
    }

    private static @Nullable Bounds bounds(Node item) {
        return item.find("bounds").map(IndexFile::readBounds).orElse(null);
    }

    static Bounds readBounds(Node bounds) {
        return new Bounds(
                bounds.text("better").equals("higher") ? Bounds.Better.HIGHER : Bounds.Better.LOWER,
                number(bounds, "for3"),
                number(bounds, "for2"),
                number(bounds, "for1"));
    }

    private static Map<Verdict, Integer> links(Node item) {
        Map<Verdict, Integer> links = new LinkedHashMap<>();
        byName(item.list("links"), "verdict", node -> (int) number(node, "mark"))
                .forEach((wire, mark) -> links.put(Verdict.ofWire(wire), mark));
        return links;
    }

    private static <T> Map<String, T> byName(List<Node> nodes, String key, Function<Node, T> value) {
        Map<String, T> named = new LinkedHashMap<>();
        nodes.forEach(node -> named.put(node.text(key), value.apply(node)));
        return named;
    }

    private static double number(Node node, String key) {
        return node.number(key).orElse(0.0);
    }

    private static Index.Source source(Node node) {
        return constant(Index.Source.class, node.text("source"));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
