package org.wenda.country;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.wenda.channel.browser.Browsers;

/** A Selenium Grid on loopback, each of its parts a program of its own: a hub, and nodes that can be killed. */
public final class Grid implements AutoCloseable {
    private static final int LOOKS = 600;
    private static final Pattern UP = Pattern.compile("\"availability\":\\s*\"UP\"");

    private final Path folder;
    private final int port;
    private final int publish;
    private final int subscribe;
    private final Process hub;
    private final List<Process> nodes = new ArrayList<>();

    private Grid(Path folder, int port, int publish, int subscribe) throws IOException {
        this.folder = folder;
        this.port = port;
        this.publish = publish;
        this.subscribe = subscribe;
        this.hub = main(
                "hub",
                List.of(
                        "hub",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        String.valueOf(port),
                        "--publish-events",
                        events(publish),
                        "--subscribe-events",
                        events(subscribe),
                        "--session-request-timeout",
                        "60"));
    }

    /**
     * Starts it and waits until all its nodes can be used.
     *
     * @param folder where the parts keep their logs
     * @param browser the program that all nodes start
     * @param sessions how many browsers each node has
     */
    public static Grid start(Path folder, Path browser, int nodes, int sessions)
            throws IOException, InterruptedException {
        int[] ports = ports(3 + nodes);
        Grid grid = new Grid(folder, ports[0], ports[1], ports[2]);
        try {
            for (int node = 1; node <= nodes; node++) {
                grid.startNode("node" + node, ports[2 + node], browser, sessions);
            }
            grid.awaitNodes();
            return grid;
        } catch (IOException | InterruptedException | RuntimeException e) {
            grid.close();
            throw e;
        }
    }

    /**
     * Starts one whose only node hands sessions on to an Appium server, and waits until it can be used.
     *
     * @param folder where the parts keep their logs
     * @param automation the driver that the server has
     */
    static Grid before(URI appium, String automation, Path folder) throws IOException, InterruptedException {
        int[] ports = ports(4);
        Grid grid = new Grid(folder, ports[0], ports[1], ports[2]);
        try {
            grid.startRelay(ports[3], appium, automation);
            grid.awaitNodes();
            return grid;
        } catch (IOException | InterruptedException | RuntimeException e) {
            grid.close();
            throw e;
        }
    }

    private void startRelay(int itsPort, URI appium, String automation) throws IOException {
        Path config = folder.resolve("relay.toml");
        Files.writeString(
                config, server(itsPort) + """
                [node]
                hub = "%s"
                detect-drivers = false
                selenium-manager = false
                heartbeat-period = 2
                [relay]
                url = "%s"
                status-endpoint = "/status"
                configs = ["1", '{"platformName": "Android", "appium:automationName": "%s"}']
                """.formatted(address(), "http://" + appium.getAuthority(), automation));
        nodes.add(main("relay", List.of("node", "--config", config.toString())));
    }

    private String server(int itsPort) {
        return """
                [server]
                host = "127.0.0.1"
                port = %d
                [events]
                publish = "%s"
                subscribe = "%s"
                """.formatted(itsPort, events(publish), events(subscribe));
    }

    /** Returns what the hub has said until now. */
    String hubLog() throws IOException {
        return Files.readString(folder.resolve("hub.log"));
    }

    private void startNode(String name, int itsPort, Path browser, int sessions) throws IOException {
        Path config = folder.resolve(name + ".toml");
        Path driver = Browsers.inPath("chromedriver").orElseThrow(() -> new IOException("no chromedriver in PATH"));
        Files.writeString(config, server(itsPort) + """
                [node]
                hub = "%s"
                detect-drivers = false
                selenium-manager = false
                max-sessions = %d
                override-max-sessions = true
                heartbeat-period = 2
                [[node.driver-configuration]]
                display-name = "chrome"
                max-sessions = %d
                webdriver-executable = "%s"
                stereotype = '{"browserName": "chrome", "goog:chromeOptions": {"binary": "%s", "args": ["--no-sandbox", "--disable-dev-shm-usage"]}}'
                """.formatted(address(), sessions, sessions, driver, browser));
        nodes.add(main(name, List.of("node", "--config", config.toString())));
    }

    private static String events(int port) {
        return "tcp://127.0.0.1:" + port;
    }

    /** Nothing is downloaded and nobody is told: drivers and browsers are named. */
    private Process main(String name, List<String> words) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                Operator.classPath(),
                "org.openqa.selenium.grid.Main"));
        line.addAll(words);
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
    }

    private static int[] ports(int count) throws IOException {
        List<ServerSocket> open = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                open.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return open.stream().mapToInt(ServerSocket::getLocalPort).toArray();
        } finally {
            for (ServerSocket one : open) {
                one.close();
            }
        }
    }

    private void awaitNodes() throws IOException, InterruptedException {
        for (int look = 0; look < LOOKS && up() < nodes.size(); look++) {
            if (hub.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IOException("the hub ended: " + Files.readString(folder.resolve("hub.log")));
            }
        }
        if (up() < nodes.size()) {
            throw new IOException("the nodes do not come up; their logs lie in " + folder);
        }
    }

    private long up() throws InterruptedException {
        HttpRequest status =
                HttpRequest.newBuilder(address().resolve("/status")).build();
        try {
            return UP.matcher(HttpClient.newHttpClient()
                            .send(status, BodyHandlers.ofString())
                            .body())
                    .results()
                    .count();
        } catch (IOException notYet) {
            return 0;
        }
    }

    /** Returns what {@code grid.url} is to say. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Returns how many browsers run on a node; nodes are counted from 1. */
    public long browsersOf(int node) {
        return nodes.get(node - 1).children().count();
    }

    /** Kills a node and all browsers on it, as when its machine is switched off. */
    public void kill(int node) {
        end(nodes.get(node - 1));
    }

    private static void end(Process program) {
        List<ProcessHandle> started = program.descendants().toList();
        program.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        nodes.forEach(Grid::end);
        end(hub);
    }
}
