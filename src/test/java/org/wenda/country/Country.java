package org.wenda.country;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.demo.Asked;
import org.wenda.demo.DemoCity;

/**
 * Portals made of the demonstration city's data, each a server of its own on loopback. They have names that are paced
 * like real ones ({@code caab.country.test}), and several may share a name on different ports. The servers keep their
 * own logs, against which a run is held.
 *
 * <p>To plant what changes from night to night: keep the first night's {@link Sketch#of} list and open the next night's
 * country with some of it replaced. {@link Portal#saying} changes facts and wording, {@code withContentVersion(2)} the
 * content of two matters, {@code withDelay} speed, {@code withFault} outcomes, {@link Portal#behind} availability and
 * widget. A chatbot that words its answers at random gets {@code behaviour.withWords(...)} with a seeded {@code Random}
 * on every night, the first one as well.
 */
public final class Country implements AutoCloseable {
    static final String DOMAIN = ".country.test";

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    /** A question that reached a portal. */
    public record Heard(Portal portal, Asked asked) {}

    private record Opened(
            Portal portal,
            int port,
            @Nullable DemoCity city,
            @Nullable HttpServer wall) {}

    private final List<Opened> opened = new ArrayList<>();

    private Country() {}

    /** Opens the portals; whoever does also closes them. */
    public static Country open(List<Portal> portals) throws IOException {
        Country country = new Country();
        for (Portal portal : portals) {
            country.opened.add(opened(portal));
        }
        return country;
    }

    private static Opened opened(Portal portal) throws IOException {
        if (portal.door() == Portal.Door.WALL) {
            HttpServer wall = wall();
            return new Opened(portal, wall.getAddress().getPort(), null, wall);
        }
        DemoCity city = DemoCity.start(portal.behaviour());
        return new Opened(portal, city.address().getPort(), city, null);
    }

    private static HttpServer wall() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        byte[] page = "<!doctype html><title>403</title><h1>访问被拒绝</h1>".getBytes(UTF_8);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(403, page.length);
                exchange.getResponseBody().write(page);
            }
        });
        server.start();
        return server;
    }

    /** Returns the address by which a portal is paced like one on another machine. */
    public URI address(Portal portal) {
        return address(portal, portal.host());
    }

    /** Returns the address by which a portal is on loopback, where nobody is paced. */
    public URI nearAddress(Portal portal) {
        return address(portal, "127.0.0.1");
    }

    private URI address(Portal portal, String host) {
        int port = opened.stream()
                .filter(one -> one.portal().equals(portal))
                .findFirst()
                .orElseThrow()
                .port();
        return URI.create("http://" + host + ":" + port + portal.door().path());
    }

    /** Returns every question that was received, by hosts, in the order of arrival. */
    public Map<String, List<Heard>> heardByHost() {
        return heard().collect(Collectors.groupingBy(one -> one.portal().host()));
    }

    /** Returns every question that was received, in the order of arrival. */
    public Stream<Heard> heard() {
        return opened.stream()
                .flatMap(one -> one.city() == null
                        ? Stream.empty()
                        : one.city().asked().stream().map(asked -> new Heard(one.portal(), asked)))
                .sorted(Comparator.comparing(one -> one.asked().at()));
    }

    /**
     * Writes a home folder in which the country is all that {@code wenda run --all} knows.
     *
     * @param settings further lines of {@code drivers.properties}
     * @param near whether the portals are named by their loopback addresses
     */
    public Path furnish(Path home, List<String> settings, boolean near) throws IOException {
        copy(Path.of("scenarios", "standard"), home.resolve("scenarios").resolve("standard"));
        Files.copy(
                Path.of("scenarios", "indicators.yaml"),
                home.resolve("scenarios").resolve("indicators.yaml"));
        Path jurisdictions = Files.createDirectories(home.resolve("scenarios").resolve("jurisdictions"));
        for (Opened one : opened) {
            Files.writeString(jurisdictions.resolve(one.portal().id() + ".yaml"), jurisdiction(one, near));
        }
        List<String> lines = new ArrayList<>(settings);
        // Here, a question that a server hears twice is a fault.
        lines.add("run.twice = 0");
        lines.add("browser.binary = " + browser(home));
        Files.write(home.resolve("drivers.properties"), lines);
        Files.write(hosts(home), hostLines());
        return home;
    }

    /** Returns the file by which Java finds the country's names. */
    static Path hosts(Path home) {
        return home.resolve("hosts");
    }

    private List<String> hostLines() {
        return opened.stream()
                .map(one -> "127.0.0.1 " + one.portal().host())
                .distinct()
                .toList();
    }

    /** A browser's argument with blanks in it does not fit into the settings. */
    private static Path browser(Path home) throws IOException {
        Path program = home.resolve("browser").toAbsolutePath();
        Files.writeString(program, """
                #!/bin/sh
                exec /usr/bin/chromium --host-resolver-rules='MAP *%s 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1' "$@"
                """.formatted(DOMAIN));
        if (!program.toFile().setExecutable(true)) {
            throw new IOException("cannot be made a program: " + program);
        }
        return program;
    }

    private String jurisdiction(Opened one, boolean near) {
        Portal portal = one.portal();
        boolean province = portal.id().startsWith("p");
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("schemaVersion", "1");
        lines.put("id", portal.id());
        lines.put("name", (province ? "省" : "市") + portal.id());
        lines.put("nameEn", portal.id());
        lines.put("level", province ? "省级" : "重点城市");
        lines.put("region", "东部");
        String parent = portal.parent();
        if (parent != null) {
            lines.put("parent", parent);
        }
        if (parent != null && opened.stream().anyMatch(other -> shares(portal, other.portal()))) {
            lines.put("regionCode", "\n  code: '%06d'\n  source: 模拟".formatted(100_000 + opened.indexOf(one)));
        }
        lines.put(
                "web",
                "\n  - kind: 政务服务网\n    url: %s\n    source: 模拟"
                        .formatted(near ? nearAddress(portal) : address(portal)));
        return lines.entrySet().stream()
                .map(line -> line.getKey() + ": " + line.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static boolean shares(Portal one, Portal other) {
        return !one.equals(other) && one.host().equals(other.host());
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
            }
        }
    }

    /** Takes one portal off the network; its log stays. */
    public void close(Portal portal) {
        opened.stream().filter(one -> one.portal().equals(portal)).forEach(Country::close);
    }

    private static void close(Opened one) {
        if (one.city() != null) {
            one.city().close();
        }
        if (one.wall() != null) {
            one.wall().stop(0);
        }
    }

    @Override
    public void close() {
        opened.forEach(Country::close);
    }
}
