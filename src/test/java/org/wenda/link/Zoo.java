package org.wenda.link;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Scanner;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import okhttp3.Dns;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Every way in which a link can lead somewhere or nowhere, on loopback. */
final class Zoo implements AutoCloseable {
    static final String MATTER = "临时居民身份证申领";

    private static final Charset GBK = Charset.forName("GBK");
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String NAV = "<nav><a href='/'>首页</a> <a href='/list'>办事服务</a></nav>";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer http;
    private final HttpsServer selfSigned;
    private final HttpsServer expired;
    private final ServerSocket raw;
    private final byte[] bomb = packedBomb();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    private Zoo() throws IOException {
        http = HttpServer.create(loopback(), 0);
        http.createContext("/", this::visited);
        selfSigned = secured(certificate(Instant.now().plus(Duration.ofDays(1))));
        expired = secured(certificate(Instant.now().minus(Duration.ofDays(1))));
        raw = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    static Zoo open() {
        try {
            Zoo zoo = new Zoo();
            for (HttpServer server : List.of(zoo.http, zoo.selfSigned, zoo.expired)) {
                server.setExecutor(zoo.threads);
                server.start();
            }
            zoo.threads.execute(zoo::answerRaw);
            return zoo;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static HeldCertificate certificate(Instant until) {
        return new HeldCertificate.Builder()
                .commonName("localhost")
                .addSubjectAlternativeName("localhost")
                .validityInterval(until.minus(Duration.ofDays(30)).toEpochMilli(), until.toEpochMilli())
                .build();
    }

    private HttpsServer secured(HeldCertificate certificate) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        SSLContext context = new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslContext();
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", this::visited);
        return server;
    }

    /**
     * Fills in where the cages are: {@code {zoo}}, {@code {local}}, {@code {tls}}, {@code {expired}}, {@code {raw}}.
     */
    String address(String pattern) {
        return pattern.replace("{zoo}", "http://127.0.0.1:" + http.getAddress().getPort())
                .replace("{local}", "http://localhost:" + http.getAddress().getPort())
                .replace("{port}", String.valueOf(http.getAddress().getPort()))
                .replace("{tls}", "https://localhost:" + selfSigned.getAddress().getPort())
                .replace(
                        "{expired}", "https://localhost:" + expired.getAddress().getPort())
                .replace("{raw}", "http://127.0.0.1:" + raw.getLocalPort());
    }

    /** Names that lead to the zoo, or elsewhere; every other name is unknown. */
    static Dns names() {
        return host -> {
            if (host.equals("localhost") || host.endsWith(".gov.cn") || host.endsWith(".example.com")) {
                return List.of(InetAddress.getLoopbackAddress());
            }
            if (host.equals("inside.test")) {
                return List.of(InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.1.2.3"));
            }
            throw new UnknownHostException(host);
        };
    }

    /** Returns what was asked for over HTTP so far: method, path and query, and the cookies that came along. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() throws IOException {
        http.stop(0);
        selfSigned.stop(0);
        expired.stop(0);
        raw.close();
        threads.shutdownNow();
    }

    private void visited(HttpExchange exchange) throws IOException {
        String cookie = exchange.getRequestHeaders().getFirst("Cookie");
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + (cookie == null ? "" : " " + cookie));
        try (exchange) {
            show(exchange, exchange.getRequestURI().getPath());
        } catch (IOException e) {
            // The visitor had seen enough and left.
            exchange.close();
        }
    }

    private void show(HttpExchange exchange, String path) throws IOException {
        if (path.startsWith("/soft/")) {
            page(exchange, 200, "演示市政务服务网", "<div class='box'>精彩内容马上呈现，欢迎浏览本站其他栏目。" + NAV + "</div>");
            return;
        }
        if (path.startsWith("/hop/")) {
            int number = Integer.parseInt(path.substring(5));
            redirect(exchange, number == 0 ? "/guide" : "/hop/" + (number - 1));
            return;
        }
        switch (path) {
            case "/" -> page(exchange, 200, "演示市政务服务网", NAV + "<p>热点服务 通知公告 部门动态</p>");
            case "/guide" -> guide(exchange, StandardCharsets.UTF_8, "text/html; charset=utf-8");
            case "/service" ->
                page(
                        exchange,
                        200,
                        MATTER + "-在线办理",
                        "<h1>" + MATTER
                                + "</h1><form><label>申请人姓名<input name=name></label><label>证件号码<input name=no></label>"
                                + "<button>下一步</button></form>");
            case "/news" ->
                page(exchange, 200, MATTER + "看这里", "<h1>" + MATTER + "看这里</h1><p>近日，市公安局提醒广大市民，可就近前往户政窗口。</p>");
            case "/other" -> page(exchange, 200, "护照首次申请-办事指南", "<h1>护照首次申请</h1><p>受理条件 申请材料 办理流程：略。本页与所问无关。</p>");
            case "/loop" -> redirect(exchange, "/loop2");
            case "/loop2" -> redirect(exchange, "/loop");
            case "/cross" -> redirect(exchange, address("{local}/guide"));
            case "/relative" -> redirect(exchange, "guide");
            case "/protocol-relative" ->
                redirect(exchange, "//127.0.0.1:" + http.getAddress().getPort() + "/guide");
            case "/abroad" ->
                redirect(
                        exchange, "http://shop.example.com:" + http.getAddress().getPort() + "/guide");
            case "/sister" ->
                redirect(exchange, "http://gjj.city.gov.cn:" + http.getAddress().getPort() + "/guide");
            case "/meta" ->
                page(exchange, 200, "跳转中", "<meta http-equiv=refresh content=\"0; URL='/guide'\"><p>正在跳转</p>");
            case "/script" -> page(exchange, 200, "", "<script>window.location.href = \"/guide\";</script>");
            case "/gone-then-home" ->
                page(exchange, 200, "提示", "<meta http-equiv=refresh content='3;url=/'><p>您访问的页面不存在，3秒后返回首页</p>");
            case "/no-location" -> send(exchange, 302, "text/html", new byte[0]);
            case "/to-script" -> redirect(exchange, "javascript:alert(1)");
            case "/to-private" -> redirect(exchange, "http://10.0.0.1/admin");
            case "/to-metadata" -> redirect(exchange, "http://169.254.169.254/latest/meta-data/");
            case "/to-octal" -> redirect(exchange, "http://0xa9.0376.43518/");
            case "/to-name-inside" -> redirect(exchange, "http://inside.test/");
            case "/removed" -> page(exchange, 200, "提示", "<p>对不起，该事项已下架，请返回首页。</p>");
            case "/home" -> redirect(exchange, "/");
            case "/to-login" -> redirect(exchange, "/sso/login?service=x");
            case "/sso/login" ->
                page(
                        exchange,
                        200,
                        "统一身份认证平台",
                        "<form><input name=u placeholder=手机号><input type=password name=p><button>登录</button></form>");
            case "/apply-login" ->
                page(
                        exchange,
                        200,
                        MATTER,
                        "<h1>" + MATTER + "</h1><form><input name=u><input type=password></form><p>请登录后办理</p>");
            case "/cookie" -> cookie(exchange);
            case "/401" -> send(exchange, 401, "text/html", html("需要登录", "<p>需要登录</p>"));
            case "/403" -> send(exchange, 403, "text/html", html("Forbidden", "<p>Forbidden</p>"));
            case "/404" -> send(exchange, 404, "text/html", html("404", "<p>404</p>"));
            case "/410" -> send(exchange, 410, "text/html", html("410", "<p>410</p>"));
            case "/412" ->
                send(exchange, 412, "text/html", html("", "<script>$_ts=window['$_ts'];if(!$_ts)$_ts={};</script>"));
            case "/429" -> {
                exchange.getResponseHeaders().set("Retry-After", "7200");
                send(exchange, 429, "text/html", html("429", "<p>Too Many Requests</p>"));
            }
            case "/500" -> send(exchange, 500, "text/html", html("500", "<p>Whitelabel Error Page</p>"));
            case "/503-soon" -> {
                boolean first = asked.stream()
                                .filter(line -> line.equals("GET /503-soon"))
                                .count()
                        == 1;
                exchange.getResponseHeaders().set("Retry-After", "0");
                if (first) {
                    send(exchange, 503, "text/html", html("503", "<p>busy</p>"));
                } else {
                    guide(exchange, StandardCharsets.UTF_8, "text/html");
                }
            }
            case "/503-late" -> {
                exchange.getResponseHeaders().set("Retry-After", "3600");
                send(exchange, 503, "text/html", html("503", "<p>busy</p>"));
            }
            case "/jsl" ->
                page(
                        exchange,
                        200,
                        "",
                        "<script>document.cookie='__jsl_clearance='+go();location.href=location.pathname+location.search</script>");
            case "/slider" -> page(exchange, 202, "安全验证", "<p>请完成安全验证：按住滑块，拖动到最右边</p>");
            case "/empty" -> send(exchange, 200, "text/html", new byte[0]);
            case "/gbk-as-utf8" -> guide(exchange, GBK, "text/html; charset=utf-8");
            case "/gb18030-undeclared" -> guide(exchange, GB18030, "text/html");
            case "/gb2312-declared" -> guide(exchange, GBK, "text/html; charset=gb2312");
            case "/utf8-as-gbk" -> guide(exchange, StandardCharsets.UTF_8, "text/html; charset=GBK");
            case "/pdf" -> send(exchange, 200, "application/pdf", "%PDF-1.4 ...".getBytes(StandardCharsets.US_ASCII));
            case "/pdf-unnamed" ->
                send(exchange, 200, "application/octet-stream", "%PDF-1.4 ...".getBytes(StandardCharsets.US_ASCII));
            case "/pdf-false" -> send(exchange, 200, "application/pdf", html("提示", "<p>文件不存在或已被删除</p>"));
            case "/app/" -> page(exchange, 200, "一网通办", "<div id=app></div><script src=/app.js></script>");
            case "/gigabyte" -> gigabyte(exchange, "text/html", html(MATTER, "<h1>" + MATTER + "</h1>"));
            case "/gigabyte-zip" -> gigabyte(exchange, "application/zip", "PK".getBytes(StandardCharsets.US_ASCII));
            case "/bomb" -> bomb(exchange);
            case "/brotli" -> {
                exchange.getResponseHeaders().set("Content-Encoding", "br");
                guide(exchange, StandardCharsets.UTF_8, "text/html");
            }
            default -> send(exchange, 404, "text/html", html("404", "<p>Not Found</p>"));
        }
    }

    private static void cookie(HttpExchange exchange) throws IOException {
        if (exchange.getRequestHeaders().getFirst("Cookie") == null) {
            exchange.getResponseHeaders().set("Set-Cookie", "seen=1; Path=/");
            redirect(exchange, "/cookie");
        } else {
            guide(exchange, StandardCharsets.UTF_8, "text/html; charset=utf-8");
        }
    }

    private static void guide(HttpExchange exchange, Charset charset, String type) throws IOException {
        String page = "<!DOCTYPE html><html><head><title>" + MATTER + "-办事指南</title></head><body><h1>" + MATTER
                + "</h1><h2>受理条件</h2><p>居民身份证丢失补领期间急需使用的，可以申请。</p><h2>申请材料</h2><p>户口簿，近期免冠照片。</p>"
                + "<h2>办理流程</h2><p>申请、审核、制证、领取。</p><h2>法定时限</h2><p>三个工作日。</p></body></html>";
        send(exchange, 200, type, page.getBytes(charset));
    }

    private static byte[] html(String title, String body) {
        return ("<!DOCTYPE html><html><head><meta charset=utf-8><title>" + title + "</title></head><body>" + body
                        + "</body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void page(HttpExchange exchange, int status, String title, String body) throws IOException {
        send(exchange, status, "text/html; charset=utf-8", html(title, body));
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        send(exchange, 302, "text/html", html("302", ""));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static void gigabyte(HttpExchange exchange, String type, byte[] head) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, 1L << 30);
        OutputStream out = exchange.getResponseBody();
        out.write(head);
        byte[] filler = "<p>填充</p>\n".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        for (long sent = head.length; sent + filler.length < 1L << 30; sent += filler.length) {
            out.write(filler);
        }
    }

    private void bomb(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        send(exchange, 200, "text/html; charset=utf-8", bomb);
    }

    private static byte[] packedBomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(html(MATTER, "<h1>" + MATTER + "</h1>"));
            byte[] filler = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 16; i++) {
                gzip.write(filler);
            }
        }
        return packed.toByteArray();
    }

    private void answerRaw() {
        while (!raw.isClosed()) {
            try {
                Socket socket = raw.accept();
                threads.execute(() -> answerRaw(socket));
            } catch (IOException e) {
                // Closed: the zoo shuts.
                return;
            }
        }
    }

    private void answerRaw(Socket socket) {
        try (socket) {
            String path = new Scanner(socket.getInputStream(), StandardCharsets.ISO_8859_1)
                    .useDelimiter("\r\n")
                    .next()
                    .split(" ", 3)[1];
            asked.add("RAW " + path);
            answerRaw(socket, path);
        } catch (IOException | NoSuchElementException e) {
            // The visitor left.
            return;
        }
    }

    private void answerRaw(Socket socket, String path) throws IOException {
        OutputStream out = socket.getOutputStream();
        String ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n";
        switch (path) {
            case "/hangs-up" -> socket.setSoLinger(true, 0);
            case "/silent" -> socket.getInputStream().readAllBytes();
            case "/garbage" -> out.write("SSH-2.0-OpenSSH_9.2\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            case "/slow-page" -> {
                out.write((ok + "<title>" + MATTER + "</title><h1>" + MATTER + "</h1><p>")
                        .getBytes(StandardCharsets.UTF_8));
                out.flush();
                socket.getInputStream().readAllBytes();
            }
            case "/cut" ->
                out.write(
                        ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 9999\r\n\r\n<title>"
                                        + MATTER + "</title><h1>" + MATTER + "</h1>")
                                .getBytes(StandardCharsets.UTF_8));
            case "/flaky" -> {
                if (asked.stream().filter("RAW /flaky"::equals).count() == 1) {
                    socket.setSoLinger(true, 0);
                } else {
                    out.write((ok + "<title>" + MATTER + "</title><h1>" + MATTER + "</h1>")
                            .getBytes(StandardCharsets.UTF_8));
                }
            }
            default ->
                out.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }
}
