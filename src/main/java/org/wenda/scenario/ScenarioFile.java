package org.wenda.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.wenda.yaml.Node;
import org.wenda.yaml.Reading;
import org.wenda.yaml.Shape;
import org.wenda.yaml.YamlFolder;

/** One scenario as a file. */
final class ScenarioFile {
    private static final Shape SHAPE = Shape.named("scenario");

    private ScenarioFile() {}

    static YamlFolder folder(Path home) {
        return YamlFolder.in(home, "standard");
    }

    /** Reads a file and reports all that is wrong with its shape and its meaning. */
    static Reading read(Path file) {
        Reading shaped = SHAPE.read(file);
        return shaped.root()
                .map(root -> shaped.with(ScenarioChecks.faults(root, shaped.id())))
                .orElse(shaped);
    }

    static Scenario scenario(Node root) {
        return new Scenario(
                root.text("id"),
                root.text("matter"),
                root.text("matterEn"),
                Labels.meaning(Labels.KINDS, root.text("kind")),
                root.find("audience")
                        .map(audience -> Labels.meaning(Labels.AUDIENCES, audience.text()))
                        .orElse(null),
                root.textOrNull("type"),
                root.list("turns").stream().map(ScenarioFile::turn).collect(Collectors.toList()),
                root.list("elements").stream().map(ScenarioFile::element).collect(Collectors.toList()),
                root.find("link").map(ScenarioFile::link).orElse(null));
    }

    private static Turn turn(Node turn) {
        List<Turn.Variant> variants =
                turn.list("variants").stream().map(ScenarioFile::variant).collect(Collectors.toList());
        List<Turn.Capture> captures =
                turn.list("captures").stream().map(ScenarioFile::capture).collect(Collectors.toList());
        return new Turn(
                turn.text("id"),
                turn.text("say"),
                variants,
                turn.is("critical"),
                turn.is("followUp"),
                captures,
                turn.texts("choose"));
    }

    private static Turn.Variant variant(Node variant) {
        return new Turn.Variant(Labels.meaning(Labels.VARIANTS, variant.text("kind")), variant.text("say"));
    }

    private static Turn.Capture capture(Node capture) {
        return new Turn.Capture(capture.text("name"), capture.text("pattern"));
    }

    private static Element element(Node element) {
        return new Element(Labels.meaning(Labels.ELEMENTS, element.text("kind")), element.texts("patterns"));
    }

    private static LinkAim link(Node link) {
        return new LinkAim(Labels.meaning(Labels.AIMS, link.text("leadsTo")), link.texts("words"));
    }
}
