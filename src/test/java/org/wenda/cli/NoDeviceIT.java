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
import org.testng.SkipException;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/**
 * What is said where there is no phone: a real Appium server with the real UiAutomator2 driver. Installs both, which
 * takes a package registry and 150 MB, and so runs in {@code ./wenda test --full} only.
 */
@SuppressWarnings("NullAway.Init")
public final class NoDeviceIT {

    private Process server;
    private String address;

    @BeforeClass
    void start() throws IOException, InterruptedException {
        if (!Boolean.getBoolean("wenda.full")) {
            throw new SkipException("installs 150 MB; ./wenda test --full runs it");
        }
        Path folder = Path.of("target", "uiautomator2").toAbsolutePath();
        install(folder);
        int port = freePort();
        address = "http://127.0.0.1:" + port;
        ProcessBuilder appium = new ProcessBuilder(
                "node",
                folder.resolve("node_modules/appium/index.js").toString(),
                "--address",
                "127.0.0.1",
                "--port",
                String.valueOf(port),
                "--use-drivers",
                "uiautomator2");
        appium.directory(folder.toFile()).redirectErrorStream(true);
        appium.environment().putAll(Map.of("APPIUM_HOME", folder.toString()));
        appium.environment().keySet().removeAll(List.of("ANDROID_HOME", "ANDROID_SDK_ROOT"));
        server = appium.start();
        awaitListening();
    }

    private static void install(Path folder) throws IOException, InterruptedException {
        if (Files.exists(folder.resolve("node_modules/.package-lock.json"))) {
            return;
        }
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("package.json"),
                "{\"private\": true, \"dependencies\": {\"appium\": \"3.8.0\","
                        + " \"appium-uiautomator2-driver\": \"8.7.0\"}}");
        Process npm = new ProcessBuilder("npm", "install", "--ignore-scripts", "--no-progress", "--loglevel=error")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(npm.waitFor()).as(said).isZero();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitListening() throws IOException {
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

    @AfterClass(alwaysRun = true)
    void stop() {
        if (server != null) {
            server.destroy();
        }
    }

    @Test
    public void saysThatNoPhoneIsThere() throws IOException {
        Terminal.Typed typed = Terminal.open()
                .type("ask", "com.example.app", "你好", "--platform", "mobile", "--set", "appium.server=" + address);

        assertThat(typed.code()).isEqualTo(ExitCode.MACHINE_BROKEN.number());
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err().lines())
                .singleElement()
                .asString()
                .startsWith("The Appium server at " + address + " starts no session: ")
                .contains("Neither ANDROID_HOME nor ANDROID_SDK_ROOT environment variable was exported");
    }

    @Test
    public void isToldByTheDoctorWhatToDo() throws IOException {
        Terminal.Typed typed =
                Terminal.open().type("doctor", "--platform", "mobile", "--set", "appium.server=" + address);

        assertThat(typed.code()).isEqualTo(ExitCode.MACHINE_BROKEN.number());
        assertThat(typed.out())
                .containsPattern("ok +Appium +" + address + ", Appium 3\\.8\\.0\n")
                .containsPattern("missing +phone +.*ANDROID_HOME")
                .contains("connect it by USB, switch USB debugging on");
    }
}
