package org.wenda.report;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
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
import org.wenda.review.Reviewed;
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
        made = RankingPages.write(run, ranking, comparison, List.of(), List.of(), Lang.ZH);
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
        return new Entry(entry.jurisdiction(), entry.platform(), marks, Reviewed.NOTHING);
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
    public void saysWhatTheReportFound() throws IOException {
        String page = Files.readString(folder.resolve("index.en.html"));
        Matcher findings =
                Pattern.compile("<td data-head=\"Finding\">([^<]+)</td>").matcher(page);

        assertThat(findings.results().map(found -> found.group(1).replace('\u00a0', ' ')))
                .containsExactly(
                        "75 of 128 targets have a chatbot: 58.59 %.",
                        "On the web 41 of 64 have one (64.06 %), in the apps 34 of 64 (53.13 %).",
                        "They are most frequent in East (76.19 %) and rarest in West (35.42 %).",
                        "13 are among the first 10 of their level on both platforms: Shanghai, Guangdong, Anhui, Zhejiang,"
                                + " Hainan, Hebei, Chongqing, Shijiazhuang, Haikou, Hefei, Hangzhou, Guangzhou, Changsha.",
                        "Of 64 jurisdictions 16 are of the highest type, Innovating leaders, and 15 of the lowest, Still to"
                                + " be built.",
                        "Experience of the process is marked highest (1.79 of 3), Needs met lowest (1.39). The difference"
                                + " is more than chance in 4 of 4 groups.",
                        "Within Needs met, Getting information is strongest (1.70 of 3) and Complaints and participation"
                                + " weakest (1.07). The difference is more than chance in 4 of 4 groups.",
                        "Within Experience of the process, Quality of information is strongest (1.83 of 3) and Quality of"
                                + " service weakest (1.76). The difference is more than chance in 4 of 4 groups.",
                        "A chatbot on the web reaches 10.89 of 18.00 on average, one in an app 7.95.");
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
                        "findings",
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
        assertThat(cells()).isNotEmpty().noneMatch(cell -> cell.getType() == CellType.FORMULA);
    }

    @Test
    public void whatAChatbotSaidBeginsNoFormula() throws IOException {
        assertThat(cells())
                .filteredOn(cell -> cell.getType() == CellType.STRING)
                .extracting(Cell::asString)
                .contains("'" + FORMULA)
                .noneMatch(text -> text.startsWith("="));
    }

    @Test
    public void sheetsHoldTheFiguresOfTheCharts() throws IOException {
        Row first = rows("省级 · 网站").get(1);

        assertThat(first.getCellText(1)).isEqualTo("广东");
        assertThat(first.getCell(2).asNumber()).isEqualByComparingTo("16");
    }

    @Test
    public void sheetsLeadToTheMarks() throws IOException {
        assertThat(rows("全部对象").get(1).getCellText(0)).isEqualTo("beijing-web");
        assertThat(parts())
                .anySatisfy(part -> assertThat(part)
                        .contains("Target=\"../bundles/beijing-web/data/marks.html\" TargetMode=\"External\""));
    }

    @Test
    public void headingsStayInView() throws IOException {
        assertThat(parts())
                .filteredOn(part -> part.contains("<worksheet"))
                .hasSizeGreaterThan(10)
                .allMatch(part -> part.contains("activePane=\"bottomLeft\" state=\"frozen\""));
    }

    private List<Cell> cells() throws IOException {
        List<Cell> cells = new ArrayList<>();
        try (ReadableWorkbook book = workbook()) {
            for (Sheet sheet : book.getSheets().toList()) {
                sheet.read()
                        .forEach(row ->
                                row.forEach(cell -> Optional.ofNullable(cell).ifPresent(cells::add)));
            }
        }
        return cells;
    }

    private List<Row> rows(String sheet) throws IOException {
        try (ReadableWorkbook book = workbook()) {
            return book.findSheet(sheet).orElseThrow().read();
        }
    }

    private ReadableWorkbook workbook() throws IOException {
        return new ReadableWorkbook(folder.resolve("tables.xlsx").toFile());
    }

    /** The reader tells nothing of links and panes. */
    private List<String> parts() throws IOException {
        List<String> parts = new ArrayList<>();
        try (ZipFile zip = new ZipFile(folder.resolve("tables.xlsx").toFile())) {
            for (ZipEntry part : Collections.list(zip.entries())) {
                parts.add(new String(zip.getInputStream(part).readAllBytes(), UTF_8));
            }
        }
        return parts;
    }
}
