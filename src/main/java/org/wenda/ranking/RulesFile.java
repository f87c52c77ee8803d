package org.wenda.ranking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.wenda.score.Bilingual;
import org.wenda.yaml.Node;
import org.wenda.yaml.Reading;
import org.wenda.yaml.Shape;

/** The rules of the ranking as a file. */
final class RulesFile {
    static final String NAME = "ranking.yaml";

    private static final Shape SHAPE = Shape.named("ranking");

    private RulesFile() {}

    static Path file(Path home) {
        return home.resolve("scenarios").resolve(NAME);
    }

    static RankingRules in(Path home) {
        Path own = file(home);
        Reading shaped = Files.exists(own) ? SHAPE.read(own) : SHAPE.read(Path.of(NAME), standard(NAME));
        return rules(checked(shaped).orThrow());
    }

    /** Returns a file that comes with Wenda. */
    static byte[] standard(String name) {
        try (InputStream in = Objects.requireNonNull(RulesFile.class.getResourceAsStream(name), name)) {
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
        return shaped.root().map(root -> shaped.with(RulesChecks.faults(root))).orElse(shaped);
    }

    private static RankingRules rules(Node root) {
        Node uncertainty = root.find("uncertainty").orElseThrow();
        return new RankingRules(
                number(root, "scale"),
                (int) number(root, "top"),
                (int) number(root, "exemplars"),
                new RankingRules.Uncertainty(
                        (int) number(uncertainty, "resamples"), number(uncertainty, "confidence"), (long)
                                number(uncertainty, "seed")),
                root.list("types").stream()
                        .map(type -> new RankingRules.Type(type.text("id"), name(type)))
                        .toList(),
                root.list("grades").stream().map(RulesFile::grade).toList(),
                root.list("traits").stream().map(RulesFile::praise).toList());
    }

    private static RankingRules.Grade grade(Node grade) {
        return new RankingRules.Grade(
                grade.text("grade"),
                grade.text("type"),
                number(grade, "from"),
                grade.is("uncovered"),
                grade.is("reconstructed"));
    }

    private static RankingRules.Praise praise(Node trait) {
        return new RankingRules.Praise(
                name(trait), trait.text("item"), number(trait, "atLeast"), trait.textOrNull("feature"));
    }

    static Bilingual name(Node node) {
        return new Bilingual(node.text("name"), node.text("nameEn"));
    }

    static double number(Node node, String key) {
        return node.number(key).orElse(0.0);
    }
}
