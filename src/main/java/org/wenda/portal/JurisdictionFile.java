package org.wenda.portal;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenda.yaml.Node;
import org.wenda.yaml.Reading;
import org.wenda.yaml.Shape;
import org.wenda.yaml.YamlFolder;

/** One jurisdiction as a file. */
final class JurisdictionFile {
    private static final Shape SHAPE = Shape.named("jurisdiction");

    private JurisdictionFile() {}

    static YamlFolder folder(Path home) {
        return YamlFolder.in(home, "jurisdictions");
    }

    /**
     * Reads a file and reports all that is wrong with it alone; what concerns several is {@link JurisdictionLint}'s.
     */
    static Reading read(Path file) {
        Reading shaped = SHAPE.read(file);
        return shaped.root()
                .map(root -> shaped.with(JurisdictionChecks.faults(root, shaped.id())))
                .orElse(shaped);
    }

    static Jurisdiction jurisdiction(Node root) {
        Optional<Node> region = root.find("regionCode");
        return new Jurisdiction(
                root.text("id"),
                root.text("name"),
                root.text("nameEn"),
                Labels.meaning(Labels.LEVELS, root.text("level")),
                Labels.meaning(Labels.REGIONS, root.text("region")),
                root.textOrNull("parent"),
                region.map(node -> node.text("code")).orElse(null),
                addresses(root),
                root.list("apps").stream().map(JurisdictionFile::app).collect(Collectors.toList()),
                root.find("chatbot").map(JurisdictionFile::chatbot).orElse(null),
                region.map(Facts::provenance).orElse(null));
    }

    private static List<WebAddress> addresses(Node root) {
        return root.list("web").stream().map(JurisdictionFile::address).collect(Collectors.toList());
    }

    private static WebAddress address(Node web) {
        return new WebAddress(
                Labels.meaning(Labels.ADDRESSES, web.text("kind")),
                URI.create(web.text("url")),
                Facts.provenance(web),
                web.textOrNull("note"));
    }

    private static App app(Node app) {
        return new App(
                app.text("name"),
                app.textOrNull("android"),
                app.textOrNull("activity"),
                app.textOrNull("ios"),
                Facts.provenance(app),
                app.textOrNull("note"),
                surface(app.textOrNull("hears")));
    }

    private static App.@Nullable Surface surface(@Nullable String hears) {
        return hears == null ? null : App.Surface.valueOf(hears.toUpperCase(Locale.ROOT));
    }

    private static Jurisdiction.ChatbotName chatbot(Node chatbot) {
        return new Jurisdiction.ChatbotName(chatbot.text("name"), Facts.provenance(chatbot));
    }
}
