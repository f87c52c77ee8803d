package org.wenda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.channel.browser.LinkSite;
import org.wenda.demo.DemoBehaviour;
import org.wenda.demo.DemoCity;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.StoredLink;
import org.wenda.link.Verdict;
import org.wenda.transcript.Landing;

/** Follows the demonstration city's links from the command line. */
@SuppressWarnings("NullAway.Init")
public final class LinksIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where every verdict occurs; the other matters only repeat them. */
    private static final String MATTERS = "home-loan-application,employee-insurance-registration,household-certificate,"
            + "provident-fund-unsealing,social-security-card,company-deregistration,company-setup-registration";

    private Terminal terminal;
    private Path reports;

    @BeforeMethod
    void open() throws IOException {
        terminal = Terminal.open();
        reports = Files.createTempDirectory("reports");
    }

    @Test
    public void showsEveryVerdictThatThereIs() throws Exception {
        Terminal.Typed typed = terminal.type(
                "run",
                "demo",
                "--platform",
                "web",
                "--variants",
                "none",
                "--scenario",
                MATTERS,
                "--set",
                "links.clicks=0",
                "--out",
                reports.toString());

        assertThat(typed.code()).as(typed.err()).isZero();
        RunDirectory run = onlyRun();
        assertThat(run.links().links().stream().map(StoredLink::verdict).distinct())
                .containsExactlyInAnyOrder(Verdict.values());
        String index = Files.readString(run.index());
        for (Verdict verdict : Verdict.values()) {
            assertThat(index).contains("title=\"" + verdict.wire() + "\"");
        }
        assertThat(run.linkArchive("demo-web")).isNotEmptyFile();

        // Once more: the city opens where it was open, and nothing of it has changed.
        Terminal.Typed again = terminal.type("links", run.root().toString());

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.outLines().get(0)).startsWith("demo-web: ");
        assertThat(again.out()).contains("\n  1 soft-404\n");
    }

    @Test
    public void judgesByTheBrowserWhatScriptsBuild() throws Exception {
        Terminal.Typed typed = terminal.type(
                "run",
                "demo",
                "--platform",
                "web",
                "--variants",
                "none",
                "--scenario",
                "social-insurance-transfer",
                "--out",
                reports.toString());

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(ofTheHall()).isNotEmpty().allSatisfy(link -> {
            assertThat(link.verdict()).isEqualTo(Verdict.SERVICE);
            assertThat(link.look()).isNotNull().satisfies(look -> {
                assertThat(look.where()).isEqualTo(Landing.Where.NEW_TAB);
                assertThat(look.survived()).isTrue();
                assertThat(look.picture()).isNotNull();
            });
        });

        // Who goes on with a run finds the city where its links lead.
        Terminal.Typed resumed = terminal.type("resume", onlyRun().root().toString());

        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(ofTheHall())
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link.verdict()).isEqualTo(Verdict.SERVICE));
    }

    private List<StoredLink> ofTheHall() throws IOException {
        return onlyRun().links().links().stream()
                .filter(link -> link.link().href().contains("/ehall/#/"))
                .toList();
    }

    @Test
    public void goesOnWithTheNextMatterAfterALinkTookThePageAway() throws Exception {
        matter("first", "same", "markup");
        matter("second", "new");
        try (LinkSite site = new LinkSite()) {
            Terminal.Typed typed = terminal.type(
                    "run", site.chat("").toString(), "--scenario", "first,second", "--out", reports.toString());

            assertThat(typed.code()).as(typed.err()).isZero();
            assertThat(typed.err()).contains("Asked: 3; heard: 3; stored: 3\n");
            assertThat(onlyRun().links().links())
                    .extracting(link -> link.place().turn() + " " + where(link))
                    .contains("same same-tab", "new new-tab");
            assertThat(Files.readString(onlyRun().transcriptPage(target(), "first")))
                    .contains("&lt;img src=x onerror=alert(1)&gt;")
                    .doesNotContain("<img src=x");
            assertThat(site.visited()).doesNotContain("/page/pressed");
        }
    }

    private static String where(StoredLink link) {
        return link.look() == null ? "not clicked" : link.look().where().wire();
    }

    private String target() throws IOException {
        return onlyRun().record().plan().targets().get(0).id();
    }

    /** A scenario whose turns are the answers that it wants. */
    private void matter(String id, String... turns) throws IOException {
        StringBuilder text = new StringBuilder("""
                schemaVersion: 1
                id: %s
                matter: 临时居民身份证申领
                matterEn: %s
                kind: 信息公开
                audience: 个人业务
                type: 社保及劳动关系
                turns:
                """.formatted(id, id));
        for (String turn : turns) {
            text.append("  - id: ")
                    .append(turn)
                    .append("\n    say: ")
                    .append(turn)
                    .append('\n');
        }
        terminal.write("scenarios/standard/" + id + ".yaml", text.toString());
    }

    @Test
    public void printsOneLineForEachAddress() throws Exception {
        try (DemoCity city = DemoCity.start(DemoBehaviour.standard())) {
            String guide = city.address().resolve("/guide/temporary-id-card").toString();
            String login = city.address().resolve("/apply/company-setup").toString();
            Terminal.Typed typed = terminal.type("links", guide, login, "--matter", "临时居民身份证申领", "--format", "jsonl");

            assertThat(typed.code()).as(typed.err()).isZero();
            List<JsonNode> lines = new ArrayList<>();
            for (String line : typed.outLines()) {
                lines.add(JSON.readTree(line));
            }
            assertThat(lines).hasSize(2);
            assertThat(lines.get(0).path("address").textValue()).isEqualTo(guide);
            assertThat(lines.get(0).path("verdict").textValue()).isEqualTo("guide");
            assertThat(lines.get(0).path("status").intValue()).isEqualTo(200);
            assertThat(lines.get(0).path("title").textValue()).contains("临时居民身份证申领办事指南");
            assertThat(lines.get(0).path("elapsedMs").isNumber()).isTrue();
            assertThat(lines.get(1).path("verdict").textValue()).isEqualTo("login-wall");
            assertThat(lines.get(1).path("finalAddress").textValue()).contains("/login?next=");
            assertThat(lines.get(1).path("hops")).hasSize(2);
        }
    }

    @Test
    public void saysThatAWordIsNeitherRunNorAddress() {
        Terminal.Typed typed = terminal.type("links", "shanghai");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err())
                .isEqualTo("shanghai: is neither a run nor an address. Name a folder below reports/, or an address such"
                        + " as https://www.example.gov.cn/\n");
    }

    @Test
    public void tellsAHostThatDoesNotAnswerByItsExitCode() {
        Terminal.Typed typed = terminal.type("links", "http://127.0.0.1:1/");

        assertThat(typed.code()).isEqualTo(4);
        assertThat(typed.out()).startsWith("dead – http://127.0.0.1:1/: The host refused the connection");
    }

    private RunDirectory onlyRun() throws IOException {
        try (Stream<Path> runs = Files.list(reports)) {
            return runs.filter(path -> Files.isRegularFile(path.resolve("run.json")))
                    .map(RunDirectory::open)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
