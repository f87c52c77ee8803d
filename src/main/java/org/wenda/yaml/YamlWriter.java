package org.wenda.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.wenda.words.MachineException;
import org.wenda.words.Message;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Writes a file that a person can read and correct. A reader sees the old file or the new one, never a half. */
public final class YamlWriter {
    private YamlWriter() {}

    /**
     * Writes a file and the folders it lies in.
     *
     * @param schema path from the file to its schema, named on the first line so that editors check the file
     * @param content keys in the order of writing; values are texts, numbers, lists and maps
     * @throws MachineException if it cannot be written
     */
    public static void write(Path file, String schema, Map<String, Object> content) {
        String text = "# yaml-language-server: $schema=" + schema + "\n"
                + yaml(readable()).dump(content);
        try {
            replace(file.toAbsolutePath(), text);
        } catch (IOException e) {
            throw new MachineException(Message.of(YamlWriter.class, "file.unwritable", YamlFolder.shown(file)), e);
        }
    }

    private static void replace(Path file, String text) throws IOException {
        Path folder = Files.createDirectories(file.resolveSibling("."));
        Path half = Files.createTempFile(folder, ".", ".part");
        try {
            Files.writeString(half, text);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static Yaml yaml(DumperOptions options) {
        return new Yaml(new SafeConstructor(new LoaderOptions()), new Texts(options), options);
    }

    private static DumperOptions readable() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        // The same list twice is written twice: readers refuse aliases.
        options.setDereferenceAliases(true);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        return options;
    }

    /** Writes every text as text: by itself SnakeYAML turns one with a control character into Base64. */
    private static final class Texts extends Representer {
        Texts(DumperOptions options) {
            super(options);
            representers.put(String.class, data -> text((String) data));
        }

        private Node text(String text) {
            DumperOptions.ScalarStyle style =
                    text.contains("\n") ? DumperOptions.ScalarStyle.LITERAL : DumperOptions.ScalarStyle.PLAIN;
            return representScalar(Tag.STR, text, style);
        }
    }
}
