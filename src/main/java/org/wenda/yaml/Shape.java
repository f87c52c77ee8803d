package org.wenda.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The shape that a kind of file must have: its JSON Schema, the same that editors use. */
public final class Shape {
    private final JsonNode json;
    private final Schema schema;

    private Shape(JsonNode json) {
        this.json = json;
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(json);
    }

    /** Returns the shape {@code scenarios/schema/NAME.schema.json}, which the build copies beside this class. */
    public static Shape named(String name) {
        try (InputStream in = Objects.requireNonNull(Shape.class.getResourceAsStream(name + ".schema.json"), name)) {
            return new Shape(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file and reports everything that keeps it from having this shape. Never throws for what is in it. */
    public Reading read(Path file) {
        return reading(file, YamlText.parse(file));
    }

    /** Reads bytes as if they stood in a file, which need not exist. */
    public Reading read(Path shown, byte[] bytes) {
        return reading(shown, YamlText.parse(bytes));
    }

    private Reading reading(Path file, YamlText.Parsed parsed) {
        List<Fault> faults = new ArrayList<>(parsed.faults());
        parsed.tree().ifPresent(tree -> faults.addAll(check(tree)));
        return new Reading(file, parsed.tree().map(YamlTree::root), faults);
    }

    private List<Fault> check(YamlTree tree) {
        return new Blame(json, tree).faults(schema.validate(tree.json()));
    }
}
