package org.wenda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.review.Batch;
import org.wenda.review.ItemKey;
import org.wenda.review.ReviewSample;
import org.wenda.review.Reviews;
import org.wenda.review.SavedPage;

/** A review from the command line, with the pages filled in by hand. */
@SuppressWarnings("NullAway.Init")
public final class ReviewCommandTest {
    private Terminal terminal;
    private Path run;

    @BeforeMethod
    void store() throws IOException {
        terminal = Terminal.open();
        run = ReviewSample.store(Files.createTempDirectory("reports"), 3);
    }

    @Test
    public void packsAPageAndAWorkbookForEachRater() {
        Terminal.Typed typed = terminal.type("review", "pack", run.toString(), "--raters", "a,b", "--targets", "2");

        Path review = run.resolve("review");
        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.outLines())
                .containsExactly(
                        review.resolve("raters/a/batch-01.html").toString(),
                        review.resolve("raters/a/batch-02.html").toString(),
                        review.resolve("raters/b/batch-01.html").toString(),
                        review.resolve("raters/b/batch-02.html").toString(),
                        review.resolve("manual.html").toString());
        assertThat(typed.outLines())
                .allSatisfy(page -> assertThat(Path.of(page)).isNotEmptyFile());
        assertThat(review.resolve("raters/b/batch-02.xlsx")).isNotEmptyFile();
    }

    @Test
    public void noPageSaysWhoElseMarks() throws IOException {
        terminal.type("review", "pack", run.toString(), "--raters", "zhang-san,li-si");

        assertThat(Files.readString(run.resolve("review/raters/zhang-san/batch-01.html")))
                .contains("zhang-san")
                .doesNotContain("li-si");
    }

    @Test
    public void importsAndSaysHowFarRatersAgree() {
        List<String> saved = mark();

        Terminal.Typed imported = terminal.type("review", "import", run.toString(), saved.get(0), saved.get(1));
        Terminal.Typed agree = terminal.type("review", "agree", run.toString(), "--rounds", "100");

        assertThat(imported.out()).as(imported.err()).isEqualTo("Files: 2; marks added: 42; already there: 0\n");
        assertThat(agree.code()).as(agree.err()).isZero();
        assertThat(agree.outLines().get(0))
                .matches("All: items 21, marked twice 21; same 85\\.7 %, within one 85\\.7 %; alpha 0\\.\\d{3}"
                        + " \\[-?0\\.\\d{3}, [01]\\.\\d{3}] \\(a/b: 21, same 85\\.7 %, kappa 0\\.\\d{3}\\)");
        assertThat(agree.out())
                .contains("\nBy item\n  D11 The matter is hit: items 6, marked twice 6; same 100.0 %")
                .contains("\nBy platform\n  Web: ")
                .contains("\n  elements-covered 1: compared 12, same 0.0 %, people higher by ");
    }

    @Test
    public void printsADocumentForPrograms() throws IOException {
        List<String> saved = mark();
        terminal.type("review", "import", run.toString(), saved.get(0), saved.get(1));

        JsonNode document = new ObjectMapper()
                .readTree(terminal.type("review", "agree", run.toString(), "--format", "json", "--rounds", "50")
                        .out());

        assertThat(document.path("groups").get(0).path("kind").asText()).isEqualTo("all");
        assertThat(document.path("groups").get(0).path("same").doubleValue()).isEqualTo(0.8571);
        assertThat(document.path("rules").get(0).path("known").asText()).isEqualTo("elements-covered 1");
    }

    @Test
    public void failsTheGateThatAgreementMisses() {
        List<String> saved = mark();
        terminal.type("review", "import", run.toString(), saved.get(0), saved.get(1));

        assertThat(terminal.type("review", "agree", run.toString(), "--rounds", "50", "--gate", "0.99")
                        .code())
                .isEqualTo(1);
        assertThat(terminal.type("review", "agree", run.toString(), "--rounds", "50", "--gate", "0.1")
                        .code())
                .isZero();
    }

    @Test
    public void drawsASpotCheck() {
        Terminal.Typed typed = terminal.type("review", "sample", run.toString(), "--by", "d", "--size", "9");

        assertThat(typed.out()).as(typed.err()).isEqualTo(run.resolve("review/checkers/d/sample.html") + "\n");
        assertThat(run.resolve("review/checkers/d/sample.html")).isNotEmptyFile();
    }

    @DataProvider
    Object[][] mistakes() {
        return new Object[][] {
            {
                List.of("sample", "RUN", "--by", "d", "--size", "0"),
                "--size: 0 is out of bounds. Accepted: a whole number from 1 to 10000.\n"
            },
            {
                List.of("settle", "RUN", "--by", "c"),
                ReviewSample.RUN
                        + ": no item was marked by two raters yet. Import their files with 'wenda review import' first.\n"
            },
            {
                List.of("pack", "RUN", "--raters", "a"),
                "--raters: 'a' are not two or more different raters. Name them like this: --raters a,b\n"
            },
        };
    }

    @Test(dataProvider = "mistakes")
    public void saysWhatToCorrect(List<String> words, String problem) {
        Terminal.Typed typed = terminal.type(Stream.concat(Stream.of("review"), words.stream())
                .map(word -> word.equals("RUN") ? run.toString() : word)
                .toArray(String[]::new));

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).isEqualTo(problem);
        assertThat(typed.out()).isEmpty();
    }

    @Test
    public void doesNotOverwriteAWorkbookThatHoldsMarks() throws IOException {
        terminal.type("review", "pack", run.toString(), "--raters", "a,b");
        Path workbook = run.resolve("review/raters/a/batch-01.xlsx");
        Files.writeString(workbook, "saved by another program");

        Terminal.Typed again = terminal.type("review", "pack", run.toString(), "--raters", "a,b");

        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err())
                .isEqualTo(workbook + ": holds marks, which would be lost. Import it with 'wenda review import' and"
                        + " move it away, then make the pages again.\n");
        assertThat(workbook).hasContent("saved by another program");
    }

    @Test
    public void packsAgainWhereNobodyHasMarked() {
        terminal.type("review", "pack", run.toString(), "--raters", "a,b");

        assertThat(terminal.type("review", "pack", run.toString(), "--raters", "a,b", "--seed", "2")
                        .code())
                .isZero();
    }

    @Test
    public void sendsARunBackThatWasNeverMarked() throws IOException {
        Files.delete(run.resolve("marks.jsonl"));

        assertThat(terminal.type("review", "pack", run.toString(), "--raters", "a,b")
                        .err())
                .isEqualTo(run + ": was never marked, so there is nothing to review. Run 'wenda score' on it first.\n");
    }

    /** Both mark everything; they differ on one item of each city. */
    private List<String> mark() {
        terminal.type("review", "pack", run.toString(), "--raters", "a,b");
        List<Batch> batches = Reviews.of(run).forRaters(List.of("a", "b"), 1, 4);
        return List.of(
                SavedPage.of(batches.get(0), item -> value(item, 3))
                        .save("a.json")
                        .toString(),
                SavedPage.of(batches.get(1), item -> value(item, 0))
                        .save("b.json")
                        .toString());
    }

    private static int value(ItemKey item, int disputed) {
        return switch (item.indicator()) {
            case "D11" -> 3;
            case "V6" -> disputed;
            case "D12" -> item.scenario() != null && item.scenario().equals("complaint") ? 0 : 2;
            default -> item.target().endsWith("1-web") ? 0 : 2;
        };
    }
}
