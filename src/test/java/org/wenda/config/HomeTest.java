package org.wenda.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

public final class HomeTest {
    private Path own = Path.of("");
    private Path project = Path.of("");
    private Path empty = Path.of("");

    @BeforeMethod
    void createFolders() throws IOException {
        Path root = Files.createTempDirectory("home");
        own = root.resolve("own");
        project = root.resolve("project");
        empty = Files.createDirectory(root.resolve("empty"));
        Files.createDirectories(own.resolve("scenarios"));
        Files.createDirectories(project.resolve("scenarios"));
    }

    @Test
    public void theOneAskedForComesFirst() {
        assertThat(Home.of(own, project, project)).isEqualTo(new Home(own));
    }

    @Test
    public void theCurrentFolderComesNextIfItHoldsScenarios() {
        assertThat(Home.of(null, own, project)).isEqualTo(new Home(own));
    }

    @Test
    public void theProjectComesLast() {
        assertThat(Home.of(null, empty, project)).isEqualTo(new Home(project));
    }

    @Test
    public void saysThatThereIsNone() {
        assertThatThrownBy(() -> Home.of(null, empty, null))
                .hasMessage(
                        "--home: " + empty + " holds no folder scenarios/, and Wenda's own folder is not known. Go to"
                                + " a folder that holds scenarios/, or name one: --home DIR");
    }

    @Test
    public void refusesAHomeWithoutScenarios() {
        assertThatThrownBy(() -> Home.of(empty, own, project))
                .hasMessage(
                        "--home: " + empty + " holds no folder scenarios/. Name the folder that holds scenarios/ and"
                                + " drivers.properties.");
    }

    @Test
    public void refusesAHomeThatIsNoFolder() {
        Path missing = empty.resolve("missing");

        assertThatThrownBy(() -> Home.of(missing, own, project))
                .hasMessage("--home: " + missing + " is not a folder. Name the folder that holds scenarios/ and"
                        + " drivers.properties.");
    }
}
