package org.wenda.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.wenda.words.Message;
import org.wenda.yaml.Fault;
import org.wenda.yaml.Node;
import org.wenda.yaml.Reading;
import org.wenda.yaml.Shape;

/** {@code scenarios/accepted.yaml}. */
final class AcceptedFile {
    static final String NAME = "accepted.yaml";

    private static final Shape SHAPE = Shape.named("accepted");

    private AcceptedFile() {}

    static Path file(Path home) {
        return home.resolve("scenarios").resolve(NAME);
    }

    static List<Accepted.Entry> in(Path home) {
        Path file = file(home);
        return Files.exists(file)
                ? read(file).orThrow().list("changes").stream()
                        .map(AcceptedFile::entry)
                        .toList()
                : List.of();
    }

    /** Reads a file and reports all that is wrong with its shape and its days. */
    static Reading read(Path file) {
        Reading shaped = SHAPE.read(file);
        return shaped.root().map(root -> shaped.with(faults(root))).orElse(shaped);
    }

    private static Accepted.Entry entry(Node change) {
        return new Accepted.Entry(
                change.text("target"),
                change.textOrNull("scenario"),
                change.textOrNull("turn"),
                DriftClass.ofWire(change.text("class")).orElseThrow(),
                change.texts("items"),
                change.text("as"),
                change.text("by"),
                change.text("reason"),
                LocalDate.parse(change.text("until")));
    }

    private static List<Fault> faults(Node root) {
        return root.list("changes").stream()
                .flatMap(change -> change.find("until").stream())
                .filter(until -> until.text().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") && !isDay(until.text()))
                .map(until -> until.fault(Message.of(AcceptedFile.class, "day.none", until.text())))
                .toList();
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
