package org.wenda.history;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.wenda.words.Message;
import org.wenda.yaml.Fault;
import org.wenda.yaml.Node;
import org.wenda.yaml.Reading;
import org.wenda.yaml.Shape;

/** {@code scenarios/noise.yaml}. */
final class NoiseFile {
    static final String NAME = "noise.yaml";

    private static final Shape SHAPE = Shape.named("noise");

    private NoiseFile() {}

    static Path file(Path home) {
        return home.resolve("scenarios").resolve(NAME);
    }

    static Noise in(Path home) {
        Path own = file(home);
        return noise((Files.exists(own) ? read(own) : checked(SHAPE.read(Path.of(NAME), standard()))).orThrow());
    }

    /** Reads a file and reports all that is wrong with its shape and its meaning. */
    static Reading read(Path file) {
        return checked(SHAPE.read(file));
    }

    private static byte[] standard() {
        try (InputStream in = Objects.requireNonNull(NoiseFile.class.getResourceAsStream(NAME), NAME)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Noise noise(Node root) {
        return new Noise(
                root.list("rules").stream().map(NoiseFile::rule).toList(),
                Set.copyOf(root.texts("anyOrder")),
                root.list("same").stream().map(NoiseFile::words).toList());
    }

    private static Noise.Rule rule(Node rule) {
        return new Noise.Rule(
                rule.text("id"),
                Noise.Where.valueOf(rule.text("in").toUpperCase(Locale.ROOT)),
                Pattern.compile(rule.text("pattern")));
    }

    private static List<String> words(Node group) {
        return group.items().stream().map(Node::text).toList();
    }

    private static Reading checked(Reading shaped) {
        return shaped.root().map(root -> shaped.with(faults(root))).orElse(shaped);
    }

    private static List<Fault> faults(Node root) {
        List<Fault> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Node rule : root.list("rules")) {
            rule.find("id")
                    .filter(id -> !id.text().isEmpty() && !ids.add(id.text()))
                    .ifPresent(id -> faults.add(id.fault(words("noise.twice", id.text()))));
            rule.find("pattern")
                    .filter(pattern -> !pattern.text().isEmpty())
                    .ifPresent(pattern -> faults.addAll(tried(pattern, rule)));
        }
        return faults;
    }

    /** A pattern that finds nothing in its own example does not do what its author thinks. */
    private static List<Fault> tried(Node pattern, Node rule) {
        try {
            Pattern compiled = Pattern.compile(pattern.text());
            String example = Normalizer.normalize(rule.text("example"), Normalizer.Form.NFKC);
            if (compiled.matcher("").find()) {
                return List.of(pattern.fault(words("noise.empty")));
            }
            return example.isEmpty() || compiled.matcher(example).find()
                    ? List.of()
                    : List.of(pattern.fault(words("noise.example", rule.text("example"))));
        } catch (PatternSyntaxException e) {
            return List.of(pattern.fault(words("noise.pattern", String.valueOf(e.getMessage()))));
        }
    }

    private static Message words(String key, Object... args) {
        return Message.of(NoiseFile.class, key, args);
    }
}
