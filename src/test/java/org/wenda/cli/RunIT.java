package org.wenda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.demo.Asked;
import org.wenda.demo.DemoBehaviour;
import org.wenda.demo.DemoCity;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.evidence.StoredRun;
import org.wenda.portal.Profile;
import org.wenda.portal.Profiles;
import org.wenda.transcript.Choice;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Feature;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Timing;
import org.wenda.transcript.Trait;
import org.wenda.transcript.Transcript;

/** Runs scenarios from the command line and looks at what lies on the disk afterwards. */
@SuppressWarnings("NullAway.Init")
public final class RunIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Terminal terminal;
    private Path reports;

    @BeforeMethod
    void open() throws IOException {
        terminal = Terminal.open();
        reports = Files.createTempDirectory("reports");
    }

    @Test
    public void keepsEverythingThatTheDemonstrationCitySaid() throws Exception {
        Terminal.Typed typed = terminal.typeApart(
                "run",
                "demo",
                "--platform",
                "web",
                "--variants",
                "none",
                "--scenario",
                "greeting,temporary-id-card,vague",
                "--out",
                reports.toString());

        assertThat(typed.code()).as(typed.err()).isZero();
        RunDirectory directory = onlyRun();
        assertThat(typed.out()).isEqualTo(directory.index() + "\n");
        StoredRun stored = directory.read();
        assertThat(stored.problems()).isEmpty();
        assertThat(turns(stored.exchanges()))
                .containsExactlyInAnyOrder(
                        "greeting opening",
                        "greeting abilities",
                        "temporary-id-card opening",
                        "temporary-id-card materials",
                        "temporary-id-card sooner",
                        "vague opening",
                        "vague narrower",
                        "vague narrower",
                        "vague narrower");
        assertThat(stored.transcripts())
                .extracting(Transcript::scenario)
                .containsExactlyInAnyOrder("greeting", "temporary-id-card", "vague");
        assertThat(stored.transcripts().stream().flatMap(one -> one.exchanges().stream()))
                .containsExactlyInAnyOrderElementsOf(stored.exchanges());
        for (Exchange exchange : stored.exchanges()) {
            wasAnswered(exchange);
            hasPictures(directory, exchange);
        }
        assertThat(Files.readAllLines(directory.journalFile())).hasSize(9);
        assertThat(typed.err())
                .contains("Asked: 9; heard: 9; stored: 9\nSteps through options: 2\n")
                .endsWith("Done.\n");
        assertThat(typed.err()).doesNotContain("Exception").doesNotContain("WARN");
        hasPages(directory, stored);
        isProof(directory);
    }

    private void isProof(RunDirectory directory) throws Exception {
        Terminal.Typed whole = terminal.type("verify", directory.root().toString());
        assertThat(whole.code()).as(whole.out() + whole.err()).isZero();
        assertThat(whole.outLines().get(0)).endsWith("demo-web: valid");
        assertThat(directory.data("demo-web"))
                .isDirectoryContaining("glob:**/links.wacz")
                .isDirectoryContaining("glob:**/exchanges.jsonl")
                .isDirectoryContaining("glob:**/links.jsonl");
        assertThat(directory.data("demo-web").resolve("scenarios/standard")).isNotEmptyDirectory();

        Path page = directory.transcriptPage("demo-web", "greeting");
        Files.writeString(page, " ", StandardOpenOption.APPEND);
        Terminal.Typed spoilt = terminal.type("verify", directory.root().toString());
        assertThat(spoilt.code()).isEqualTo(1);
        assertThat(spoilt.out()).contains("data/greeting/transcript.html: was changed");
    }

    @Test
    public void pressesNothingThatAPoliteVisitorLeavesAlone() throws Exception {
        try (DemoCity city = DemoCity.start(DemoBehaviour.standard())) {
            String page = city.address().resolve("/notice/").toString();
            Terminal.Typed typed = terminal.type(
                    "run", page, "--variants", "none", "--scenario", "vague", "--out", reports.toString());

            assertThat(typed.code()).as(typed.err()).isZero();
            assertThat(city.asked())
                    .extracting(Asked::text)
                    .containsExactly("我想办证", "就是开店要用的那个", "个体工商户", "个体工商户增、减、补、换发证照手续");
            assertThat(city.pressed()).isEmpty();
        }
    }

    @Test
    public void pressesTheOptionThatIsAboutTheMatterOnly() throws Exception {
        scenario("transfer", "社保转移到外地", "信息公开");
        scenario("injury", "工伤认定", "信息公开");
        Terminal.Typed typed = terminal.type(
                "run",
                "demo",
                "--platform",
                "web",
                "--variants",
                "none",
                "--scenario",
                "transfer,injury",
                "--out",
                reports.toString());

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.err())
                .contains("transfer opening: options ", "transfer opening, option 1 pressed (社保转移到外地): answered ")
                .contains("injury opening: options ")
                .contains("Asked: 3; heard: 3; stored: 3\nSteps through options: 1\n");
        List<Exchange> stored = onlyRun().read().exchanges();
        assertThat(stored).extracting(Exchange::choice).containsExactly(null, new Choice(1, "社保转移到外地"), null);
        assertThat(stored.get(1).reply().text()).startsWith("您好，将社保转移到外地，主要是办理养老保险关系的转移接续");
        assertThat(stored.get(2).reason())
                .isEqualTo("None of the 3 options is clearly about the matter, so none was pressed.");
        assertThat(Files.readString(onlyRun().index()))
                .contains("Of the turns, 1 were an option pressed", "option pressed, step 1");
        assertThat(Files.readString(onlyRun().transcriptPage("demo-web", "transfer")))
                .contains("option pressed, step 1");
        assertThat(allureSteps()).contains("2. [option pressed, step 1] 社保转移到外地");
    }

    @Test
    public void asksInOtherWordsAndAgainWhenToldTo() throws Exception {
        Terminal.Typed typed = terminal.type(
                "run",
                "demo",
                "--platform",
                "web",
                "--scenario",
                "temporary-id-card",
                "--variants",
                "one",
                "--repeat",
                "2",
                "--set",
                "evidence.replay=true",
                "--out",
                reports.toString());

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.err())
                .contains("Conversations to hold: 3; questions at most: 5\n")
                .contains("temporary-id-card opening (colloquial): ", "temporary-id-card opening (repeat-2): ");
        RunDirectory directory = onlyRun();
        Transcript transcript = directory.read().transcripts().get(0);
        assertThat(transcript.exchanges())
                .extracting(exchange -> exchange.trial().id())
                .containsExactly("ordinary", "ordinary", "ordinary", "colloquial", "repeat-2");
        assertThat(transcript.features())
                .extracting(Feature::trait)
                .contains(Trait.WELCOME, Trait.VOICE_INPUT, Trait.HOT_QUESTIONS, Trait.INPUT_HINTS, Trait.HAND_OVER);
        assertThat(directory.replayPage("demo-web", "temporary-id-card")).isRegularFile();
        assertThat(directory.networkFile("demo-web", "temporary-id-card"))
                .content()
                .contains("/chat/api/ask")
                .doesNotContain("?");
        assertThat(directory.accessCheck("demo-web")).isPresent();
    }

    private void scenario(String id, String matter, String kind) throws IOException {
        terminal.write("scenarios/standard/" + id + ".yaml", """
                schemaVersion: 1
                id: %s
                matter: %s
                matterEn: %s
                kind: %s
                audience: 个人业务
                type: 社保及劳动关系
                turns:
                  - id: opening
                    say: 社保
                """.formatted(id, matter, id, kind));
    }

    private List<String> allureSteps() throws IOException {
        List<String> steps = new ArrayList<>();
        try (Stream<Path> results = Files.list(onlyRun().allureResults())) {
            for (Path result : results.filter(file -> file.toString().endsWith("-result.json"))
                    .toList()) {
                JSON.readTree(result.toFile())
                        .path("steps")
                        .forEach(step -> steps.add(step.path("name").textValue()));
            }
        }
        return steps;
    }

    @Test
    public void healsAProfileThatNoLongerFits() throws Exception {
        try (DemoCity city = DemoCity.start(DemoBehaviour.standard())) {
            terminal.write("scenarios/jurisdictions/moved.yaml", """
                    schemaVersion: 1
                    id: moved
                    name: 搬迁市
                    nameEn: Moved
                    level: 演示
                    region: 演示
                    web:
                      - kind: 政务服务网
                        url: %s
                        source: 测试
                    """.formatted(city.address()));
            Path file = terminal.write("scenarios/profiles/moved-web.yaml", """
                    schemaVersion: 1
                    target: moved-web
                    address: %s
                    saved: 2026-11-01
                    steps: []
                    input:
                      words: 请输入问题
                      tag: input
                      path: ['#robot-2019 > input']
                    """.formatted(city.address()));
            String before = Files.readString(file);

            Terminal.Typed first = terminal.type(
                    "run",
                    "moved",
                    "--variants",
                    "none",
                    "--scenario",
                    "greeting,nonsense",
                    "--out",
                    reports.toString());

            assertThat(first.code()).as(first.err()).isZero();
            assertThat(first.err())
                    .containsOnlyOnce("搬迁市: widget moved\n  was: \"请输入问题\" input (#robot-2019 > input)\n  now: ")
                    .contains(
                            "(launcher on the page)\n  The profile now leads there; the old one is kept with this run.");
            RunDirectory directory = onlyRun();
            RunRecord.Moved moved = directory.record().moved().get(0);
            assertThat(moved.healed()).isTrue();
            assertThat(moved.was().path()).containsExactly("#robot-2019 > input");
            assertThat(directory.profileBefore("moved-web")).hasContent(before);
            Profile healed = Profiles.in(terminal.home()).find("moved-web").orElseThrow();
            assertThat(moved.now().path()).isEqualTo(healed.input().path());
            assertThat(healed.input().tag()).isEqualTo("textarea");
            assertThat(Files.readString(directory.index()))
                    .contains("Chatbots that have moved", "#robot-2019", "bundles/moved-web/data/profile-before.yaml");
            assertThat(Files.readString(directory.transcriptPage("moved-web", "nonsense"))
                            + Files.readString(directory.transcriptPage("moved-web", "greeting")))
                    .containsOnlyOnce("moved since the profile was saved");

            Path again = Files.createTempDirectory("reports");
            Terminal.Typed second = terminal.type(
                    "run", "moved", "--variants", "none", "--scenario", "greeting", "--out", again.toString());

            assertThat(second.code()).as(second.err()).isZero();
            assertThat(second.err()).doesNotContain("widget moved");
        }
    }

    @Test
    public void namesFileAndLineOfAMistake() throws Exception {
        Path file = terminal.write("scenarios/standard/greeting.yaml", """
                schemaVersion: 1
                id: greeting
                matter: 问候
                matterEn: A greeting
                kind: 问侯
                turns:
                  - id: opening
                    sya: 你好
                """);
        Terminal.Typed typed =
                terminal.type("run", "demo", "--platform", "web", "--variants", "none", "--out", reports.toString());

        assertThat(typed.code()).as(typed.err()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.errLines()).hasSize(3);
        assertThat(typed.errLines().get(0)).startsWith(file + ":5:").contains("'问侯'");
        assertThat(typed.err()).contains(file + ":8:").contains("perhaps you mean 'say'");
        assertThat(reports).isEmptyDirectory();
    }

    @Test
    public void namesTheNearestOfAnUnknownJurisdictionAndScenario() {
        Terminal.Typed typed = terminal.type("run", "shanghia", "--scenario", "greetnig", "--out", reports.toString());

        assertThat(typed.code()).as(typed.err()).isEqualTo(2);
        assertThat(typed.errLines()).hasSize(2);
        assertThat(typed.errLines().get(0))
                .startsWith("shanghia: There is no jurisdiction of this id or Chinese name. Near: shanghai");
        assertThat(typed.errLines().get(1)).startsWith("greetnig: There is no scenario of this id. Near: greeting");
        assertThat(reports).isEmptyDirectory();
    }

    @Test
    public void saysWhereNoAddressIsKnown() throws Exception {
        terminal.write("scenarios/jurisdictions/nowhere.yaml", """
                schemaVersion: 1
                id: nowhere
                name: 无名
                nameEn: Nowhere
                level: 省级
                region: 西部
                """);
        Terminal.Typed typed = terminal.type("run", "nowhere", "--scenario", "greeting", "--out", reports.toString());

        assertThat(typed.code()).as(typed.err()).isEqualTo(4);
        Exchange only = onlyRun().read().exchanges().get(0);
        assertThat(only.outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(only.reason()).startsWith("No address is known for this target.");
        assertThat(typed.err()).contains("No address is known for this target.");
    }

    private static List<String> turns(List<Exchange> exchanges) {
        return exchanges.stream()
                .map(exchange -> exchange.scenario() + " " + exchange.turn())
                .toList();
    }

    private static void wasAnswered(Exchange exchange) {
        String turn = exchange.scenario() + " " + exchange.turn();
        Timing timing = Objects.requireNonNull(exchange.timing(), turn);
        assertThat(exchange.outcome().heard()).as(turn).isTrue();
        assertThat(exchange.reply().text()).as(turn).isNotBlank();
        assertThat(exchange.endedBy()).as(turn).isNotBlank();
        assertThat(timing.sentAt()).as(turn).isBefore(Instant.now());
        assertThat(timing.firstSign()).as(turn).isNotNull();
        assertThat(timing.firstReply()).as(turn).isGreaterThanOrEqualTo(timing.firstSign());
        assertThat(timing.complete()).as(turn).isGreaterThanOrEqualTo(timing.firstReply());
    }

    private static void hasPictures(RunDirectory directory, Exchange exchange) throws IOException {
        String turn = exchange.scenario() + " " + exchange.turn();
        Map<Evidence.Kind, BufferedImage> pictures = new EnumMap<>(Evidence.Kind.class);
        for (Evidence evidence : exchange.evidence()) {
            Path file = directory.file(exchange.target(), evidence).orElseThrow();
            if (evidence.kind() == Evidence.Kind.DOM) {
                assertThat(file).as(turn).isNotEmptyFile();
            } else {
                assertThat(file.toString()).endsWith(".png");
                pictures.put(evidence.kind(), Objects.requireNonNull(ImageIO.read(file.toFile()), turn));
            }
        }
        assertThat(pictures).as(turn).containsOnlyKeys(Evidence.Kind.BEFORE, Evidence.Kind.AFTER, Evidence.Kind.PAGE);
        BufferedImage before = Objects.requireNonNull(pictures.get(Evidence.Kind.BEFORE));
        BufferedImage after = Objects.requireNonNull(pictures.get(Evidence.Kind.AFTER));
        int page = area(Objects.requireNonNull(pictures.get(Evidence.Kind.PAGE)));
        assertThat(List.of(area(before), area(after))).as(turn).allMatch(area -> area > 10_000 && area < page / 2);
        assertThat(colours(after)).as(turn).isGreaterThan(10);
    }

    private static int area(BufferedImage picture) {
        return picture.getWidth() * picture.getHeight();
    }

    /** An empty picture has one. */
    private static long colours(BufferedImage picture) {
        return Stream.iterate(0, y -> y < picture.getHeight(), y -> y + 3)
                .flatMapToInt(y ->
                        java.util.stream.IntStream.range(0, picture.getWidth()).map(x -> picture.getRGB(x, y)))
                .distinct()
                .count();
    }

    private static void hasPages(RunDirectory directory, StoredRun stored) throws IOException {
        assertThat(Files.readString(directory.index()).contains("Demonstration City"))
                .isTrue();
        for (Transcript transcript : stored.transcripts()) {
            assertThat(directory.transcriptPage(transcript.target(), transcript.scenario()))
                    .isNotEmptyFile();
        }
        assertThat(directory.allureReport().resolve("index.html")).isNotEmptyFile();
        List<String> statuses = new ArrayList<>();
        List<String> tests = new ArrayList<>();
        try (Stream<Path> results = Files.list(directory.allureResults())) {
            for (Path result : results.filter(file -> file.toString().endsWith("-result.json"))
                    .toList()) {
                JsonNode json = JSON.readTree(result.toFile());
                statuses.add(json.get("status").textValue());
                tests.add(json.get("fullName").textValue());
            }
        }
        assertThat(statuses).containsExactly("passed", "passed", "passed", "passed");
        assertThat(tests)
                .contains("demo-web/overview")
                .containsAll(stored.transcripts().stream()
                        .map(transcript -> transcript.target() + "/" + transcript.scenario())
                        .toList());
    }

    private RunDirectory onlyRun() throws IOException {
        try (Stream<Path> runs = Files.list(reports)) {
            List<Path> all = runs.filter(path -> Files.isRegularFile(path.resolve("run.json")))
                    .toList();
            assertThat(all).hasSize(1);
            return RunDirectory.open(all.get(0));
        }
    }
}
