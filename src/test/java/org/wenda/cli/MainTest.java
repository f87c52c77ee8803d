package org.wenda.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

public final class MainTest {
    private ByteArrayOutputStream out = new ByteArrayOutputStream();
    private ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path home = Path.of("");

    @BeforeMethod
    void createHome() throws IOException {
        out = new ByteArrayOutputStream();
        err = new ByteArrayOutputStream();
        home = Files.createTempDirectory("home");
        Files.createDirectory(home.resolve("scenarios"));
    }

    @Test
    public void saysItsVersion() {
        assertThat(run("--version")).isZero();
        assertThat(text(out)).isEqualTo("wenda development (Java " + System.getProperty("java.version") + ")\n");
        assertThat(text(err)).isEmpty();
    }

    @Test
    public void suggestsTheCommandThatWasMeant() {
        assertThat(run("lnit")).isEqualTo(2);
        assertThat(text(err))
                .isEqualTo("lnit: unknown command. Did you mean: lint?\n'wenda --help' shows how it is written.\n");
        assertThat(text(out)).isEmpty();
    }

    @Test
    public void suggestsTheOptionThatWasMeant() {
        assertThat(run("lint", "--hoem", "x")).isEqualTo(2);
        assertThat(text(err)).startsWith("--hoem: unknown option. Did you mean: --home?\n");
    }

    @Test
    public void speaksChineseWhenAsked() {
        assertThat(run("--lang", "zh", "lnit")).isEqualTo(2);
        assertThat(text(err)).startsWith("lnit: 没有这个命令。您想写的是");
    }

    @Test
    public void knowsTwoLanguagesOnly() {
        assertThat(run("lint", "--lang", "fr")).isEqualTo(2);
        assertThat(text(err))
                .isEqualTo(
                        "--lang: 'fr' is not accepted. Accepted: zh|en.\n'wenda lint --help' shows how it is written.\n");
    }

    @Test
    public void asksForACommandWhereThereIsNone() {
        assertThat(run()).isEqualTo(2);
        assertThat(text(err)).startsWith("wenda: a command is missing.\n");
    }

    @Test
    public void lintReportsEveryProblem() throws IOException {
        Path settings = home.resolve("drivers.properties");
        Files.writeString(settings, "browser.width = wide\nbrowser.nmae = chrome\n");

        assertThat(run("lint", "--home", home.toString())).isEqualTo(2);
        assertThat(text(err)).isEqualTo("""
                        %s:2: unknown key 'browser.nmae'. Did you mean: browser.name?
                        %s:1: 'wide' is not accepted for browser.width. Accepted: a whole number from 320 to 7680.
                        """.formatted(settings, settings));
        assertThat(text(out)).isEmpty();
    }

    @Test
    public void lintSaysHowManyFilesAreInOrder() throws IOException {
        Path settings = Files.writeString(home.resolve("drivers.properties"), "browser.width = 800\n");

        assertThat(run("lint", settings.toString())).isZero();
        assertThat(text(out)).isEqualTo("1 files, no problems\n");
    }

    @Test
    public void lintNamesFilesThatItCannotCheck() throws IOException {
        Path picture = Files.createFile(home.resolve("picture.png"));
        Path missing = home.resolve("missing.yaml");

        assertThat(run("lint", picture.toString(), missing.toString())).isEqualTo(2);
        assertThat(text(err)).isEqualTo("""
                        %s: is of no kind that can be checked. Accepted: drivers.properties, and the files below scenarios/.
                        %s: is not a file.
                        """.formatted(picture, missing));
    }

    @Test
    public void testBelongsToTheLauncher() {
        assertThat(run("test", "--full")).isEqualTo(2);
        assertThat(text(err))
                .isEqualTo(
                        "test --full: only the launcher script can run the tests. Type ./wenda test in Wenda's own folder.\n");
    }

    @DataProvider
    Object[][] commands() {
        return Stream.concat(
                        line("en").getSubcommands().keySet().stream(),
                        subcommand("en", "review").getSubcommands().keySet().stream()
                                .map(name -> "review " + name))
                .map(name -> new Object[] {name})
                .toArray(Object[][]::new);
    }

    @Test(dataProvider = "commands")
    public void theHelpOfEveryCommandEndsWithTwoExamples(String command) {
        for (String lang : List.of("en", "zh")) {
            String[] lines = subcommand(lang, command).getUsageMessage(Ansi.OFF).split("\n", -1);
            List<String> examples = List.of(lines).subList(lines.length - 4, lines.length - 1);

            assertThat(examples.get(0)).isEqualTo(lang.equals("en") ? "Examples:" : "示例：");
            assertThat(examples.subList(1, 3)).allMatch(line -> line.matches("  (\\./)?wenda " + command + "\\b.*"));
        }
    }

    @Test(dataProvider = "commands")
    public void everyOptionOfEveryCommandIsExplained(String command) {
        for (String lang : List.of("en", "zh")) {
            subcommand(lang, command)
                    .getCommandSpec()
                    .args()
                    .forEach(arg -> assertThat(arg.description())
                            .as(command + " " + arg.paramLabel() + " in " + lang)
                            .isNotEmpty());
        }
    }

    private CommandLine subcommand(String lang, String name) {
        CommandLine found = line(lang);
        for (String part : name.split(" ", -1)) {
            found = Objects.requireNonNull(found.getSubcommands().get(part));
        }
        return found;
    }

    private CommandLine line(String lang) {
        return Commands.line(new Wenda(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                SpokenLang.in(new String[] {"--lang", lang}, Locale.ROOT)));
    }

    private int run(String... args) {
        return new Main(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8)).run(args);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(UTF_8);
    }
}
