package org.wenda.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;
import org.wenda.evidence.RunDirectory;
import org.wenda.transcript.Trait;
import org.wenda.words.Lang;

public final class ReportsTest {
    @SuppressWarnings("NullAway.Init")
    private RunDirectory run;

    @BeforeClass
    void store() throws IOException {
        run = SampleRun.store(Files.createTempDirectory("reports"));
    }

    @Test
    public void makesTheSamePagesFromTheSameFiles() {
        Reports.write(run, Lang.ZH, Optional.empty());
        Map<String, String> first = pages();
        Reports.write(run, Lang.ZH, Optional.empty());

        assertThat(pages()).isEqualTo(first).hasSizeGreaterThan(15);
    }

    @Test
    public void saysThatAllureIsMissingAndMakesItsOwnPagesAllTheSame() throws IOException {
        Reports.Made made = Reports.write(run, Lang.EN, Optional.empty());

        assertThat(made.allure()).isFalse();
        assertThat(made.problems())
                .extracting(problem -> problem.in(Lang.EN))
                .containsExactly("allure-report: there is no Allure generator beside the program. Build it with 'mvn"
                        + " package', then 'wenda report' makes the report");
        assertThat(Files.readString(made.index()))
                .contains("there is no Allure generator")
                .doesNotContain("allure-report/index.html");
    }

    @Test
    public void leadsToTheRankingWhereThereIsOne() throws IOException {
        RunDirectory ranked = SampleRun.store(Files.createTempDirectory("reports"));
        Files.createDirectories(ranked.ranking());
        Files.writeString(ranked.ranking().resolve("index.html"), "<!DOCTYPE html><title>ranking</title>");
        Reports.write(ranked, Lang.EN, Optional.empty());
        Reports.write(run, Lang.EN, Optional.empty());

        assertThat(Files.readString(ranked.index())).contains("<a href=\"ranking/index.html\">");
        assertThat(Files.readString(run.index())).doesNotContain("ranking/index.html");
    }

    @Test
    public void showsCountsThatDisagreeAtTheTop() throws IOException {
        RunDirectory other = SampleRun.store(Files.createTempDirectory("reports"));
        String runJson = Files.readString(other.runFile());
        Files.writeString(other.runFile(), runJson.replaceFirst("\"asked\" : \\d+", "\"asked\" : 99"));

        assertThat(Files.readString(
                        Reports.write(other, Lang.EN, Optional.empty()).index()))
                .contains("run.json: the run says that it asked 99, the journal has 7");
    }

    @Test
    public void tellsPressedOptionsFromTypedQuestions() throws IOException {
        Reports.write(run, Lang.ZH, Optional.empty());

        assertThat(Files.readString(run.index())).contains("其中 1 次是机器人反问后点选选项。", "点选选项，第 1 步");
        assertThat(Files.readString(run.transcriptPage("demo-web", "social-security-transfer")))
                .containsOnlyOnce("点选选项，第 1 步")
                .containsOnlyOnce("class=\"bubble citizen pressed\"");
    }

    @Test
    public void showsWhatEveryMarkRestsOn() throws IOException {
        Reports.write(run, Lang.EN, Optional.empty());

        assertThat(Files.readString(run.marksPage("demo-web")))
                .contains("id=\"D31\"", "<span class=\"badge fine\">2</span>", "1 / 2 / 3 points")
                .contains("<a href=\"complaint/transcript.html#turn-1\">First words</a> <bdi>640 ms ± 17 ms</bdi>")
                .contains("These marks were made by another index")
                .contains("hot questions")
                .doesNotContain("<script>", "href=\"javascript:");
        assertThat(Files.readString(run.marksPage("hefei-web"))).contains("<span class=\"badge none\">blocked</span>");
        assertThat(Files.readString(run.index())).contains("bundles/demo-web/data/marks.html", "provisional:");
    }

    @Test
    public void showsTheMarksOfAConversationUnderIt() throws IOException {
        Reports.write(run, Lang.EN, Optional.empty());

        assertThat(Files.readString(run.transcriptPage("demo-web", "complaint")))
                .contains("Marks of this conversation", "<span class=\"mono\">D31</span>")
                .contains("<a href=\"#turn-1\">First words</a> <bdi>640 ms ± 17 ms</bdi>");
    }

    @Test
    public void countsWhatTheWindowOffersOfAllThatOneMay() throws IOException {
        Reports.write(run, Lang.EN, Optional.empty());

        String page = Files.readString(run.marksPage("demo-web"));
        int seen = occurrences(page, "<li class=\"seen\">");
        assertThat(page).contains(seen + " of " + Trait.values().length + " seen", "p95");
        assertThat(seen).isPositive();
        assertThat(occurrences(page, "<li class=\"unseen\">")).isEqualTo(Trait.values().length - seen);
    }

