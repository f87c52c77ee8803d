package org.wenda.ranking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wenda.transcript.Trait;
import org.wenda.words.Message;
import org.wenda.words.Nearest;
import org.wenda.yaml.Fault;
import org.wenda.yaml.Node;
import org.wenda.yaml.Series;

/** What a schema cannot see: whether the rules of a ranking make sense. Pure; works on what is there. */
final class RulesChecks {
    private final List<Fault> faults = new ArrayList<>();

    RulesChecks() {}

    static List<Fault> faults(Node root) {
        RulesChecks checks = new RulesChecks();
        checks.range(root, "scale", 0.01, 1_000);
        checks.range(root, "top", 1, 100);
        checks.range(root, "exemplars", 0, 100);
        root.find("uncertainty").ifPresent(checks::uncertainty);
        checks.unique(root.list("types"), "id");
        checks.unique(root.list("grades"), "grade");
        checks.unique(root.list("traits"), "name");
        List<String> types =
                root.list("types").stream().map(type -> type.text("id")).toList();
        root.list("grades").forEach(grade -> checks.known(grade, "type", types));
        checks.grades(root);
        root.list("traits").forEach(checks::trait);
        return checks.faults;
    }

    /** Returns the faults of items that are named and are none of the index. */
    static List<Fault> strangers(Node root, List<String> items) {
        RulesChecks checks = new RulesChecks();
        root.list("traits").forEach(trait -> checks.known(trait, "item", items));
        return checks.faults;
    }

    private void uncertainty(Node node) {
        range(node, "resamples", 100, 100_000);
        range(node, "confidence", 0.5, 0.999);
    }

    /** Everybody gets exactly one grade: the cuts go down to 0, and the last grade is for those without a chatbot. */
    private void grades(Node root) {
        List<Node> grades = root.list("grades");
        double before = root.number("scale").orElse(Double.MAX_VALUE);
        for (int i = 0; i < grades.size(); i++) {
            Node grade = grades.get(i);
            boolean last = i == grades.size() - 1;
            if (grade.is("uncovered") != last) {
                add(grade, last ? "grade.last" : "grade.uncovered", grade.text("grade"));
            }
            Optional<Double> from = grade.number("from");
            if (grade.is("uncovered") == from.isPresent()) {
                add(grade, from.isPresent() ? "grade.vainCut" : "grade.noCut", grade.text("grade"));
                continue;
            }
            if (from.isPresent() && !(from.get() < before)) {
                add(grade.find("from").orElse(grade), "grade.order", from.get(), before);
            }
            before = from.orElse(before);
            implied(grade);
        }
        if (grades.size() > 1 && before > 0) {
            add(grades.get(grades.size() - 2), "grade.zero", before);
        }
    }

    private void implied(Node grade) {
        Optional<Double> from = grade.number("from");
        boolean low = from.isPresent()
                && grade.number("above").filter(above -> from.get() <= above).isPresent();
        boolean high = from.isPresent()
                && grade.number("upTo").filter(upTo -> from.get() > upTo).isPresent();
        if (low || high) {
            add(
                    grade.find("from").orElse(grade),
                    "grade.implied",
                    from.get(),
                    grade.number("above").map(String::valueOf).orElse("–"),
                    grade.number("upTo").map(String::valueOf).orElse("–"));
        }
    }

    private void trait(Node trait) {
        range(trait, "atLeast", 0, 3);
        if (trait.find("feature").isPresent()
                && Trait.ofWire(trait.text("feature")).isEmpty()) {
            known(
                    trait,
                    "feature",
                    List.of(Trait.values()).stream().map(Trait::wire).toList());
        }
    }

    void range(Node node, String key, double least, double most) {
        Optional<Node> found = node.find(key).filter(Node::isNumber);
        Optional<Double> number = node.number(key);
        if (found.isPresent() && number.filter(n -> n >= least && n <= most).isEmpty()) {
            add(found.get(), "number.range", plain(least), plain(most));
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    void unique(List<Node> nodes, String key) {
        Set<String> seen = new HashSet<>();
        for (Node node : nodes) {
            String value = node.text(key);
            if (!value.isEmpty() && !seen.add(value)) {
                add(node.find(key).orElse(node), "duplicate", value);
            }
        }
    }

    void known(Node node, String key, Collection<String> known) {
        node.find(key).ifPresent(named -> known(named, key, named.text(), known));
    }

    void known(Node at, String what, String name, Collection<String> known) {
        if (name.isEmpty() || known.isEmpty() || known.contains(name)) {
            return;
        }
        List<String> near = Nearest.of(name, known);
        if (near.isEmpty()) {
            add(at, "unknown", name, what, Series.of(List.copyOf(known)));
        } else {
            add(at, "unknown.near", name, what, near.get(0));
        }
    }

    List<Fault> found() {
        return List.copyOf(faults);
    }

    void add(Node node, String key, Object... args) {
        faults.add(node.fault(Message.of(RulesChecks.class, key, args)));
    }
}
