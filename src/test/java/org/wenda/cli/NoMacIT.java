package org.wenda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.testng.SkipException;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/**
 * What is said where an iPhone is asked for and there is no Mac: a real Appium server with the real XCUITest driver.
 * Installs both, which takes a package registry, and so runs in {@code ./wenda test --full} only.
 */
@SuppressWarnings("NullAway.Init")
public final class NoMacIT {
    private RealAppium server;

    @BeforeClass
    void start() throws IOException, InterruptedException {
        if (!Boolean.getBoolean("wenda.full")) {
            throw new SkipException("installs 160 MB; ./wenda test --full runs it");
        }
        if (System.getProperty("os.name").startsWith("Mac")) {
            throw new SkipException("a Mac may have an iPhone");
        }
        Path folder = Path.of("target", "xcuitest").toAbsolutePath();
        RealAppium.install(folder, "appium-xcuitest-driver", "12.13.1");
        server = RealAppium.start(folder, "xcuitest", Map.of());
    }

    @AfterClass(alwaysRun = true)
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** Types a command for an iPhone behind the server. */
    private Terminal.Typed type(String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--platform", "mobile", "--set", "appium.server=" + server.address()));
        line.addAll(List.of("--set", "appium.automation=XCUITest"));
        return Terminal.open().type(line.toArray(String[]::new));
    }

    @Test
    public void saysThatNoIphoneIsThere() throws IOException {
        Terminal.Typed typed = type("ask", "com.example.app", "你好");

        assertThat(typed.code()).isEqualTo(ExitCode.MACHINE_BROKEN.number());
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err().lines())
                .singleElement()
                .asString()
                .startsWith("The Appium server at " + server.address() + " starts no session: ")
                .contains("The selected XCUITest session strategy requires macOS with Xcode.");
    }

    @Test
    public void isToldByTheDoctorWhatToDo() throws IOException {
        Terminal.Typed typed = type("doctor");

        assertThat(typed.code()).isEqualTo(ExitCode.MACHINE_BROKEN.number());
        assertThat(typed.out())
                .containsPattern("ok +Appium +" + server.address() + ", Appium 3\\.8\\.0\n")
                .containsPattern("missing +phone +.*requires macOS with Xcode")
                .contains("the server has to run on macOS with Xcode");
    }
}
