package org.wenda.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rater is shown, as one checksum: a mark that names it can only be counted for the evidence it was given on.
 * Covers the conversation, its pictures and where its links led; not what is made of them, such as pages and marks.
 * Does not say whether a bundle is whole, which {@link BagCheck} does.
 */
public final class Fingerprints {
    private final RunDirectory directory;
    private final Map<String, List<StoredLink>> links;
    private final Map<Path, String> conversations = new ConcurrentHashMap<>();

    private Fingerprints(RunDirectory directory) {
        this.directory = directory;
        this.links = directory.links().links().stream()
                .collect(Collectors.groupingBy(
                        link -> link.place().target() + "/" + link.place().scenario()));
    }

    /** Reads where the links of a run led; its conversations are read when they are asked for, each once. */
    public static Fingerprints of(RunDirectory directory) {
        return new Fingerprints(directory);
    }

    /**
     * Returns the SHA-256 of a conversation's evidence, or of all of a target's, in small hexadecimal digits.
     *
     * @param scenario null for all conversations of the target
     */
    public String of(String target, @Nullable String scenario) {
        if (scenario != null) {
            return conversation(target, scenario);
        }
        String all = scenarios(target).stream()
                .map(one -> one + " " + conversation(target, one) + "\n")
                .collect(Collectors.joining());
        return Digest.SHA256.hexOf(all.getBytes(UTF_8));
    }

    private String conversation(String target, String scenario) {
        Path folder = directory.conversation(target, scenario);
        return conversations.computeIfAbsent(folder, unread -> {
            String all = Stream.concat(
                            files(folder).map(Fingerprints::line),
                            links.getOrDefault(target + "/" + scenario, List.of()).stream()
                                    .map(Fingerprints::line))
                    .collect(Collectors.joining());
            return Digest.SHA256.hexOf(all.getBytes(UTF_8));
        });
    }

    private List<String> scenarios(String target) {
        try (Stream<Path> folders = Files.list(directory.data(target))) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("transcript.json")))
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .filter(Ids::isId)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of(); // A target of which nothing was kept has no evidence.
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Fingerprints::isEvidence).sorted().toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static boolean isEvidence(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.equals("transcript.json") || name.endsWith(".png");
    }

    private static String line(Path file) {
        try {
            return Digest.of(file, List.of(Digest.SHA256)).get(Digest.SHA256) + " " + file.getFileName() + "\n";
        } catch (IOException e) {
            return "unreadable " + file.getFileName() + "\n";
        }
    }

    private static String line(StoredLink link) {
        return String.join(
                " ",
                "link",
                String.valueOf(link.place().number()),
                link.verdict().wire(),
                Digest.SHA256.hexOf((link.link().href() + "\n" + link.finalAddress()).getBytes(UTF_8)) + "\n");
    }
}
