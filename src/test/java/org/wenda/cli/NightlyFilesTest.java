package org.wenda.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.testng.SkipException;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.words.Lang;
import picocli.CommandLine;

/** The files that start a night, as far as a machine can try them that has none of what reads them. */
public final class NightlyFilesTest {
    private static final Path FOLDER = Path.of("docs", "nightly");
    private static final Pattern FIELD = Pattern.compile("(\\*|[0-9]{1,2})(/[0-9]{1,2})?");

    private record Ended(int code, String said) {}

    @Test
    public void theNightIsARunThatIsJudged() throws Exception {
        assertThat(night(Map.of("WENDA_NIGHT", "demo --scenario temporary-id-card", "WENDA_NOTIFY", "feishu"), 0))
                .isEqualTo(
                        new Ended(
                                0,
                                "run demo --scenario temporary-id-card --against last --gate scenarios/gate.yaml --notify feishu\n"));
    }

    @Test
    public void asksAllTargetsWhereNobodySaysOtherwise() throws Exception {
        assertThat(night(Map.of(), 0)).isEqualTo(new Ended(0, "run --all --against last --gate scenarios/gate.yaml\n"));
    }

    @Test
    public void endsAsTheRunDid() throws Exception {
        assertThat(night(Map.of(), 1).code()).isEqualTo(1);
    }

    @DataProvider
    Object[][] nights() {
        return new Object[][] {
            {"run --all --against last --gate scenarios/gate.yaml"},
            {"run demo --scenario temporary-id-card --against last --gate scenarios/gate.yaml --notify feishu"},
            {"run --all --against last --gate scenarios/gate.yaml --notify dingtalk,wecom,feishu,plain"},
        };
    }

    @Test(dataProvider = "nights")
    public void wendaUnderstandsWhatTheNightSays(String night) {
        assertThatCode(() -> commands().parseArgs(night.split(" ", -1))).doesNotThrowAnyException();
    }

    @Test
    public void everyCommandThatIsNamedIsThere() throws IOException {
        List<String> named = Pattern.compile("`wenda ([a-z]+)")
                .matcher(Files.readString(FOLDER.resolve("README.md")))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.equals("diff"))
                .toList();

