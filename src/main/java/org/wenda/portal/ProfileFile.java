package org.wenda.portal;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.words.Message;
import org.wenda.yaml.Fault;
import org.wenda.yaml.Node;
import org.wenda.yaml.Reading;
import org.wenda.yaml.Shape;
import org.wenda.yaml.YamlFolder;

/** One profile as a file. */
final class ProfileFile {
    private static final Shape SHAPE = Shape.named("profile");

    private ProfileFile() {}

    static YamlFolder folder(Path home) {
        return YamlFolder.in(home, "profiles");
    }

    static Reading read(Path file) {
        Reading shaped = SHAPE.read(file);
        return shaped.root().map(root -> shaped.with(faults(root, shaped.id()))).orElse(shaped);
    }

    static Profile profile(Node root) {
        return new Profile(
                root.text("target"),
                URI.create(root.text("address")),
                LocalDate.parse(root.text("saved")),
                root.list("steps").stream().map(ProfileFile::mark).collect(Collectors.toList()),
                root.find("input").map(ProfileFile::mark).orElseThrow(),
                root.find("send").map(ProfileFile::mark).orElse(null));
    }

    static Map<String, Object> content(Profile profile) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("schemaVersion", 1);
        content.put("target", profile.target());
        content.put("address", profile.address().toString());
        content.put("saved", profile.saved().toString());
        content.put("steps", profile.steps().stream().map(ProfileFile::content).collect(Collectors.toList()));
        content.put("input", content(profile.input()));
        Profile.@Nullable Mark send = profile.send();
        if (send != null) {
            content.put("send", content(send));
        }
        return content;
    }

    private static List<Fault> faults(Node root, String fileId) {
        List<Fault> faults = new ArrayList<>(Facts.day(root, "saved"));
        faults.addAll(Facts.address(root, "address"));
        root.find("target")
                .filter(target -> !target.text().isEmpty() && !target.text().equals(fileId))
                .ifPresent(target ->
                        faults.add(target.fault(Message.of(ProfileFile.class, "target.file", target.text(), fileId))));
        marks(root)
                .map(mark -> unmarked(mark, fileId))
                .flatMap(Optional::stream)
                .forEach(faults::add);
        return faults;
    }

    private static Stream<Node> marks(Node root) {
        return Stream.concat(
                root.list("steps").stream(), Stream.of("input", "send").flatMap(key -> root.find(key).stream()));
    }

    /** On a phone words are enough; a page is searched by selectors. */
    private static Optional<Fault> unmarked(Node mark, String fileId) {
        boolean selected = !mark.texts("path").isEmpty() && !mark.text("tag").isEmpty();
        if (selected || (fileId.endsWith("-mobile") && !mark.text("words").isBlank())) {
            return Optional.empty();
        }
        return Optional.of(mark.fault(
                Message.of(ProfileFile.class, fileId.endsWith("-mobile") ? "mark.wordless" : "mark.unselected")));
    }

    private static Profile.Mark mark(Node mark) {
        return new Profile.Mark(mark.texts("frames"), mark.texts("path"), mark.text("words"), mark.text("tag"));
    }

    private static Map<String, Object> content(Profile.Mark mark) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("words", mark.words());
        content.put("tag", mark.tag());
        content.put("path", mark.path());
        content.put("frames", mark.frames());
        return content;
    }
}
