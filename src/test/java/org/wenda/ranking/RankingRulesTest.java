package org.wenda.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.words.InputException;
import org.wenda.words.Lang;
import org.wenda.words.Problem;

/** The files that people write for the ranking, and what is wrong with them. */
public final class RankingRulesTest {
    private static final Path HOME = Path.of("");

    private Path home = Path.of("");

    @BeforeMethod
    public void makeHome() throws IOException {
        home = Files.createTempDirectory("home");
        Files.createDirectories(home.resolve("scenarios/editions"));
    }

    @Test
    public void findsNothingWrongWithThoseThatComeWithWenda() {
        assertThat(RankingLint.check(HOME)).isEmpty();
        assertThat(RankingLint.files(HOME)).hasSize(1);
        assertThat(EditionLint.check(HOME)).isEmpty();
    }

    @Test
    public void comeWithWendaWhereAHomeHasNone() {
        assertThat(RankingRules.in(home)).isEqualTo(RankingRules.in(HOME));
        assertThat(Edition.in(home, "2021")).isEqualTo(Edition.in(HOME, "2021"));
    }

    @Test
    public void marksEveryCutAsReconstructed() {
        assertThat(RankingRules.in(HOME).grades())
                .filteredOn(grade -> !grade.uncovered())
                .hasSize(9)
                .allMatch(RankingRules.Grade::reconstructed);
    }

    @Test
    public void namesTheProblemsOfMeaning() throws IOException {
        Path file = home.resolve("scenarios/ranking.yaml");
        Files.writeString(file, """
            schemaVersion: 1
            scale: 36
            top: 0
            exemplars: 2
            uncertainty: { resamples: 5, confidence: 0.95, seed: 1 }
            types:
              - { id: good, name: 好, nameEn: Good }
            grades:
              - { grade: A, type: good, from: 20, above: 25, upTo: 30 }
              - { grade: B, type: goood, from: 22 }
              - { grade: C, type: good }
            traits:
              - { name: 语音, nameEn: Voice, item: S44, atLeast: 4, feature: voice-inptu }
            """);

        assertThat(shown(RankingLint.check(home), file))
                .containsExactly(
                        "3:6: This number is out of range. Accepted: 1 to 100.",
                        "5:27: This number is out of range. Accepted: 100 to 100000.",
                        "9:35: The cut 20.0 contradicts what published totals imply: above 25.0, at most 30.0.",
                        "10:5: The lowest cut is 22.0, so totals below it would get no grade. Make it 0.",
                        "10:23: 'goood' is no type; perhaps you mean 'good'.",
                        "10:36: The cut 22.0 is not below the one before, 20.0. Cuts go from the best to the least.",
                        "11:5: The last grade, C, is for those without any chatbot. Give it uncovered: true and no"
                                + " cut.",
                        "11:5: The grade C has no cut. Add from: the least total that earns it.",
                        "13:38: 'S44' is no item; perhaps you mean 'S4'.",
                        "13:52: This number is out of range. Accepted: 0 to 3.",
                        "13:64: 'voice-inptu' is no feature; perhaps you mean 'voice-input'.");
    }

    @Test
    public void namesWhatContradictsItselfInAnEdition() throws IOException {
        Path file = home.resolve("scenarios/editions/2020.yaml");
        Files.writeString(file, """
            schemaVersion: 1
            id: "2019"
            name: 年
            nameEn: Year
            source: 某处
            coverage:
              - { published: 60.00, count: 75, of: 128 }
              - { level: city, published: 60.00, count: 5, of: 4 }
            grades:
              - { level: city, grade: A, jurisdictions: [hefei, hefei] }
            totals:
              - { jurisdiction: hefei, platform: web, total: 16.33 }
              - { jurisdiction: hefei, platform: web, total: 16 }
            """);

        assertThat(shown(EditionLint.check(List.of(file)), file))
                .containsExactly(
                        "2:5: The id '2019' is not the name of the file, '2020'. Make them the same.",
                        "7:18: '60.0' is not what 75 of 128 gives: 58.59. One of the three is wrong.",
                        "8:5: 5 of 4 is no share.",
                        "10:53: 'hefei' is here a second time. Keep one of them.",
                        "13:5: 'hefei-web' is here a second time. Keep one of them.");
    }

    @Test
    public void namesTheEditionsThereAre() {
        assertThatThrownBy(() -> Edition.in(home, "1999"))
                .isInstanceOf(InputException.class)
                .hasMessage("1999: is neither an edition nor a run. Editions: 2021.");
    }

    private static List<String> shown(List<Problem> problems, Path file) {
        return problems.stream()
                .map(problem -> problem.in(Lang.EN).replace(file + ":", ""))
                .toList();
    }
}
