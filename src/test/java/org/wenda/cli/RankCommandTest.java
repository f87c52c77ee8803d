package org.wenda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;
import org.wenda.ranking.Entry;
import org.wenda.ranking.MadeMarks;
import org.wenda.ranking.MadeRun;

/** Ranks a stored run of made marks from the command line. */
@SuppressWarnings("NullAway.Init")
public final class RankCommandTest {
    private static final String ALL = "2026-11-23T020000Z-all";
    private static final String FEW = "2026-11-24T020000Z-few";
    private static final String THREE = "2026-11-25T020000Z-three";

    private Terminal terminal;
    private Path run;

    @BeforeClass
    void store() throws IOException {
        terminal = Terminal.open();
        Path reports = terminal.home().resolve("reports");
        Files.createDirectories(reports);
        run = MadeRun.store(reports, ALL, MadeMarks.entries()).root();
        List<Entry> few = new ArrayList<>(MadeMarks.entries().stream()
                .filter(entry -> entry.target().endsWith("-web"))
                .limit(20)
                .toList());
        MadeRun.store(reports, FEW, few);
        MadeRun.store(reports, THREE, few.subList(0, 3));
    }

    @Test
    public void printsCoverageRanksAndTypes() {
        Terminal.Typed typed = terminal.type("rank", ALL);

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.outLines())
                .contains(
                        "  All: 58.59 % (75 of 128)",
                        "  Provinces · web · west: 38.46 % (5 of 13)", "Provinces, Exploring followers: 13 (40.63 %)");
        assertThat(typed.out()).contains("  1  Guangdong  16.00  [");
        assertThat(typed.outLines().get(typed.outLines().size() - 1))
                .isEqualTo(run.resolve("ranking/index.html").toString());
        assertThat(typed.err()).isEmpty();
    }

    @Test
    public void saysWhatHasChangedSinceAnEdition() {
        Terminal.Typed typed = terminal.type("rank", FEW, "--against", "2021");

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.outLines())
                .contains(
                        "Against: Report of 2021",
                        "  guangdong-web: 16.00 -> 16.00 (0.00; may be chance)",
                        "  Not run: 44");
    }

    @Test
    public void comparesSharesOfAsManyTargetsOnly() {
        String known = "  All: 58.59 % (75 of 128); was 58.59 % (0.00)";

        assertThat(terminal.type("rank", ALL, "--against", "2021").outLines()).contains(known);
        assertThat(terminal.type("rank", FEW, "--against", "2021").out()).doesNotContain("was 58.59 %");
    }

    @Test
    public void saysWhoLeftOnlyWhereAllWereRun() throws IOException {
        assertThat(compared(ALL).path("tops")).isNotEmpty();
        assertThat(compared(THREE).path("tops")).isEmpty();
    }

    private JsonNode compared(String run) throws IOException {
        Terminal.Typed typed = terminal.type("rank", run, "--against", "2021", "--format", "json");
        return new ObjectMapper().readTree(typed.out()).path("comparison");
    }

    @Test
    public void callsThoseNotRunByTheirNames() throws IOException {
        terminal.type("rank", FEW, "--against", "2021");

        assertThat(terminal.home().resolve("reports").resolve(FEW).resolve("ranking/index.html"))
                .content()
                .contains("Hefei")
                .doesNotContain("hefei");
    }

    @Test
    public void comparesWithAnotherRun() {
        Terminal.Typed typed = terminal.type("rank", FEW, "--against", ALL, "--format", "json");

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.out()).contains("\"against\" : \"" + ALL + "\"");
    }

    @Test
    public void printsTheDocumentThatItWrites() throws IOException {
        Terminal.Typed typed = terminal.type("rank", ALL, "--format", "json");

        JsonNode document = new ObjectMapper().readTree(typed.out());
        assertThat(document.path("schemaVersion").intValue()).isEqualTo(1);
        assertThat(Files.readString(run.resolve("ranking/ranking.json")).strip())
                .isEqualTo(typed.out().strip());
    }

    @Test
    public void namesTheEditionsThereAre() {
        Terminal.Typed typed = terminal.type("rank", ALL, "--against", "1999");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).isEqualTo("1999: is neither an edition nor a run. Editions: 2021.\n");
    }

    @Test
    public void refusesARunThatWasNeverMarked() throws IOException {
        Path other = terminal.home().resolve("reports/2026-11-25T020000Z-other");
        Files.createDirectories(other);
        Files.copy(run.resolve("run.json"), other.resolve("run.json"));

        Terminal.Typed typed = terminal.type("rank", other.toString());

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err())
                .isEqualTo(other + ": was never marked, so there is nothing to rank. Run: wenda score"
                        + " 2026-11-25T020000Z-other\n");
    }
}