    @Test
    public void leavesNoPrintBesideThePagesThatIsNotOfThem() throws IOException {
        RunDirectory other = SampleRun.store(Files.createTempDirectory("reports"));
        Files.writeString(other.printedIndex(), "old");
        Files.writeString(other.printed("demo-web"), "old");

        Reports.write(other, Lang.EN, Optional.empty());

        assertThat(other.printedIndex()).doesNotExist();
        assertThat(other.printed("demo-web")).doesNotExist();
        assertThat(other.index()).exists();
    }

    /** Twenty-five threads write at once; every file is somebody's, and every name leads to a file. */
    @Test
    public void leavesNoAttachmentOrphanedAtTwentyFiveThreads() throws IOException {
        Path folder = Files.createTempDirectory("reports");
        RunDirectory many = BigRun.of(run.root(), "demo-web", folder.resolve(run.id()), 40);

        Reports.write(many, Lang.EN, Optional.empty(), 25);

        Set<String> named = new TreeSet<>();
        int tests = 0;
        for (Path result : files(many.allureResults(), "-result.json")) {
            JsonNode test = new ObjectMapper().readTree(result.toFile());
            test.findValues("source")
                    .forEach(source -> assertThat(named.add(source.asText()))
                            .as("attached once: " + source)
                            .isTrue());
            tests++;
        }
        Set<String> kept = new TreeSet<>();
        files(many.allureResults(), "").stream()
                .map(file -> file.getFileName().toString())
                .filter(file -> file.contains("-attachment."))
                .forEach(kept::add);
        assertThat(tests)
                .as("one for each conversation, and one for each target")
                .isEqualTo(many.read().transcripts().size() + 40);
        assertThat(kept).isEqualTo(named).hasSizeGreaterThan(100);
    }

    @Test
    public void showsInAllureHowATargetStands() throws IOException {
        Reports.write(run, Lang.EN, Optional.empty());

        List<JsonNode> overviews = new ArrayList<>();
        for (Path result : files(run.allureResults(), "-result.json")) {
            JsonNode test = new ObjectMapper().readTree(result.toFile());
            if (test.path("fullName").asText().equals("demo-web/overview")) {
                overviews.add(test);
            }
        }
        assertThat(overviews).singleElement().satisfies(test -> {
            assertThat(test.path("steps")).hasSize(6);
            assertThat(test.path("links").get(0).path("url").asText()).isEqualTo("../bundles/demo-web/data/marks.html");
            String page = Files.readString(run.allureResults()
                    .resolve(test.path("attachments").get(0).path("source").asText()));
            assertThat(page).contains("id=\"D31\"").doesNotContain("href=\"../", "transcript.html");
        });
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .toList();
        }
    }

    private static int occurrences(String text, String of) {
        return text.split(Pattern.quote(of), -1).length - 1;
    }

    @Test
    public void escapesWhatTheChatbotSaid() throws IOException {
        Reports.write(run, Lang.EN, Optional.empty());

        assertThat(Files.readString(run.transcriptPage("demo-web", "complaint")))
                .contains("<div class=\"bubble bot\"><p class=\"text\" dir=\"auto\">"
                        + "&lt;script&gt;top.name=document.title=7&lt;/script&gt;</p>")
                .contains("<span class=\"named\">U+202E</span>gnp.exe<span class=\"named\">U+202C</span>")
                .contains("<bdi>honest too</bdi> ")
                .contains("<a class=\"address\""
                        + " href=\"https://example.gov.cn/a?b=1&amp;c=2\" rel=\"noopener noreferrer nofollow\""
                        + " target=\"_blank\"><bdi>https://example.gov.cn/a?b=1&amp;c=2</bdi></a>");
    }

    @Test
    public void writesChineseSoThatAllureReadsIt() throws IOException {
        Reports.write(run, Lang.ZH, Optional.empty());
        Path environment = run.allureResults().resolve("environment.properties");

        Properties read = new Properties();
        try (var in = Files.newInputStream(environment)) {
            read.load(in);
        }

        assertThat(Files.readString(environment, StandardCharsets.US_ASCII)).doesNotContain("演示市");
        assertThat(read).containsEntry("演示市 (网站)", "http://127.0.0.1:40123/");
    }

    private Map<String, String> pages() {
        try (Stream<Path> files = Files.walk(run.root())) {
            Map<String, String> pages = new TreeMap<>();
            files.filter(Files::isRegularFile)
                    .forEach(file -> pages.put(run.root().relativize(file).toString(), latin(file)));
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String latin(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
