package org.wenda.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenda.score.Mark;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/** {@code marks.jsonl}: one mark a line. Always written whole: it can be made again at any time. */
final class MarksFile {
    private MarksFile() {}

    /** Returns the text of the file; the same marks give the same bytes. */
    static String text(String run, String index, List<Mark> marks) {
        return marks.stream()
                .map(mark -> Json.maskedLine(MarkLine.of(run, index, mark)) + "\n")
                .collect(Collectors.joining());
    }

    static StoredMarks read(Path file) {
        if (!Files.exists(file)) {
            return StoredMarks.NONE;
        }
        List<Mark> marks = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        String index = null;
        List<String> lines = lines(file, problems);
        for (int i = 0; i < lines.size(); i++) {
            MarkLine line = line(lines.get(i));
            if (line == null) {
                problems.add(new Problem(
                        file.getFileName() + ":" + (i + 1), Message.of(MarksFile.class, "marks.unreadable")));
                continue;
            }
            index = line.index();
            marks.add(line.mark());
        }
        return new StoredMarks(true, index, marks, problems);
    }

    /** Returns null if it is no mark. */
    private static @Nullable MarkLine line(String text) {
        try {
            MarkLine line = Json.read(text, MarkLine.class);
            boolean sound = Ids.isId(line.target()) && (line.scenario() == null || Ids.isId(line.scenario()));
            // What cannot be made a mark is none; better here than in the middle of a page.
            return sound && line.mark().rule().version() > 0 ? line : null;
        } catch (JsonProcessingException | NullPointerException | IllegalArgumentException e) {
            return null;
        }
    }

    private static List<String> lines(Path file, List<Problem> problems) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            String place = String.valueOf(file.getFileName());
            problems.add(new Problem(place, Message.of(MarksFile.class, "file.unreadable", e.toString())));
            return List.of();
        }
    }
}
