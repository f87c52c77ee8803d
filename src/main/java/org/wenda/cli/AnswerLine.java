package org.wenda.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wenda.channel.Heard;
import org.wenda.run.Inquiry;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Entry;
import org.wenda.transcript.Link;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Timing;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/** An answer as one line of JSON: the contract in design.md, "ask --format jsonl". Pure. */
final class AnswerLine {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private AnswerLine() {}

    /**
     * Returns the line without its end. Where nothing was asked there is no {@code reply} and what belongs to one;
     * where a time was not seen its field is null.
     */
    static String of(Inquiry.Answer answer, Lang lang) {
        ObjectNode line = JSON.createObjectNode();
        line.put("address", answer.address().toString());
        line.put("question", answer.question());
        line.put("outcome", answer.outcome().wire());
        Heard heard = answer.heard();
        if (heard != null) {
            put(line, heard.reply());
            put(line, heard.timing());
            line.put("endedBy", heard.endedBy());
        }
        Entry entry = answer.entry();
        if (entry != null) {
            ObjectNode how = line.putObject("entry").put("how", entry.how());
            putAll(how.putArray("why"), entry.why());
        }
        Message reason = answer.reason();
        if (reason != null) {
            line.put("reason", reason.in(lang));
        }
        if (!answer.candidates().isEmpty()) {
            putAll(
                    line.putArray("candidates"),
                    answer.candidates().stream()
                            .map(candidate -> candidate.line().in(lang))
                            .toList());
        }
        return text(line);
    }

    private static void put(ObjectNode line, Reply reply) {
        line.put("reply", reply.text());
        putAll(
                line.putArray("bubbles"),
                reply.bubbles().stream().map(Bubble::text).toList());
        putAll(line.putArray("options"), reply.options());
        ArrayNode links = line.putArray("links");
        for (Link link : reply.links()) {
            links.addObject().put("text", link.text()).put("href", link.href());
        }
        if (!reply.thinking().isEmpty()) {
            line.put("thinking", reply.thinking());
        }
    }

    private static void put(ObjectNode line, @Nullable Timing timing) {
        Instant sentAt = timing == null ? null : timing.sentAt();
        line.put("sentAt", sentAt == null ? null : MILLIS.format(sentAt));
        line.put("firstSignMs", timing == null ? null : millis(timing.firstSign()));
        line.put("firstReplyMs", timing == null ? null : millis(timing.firstReply()));
        line.put("completeMs", timing == null ? null : millis(timing.complete()));
        if (timing != null && timing.thinking() != null) {
            line.put("thinkingMs", millis(timing.thinking()));
        }
        line.put("errorMs", timing == null ? null : millis(timing.error()));
    }

    private static @Nullable Long millis(@Nullable Duration time) {
        return time == null ? null : Math.round(time.toNanos() / 1e6);
    }

    private static void putAll(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static String text(ObjectNode line) {
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
