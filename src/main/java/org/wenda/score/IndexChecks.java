package org.wenda.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.wenda.link.Verdict;
import org.wenda.words.Message;
import org.wenda.words.Nearest;
import org.wenda.yaml.Fault;
import org.wenda.yaml.Node;
import org.wenda.yaml.Series;

/** What a schema cannot see: whether an index makes sense. Pure; works on what is there, however much is missing. */
final class IndexChecks {
    private final List<Fault> faults = new ArrayList<>();

    private IndexChecks() {}

    static List<Fault> faults(Node root) {
        IndexChecks checks = new IndexChecks();
        checks.unique(root, "cores");
        checks.unique(root, "secondaries");
        checks.unique(root, "items");
        checks.references(root.list("secondaries"), "core", ids(root, "cores"));
        checks.references(root.list("items"), "secondary", ids(root, "secondaries"));
        root.list("cores").forEach(checks::weight);
        root.list("secondaries").forEach(checks::weight);
        root.list("items").forEach(checks::item);
        return checks.faults;
    }

    /** Returns the faults of scenarios that are named and are none. */
    static List<Fault> strangers(Node root, List<String> scenarios) {
        IndexChecks checks = new IndexChecks();
        root.list("items").stream()
                .flatMap(item -> item.list("scenarios").stream())
                .forEach(named -> checks.known(named, "scenario", scenarios));
        return checks.faults;
    }

    private void item(Node item) {
        weight(item);
        apart(item);
        levels(item);
        item.find("bounds").ifPresent(this::bounds);
        item.list("patterns").forEach(this::pattern);
        item.list("numbers").forEach(number -> plain(number, "value"));
        for (String key : List.of("numbers", "patterns")) {
            distinct(item.list(key), "name");
        }
        verdicts(item.list("links"));
        item.find("rule").filter(rule -> !rule.text().isEmpty()).ifPresent(rule -> rule(item, rule));
    }

    private void apart(Node item) {
        boolean summed = item.find("secondary").isPresent();
        if (summed == item.is("apart")) {
            add(item.find("id").orElse(item), summed ? "item.both" : "item.neither");
        }
    }

    private void levels(Node item) {
        List<Node> levels = item.list("levels");
        if (!levels.isEmpty() && levels.size() != 4) {
            add(item.find("levels").orElse(item), "levels.four", levels.size());
        }
    }

    private void bounds(Node bounds) {
        plain(bounds, "for3", "for2", "for1");
        boolean whole = List.of("for3", "for2", "for1").stream()
                .allMatch(key -> bounds.number(key).isPresent());
        if (whole && !IndexFile.readBounds(bounds).isOrdered()) {
            add(bounds, "bounds.order", bounds.text("better"));
        }
    }

    private void pattern(Node named) {
        Optional<Node> pattern = named.find("pattern").filter(one -> !one.text().isBlank());
        pattern.ifPresent(one -> {
            try {
                if (Pattern.compile(one.text()).matcher("").find()) {
                    add(one, "pattern.empty", one.text());
                }
            } catch (PatternSyntaxException e) {
                add(one, "pattern.syntax", one.text(), e.getIndex() + 1, e.getDescription());
            }
        });
    }

    private void verdicts(List<Node> links) {
        distinct(links, "verdict");
        List<String> known =
                List.of(Verdict.values()).stream().map(Verdict::wire).toList();
        for (Node link : links) {
            link.find("verdict").ifPresent(verdict -> known(verdict, "verdict", known));
        }
    }

    /** What a rule needs and is not there would be found missing only when it marks. */
    private void rule(Node item, Node rule) {
        known(rule, "rule", Rules.ids());
        Optional<Needs> needs = Rules.needs(rule.text());
        if (needs.isEmpty()) {
            return;
        }
        names(item, rule, "numbers", needs.get().numbers());
        names(item, rule, "patterns", needs.get().patterns());
        presence(item, rule, "bounds", needs.get().bounds());
        presence(item, rule, "links", needs.get().links());
    }

    private void names(Node item, Node rule, String key, Set<String> needed) {
        Set<String> missing = new TreeSet<>(needed);
        for (Node named : item.list(key)) {
            String name = named.text("name");
            missing.remove(name);
            if (!name.isEmpty() && !needed.contains(name)) {
                add(
                        named,
                        needed.isEmpty() ? "rule.needsNone" : "rule.unknownName",
                        rule.text(),
                        key,
                        name,
                        all(needed));
            }
        }
        if (!missing.isEmpty()) {
            add(rule, "rule.missing", rule.text(), key, all(missing));
        }
    }

    private void presence(Node item, Node rule, String key, boolean needed) {
        Optional<Node> there = item.find(key);
        if (needed && there.isEmpty()) {
            add(rule, "rule.missingKey", rule.text(), key);
        }
        if (!needed && there.isPresent()) {
            add(there.get(), "rule.vainKey", rule.text(), key);
        }
    }

    private static Object all(Set<String> names) {
        return names.isEmpty() ? "" : Series.of(List.copyOf(new TreeSet<>(names)));
    }

    private void plain(Node node, String... keys) {
        for (String key : keys) {
            if (node.number(key).isEmpty()) {
                node.find(key).filter(Node::isNumber).ifPresent(number -> add(number, "number.plain"));
            }
        }
    }

    private void weight(Node node) {
        plain(node, "weight");
        if (node.number("weight").filter(weight -> weight <= 0).isPresent()) {
            add(node.find("weight").orElse(node), "weight.positive");
        }
    }

    private void unique(Node root, String list) {
        distinct(root.list(list), "id");
    }

    private void distinct(List<Node> nodes, String key) {
        Set<String> seen = new HashSet<>();
        for (Node node : nodes) {
            String value = node.text(key);
            if (!value.isEmpty() && !seen.add(value)) {
                add(node.find(key).orElse(node), "duplicate", value);
            }
        }
    }

    private void references(List<Node> nodes, String key, List<String> ids) {
        nodes.forEach(node -> node.find(key).ifPresent(named -> known(named, key, ids)));
    }

    private void known(Node named, String what, Collection<String> known) {
        String name = named.text();
        if (name.isEmpty() || known.isEmpty() || known.contains(name)) {
            return;
        }
        List<String> near = Nearest.of(name, known);
        Message all = Series.of(List.copyOf(known));
        if (near.isEmpty()) {
            add(named, "unknown", name, what, all);
        } else {
            add(named, "unknown.near", name, what, near.get(0), all);
        }
    }

    private static List<String> ids(Node root, String list) {
        return root.list(list).stream().map(node -> node.text("id")).collect(Collectors.toList());
    }

    private void add(Node node, String key, Object... args) {
        faults.add(node.fault(Message.of(IndexChecks.class, key, args)));
    }
}
