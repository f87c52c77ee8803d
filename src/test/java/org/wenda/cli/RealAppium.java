package org.wenda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real Appium server with one of its real drivers, for what is said where there is no phone. */
record RealAppium(Process process, String address) implements AutoCloseable {
    /** Installs both, which takes a package registry, unless they are there. */
    static void install(Path folder, String driver, String version) throws IOException, InterruptedException {
        if (Files.exists(folder.resolve("node_modules/.package-lock.json"))) {
            return;
        }
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("package.json"),
                "{\"private\": true, \"dependencies\": {\"appium\": \"3.8.0\", \"" + driver + "\": \"" + version
                        + "\"}}");
        Process npm = new ProcessBuilder("npm", "install", "--ignore-scripts", "--no-progress", "--loglevel=error")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(npm.waitFor()).as(said).isZero();
    }

    /** @param android what it is told of Android's tools, by names of variables */
    static RealAppium start(Path folder, String driver, Map<String, String> android) throws IOException {
        int port = freePort();
        ProcessBuilder appium = new ProcessBuilder(
                "node",
                folder.resolve("node_modules/appium/index.js").toString(),
                "--address",
                "127.0.0.1",
                "--port",
                String.valueOf(port),
                "--use-drivers",
                driver);
        appium.directory(folder.toFile()).redirectErrorStream(true);
        appium.environment().keySet().removeAll(List.of("ANDROID_HOME", "ANDROID_SDK_ROOT"));
        appium.environment().putAll(android);
        appium.environment().put("APPIUM_HOME", folder.toString());
        Process server = appium.start();
        awaitListening(server);
        return new RealAppium(server, "http://127.0.0.1:" + port);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitListening(Process server) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.contains("listener started")) {
                drain(lines);
                return;
            }
        }
        throw new AssertionError("Appium did not start: " + said);
    }

    /** A full pipe would stop the server. */
    private static void drain(BufferedReader lines) {
        Thread reader = new Thread(() -> readToTheEnd(lines), "appium");
        reader.setDaemon(true);
        reader.start();
    }

    private static void readToTheEnd(BufferedReader lines) {
        try {
            while (lines.readLine() != null) {
                // Nobody asks what it says while it runs.
            }
        } catch (IOException ended) {
            // The server was stopped, and its pipe with it.
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
