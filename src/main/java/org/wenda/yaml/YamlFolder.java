package org.wenda.yaml;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/** A folder of YAML files of one kind, each named for the id in it. */
public record YamlFolder(Path folder) {
    private static final String ENDING = ".yaml";

    /** Returns the folder {@code scenarios/NAME} of a home directory. */
    public static YamlFolder in(Path home, String name) {
        return new YamlFolder(home.resolve("scenarios").resolve(name));
    }

    /** Returns whether a file lies in a folder of a name, whatever home that belongs to. */
    public static boolean holds(String name, Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parent != null && parent.endsWith(name);
    }

    public boolean exists() {
        return Files.isDirectory(folder);
    }

    /** Returns the YAML files in the order of their names; none if there is no such folder. */
    public List<Path> files() {
        return entries().stream().filter(YamlFolder::isYaml).collect(Collectors.toList());
    }

    /** Returns the names of the files without their ending. */
    public List<String> ids() {
        return files().stream().map(YamlFolder::idOf).collect(Collectors.toList());
    }

    /** Returns the file of an id, which may not exist yet. The id must have been checked: it names a file. */
    public Path file(String id) {
        return folder.resolve(id + ENDING);
    }

    /** Returns a problem for everything in the folder that is not read, because somebody may think it is. */
    public List<Problem> strangers() {
        return entries().stream()
                .filter(path -> !isYaml(path) && !isHidden(path))
                .map(YamlFolder::stranger)
                .collect(Collectors.toList());
    }

    /** Returns the folder as people see it, with slashes on every system. */
    public String shown() {
        return shown(folder);
    }

    static String shown(Path path) {
        return path.normalize().toString().replace(File.separatorChar, '/');
    }

    static String idOf(Path file) {
        String name = nameOf(file);
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    private static Problem stranger(Path path) {
        String key = Files.isDirectory(path) ? "stranger.folder" : "stranger.file";
        return new Problem(shown(path), Message.of(YamlFolder.class, key));
    }

    private static boolean isYaml(Path path) {
        return nameOf(path).endsWith(ENDING) && !isHidden(path) && !Files.isDirectory(path);
    }

    /** Editors and file managers keep their own files beside ours, and a folder may explain itself. */
    private static boolean isHidden(Path path) {
        return nameOf(path).startsWith(".") || nameOf(path).equals("README.md");
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    private List<Path> entries() {
        if (!exists()) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted(Comparator.comparing(YamlFolder::nameOf)).collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
