package org.wenda.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.words.Lang;

public final class AcceptedTest {
    private static final String ENTRY = """
            schemaVersion: 1
            changes:
              - target: city-web
                scenario: id-card
                class: facts
                items: [10元, 20元]
                as: known
                by: 王敏
                reason: 收费调整
                until: 2026-12-31
            """;

    private Path home = Path.of("");

    @BeforeMethod
    void makeHome() throws IOException {
        home = Files.createTempDirectory("home");
        Files.createDirectories(home.resolve("scenarios"));
    }

    @Test
    public void isEmptyWhereNothingIsAccepted() {
        assertThat(Accepted.in(home)).isEmpty();
    }

    @Test
    public void leavesAnAcceptedChangeOut() throws IOException {
        Drift.Found found = found("工本费20元。", LocalDate.of(2026, 12, 31));

        assertThat(found.changes()).isEmpty();
        assertThat(found.known()).extracting(Difference::kind).containsExactly(DriftClass.FACTS);
    }

    @Test
    public void countsAnExpiredOneAgainAndSaysSo() throws IOException {
        Drift.Found found = found("工本费20元。", LocalDate.of(2027, 1, 1));

        assertThat(found.changes())
                .extracting(Difference::accepted)
                .containsExactly(new Accepted("known", "王敏", "收费调整", LocalDate.of(2026, 12, 31), true));
    }

    @Test
    public void doesNotAcceptAnotherFigure() throws IOException {
        assertThat(found("工本费35元。", LocalDate.of(2026, 12, 1)).changes()).hasSize(1);
    }

    @Test
    public void namesADayThatIsNone() throws IOException {
        Path file = Files.writeString(
                home.resolve("scenarios").resolve("accepted.yaml"), ENTRY.replace("2026-12-31", "2026-02-30"));

        assertThat(AcceptedLint.check(home))
                .extracting(problem -> problem.in(Lang.EN).replace(file.toString(), "accepted.yaml"))
                .containsExactly("accepted.yaml:10:12: There is no day 2026-02-30. Expected: a day as year-month-day,"
                        + " such as 2026-11-23.");
    }

    private Drift.Found found(String now, LocalDate day) throws IOException {
        Files.writeString(home.resolve("scenarios").resolve("accepted.yaml"), ENTRY);
        return new Drift(Noise.NONE, (one, other) -> 0, Accepted.in(home))
                .between(Nights.of("a", "工本费10元。"), Nights.of("b", now), List.of(), List.of(), day);
    }
}
