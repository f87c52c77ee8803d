package org.wenda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

    private final List<RealAppium> servers = new ArrayList<>();
    private Path folder;
    private String address;

    @BeforeClass
    void start() throws IOException, InterruptedException {
        if (!Boolean.getBoolean("wenda.full")) {
            throw new SkipException("installs 150 MB; ./wenda test --full runs it");
        }
        folder = Path.of("target", "uiautomator2").toAbsolutePath();
        RealAppium.install(folder, "appium-uiautomator2-driver", "8.7.0");
        address = serve(Map.of());
    }

    /** Starts a server that knows of Android what it is told, and returns its address. */
    private String serve(Map<String, String> android) throws IOException {
        RealAppium server = RealAppium.start(folder, "uiautomator2", android);
        servers.add(server);
        return server.address();
    }

    @AfterClass(alwaysRun = true)
    void stop() {
        servers.forEach(RealAppium::close);
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
        String port = String.valueOf(RealAppium.freePort());
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
