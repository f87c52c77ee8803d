package org.wenda.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.wenda.transcript.NetworkRequest;

/**
 * The requests of a conversation as an HTTP archive (HAR 1.2), which every browser's tools open. Headers, cookies,
 * queries and contents are never in it.
 */
final class Har {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Har() {}

    /**
     * Returns an archive.
     *
     * @param before entries that come first
     */
    static ObjectNode of(List<NetworkRequest> requests, String version, ArrayNode before) {
        ObjectNode har = JSON.objectNode();
        ObjectNode log = har.putObject("log").put("version", "1.2");
        log.putObject("creator").put("name", "Wenda").put("version", version);
        ArrayNode entries = log.putArray("entries").addAll(before);
        requests.forEach(request -> entries.add(entry(request)));
        return har;
    }

    /**
     * Returns the entries of a stored archive; none if there is none.
     *
     * @throws UncheckedIOException if there is one that cannot be read
     */
    static ArrayNode entries(Path file) {
        try {
            return Files.exists(file)
                            && new ObjectMapper().readTree(file.toFile()).at("/log/entries") instanceof ArrayNode stored
                    ? stored
                    : JSON.arrayNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode entry(NetworkRequest request) {
        Duration took = request.took();
        double millis = took == null ? 0 : took.toNanos() / 1e6;
        ObjectNode entry = JSON.objectNode()
                .put("startedDateTime", request.began().toString())
                .put("time", millis);
        ObjectNode asked = entry.putObject("request")
                .put("method", request.method())
                .put("url", request.address())
                .put("httpVersion", "");
        bare(asked).put("headersSize", -1).put("bodySize", -1).putArray("queryString");
        ObjectNode answered = entry.putObject("response")
                .put("status", request.status())
                .put("statusText", "")
                .put("httpVersion", "")
                .put("redirectURL", "");
        bare(answered).put("headersSize", -1).put("bodySize", -1);
        answered.putObject("content").put("size", request.octets()).put("mimeType", request.type());
        entry.putObject("cache");
        // Only the whole time is known: what a driver tells of its parts is empty in Chromium.
        entry.putObject("timings").put("send", 0).put("wait", millis).put("receive", 0);
        entry.put("_resourceType", request.kind().isEmpty() ? "fetch" : request.kind());
        if (took == null) {
            entry.put("comment", "had not ended when the conversation did");
        }
        return entry;
    }

    private static ObjectNode bare(ObjectNode message) {
        message.putArray("cookies");
        message.putArray("headers");
        return message;
    }
}
