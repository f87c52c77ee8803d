package org.wenda.ranking;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Level;
import org.wenda.portal.Platform;
import org.wenda.portal.Region;
import org.wenda.words.InputException;
import org.wenda.words.Message;
import org.wenda.yaml.Node;
import org.wenda.yaml.Reading;
import org.wenda.yaml.Series;
import org.wenda.yaml.Shape;
import org.wenda.yaml.YamlFolder;

/** An edition as a file. */
final class EditionFile {
    private static final Shape SHAPE = Shape.named("edition");

    /** Editions that come with Wenda, also where a home has none of its own. */
    private static final List<String> STANDARD = List.of("2021");

    private EditionFile() {}

    static YamlFolder folder(Path home) {
        return YamlFolder.in(home, "editions");
    }

    static boolean exists(Path home, String id) {
        return STANDARD.contains(id) || folder(home).ids().contains(id);
    }

    static Edition in(Path home, String id) {
        if (!exists(home, id)) {
            List<String> known = Stream.concat(STANDARD.stream(), folder(home).ids().stream())
                    .distinct()
                    .toList();
            throw new InputException(id, Message.of(EditionFile.class, "edition.unknown", Series.of(known)));
        }
        Path own = folder(home).file(id);
        Reading shaped = Files.exists(own)
                ? SHAPE.read(own)
                : SHAPE.read(Path.of(id + ".yaml"), RulesFile.standard("editions/" + id + ".yaml"));
        return edition(checked(shaped).orThrow());
    }

    /** Reads a file and reports all that is wrong with it alone. */
    static Reading read(Path file) {
        return checked(SHAPE.read(file));
    }

    private static Reading checked(Reading shaped) {
        return shaped.root()
                .map(root -> shaped.with(EditionChecks.faults(root, shaped.id())))
                .orElse(shaped);
    }

    private static Edition edition(Node root) {
        return new Edition(
                root.text("id"),
                RulesFile.name(root),
                root.text("source"),
                root.list("coverage").stream().map(EditionFile::share).toList(),
                root.list("totals").stream().map(EditionFile::total).toList(),
                root.list("leaders").stream()
                        .map(one -> new Edition.Leaders(level(one), one.texts("jurisdictions")))
                        .toList(),
                root.list("grades").stream()
                        .map(one -> new Edition.Grading(level(one), one.text("grade"), one.texts("jurisdictions")))
                        .toList(),
                root.list("types").stream()
                        .map(one -> new Edition.TypeCount(level(one), one.text("type"), count(one), published(one)))
                        .toList(),
                root.list("exemplars").stream()
                        .map(one -> new Edition.Praised(
                                one.text("jurisdiction"), platform(one), one.text("system"), one.texts("traits")))
                        .toList());
    }

    private static Edition.Share share(Node node) {
        return new Edition.Share(
                constant(Level.class, node, "level"),
                constant(Platform.class, node, "platform"),
                constant(Region.class, node, "region"),
                count(node),
                (int) RulesFile.number(node, "of"),
                published(node));
    }

    private static Edition.Total total(Node node) {
        return new Edition.Total(node.text("jurisdiction"), platform(node), RulesFile.number(node, "total"));
    }

    private static int count(Node node) {
        return (int) RulesFile.number(node, "count");
    }

    private static BigDecimal published(Node node) {
        return Decimals.rounded(RulesFile.number(node, "published"));
    }

    private static Level level(Node node) {
        return Level.valueOf(node.text("level").toUpperCase(Locale.ROOT));
    }

    private static Platform platform(Node node) {
        return Platform.valueOf(node.text("platform").toUpperCase(Locale.ROOT));
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, Node node, String key) {
        String name = node.text(key);
        return name.isEmpty() ? null : Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    }
}
