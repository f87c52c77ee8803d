package org.wenda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.testng.SkipException;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/**
 * A night that was cut is resumed and compared with the one before: it asks what is left, and once more what differs,
 * before it says what changed and is judged. Only under {@code wenda.full}: it makes all pages of a run again for each
 * look.
 */
@SuppressWarnings("NullAway.Init")
public final class AgainstIT {
    private static final String BEFORE = "2026-11-22T020000Z-demo";
    private static final String NIGHT = "2026-11-23T020000Z-demo";

    private Path night;
    private Terminal.Typed typed;

    @BeforeClass
    void resumeTheNight() throws IOException {
        if (!Boolean.getBoolean("wenda.full")) {
            throw new SkipException("asked for by wenda.full");
        }
        Terminal terminal = Terminal.open();
        terminal.write("drivers.properties", Files.readString(Path.of("drivers.properties")));
        terminal.write("gate.yaml", """
                schemaVersion: 1
                rules:
                  - rule: no-outcome-worse
                """);
        Path reports = Files.createTempDirectory("reports");
        night = reports.resolve(NIGHT);
        DiffIT.store(reports, BEFORE, "工本费5元。", "greeting", true);
        DiffIT.store(reports, NIGHT, "工本费10元。", "greeting", false);
        typed = terminal.type(
                "resume",
                night.toString(),
                "--against",
                "last",
                "--gate",
                terminal.home().resolve("gate.yaml").toString());
    }

    @Test
    public void asksWhatDiffersOnceMoreInTheSameNight() throws IOException {
        List<String> asked = new ArrayList<>();
        read("bundles/demo-web/data/temporary-id-card/transcript.json")
                .path("exchanges")
                .forEach(exchange -> asked.add(exchange.path("turn").textValue() + " "
                        + exchange.path("repeat").asInt(1)));

        assertThat(asked).as(typed.err()).contains("opening 2");
    }

    @Test
    public void comparesWithTheLastNight() throws IOException {
        assertThat(read("changes.json").path("before").textValue()).isEqualTo(BEFORE);
        assertThat(typed.err())
                .contains("Compared with " + BEFORE + ": " + night.resolve("changes.html"))
                .containsPattern("Changes: [0-9]+; accepted, muted or known: 0; within chance: [0-9]+; compared: ");
    }

    @Test
    public void judgesTheNightByTheSameComparison() throws IOException {
        JsonNode summary = read("summary.json");

        assertThat(summary.path("against").textValue()).isEqualTo(BEFORE);
        assertThat(summary.at("/gate/passed").booleanValue()).isTrue();
        assertThat(typed.code()).as(typed.err()).isZero();
    }

    @Test
    public void printsWhereTheNightLiesAndNothingElse() {
        assertThat(typed.outLines()).containsExactly(night.resolve("index.html").toString());
    }

    private JsonNode read(String file) throws IOException {
        return new ObjectMapper().readTree(night.resolve(file).toFile());
    }
}
