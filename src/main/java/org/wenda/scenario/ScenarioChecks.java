package org.wenda.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wenda.words.Message;
import org.wenda.words.Nearest;
import org.wenda.yaml.Fault;
import org.wenda.yaml.Node;
import org.wenda.yaml.Series;

/** What a schema cannot see: whether a scenario makes sense. Pure; works on what is there, however much is missing. */
final class ScenarioChecks {
    /** The kinds that the report's table holds; only these have its two levels of 业务类型. */
    private static final Set<String> IN_THE_TABLE = Set.of("信息公开", "在线办理");

    /** The kinds whose chatbot should not lead anywhere: no option of theirs is pressed. */
    private static final Set<String> PRESS_NOTHING = Set.of("无关提问", "问候");

    private final List<Fault> faults = new ArrayList<>();

    private ScenarioChecks() {}

    /** @param fileId what the file's name says the id is */
    static List<Fault> faults(Node root, String fileId) {
        ScenarioChecks checks = new ScenarioChecks();
        checks.id(root, fileId);
        checks.table(root);
        checks.turns(root.list("turns"));
        checks.choose(root.text("kind"), root.list("turns"));
        checks.unique(root.list("turns"), "id", "turn.duplicate");
        checks.unique(root.list("elements"), "kind", "element.duplicate");
        root.list("elements").forEach(element -> element.list("patterns").forEach(checks::pattern));
        return checks.faults;
    }

    private void id(Node root, String fileId) {
        root.find("id")
                .filter(id -> !id.text().isEmpty() && !id.text().equals(fileId))
                .ifPresent(id -> add(id, "id.file", id.text(), fileId));
    }

    private void table(Node root) {
        Optional<Node> kind = root.find("kind").filter(node -> Labels.KINDS.containsKey(node.text()));
        if (kind.isEmpty()) {
            return;
        }
        boolean inTheTable = IN_THE_TABLE.contains(kind.get().text());
        for (String key : List.of("audience", "type")) {
            Optional<Node> value = root.find(key);
            if (inTheTable && value.isEmpty()) {
                add(kind.get(), "table.missing", kind.get().text(), key);
            }
            if (!inTheTable && value.isPresent()) {
                add(value.get(), "table.foreign", kind.get().text(), key);
            }
        }
    }

    private void turns(List<Node> turns) {
        Set<String> captured = new TreeSet<>();
        for (int i = 0; i < turns.size(); i++) {
            Node turn = turns.get(i);
            if (i == 0 && turn.is("followUp")) {
                add(turn.find("followUp").orElse(turn), "turn.followUpFirst");
            }
            wordings(turn, captured);
            captures(turn, captured);
        }
    }

    private void choose(String kind, List<Node> turns) {
        for (Node turn : turns) {
            Set<String> seen = new HashSet<>();
            for (Node word : turn.list("choose")) {
                if (PRESS_NOTHING.contains(kind)) {
                    add(word, "choose.vain", kind);
                } else if (!seen.add(word.text().strip())) {
                    add(word, "choose.same", word.text().strip());
                } else if (Chooser.isNeverPressed(word.text())) {
                    add(word, "choose.never", word.text().strip());
                }
            }
        }
    }

    private void wordings(Node turn, Set<String> captured) {
        List<Node> wordings = Stream.concat(
                        turn.find("say").stream(),
                        turn.list("variants").stream().flatMap(variant -> variant.find("say").stream()))
                .filter(say -> !say.text().isBlank())
                .collect(Collectors.toList());
        Set<String> seen = new HashSet<>();
        for (Node say : wordings) {
            placeholders(say, captured);
            if (!seen.add(say.text().strip())) {
                add(say, "variant.same", say.text().strip());
            }
        }
    }

    private void placeholders(Node say, Set<String> captured) {
        List<String> known = Wording.known(captured);
        for (String name : Wording.placeholders(say.text())) {
            if (!known.contains(name)) {
                faults.add(say.fault(unknownPlaceholder(name, known)));
            }
        }
        if (Wording.hasLooseEnd(say.text())) {
            add(say, "placeholder.open");
        }
    }

    private static Message unknownPlaceholder(String name, List<String> known) {
        String key = name.startsWith(Wording.CAPTURED) ? "placeholder.uncaptured" : "placeholder.unknown";
        Message accepted = Series.of(known.stream().map(Wording::placeholder).collect(Collectors.toList()));
        Optional<String> near = Nearest.of(name, known).stream().findFirst().map(Wording::placeholder);
        return near.isPresent()
                ? message(key + ".near", Wording.placeholder(name), near.get(), accepted)
                : message(key, Wording.placeholder(name), accepted);
    }

    private void captures(Node turn, Set<String> captured) {
        for (Node capture : turn.list("captures")) {
            capture.find("pattern").ifPresent(this::pattern);
            String name = capture.text("name");
            if (!name.isEmpty() && !captured.add(name)) {
                add(capture.find("name").orElse(capture), "capture.duplicate", name);
            }
        }
    }

    private void pattern(Node pattern) {
        if (pattern.text().isBlank()) {
            return;
        }
        try {
            if (Pattern.compile(pattern.text()).matcher("").find()) {
                add(pattern, "pattern.empty", pattern.text());
            }
        } catch (PatternSyntaxException e) {
            add(pattern, "pattern.syntax", pattern.text(), e.getIndex() + 1, e.getDescription());
        }
    }

    private void unique(List<Node> items, String key, String message) {
        Set<String> seen = new HashSet<>();
        for (Node item : items) {
            String value = item.text(key);
            if (!value.isEmpty() && !seen.add(value)) {
                add(item.find(key).orElse(item), message, value);
            }
        }
    }

    private void add(Node node, String key, Object... args) {
        faults.add(node.fault(message(key, args)));
    }

    private static Message message(String key, Object... args) {
        return Message.of(ScenarioChecks.class, key, args);
    }
}
