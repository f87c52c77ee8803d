package org.wenda.gallery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Serves the built gallery on loopback, with {@link GalleryBot} behind every page, and keeps what was asked and what
 * the pages report of themselves.
 */
public final class GallerySite implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HTML = "text/html; charset=utf-8";
    private static final Map<String, String> TYPES = Map.of(
            "html", HTML,
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    private final Path folder;
    private final GalleryBot bot;
    private final BotClock clock = new BotClock();
    private final ExecutorService threads;
    private final HttpServer server;
    private final WebSocketServer sockets;
    private final Map<String, Mailbox> mailboxes = new ConcurrentHashMap<>();
    private final Map<String, DirectLine> conversations = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Truth> truths = new ArrayList<>();
    private final List<String> witnessed = new ArrayList<>();

    /** Starts with the gallery that {@code src/test/gallery/build} built into {@code target/gallery}. */
    public static GallerySite start(Tempo tempo) {
        return new GallerySite(Path.of("target", "gallery"), tempo);
    }

    GallerySite(Path folder, Tempo tempo) {
        if (!Files.isRegularFile(folder.resolve("built"))) {
            throw new IllegalStateException(
                    folder + " is missing or half built. Run src/test/gallery/build first (needs Node and npm).");
        }
        this.folder = folder.toAbsolutePath().normalize();
        this.bot = new GalleryBot(tempo);
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "gallery");
            thread.setDaemon(true);
            return thread;
        });
        try {
            this.sockets = new WebSocketServer(threads, this::connected);
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::file);
        server.createContext("/bot/ask", this::ask);
        server.createContext("/bot/stream", exchange -> stream(exchange, "application/x-ndjson", "", "\n"));
        server.createContext("/bot/sse", exchange -> stream(exchange, "text/event-stream", "data: ", "\n\n"));
        server.createContext("/bot/say", this::say);
        server.createContext("/bot/poll", this::poll);
        server.createContext("/bot/socket", this::socket);
        server.createContext("/v3/directline/", this::directLine);
        server.createContext("/truth", this::truth);
        server.createContext("/witness", this::witness);
        server.createContext("/refusal/", this::refuse);
        server.createContext("/challenge-once/", this::challengeOnce);
        server.start();
    }

    /** Returns the address of a page in its usual manner. */
    public URI page(String kit) {
        return page(kit, "");
    }

    /** Returns the address of a page in one of its manners. */
    public URI page(String kit, String query) {
        return at("/" + kit + "/" + (query.isEmpty() ? "" : "?" + query));
    }

    public URI page(GalleryPage page) {
        return page(page.kit(), page.query());
    }

    /** Returns the address of a host that does not serve its page. */
    public URI page(Refusal refusal) {
        return at("/refusal/" + refusal.name());
    }

    /** Returns the address of a page whose host challenges the first request and lets a browser's second one in. */
    public URI challengedOnce(String kit) {
        return at("/challenge-once/" + kit + "/");
    }

    /** Returns what the pages saw done that their visitor should not do, and what was chosen on the way to the chat. */
    public List<String> witnessed() {
        synchronized (witnessed) {
            return List.copyOf(witnessed);
        }
    }

    /** Returns the questions that reached the bot, in order. */
    public List<String> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    /** Returns what the pages have reported so far, in order. */
    public List<Truth> truths() {
        synchronized (truths) {
            return List.copyOf(truths);
        }
    }

    /**
     * Returns what the pages have reported as soon as it is so much.
     *
     * @throws AssertionError if it is less at the end of the limit
     */
    public List<Truth> awaitTruths(int count, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        synchronized (truths) {
            while (truths.size() < count) {
                long leftMs = (end - System.nanoTime()) / 1_000_000;
                if (leftMs <= 0) {
                    throw new AssertionError("after " + limit + " the pages had reported " + truths.size() + " of "
                            + count + " turns; the bot was asked " + asked());
                }
                truths.wait(leftMs);
            }
            return List.copyOf(truths);
        }
    }

    @Override
    public void close() {
        clock.close();
        server.stop(0);
        try {
            sockets.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private URI at(String pathAndQuery) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + pathAndQuery);
    }

    private BotReply answer(String question) {
        synchronized (asked) {
            asked.add(question);
        }
        return bot.reply(question);
    }

    /** The whole script at once, as soon as something would be said; the page plays the rest. */
    private void ask(HttpExchange exchange) throws IOException {
        List<Script.Event> events = Script.of(answer(question(exchange)));
        if (!clock.passes(events.get(0).afterMs())) {
            return;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < events.size(); i++) {
            body.withArray("events")
                    .add(events.get(i)
                            .json()
                            .put("afterMs", i == 0 ? 0 : events.get(i).afterMs()));
        }
        send(exchange, 200, "application/json", body.toString());
    }

    private void stream(HttpExchange exchange, String type, String before, String after) throws IOException {
        List<Script.Event> events = Script.of(answer(question(exchange)));
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (Script.Event event : events) {
                if (!clock.passes(event.afterMs())) {
                    return;
                }
                out.write((before + event.json() + after).getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        }
    }

    private void say(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        Mailbox mailbox = mailbox(body.path("visitor").asText());
        BotReply reply = answer(body.path("question").asText());
        send(exchange, 202, "application/json", "{}");
        play(reply, mailbox::put);
    }

    private void poll(HttpExchange exchange) throws IOException {
        try {
            String events = mailbox(parameter(exchange, "visitor")).take().toString();
            send(exchange, 200, "application/json", "{\"events\":" + events + "}");
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private Mailbox mailbox(String visitor) {
        return mailboxes.computeIfAbsent(visitor, each -> new Mailbox());
    }

    private void socket(HttpExchange exchange) throws IOException {
        send(exchange, 200, "application/json", "{\"url\":\"" + sockets.uri("/bot") + "\"}");
    }

    private Consumer<String> connected(String path, WebSocketServer.Line line) {
        DirectLine conversation = conversations.get(path.substring(path.lastIndexOf('/') + 1));
        if (conversation != null) {
            conversation.connect(line);
            return keepAlive -> {};
        }
        return text -> {
            BotReply reply = answer(question(text));
            threads.execute(() -> play(reply, event -> line.send(event.toString())));
        };
    }

    private void play(BotReply reply, Consumer<ObjectNode> listener) {
        for (Script.Event event : Script.of(reply)) {
            if (!clock.passes(event.afterMs())) {
                return;
            }
            listener.accept(event.json());
        }
    }

    private void directLine(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI()
                .getPath()
                .substring("/v3/directline/".length())
                .split("/", -1);
        boolean posts = exchange.getRequestMethod().equals("POST");
        DirectLine conversation = path.length < 2 ? null : conversations.get(path[1]);
        if (path[0].equals("conversations") && path.length == 1 && posts) {
            send(exchange, 201, "application/json", startConversation().toString());
        } else if (conversation == null || path.length < 3) {
            send(exchange, 404, "application/json", "{\"error\":{\"code\":\"BadArgument\",\"message\":\"Unknown\"}}");
        } else if (posts) {
            JsonNode activity = JSON.readTree(exchange.getRequestBody());
            ObjectNode added = conversation.post(activity);
            send(exchange, 200, "application/json", "{\"id\":" + added.get("id") + "}");
            if (activity.path("type").asText().equals("message")) {
                conversation.say(answer(activity.path("text").asText()));
            }
        } else {
            String watermark = parameter(exchange, "watermark");
            int from = watermark.matches("\\d{1,9}") ? Integer.parseInt(watermark) : 0;
            send(exchange, 200, "application/json", conversation.since(from).toString());
        }
    }

    private ObjectNode startConversation() {
        String id = "gallery" + (conversations.size() + 1);
        conversations.put(id, new DirectLine(id, at("/"), clock));
        return JsonNodeFactory.instance
                .objectNode()
                .put("conversationId", id)
                .put("token", "gallery")
                .put("expires_in", 3600)
                .put("streamUrl", sockets.uri("/directline/" + id).toString());
    }

    private void truth(HttpExchange exchange) throws IOException {
        Truth truth = JSON.treeToValue(JSON.readTree(exchange.getRequestBody()), Truth.class);
        synchronized (truths) {
            truths.add(truth);
            truths.notifyAll();
        }
        send(exchange, 204, "text/plain", "");
    }

    private void witness(HttpExchange exchange) throws IOException {
        String what = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        synchronized (witnessed) {
            witnessed.add(what);
        }
        send(exchange, 204, "text/plain", "");
    }

    private void refuse(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Refusal refusal = Refusal.valueOf(path.substring(path.lastIndexOf('/') + 1));
        if (refusal.retryAfter() != null) {
            exchange.getResponseHeaders().set("Retry-After", refusal.retryAfter());
        }
        send(exchange, refusal.status(), HTML, refusal.page());
    }

    private void challengeOnce(HttpExchange exchange) throws IOException {
        String cookies = String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
        if (cookies.contains("browser=yes")) {
            String kit = exchange.getRequestURI().getPath().substring("/challenge-once".length());
            exchange.getResponseHeaders().set("Location", kit);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
            return;
        }
        String script =
                "<script>document.cookie = 'browser=yes; path=/'; setTimeout(() => location.reload(), 400)</script>";
        send(exchange, 412, HTML, "<!doctype html><link rel=\"icon\" href=\"data:,\">" + script);
    }

    private void file(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Path file = folder.resolve("." + path + (path.endsWith("/") ? "index.html" : ""))
                .normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            send(exchange, 404, "text/plain; charset=utf-8", "没有这个页面");
            return;
        }
        String name = file.getFileName().toString();
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        send(exchange, 200, type, Files.readAllBytes(file));
    }

    private static String question(HttpExchange exchange) throws IOException {
        return exchange.getRequestMethod().equals("GET")
                ? parameter(exchange, "question")
                : question(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** Some kits send a JSON text inside a JSON text. */
    private static String question(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return (json.isTextual() ? JSON.readTree(json.textValue()) : json)
                    .path("question")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String parameter(HttpExchange exchange, String name) {
        String query = exchange.getRequestURI().getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        send(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
