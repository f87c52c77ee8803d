package org.wenda.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.wenda.link.HostGate;
import org.wenda.link.LinkKind;
import org.wenda.link.LinkLimits;
import org.wenda.link.LinkTrace;
import org.wenda.link.LinkTracer;
import org.wenda.link.Matter;
import org.wenda.link.OfferedLink;
import org.wenda.link.Site;

/**
 * Two hundred links over several hosts through a gate that paces each host, against the least time that this pacing
 * allows; and how much memory a body of one gigabyte takes.
 *
 * <p>Arguments, which may be left out: links, hosts, milliseconds between two requests to one host.
 */
public final class LinkBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Matter MATTER = new Matter("临时居民身份证申领", List.of());
    private static final Site SITE = new Site(Set.of(), true);
    private static final String GUIDE = "<title>临时居民身份证申领-办事指南</title><h1>临时居民身份证申领</h1>"
            + "<p>受理条件 申请材料 办理流程 法定时限</p>".repeat(500);

    private LinkBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        int links = argument(arguments, 0, 200);
        int hosts = argument(arguments, 1, 8);
        Duration gap = Duration.ofMillis(argument(arguments, 2, 500));
        List<HttpServer> servers = new ArrayList<>();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            for (int i = 0; i < hosts; i++) {
                servers.add(serve(threads));
            }
            pace(links, servers, gap);
            gigabyte(servers.get(0), "text/html");
            gigabyte(servers.get(0), "application/zip");
        } finally {
            servers.forEach(server -> server.stop(0));
            threads.shutdownNow();
        }
    }

    private static int argument(String[] arguments, int place, int otherwise) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
    }

    private static void pace(int links, List<HttpServer> servers, Duration gap)
            throws InterruptedException, ExecutionException {
        PacedGate gate = new PacedGate(gap);
        Map<String, Integer> verdicts = new TreeMap<>();
        long start = System.nanoTime();
        try (LinkTracer tracer = new LinkTracer(gate, LinkLimits.DEFAULT, Clock.systemUTC(), new Random(1))) {
            ExecutorService workers = Executors.newFixedThreadPool(servers.size());
            List<Future<List<LinkTrace>>> lanes = new ArrayList<>();
            for (HttpServer server : servers) {
                lanes.add(workers.submit(lane(tracer, server, links / servers.size())));
            }
            for (Future<List<LinkTrace>> lane : lanes) {
                lane.get().forEach(trace -> verdicts.merge(trace.verdict().wire(), 1, Integer::sum));
            }
            workers.shutdown();
        }
        double took = (System.nanoTime() - start) / 1e9;
        double least = gate.least(gap);
        OUT.printf(
                "%d links, %d hosts, %d ms between requests, %d requests: %.2f s; the pacing alone %.2f s; %.1f %% over; %s%n",
                links, servers.size(), gap.toMillis(), gate.requests(), took, least, 100 * (took / least - 1), verdicts);
    }

    private static Callable<List<LinkTrace>> lane(LinkTracer tracer, HttpServer server, int links) {
        return () -> {
            List<LinkTrace> traces = new ArrayList<>();
            for (int i = 0; i < links; i++) {
                String[] paths = {"/guide/" + i, "/hop/" + i, "/news/" + i, "/gone/" + i};
                traces.add(tracer.trace(link(server, paths[i % 4]), MATTER, SITE).trace());
            }
            return traces;
        };
    }

    private static OfferedLink link(HttpServer server, String path) {
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + path;
        return new OfferedLink(1, LinkKind.ANCHOR, "在线办理", address);
    }

    private static void gigabyte(HttpServer server, String type) throws InterruptedException {
        System.gc();
        long before = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        LinkTrace trace;
        try (LinkTracer tracer =
                new LinkTracer(HostGate.OPEN, LinkLimits.DEFAULT, Clock.systemUTC(), new Random(1))) {
            trace = tracer.trace(link(server, "/gigabyte?" + type), MATTER, SITE).trace();
        }
        long peak = heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        OUT.printf(
                "1 GB of %s: %s in %.2f s; heap before %d MiB, peak %d MiB of at most %d MiB%n",
                type,
                trace.verdict().wire(),
                (System.nanoTime() - start) / 1e9,
                before >> 20,
                peak >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static HttpServer serve(ExecutorService threads) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", LinkBench::answer);
        server.setExecutor(threads);
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/gigabyte")) {
            pour(exchange, exchange.getRequestURI().getQuery());
        } else if (path.startsWith("/hop/")) {
            exchange.getResponseHeaders().set("Location", "/landed/" + path.substring(5));
            send(exchange, 302, "");
        } else if (path.startsWith("/gone/") || path.contains("wenda")) {
            send(exchange, 404, "gone");
        } else if (path.startsWith("/news/")) {
            send(exchange, 200, "<title>工作动态</title><h1>会议召开</h1><p>" + path + "</p>");
        } else {
            send(exchange, 200, GUIDE);
        }
    }

    private static void send(HttpExchange exchange, int status, String html) throws IOException {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void pour(HttpExchange exchange, String type) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, 1L << 30);
        byte[] piece = "<div class=a><p>办理<b>条件</b></p></div>\n".repeat(2_000).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = exchange.getResponseBody()) {
            for (long sent = 0; sent + piece.length < 1L << 30; sent += piece.length) {
                out.write(piece);
            }
        } catch (IOException e) {
            // The reader has had enough, which is what is measured.
            exchange.close();
        }
    }

    /** One request at a time per host and port, and a rest between two of them. */
    private static final class PacedGate implements HostGate {
        private final Duration gap;
        private final Map<String, Door> doors = new ConcurrentHashMap<>();

        PacedGate(Duration gap) {
            this.gap = gap;
        }

        @Override
        public Pass enter(URI address) throws InterruptedException {
            Door door = doors.computeIfAbsent(address.getAuthority(), host -> new Door());
            door.turn.acquire();
            long wait = door.free - System.nanoTime();
            if (door.requests > 0 && wait > 0) {
                Thread.sleep(Duration.ofNanos(wait).toMillis() + 1);
            }
            door.requests++;
            // From one beginning to the next, so that the least time is known beforehand.
            door.free = System.nanoTime() + gap.toNanos();
            return new Pass() {
                @Override
                public void rest(long retryAfterSeconds) {}

                @Override
                public void close() {
                    door.turn.release();
                }
            };
        }

        int requests() {
            return doors.values().stream().mapToInt(door -> door.requests).sum();
        }

        double least(Duration gap) {
            int most = doors.values().stream().mapToInt(door -> door.requests).max().orElse(1);
            return gap.toMillis() * (most - 1) / 1e3;
        }

        private static final class Door {
            private final Semaphore turn = new Semaphore(1);
            private int requests;
            private long free;
        }
    }
}
