package org.wenda.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes one answer piece by piece, as lines of JSON or as server-sent events. */
final class Speech {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What a chatbot without end repeats. */
    private static final String AND_ON = "补充说明：具体办理要求以窗口答复为准。\n";

    private static final int DEFAULT_GAP = 60;

    private final OutputStream out;
    private final boolean asEvents;
    private final Pauses pauses;

    Speech(OutputStream out, boolean asEvents, Pauses pauses) {
        this.out = out;
        this.asEvents = asEvents;
        this.pauses = pauses;
    }

    void whole(Answer answer) throws IOException {
        think(answer);
        List<String> chunks = chunks(answer);
        City.Delivery delivery = answer.delivery();
        for (int i = 0; i < chunks.size(); i++) {
            waitBefore(i, chunks.size(), delivery);
            // The end comes with the last piece: whatever the page adds then is part of that last change.
            write(i + 1 < chunks.size() ? Map.of("text", chunks.get(i)) : end(chunks.get(i), answer));
        }
    }

    private static Map<String, Object> end(String text, Answer answer) {
        return Map.of(
                "text",
                text,
                "done",
                true,
                "options",
                answer.options(),
                "related",
                answer.related(),
                "sources",
                answer.sources(),
                "generated",
                answer.delivery().manner() == City.Manner.REASONING);
    }

    void halfOf(Answer answer) throws IOException {
        List<String> chunks = chunks(answer);
        for (String chunk : chunks.subList(0, (chunks.size() + 1) / 2)) {
            write(Map.of("text", chunk));
            pauses.pause(DEFAULT_GAP);
        }
    }

    void withoutEnd(Answer answer) throws IOException {
        for (String chunk : chunks(answer)) {
            write(Map.of("text", chunk));
            pauses.pause(DEFAULT_GAP);
        }
        write(Map.of("text", "\n\n"));
        // Ends when the visitor leaves or the city closes: then writing or waiting fails.
        while (true) {
            for (String chunk : Chunks.of(AND_ON)) {
                write(Map.of("text", chunk));
                pauses.pause(DEFAULT_GAP);
            }
        }
    }

    private void think(Answer answer) throws IOException {
        if (answer.thinking().isEmpty()) {
            return;
        }
        pauses.pause(answer.delivery().after());
        List<String> chunks = Chunks.of(answer.thinking());
        double gap = answer.delivery().thinking() / (double) chunks.size();
        for (int i = 0; i < chunks.size(); i++) {
            write(Map.of("thinking", chunks.get(i)));
            pauses.pause(Chunks.gapBefore(i, gap));
        }
    }

    private void waitBefore(int index, int count, City.Delivery delivery) throws IOException {
        if (index > 0) {
            pauses.pause(index == count / 2 ? delivery.pause() : Chunks.gapBefore(index, delivery.gap()));
        }
    }

    private static List<String> chunks(Answer answer) {
        return Chunks.of(String.join("\n\n", answer.bubbles()));
    }

    private void write(Map<String, Object> piece) throws IOException {
        String json = MAPPER.writeValueAsString(piece);
        String line = asEvents ? "data: " + json + "\n\n" : json + "\n";
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
