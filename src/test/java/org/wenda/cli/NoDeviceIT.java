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
import java.util.ArrayList;
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
    /** Where Debian's package puts Android's tools. */
    private static final Path SDK = Path.of(System.getenv().getOrDefault("ANDROID_HOME", "/usr/lib/android-sdk"));

    private final List<Process> servers = new ArrayList<>();
    private Path folder;
    private String address;

    @BeforeClass
    void start() throws IOException, InterruptedException {
        if (!Boolean.getBoolean("wenda.full")) {
            throw new SkipException("installs 150 MB; ./wenda test --full runs it");
        }
        folder = Path.of("target", "uiautomator2").toAbsolutePath();
        install(folder);
        address = serve(Map.of());
    }

    /** Starts a server that knows of Android what it is told, and returns its address. */
    private String serve(Map<String, String> android) throws IOException {
        int port = freePort();
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
        appium.environment().keySet().removeAll(List.of("ANDROID_HOME", "ANDROID_SDK_ROOT"));
        appium.environment().putAll(android);
        appium.environment().put("APPIUM_HOME", folder.toString());
        Process server = appium.start();
        servers.add(server);
        awaitListening(server);
        return "http://127.0.0.1:" + port;
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

    @AfterClass(alwaysRun = true)
    void stop() {
        servers.forEach(Process::destroy);
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
    public void endsARunBeforeAnythingIsAsked() throws IOException {
        Terminal.Typed typed =
                Terminal.open().type("run", "shanghai", "--platform", "mobile", "--set", "appium.server=" + address);

        assertThat(typed.code()).isEqualTo(ExitCode.MACHINE_BROKEN.number());
        assertThat(typed.err().lines().filter(line -> line.contains("starts no session")))
                .singleElement()
                .asString()
                .startsWith("The Appium server at " + address + " starts no session: ")
                .contains("Neither ANDROID_HOME nor ANDROID_SDK_ROOT environment variable was exported");
    }

    @Test
    public void saysThatNoPhoneIsConnected() throws IOException, InterruptedException {
        Path adb = SDK.resolve("platform-tools/adb");
        if (!Files.isExecutable(adb)) {
            throw new SkipException("needs Android's adb, and no phone");
        }
        String with = serve(Map.of("ANDROID_HOME", SDK.toString()));
        // A server of its own: somebody may have a phone connected to the usual one.
        String port = String.valueOf(freePort());
        try {
            Terminal.Typed typed = Terminal.open()
                    .type(
                            "ask",
                            "com.example.app",
                            "你好",
                            "--platform",
                            "mobile",
                            "--set",
                            "appium.server=" + with,
                            "--set",
                            "appium.capabilities=adbPort=" + port);

            assertThat(typed.code()).isEqualTo(ExitCode.MACHINE_BROKEN.number());
            assertThat(typed.out()).isEmpty();
            assertThat(typed.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("The Appium server at " + with + " starts no session: ")
                    .contains("Could not find a connected Android device");
        } finally {
            new ProcessBuilder(adb.toString(), "-P", port, "kill-server")
                    .start()
                    .waitFor();
        }
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
