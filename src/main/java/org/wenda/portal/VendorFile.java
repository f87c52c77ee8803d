package org.wenda.portal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenda.words.Message;
import org.wenda.yaml.Fault;
import org.wenda.yaml.Node;
import org.wenda.yaml.Reading;
import org.wenda.yaml.Shape;
import org.wenda.yaml.YamlFolder;

/** One vendor as a file. */
final class VendorFile {
    private static final Shape SHAPE = Shape.named("vendor");

    /** What tells that a page has something of the vendor's, one of which a file needs. */
    private static final List<String> SIGNS = List.of("scripts", "chats", "globals", "launchers");

    private VendorFile() {}

    static YamlFolder folder(Path home) {
        return YamlFolder.in(home, "vendors");
    }

    static Reading read(Path file) {
        Reading shaped = SHAPE.read(file);
        return shaped.root().map(root -> shaped.with(faults(root, shaped.id()))).orElse(shaped);
    }

    static Vendor vendor(Node root) {
        return new Vendor(
                root.text("id"),
                root.text("name"),
                root.texts("scripts"),
                root.texts("chats"),
                root.texts("globals"),
                root.texts("launchers"),
                root.texts("inputs"),
                root.texts("sends"),
                Facts.provenance(root));
    }

    private static List<Fault> faults(Node root, String fileId) {
        List<Fault> faults = new ArrayList<>(Facts.day(root, "checked"));
        Optional<Node> id = root.find("id").filter(one -> !one.text().isEmpty());
        id.filter(one -> !one.text().equals(fileId))
                .ifPresent(one -> faults.add(one.fault(Message.of(VendorFile.class, "id.file", one.text(), fileId))));
        if (SIGNS.stream().allMatch(sign -> root.find(sign).isEmpty())) {
            faults.add(id.orElse(root).fault(Message.of(VendorFile.class, "vendor.signs", String.join(", ", SIGNS))));
        }
        return faults;
    }
}
