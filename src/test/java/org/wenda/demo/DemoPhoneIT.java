package org.wenda.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.testng.annotations.Test;

/** Runs the simulated phone's own tests, which are written for Node; those of the iPhone under {@code wenda.full}. */
public final class DemoPhoneIT {
    @Test
    public void passesTheTestsOfItsOwn() throws Exception {
        DemoPhone.start(Path.of("")).close(); // installs it
        List<String> command = new ArrayList<>(List.of("node", "--test", "--test-reporter=spec"));
        command.addAll(tests());
        Process tests = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(tests.waitFor()).as(said).isZero();
    }

    private static List<String> tests() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/phone"))) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".test.js"))
                    .filter(file -> !file.endsWith("ios.test.js") || Boolean.getBoolean("wenda.full"))
                    .sorted()
                    .toList();
        }
    }
}