        assertThat(named).isNotEmpty();
        assertThat(commands().getSubcommands().keySet()).containsAll(named);
    }

    @DataProvider
    Object[][] starters() {
        return new Object[][] {{"crontab"}, {"wenda-nightly.service"}, {"github-actions.yml"}, {"Jenkinsfile"}};
    }

    @Test(dataProvider = "starters")
    public void everyFileStartsTheNight(String name) throws IOException {
        assertThat(Files.readString(FOLDER.resolve(name))).containsPattern("[ ='/]docs/nightly/nightly\\b");
        assertThat(Files.isExecutable(FOLDER.resolve("nightly"))).isTrue();
    }

    @Test
    public void cronHasFiveFieldsAndACommand() throws IOException {
        List<String> entries = Files.readAllLines(FOLDER.resolve("crontab")).stream()
                .filter(line -> !line.startsWith("#") && !line.matches("[A-Z_]+=.*"))
                .toList();

        assertThat(entries).hasSize(1);
        String[] fields = entries.get(0).split(" ", 6);
        assertThat(Arrays.asList(fields).subList(0, 5))
                .allMatch(field -> FIELD.matcher(field).matches());
        // To cron a percent sign is a line break.
        assertThat(fields[5]).doesNotContain("%");
        assertThat(run(List.of("sh", "-n", "-c", fields[5]), Map.of()).code()).isZero();
    }

    @Test
    public void systemdTakesTheService() throws Exception {
        needsSystemd();
        Path folder = Files.createTempDirectory("units");
        String here = Path.of("").toAbsolutePath().toString();
        Path service = folder.resolve("wenda-nightly.service");
        Files.writeString(
                service,
                Files.readString(FOLDER.resolve("wenda-nightly.service"))
                        .replace("/opt/wenda", here)
                        .replace("User=wenda", "User=" + System.getProperty("user.name")));
        Files.copy(FOLDER.resolve("wenda-nightly.timer"), folder.resolve("wenda-nightly.timer"));

        Ended ended = run(
                List.of("systemd-analyze", "verify", service.toString(), folder + "/wenda-nightly.timer"), Map.of());
        assertThat(ended.said().lines().filter(line -> line.contains("wenda-nightly")))
                .isEmpty();
    }

    @Test
    public void theTimerGoesOffAtTwoInBeijing() throws Exception {
        needsSystemd();
        String when = Files.readAllLines(FOLDER.resolve("wenda-nightly.timer")).stream()
                .filter(line -> line.startsWith("OnCalendar="))
                .findFirst()
                .orElseThrow()
                .substring("OnCalendar=".length());

        assertThat(run(List.of("systemd-analyze", "calendar", when), Map.of("TZ", "UTC")))
                .satisfies(ended -> assertThat(ended.code()).isZero())
                .satisfies(ended -> assertThat(ended.said()).contains("18:00:00 UTC"));
    }

    @Test
    public void theWorkflowIsOne() throws IOException {
        JsonNode workflow =
                new YAMLMapper().readTree(FOLDER.resolve("github-actions.yml").toFile());
        List<String> steps = new ArrayList<>();
        for (JsonNode step : workflow.at("/jobs/night/steps")) {
            assertThat(step.has("uses") ^ step.has("run")).isTrue();
            steps.add(step.path(step.has("uses") ? "uses" : "run").asText());
        }

        assertThat(workflow.at("/on/schedule/0/cron").asText()).isEqualTo("0 18 * * *");
        assertThat(steps)
                .containsExactly(
                        "actions/checkout@v4",
                        "actions/setup-java@v4",
                        "actions/cache@v4",
                        "docs/nightly/nightly",
                        "actions/upload-artifact@v4");
    }

    @Test
    public void theJenkinsfileClosesWhatItOpens() throws IOException {
        String text = Files.readString(FOLDER.resolve("Jenkinsfile"))
                .replaceAll("(?m)//.*$", "")
                .replaceAll("'[^'\\n]*'", "''");

        assertThat(text.chars().filter(c -> c == '{').count())
                .isEqualTo(text.chars().filter(c -> c == '}').count());
        assertThat(text.chars().filter(c -> c == '(').count())
                .isEqualTo(text.chars().filter(c -> c == ')').count());
        assertThat(text.chars().filter(c -> c == '\'').count() % 2).isZero();
    }

    @Test
    public void secretsStandInNoFile() throws IOException {
        try (var files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                assertThat(Pattern.compile("https?://[^\\s`]*(access_token|key|hook)[=/][A-Za-z0-9-]+")
                                .matcher(Files.readString(file))
                                .results()
                                .map(MatchResult::group))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    /** Runs the script in a project whose {@code wenda} only says what it was told. */
    private static Ended night(Map<String, String> environment, int code) throws IOException {
        Path project = Files.createTempDirectory("nightly");
        Path folder = Files.createDirectories(project.resolve("docs/nightly"));
        script(folder.resolve("nightly"), Files.readString(FOLDER.resolve("nightly")));
        script(project.resolve("wenda"), "#!/bin/sh\necho \"$*\"\nexit " + code + "\n");
        return run(List.of(folder.resolve("nightly").toString()), environment);
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static CommandLine commands() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
        return Commands.line(new Wenda(nowhere, nowhere, Lang.EN));
    }

    private static void needsSystemd() {
        if (!Files.isExecutable(Path.of("/usr/bin/systemd-analyze"))) {
            throw new SkipException("systemd-analyze is not here");
        }
    }

    private static Ended run(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("WENDA_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            return new Ended(process.waitFor(), said);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
