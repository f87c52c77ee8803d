package org.wenda.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One request to the city and the answer to it. */
final class Visit {
    static final String HTML = "text/html; charset=utf-8";
    static final String JSON = "application/json; charset=utf-8";
    static final String LINES = "application/x-ndjson; charset=utf-8";
    static final String EVENTS = "text/event-stream; charset=utf-8";

    /** To the JDK's server this length means a body in chunks. */
    static final long OPEN_END = 0;

    /** Nobody types as much as this. */
    private static final int LONGEST_BODY = 256 * 1024;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpExchange exchange;

    Visit(HttpExchange exchange) {
        this.exchange = exchange;
    }

    String path() {
        return exchange.getRequestURI().getPath();
    }

    boolean posts() {
        return exchange.getRequestMethod().equals("POST");
    }

    boolean reads() {
        return exchange.getRequestMethod().equals("GET") || headOnly();
    }

    private boolean headOnly() {
        return exchange.getRequestMethod().equals("HEAD");
    }

    /** Returns host and port as the browser named them. */
    String host() {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return host == null ? "" : host;
    }

    /** Returns whether the browser carries a cookie of that text, such as {@code name=value}. */
    boolean carries(String cookie) {
        String all = exchange.getRequestHeaders().getFirst("Cookie");
        return all != null && List.of(all.split("; *")).contains(cookie);
    }

    Map<String, String> query() {
        String raw = exchange.getRequestURI().getRawQuery();
        Map<String, String> query = new TreeMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    JsonNode body() throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(LONGEST_BODY);
        return MAPPER.readTree(bytes);
    }

    void json(int status, Object value) throws IOException {
        send(status, JSON, MAPPER.writeValueAsBytes(value));
    }

    void html(int status, String page) throws IOException {
        send(status, HTML, page.getBytes(StandardCharsets.UTF_8));
    }

    void nothing() throws IOException {
        exchange.sendResponseHeaders(204, -1);
    }

    void redirect(String address) throws IOException {
        exchange.getResponseHeaders().set("Location", address);
        exchange.sendResponseHeaders(302, -1);
    }

    void send(int status, String type, byte[] bytes) throws IOException {
        head(type);
        exchange.sendResponseHeaders(status, headOnly() || bytes.length == 0 ? -1 : bytes.length);
        if (!headOnly()) {
            exchange.getResponseBody().write(bytes);
        }
    }

    /**
     * Begins an answer whose body grows; every write to it is sent at once if it is flushed.
     *
     * @param length in bytes, or {@link #OPEN_END}
     */
    OutputStream stream(String type, long length) throws IOException {
        head(type);
        exchange.sendResponseHeaders(200, length);
        return exchange.getResponseBody();
    }

    private void head(String type) {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
    }
}
