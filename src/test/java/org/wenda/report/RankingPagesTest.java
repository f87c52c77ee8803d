package org.wenda.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;
import org.wenda.evidence.RunDirectory;
import org.wenda.ranking.Comparison;
import org.wenda.ranking.Edition;
import org.wenda.ranking.Entry;
import org.wenda.ranking.MadeMarks;
import org.wenda.ranking.MadeRun;
import org.wenda.ranking.Ranking;
import org.wenda.ranking.RankingRules;
import org.wenda.score.Ground;
import org.wenda.score.Index;
import org.wenda.score.Mark;
import org.wenda.score.Place;
import org.wenda.transcript.Feature;
import org.wenda.transcript.Trait;
import org.wenda.words.Lang;

/** What a published ranking holds, read back from its files. */
@SuppressWarnings("NullAway.Init")
public final class RankingPagesTest {
    private static final String FORMULA = "=HYPERLINK(\"http://canary.invalid\")</script><b>";

    private Path folder;
    private RankingPages.Made made;

    @BeforeClass
    void publish() throws IOException {
        List<Entry> entries =
                MadeMarks.entries().stream().map(RankingPagesTest::withVoice).toList();
        RunDirectory run = MadeRun.store(Files.createTempDirectory("reports"), "2026-11-23T020000Z-all", entries);
        Ranking ranking = Ranking.of(run.id(), entries, Index.in(Path.of("")), RankingRules.in(Path.of("")), false);
        Comparison comparison = Comparison.between(Edition.in(Path.of(""), "2021"), ranking);
        made = RankingPages.write(run, ranking, comparison, List.of(), Lang.ZH);
        folder = run.ranking();
    }

    /** Shanghai's app has a voice input whose words attack. */
    private static Entry withVoice(Entry entry) {
        if (!entry.target().equals("shanghai-mobile")) {
            return entry;
        }
        List<Mark> marks = new ArrayList<>();
        for (Mark mark : entry.marks()) {
            Ground seen = new Ground.Seen(
                    new Place("complaint", null, 1, 0), new Feature(Trait.VOICE_INPUT, Feature.INPUT, FORMULA));
            marks.add(
                    mark.indicator().equals("S4")
                            ? new Mark(
                                    mark.target(),
                                    null,
                                    "S4",
                                    mark.by(),
                                    3,
                                    null,
                                    mark.rule(),
                                    null,
                                    List.of(seen),
                                    mark.rationale())
                            : mark);
        }
        return new Entry(entry.jurisdiction(), entry.platform(), marks, List.of());
    }

    @Test
    public void writesBothLanguagesSheetsAndDocument() {
        assertThat(made.files())
                .extracting(file -> String.valueOf(file.getFileName()))
                .containsExactly("index.html", "index.en.html", "tables.xlsx", "ranking.json");
        assertThat(made.files()).allMatch(Files::exists);
    }

    @Test
    public void documentKeepsToItsSchema() throws IOException {
        JsonNode schema;
        try (InputStream in =
                Objects.requireNonNull(RankingPages.class.getResourceAsStream("schema/ranking.schema.json"))) {
            schema = new ObjectMapper().readTree(in);
        }

        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(new ObjectMapper().readTree(made.document())))
                .isEmpty();
    }

    @Test
    public void everyLinkOfThePageLeadsSomewhere() throws IOException {
        String page = Files.readString(folder.resolve("index.html"));
        Matcher links = Pattern.compile("href=\"([^\"]*)\"").matcher(page);
        while (links.find()) {
            String href = links.group(1);
            if (href.startsWith("#")) {
                assertThat(page).contains("id=\"" + href.substring(1) + "\"");
            } else if (!href.equals("../index.html")) {
                assertThat(folder.resolve(href.replaceAll("#.*", ""))).exists();
            }
        }
    }

    @Test
    public void followsTheOrderOfTheReport() throws IOException {
        Matcher chapters = Pattern.compile("<section class=\"chapter\" id=\"([a-z]+)\">")
                .matcher(Files.readString(folder.resolve("index.html")));

        assertThat(chapters.results().map(found -> found.group(1)))
                .containsExactly(
                        "coverage",
                        "regions",
                        "ranks",
                        "dimensions",
                        "types",
                        "exemplars",
                        "shortcomings",
                        "comparison",
                        "targets",
                        "method");
    }

    @Test
    public void escapesWhatTheChatbotSaid() throws IOException {
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("=HYPERLINK(&quot;http://canary.invalid&quot;)&lt;/script&gt;&lt;b&gt;")
                .doesNotContain("</script><b>");
    }

    @Test
    public void noCellIsAFormula() throws IOException {
        List<String> formulas = new ArrayList<>();
        List<Cell> attacks = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(folder.resolve("tables.xlsx")))) {
            for (Sheet sheet : book) {
                for (Row row : sheet) {
                    row.forEach(cell -> {
                        if (cell.getCellType() == CellType.FORMULA) {
                            formulas.add(cell.getAddress().formatAsString());
                        }
                        if (cell.getCellType() == CellType.STRING
                                && cell.getStringCellValue().equals(FORMULA)) {
                            attacks.add(cell);
                        }
                    });
                }
            }
            assertThat(formulas).isEmpty();
            assertThat(attacks)
                    .isNotEmpty()
                    .allMatch(cell -> cell.getCellStyle().getQuotePrefixed());
        }
    }

    @Test
    public void sheetsHoldTheFiguresOfTheCharts() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(folder.resolve("tables.xlsx")))) {
            Row first = book.getSheet("省级 · 网站").getRow(1);

            assertThat(first.getCell(1).getStringCellValue()).isEqualTo("广东");
            assertThat(first.getCell(2).getNumericCellValue()).isEqualTo(16.0);
        }
    }
}
