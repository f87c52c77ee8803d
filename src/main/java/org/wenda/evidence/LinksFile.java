package org.wenda.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/** {@code links.jsonl}: one link of one exchange a line. Always written whole: it can be made again at any time. */
final class LinksFile {
    private LinksFile() {}

    static String text(List<StoredLink> links) {
        return links.stream()
                .map(link -> Json.maskedLine(LinkLine.of(link)) + "\n")
                .collect(Collectors.joining());
    }

    static StoredLinks read(Path file) {
        if (!Files.exists(file)) {
            return StoredLinks.NONE;
        }
        List<StoredLink> links = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<String> lines = lines(file, problems);
        for (int i = 0; i < lines.size(); i++) {
            try {
                StoredLink link = Json.read(lines.get(i), LinkLine.class).link();
                if (isSound(link)) {
                    links.add(link);
                    continue;
                }
                problems.add(unreadable(file, i));
            } catch (JsonProcessingException | NullPointerException | IllegalArgumentException e) {
                problems.add(unreadable(file, i));
            }
        }
        return new StoredLinks(true, links, problems);
    }

    private static boolean isSound(StoredLink link) {
        StoredLink.Look look = link.look();
        return Ids.isId(link.place().target())
                && Ids.isId(link.place().scenario())
                && (look == null || (Ids.isId(look.target()) && Ids.isId(look.scenario())));
    }

    private static List<String> lines(Path file, List<Problem> problems) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            String place = String.valueOf(file.getFileName());
            problems.add(new Problem(place, Message.of(LinksFile.class, "file.unreadable", e.toString())));
            return List.of();
        }
    }

    private static Problem unreadable(Path file, int line) {
        return new Problem(file.getFileName() + ":" + (line + 1), Message.of(LinksFile.class, "links.unreadable"));
    }
}
