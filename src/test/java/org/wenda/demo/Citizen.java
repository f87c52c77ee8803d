package org.wenda.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Visits the city by bare HTTP, as its chat page does, in a conversation of its own. */
final class Citizen {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final DemoCity city;
    private final String session;

    Citizen(DemoCity city) {
        this.city = city;
        this.session = json(post("/chat/api/session", Map.of())).path("session").asText();
    }

    String session() {
        return session;
    }

    /** Returns the whole answer's Markdown, bubbles parted by a blank line. */
    String ask(String question) {
        HttpResponse<String> response = asked(question);
        return response.headers().firstValue("Content-Type").orElse("").startsWith("application/x-ndjson")
                ? written(response.body().lines().toList(), "text")
                : text(json(response));
    }

    private String text(JsonNode reply) {
        return switch (reply.path("kind").asText()) {
            case "events" -> written(events(reply.path("ticket").asText()), "text");
            case "pending" ->
                text(json(get("/chat/api/result?ticket=" + reply.path("ticket").asText())));
            default ->
                StreamSupport.stream(reply.path("messages").spliterator(), false)
                        .map(message -> message.path("text").asText())
                        .collect(Collectors.joining("\n\n"));
        };
    }

    List<String> events(String ticket) {
        return get("/chat/api/events?ticket=" + ticket)
                .body()
                .lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> line.substring("data: ".length()))
                .toList();
    }

    static String written(List<String> pieces, String part) {
        return pieces.stream().map(piece -> parsed(piece).path(part).asText()).collect(Collectors.joining());
    }

    /** Returns the choices that come with the answer. */
    List<String> options(String question) {
        JsonNode last = json(asked(question)).path("messages").path(0);
        return StreamSupport.stream(last.path("options").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    HttpResponse<String> asked(String question) {
        return post("/chat/api/ask", Map.of("session", session, "question", question));
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(city.address().resolve(path)));
    }

    HttpResponse<String> post(String path, Map<String, String> body) {
        try {
            return send(HttpRequest.newBuilder(city.address().resolve(path))
                    .POST(HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(body))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return parsed(response.body());
    }

    static JsonNode parsed(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.timeout(Duration.ofSeconds(5)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
