package org.wenda.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.evidence.RunDirectory;
import org.wenda.words.InputException;
import org.wenda.words.Lang;

@SuppressWarnings("NullAway.Init")
public final class WorkbooksTest {
    /** The files are written while the tests run, which is before this. */
    private static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private Path run;
    private Reviews reviews;
    private Batch batch;
    private Map<String, byte[]> parts;

    @BeforeMethod
    void store() throws IOException {
        run = ReviewSample.store(Files.createTempDirectory("reports"), 1);
        reviews = Reviews.of(run);
        Files.createDirectories(reviews.folder(Role.RATER, "a"));
        batch = reviews.forRaters(List.of("a", "b"), 1, 1).get(0);
        parts = unpacked(Workbooks.of(batch, reviews.record(), reviews.index(), said("=1+1"), Lang.ZH));
    }

    @Test
    public void importsWhatWasTypedIntoIt() throws IOException {
        fill(1, "<c r=\"G2\"><v>3</v></c>");
        fill(2, "<c r=\"H3\" t=\"inlineStr\"><is><t>缺少证据</t></is></c>");

        assertThat(reviews.take(List.of(save()), NOW)).isEqualTo(new Reviews.Imported(1, 2, 0));
        assertThat(Reviews.reviewed(RunDirectory.open(run)).marks())
                .containsExactly(new FinalMark(
                        batch.tasks().get(0).item().target(),
                        batch.tasks().get(0).item().scenario(),
                        batch.tasks().get(0).item().indicator(),
                        3,
                        FinalMark.Origin.SINGLE,
                        List.of(new RaterMark("a", 3))));
    }

    @Test
    public void importsNothingOfOneThatWasNotFilledIn() throws IOException {
        Path file = Files.createTempDirectory("saved").resolve("a.xlsx");
        Files.write(file, Workbooks.of(batch, reviews.record(), reviews.index(), said("x"), Lang.EN));

        assertThat(reviews.take(List.of(file), NOW)).isEqualTo(new Reviews.Imported(1, 0, 0));
    }

    @Test
    public void saysNothingAnewWhenItIsSavedOnceMore() throws IOException {
        fill(1, "<c r=\"G2\"><v>3</v></c>");
        reviews.take(List.of(save()), NOW);

        assertThat(reviews.take(List.of(save()), NOW)).isEqualTo(new Reviews.Imported(1, 0, 1));
    }

    @DataProvider
    Object[][] cells() {
        return new Object[][] {
            {"<c r=\"G2\"><f>1+2</f><v>3</v></c>", "holds a formula. Type the mark itself."},
            {
                "<c r=\"G2\"><v>4</v></c>",
                "is none of the list. Accepted: 0, 1, 2 or 3, or one of the reasons to choose from."
            },
            {
                "<c r=\"I2\" t=\"inlineStr\"><is><t>hm</t></is></c>",
                "has a note and no mark. Choose a mark, or why it cannot be judged."
            },
            {
                "<c r=\"G2\"><v>1</v></c><c r=\"H2\" t=\"inlineStr\"><is><t>缺少证据</t></is></c>",
                "has a mark and a reason for none. Leave one of them out."
            },
        };
    }

    @Test(dataProvider = "cells")
    public void refusesCellsThatSayNoMark(String cell, String problem) throws IOException {
        fill(1, cell);
        Path file = save();

        assertProblem(file, file + " Marks:2: " + problem);
    }

    @Test
    public void refusesWhatUnpacksToTooMuch() throws IOException {
        parts.put("xl/media/big.bin", new byte[129 << 20]);
        Path file = save();

        assertThat(file).satisfies(one -> assertThat(Files.size(one)).isLessThan(1 << 20));
        assertProblem(file, file + ": unpacks to more than 128 MB or too many parts, which no workbook of ours does.");
    }

