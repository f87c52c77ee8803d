package org.wenda.gate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wenda.history.DriftClass;
import org.wenda.words.Message;
import org.wenda.yaml.Fault;
import org.wenda.yaml.Node;
import org.wenda.yaml.Reading;
import org.wenda.yaml.Shape;

/** The rules of a gate as a file. */
final class GateFile {
    static final String NAME = "gate.yaml";

    private static final String CLASSES = "classes";

    private static final Shape SHAPE = Shape.named("gate");

    private GateFile() {}

    static Path file(Path home) {
        return home.resolve("scenarios").resolve(NAME);
    }

    static Gate in(Path file) {
        return new Gate(
                read(file).orThrow().list("rules").stream().map(GateFile::rule).toList());
    }

    /** Reads a file and reports all that is wrong with its shape and its meaning. */
    static Reading read(Path file) {
        Reading shaped = SHAPE.read(file);
        return shaped.root().map(root -> shaped.with(faults(root))).orElse(shaped);
    }

    private static Gate.Rule rule(Node node) {
        Gate.Kind kind = kind(node).orElseThrow();
        List<DriftClass> classes = node.texts(CLASSES).stream()
                .flatMap(wire -> DriftClass.ofWire(wire).stream())
                .toList();
        return new Gate.Rule(kind, node.texts("targets"), limit(node, kind), classes);
    }

    private static @Nullable Double limit(Node node, Gate.Kind kind) {
        String key = key(kind);
        return key == null ? null : node.number(key).orElseThrow();
    }

    private static Optional<Gate.Kind> kind(Node node) {
        return Arrays.stream(Gate.Kind.values())
                .filter(kind -> kind.wire().equals(node.text("rule")))
                .findFirst();
    }

    /** Returns the key that holds a rule's limit; null if it has none. */
    private static @Nullable String key(Gate.Kind kind) {
        return switch (kind) {
            case FIRST_REPLY_P95 -> "atMostMs";
            case COVERAGE -> "atLeast";
            case NO_OUTCOME_WORSE, NO_NEW_DEAD_LINK, NO_CHANGE -> null;
        };
    }

    private static List<Fault> faults(Node root) {
        List<Fault> faults = new ArrayList<>();
        root.list("rules").forEach(rule -> kind(rule).ifPresent(kind -> faults.addAll(faults(rule, kind))));
        return faults;
    }

    private static List<Fault> faults(Node rule, Gate.Kind kind) {
        List<Fault> faults = new ArrayList<>();
        String own = key(kind);
        if (own != null && rule.find(own).isEmpty()) {
            faults.add(rule.fault(Message.of(GateFile.class, "gate.limit.missing", kind.wire(), own)));
        }
        for (String key : List.of("atMostMs", "atLeast", CLASSES)) {
            rule.find(key)
                    .filter(found -> !key.equals(own) && !(key.equals(CLASSES) && kind == Gate.Kind.NO_CHANGE))
                    .ifPresent(found ->
                            faults.add(found.fault(Message.of(GateFile.class, "gate.limit.vain", kind.wire(), key))));
        }
        rule.find("atLeast")
                .filter(found ->
                        rule.number("atLeast").filter(n -> n < 0 || n > 1).isPresent())
                .ifPresent(found -> faults.add(found.fault(Message.of(GateFile.class, "gate.share"))));
        rule.find("atMostMs")
                .filter(found -> rule.number("atMostMs").filter(n -> n <= 0).isPresent())
                .ifPresent(found -> faults.add(found.fault(Message.of(GateFile.class, "gate.millis"))));
        for (Node target : rule.list("targets")) {
            if (!target.text().isEmpty() && !target.text().matches("[a-z0-9.*-]+")) {
                faults.add(target.fault(Message.of(GateFile.class, "gate.target", target.text())));
            }
        }
        return faults;
    }
}
