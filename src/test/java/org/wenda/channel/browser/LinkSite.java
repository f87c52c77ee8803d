package org.wenda.channel.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A chatbot whose answers are links of every manner, the pages that they lead to on another site ({@code localhost}),
 * and a host that must not be visited ({@code 127.0.0.2}). Keeps what was asked of it.
 */
public final class LinkSite implements AutoCloseable {
    private static final long FORGETS_WITHIN_S = 30;

    private static final int HEAVY_CHUNKS = 400;

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "link-site");
        thread.setDaemon(true);
        return thread;
    });
    private final List<String> visited = new CopyOnWriteArrayList<>();
    private final List<String> forbidden = new CopyOnWriteArrayList<>();
    private final Semaphore clickForgotten = new Semaphore(0);
    private final HttpServer open;
    private final HttpServer closed;

    public LinkSite() {
        try {
            open = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            closed =
                    HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.setExecutor(threads);
        open.createContext("/", this::answer);
        closed.createContext("/", exchange -> {
            forbidden.add(exchange.getRequestURI().toString());
            send(exchange, "text/html", "<h1>secret</h1>");
        });
        open.start();
        closed.start();
    }

    /**
     * Returns the address of the chat.
     *
     * @param keeps what the page does to its conversation; empty for nothing
     */
    public URI chat(String keeps) {
        return URI.create("http://127.0.0.1:" + open.getAddress().getPort() + "/chat?keeps=" + keeps);
    }

    /** Returns the page that holds the chat in a frame of another site. */
    URI framed() {
        return URI.create("http://localhost:" + open.getAddress().getPort() + "/framed");
    }

    public String page(String name) {
        return "http://localhost:" + open.getAddress().getPort() + "/page/" + name;
    }

    String secret() {
        return "http://127.0.0.2:" + closed.getAddress().getPort() + "/secret";
    }

    /** Whether an address may be visited: all but the forbidden host. */
    boolean mayVisit(URI address) {
        return !"127.0.0.2".equals(address.getHost());
    }

    /** Returns the paths that were asked for, in order. */
    public List<String> visited() {
        return List.copyOf(visited);
    }

    /** Returns what reached the host that must not be visited. */
    public List<String> forbidden() {
        return List.copyOf(forbidden);
    }

    @Override
    public void close() {
        open.stop(0);
        closed.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        visited.add(path);
        if (path.equals("/chat")) {
            send(exchange, "text/html; charset=utf-8", resource("links.html"));
        } else if (path.equals("/framed")) {
            String frame = "<iframe src='" + chat("") + "' width=500 height=520></iframe>";
            send(exchange, "text/html; charset=utf-8", page("演示门户", "<h1>门户</h1>" + frame));
        } else if (path.equals("/slow")) {
            slow(exchange);
        } else if (path.equals("/forgotten")) {
            clickForgotten.release();
            send(exchange, "text/plain", "ok");
        } else if (path.startsWith("/page/")) {
            page(exchange, path.substring("/page/".length()));
        } else {
            send(exchange, "text/plain", "ok");
        }
    }

    private void page(HttpExchange exchange, String name) throws IOException {
        switch (name) {
            case "file" -> {
                exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=form.doc");
                send(exchange, "application/msword", "not a page");
            }
            case "heavy" -> heavy(exchange);
            case "declared" -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(200, 1L << 30);
                try (OutputStream body = exchange.getResponseBody()) {
                    body.write("<h1>1 GB</h1>".getBytes(UTF_8));
                    body.flush();
                    byte[] more = "<p>办</p>".repeat(10_000).getBytes(UTF_8);
                    while (!Thread.currentThread().isInterrupted()) {
                        body.write(more);
                    }
                } catch (IOException stopped) {
                    // The browser did not want it all.
                }
            }
            default -> send(exchange, "text/html; charset=utf-8", body(name));
        }
    }

    /** Answers once the page has told that the browser no longer lets it open windows because of the click. */
    private void slow(HttpExchange exchange) throws IOException {
        try {
            boolean told = clickForgotten.tryAcquire(FORGETS_WITHIN_S, TimeUnit.SECONDS);
            send(exchange, "text/plain", told ? "ok" : "the click was not forgotten");
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Twelve megabytes of elements. */
    private static void heavy(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        byte[] chunk = ("<p>办理条件</p>" + "<b></b>".repeat(4000)).getBytes(UTF_8);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write("<!doctype html><title>很大</title><h1>很大的页面</h1>".getBytes(UTF_8));
            for (int i = 0; i < HEAVY_CHUNKS; i++) {
                body.write(chunk);
            }
        } catch (IOException stopped) {
            // The browser did not want it all.
        }
    }

    private String body(String name) {
        return switch (name) {
            case "guide" -> page("办事指南 - 演示市", "<h1>临时居民身份证申领</h1><p>办理条件：无。</p><form><button>提交</button></form>");
            case "service" -> page("在线办理 - 演示市", "<h2>在线办理入口</h2><a href='/page/pressed'>在线办理</a>");
            case "plain" -> page("通知", "<p>没有标题的通知。</p>");
            case "to-guide" -> page("事项", "<h1>事项</h1><a href='/page/service'>办事指南</a>");
            case "blank" -> "<!doctype html><title>空</title><p>这里显示指南。</p>";
            case "jump" -> page("提示", "<p>您即将离开本网站，前往外部链接。</p><a href='/'>返回</a> <a href='/page/guide'>继续访问</a>");
            case "sends-on" ->
                page(
                        "跳转",
                        "<p>3 秒后跳转到外部网站</p><script>setTimeout(() => location.replace('/page/guide'), 1500)</script>");
            case "loop" -> page("循环", "<script>location.replace('/page/loop?' + Math.random())</script>");
            case "alerts" -> page("警告", "<h1>警告</h1><script>while (true) alert('再见')</script>");
            case "hangs" -> page("忙", "<h1>忙</h1><script>setTimeout(() => { while (true); }, 100)</script>");
            case "private" -> page("跳", "<script>location.replace('" + secret() + "')</script>");
            case "private-parts" ->
                page("含外部图片", "<h1>办事指南</h1><img src='" + secret() + "'><iframe src='" + secret() + "'></iframe>");
            case "shell" ->
                "<!doctype html><title>壳</title><div id=app></div><script>setTimeout(() => {"
                        + " app.innerHTML = '<h1>由脚本写成</h1><button>在线办理</button>' }, 1200)</script>";
            case "closes" -> "<!doctype html><title>关</title><script>close()</script>";
            default -> page(name, "<h1>" + name + "</h1>");
        };
    }

    private static String page(String title, String body) {
        return "<!doctype html><html lang=zh-CN><meta charset=utf-8><link rel=icon href=data:,><title>" + title
                + "</title>" + body;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(LinkSite.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static void send(HttpExchange exchange, String type, String text) throws IOException {
        try (exchange) {
            byte[] bytes = text.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException gone) {
            // The browser no longer wanted it.
        }
    }
}