    @Test
    public void refusesLinksToOtherFiles() throws IOException {
        parts.put("xl/externalLinks/externalLink1.xml", "<externalLink/>".getBytes(UTF_8));
        Path file = save();

        assertProblem(
                file,
                file
                        + ": holds 'xl/externalLinks/externalLink1.xml', which no workbook of ours has. Copy the marks into the workbook as it was handed out.");
    }

    @Test
    public void refusesEntities() throws IOException {
        change(
                SHEET,
                xml -> xml.replaceFirst(
                        "(<\\?xml[^>]*>)", "$1<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"));
        Path file = save();

        assertProblem(
                file,
                file
                        + ": holds 'xl/worksheets/sheet1.xml', which no workbook of ours has. Copy the marks into the workbook as it was handed out.");
    }

    @Test
    public void refusesWhatIsNoWorkbook() throws IOException {
        Path file = Files.writeString(Files.createTempDirectory("saved").resolve("a.xlsx"), "no zip");

        assertProblem(file, file + ": cannot be read: ZIP. Save it once more from the page or the workbook.");
    }

    @Test
    public void freezesHeadingsAndLocksAllButThreeColumns() {
        assertThat(part(SHEET))
                .contains("ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"")
                .contains("sheet=\"true\" objects=\"true\"")
                .contains("type=\"list\" allowBlank=\"true\" showDropDown=\"false\" errorStyle=\"stop\"")
                .contains("sqref=\"G2:G8\"")
                .contains("sqref=\"H2:H8\"");
        assertThat(part("xl/styles.xml")).contains("<protection locked=\"false\"");
    }

    @Test
    public void whatAChatbotSaidIsNeverAFormula() {
        assertThat(parts.keySet().stream().filter(name -> name.startsWith("xl/worksheets/")))
                .allSatisfy(name -> assertThat(part(name)).doesNotContain("<f>").doesNotContain("<f "));
        assertThat(part("xl/sharedStrings.xml")).contains("&apos;=1+1").doesNotContain(">=1+1");
    }

    @DataProvider
    Object[][] beginnings() {
        return new Object[][] {{"=1"}, {"+1"}, {"-1"}, {"@x"}, {"\t=1"}, {"＝1"}};
    }

    @Test(dataProvider = "beginnings")
    public void noTextBeginsAFormulaElsewhere(String said) {
        assertThat(Workbooks.text(said)).isEqualTo("'" + said);
    }

    @Test
    public void keepsOnlyWhatXmlCanHold() {
        assertThat(Workbooks.text("a\u0007b\ud800c\u202ed\ne")).isEqualTo("abcd\ne");
    }

    private static List<Workbooks.Said> said(String reply) {
        return List.of(new Workbooks.Said("city1-web", "temporary-id-card", 1, "怎么办？", reply, "answered", ""));
    }

    /** Puts cells where the empty ones of a row are. */
    private void fill(int row, String cells) {
        String after = "<c r=\"F" + (row + 1) + "\"";
        change(SHEET, xml -> {
            String bare = xml.replaceAll("<c r=\"[GHI]" + (row + 1) + "\"[^>]*></c>", "");
            int at = bare.indexOf("</c>", bare.indexOf(after)) + 4;
            return bare.substring(0, at) + cells + bare.substring(at);
        });
    }

    private void change(String name, UnaryOperator<String> change) {
        parts.put(name, change.apply(part(name)).getBytes(UTF_8));
    }

    private String part(String name) {
        return new String(parts.get(name), UTF_8);
    }

    private void assertProblem(Path file, String expected) {
        assertThatThrownBy(() -> reviews.take(List.of(file), NOW))
                .isInstanceOfSatisfying(
                        InputException.class,
                        fault -> assertThat(fault.problems())
                                .extracting(problem -> problem.in(Lang.EN))
                                .containsExactly(expected));
    }

    private Path save() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return Files.write(Files.createTempDirectory("saved").resolve("a.xlsx"), bytes.toByteArray());
    }

    private static Map<String, byte[]> unpacked(byte[] bytes) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }
}
