package org.wenda.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.words.InputException;
import org.wenda.words.Lang;

public final class SettingsFileTest {
    private static final Path SHIPPED = Path.of("drivers.properties");

    private Path file = SHIPPED;

    @BeforeMethod
    void createFile() throws IOException {
        file = Files.createTempFile("drivers", ".properties");
    }

    @AfterMethod
    void deleteFile() throws IOException {
        Files.deleteIfExists(file);
    }

    @Test
    public void theShippedFileNamesEveryKeyOnceInOrder() throws IOException {
        SettingsText shipped = SettingsText.ofFile("drivers.properties", Files.readString(SHIPPED));

        assertThat(shipped.problems()).isEmpty();
        assertThat(shipped.entries()).extracting(SettingsText.Entry::key).containsExactlyElementsOf(Keys.names());
    }

    @Test
    public void theShippedValuesAreTheDefaults() throws IOException {
        SettingsText shipped = SettingsText.ofFile("drivers.properties", Files.readString(SHIPPED));

        assertThat(shipped.entries())
                .extracting(SettingsText.Entry::value)
                .containsExactlyElementsOf(Keys.ALL.stream().map(Key::standard).toList());
        assertThat(SettingsFile.read(SHIPPED, List.of())).isEqualTo(SettingsFile.defaults());
    }

    @Test
    public void everyKeyIsExplainedAboveIt() throws IOException {
        String[] paragraphs = Files.readString(SHIPPED).split("\n\n", -1);

        for (String paragraph : paragraphs) {
            assertThat(paragraph).startsWith("#");
        }
    }

    @Test
    public void aMissingFileMeansTheDefaults() throws IOException {
        Files.delete(file);

        assertThat(SettingsFile.read(file, List.of())).isEqualTo(SettingsFile.defaults());
    }

    @Test
    public void readsEveryKindOfValue() throws IOException {
        Files.writeString(file, """
                \uFEFF# made by hand
                browser.name=firefox
                browser.binary = C:\\Program Files\\firefox.exe
                browser.headless=false
                browser.arguments =  --a   --b=c
                browser.grid = http://grid.example:4444
                pacing.jitter = 500ms
                pacing.quiet-from = 22:00
                pacing.quiet-until = 06:30
                limits.reply = 2m
                """);

        Settings settings = SettingsFile.read(file, List.of());

        assertThat(settings.browser())
                .isEqualTo(new BrowserSettings(
                        BrowserSettings.Name.FIREFOX,
                        Path.of("C:\\Program Files\\firefox.exe"),
                        null,
                        false,
                        1280,
                        900,
                        "zh-CN",
                        List.of("--a", "--b=c"),
                        URI.create("http://grid.example:4444"),
                        true));
        assertThat(settings.pacing())
                .isEqualTo(new PacingSettings(
                        Duration.ofSeconds(3),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(10),
                        300,
                        LocalTime.of(22, 0),
                        LocalTime.of(6, 30)));
        assertThat(settings.limits().reply()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    public void readsWhatAPhoneIsAskedFor() throws IOException {
        Files.writeString(file, """
                appium.server = https://farm.example/wd/hub
                appium.device = 192.168.1.7:5555
                appium.platform-version = 14
                appium.sessions = 4
                appium.ear = native
                appium.attended = 5m
                appium.capabilities = noReset=true farm:key=abc settings[waitForIdleTimeout]=100
                """);

        assertThat(SettingsFile.read(file, List.of()).phone())
                .isEqualTo(new PhoneSettings(
                        URI.create("https://farm.example/wd/hub"),
                        "UiAutomator2",
                        "192.168.1.7:5555",
                        "14",
                        4,
                        PhoneSettings.Ear.NATIVE,
                        Duration.ofMinutes(5),
                        Map.of("appium:noReset", true, "farm:key", "abc", "appium:settings[waitForIdleTimeout]", 100)));
    }

    @Test
    public void givesAPersonTimeWhereNobodySaysHowMuch() throws IOException {
        assertThat(SettingsFile.read(file, List.of()).phone().attended()).isZero();
        assertThat(SettingsFile.read(file, List.of()).attended().phone().attended())
                .isEqualTo(Duration.ofMinutes(10));
        assertThat(SettingsFile.read(file, List.of("appium.attended=1m"))
                        .attended()
                        .phone()
                        .attended())
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    public void refusesACapabilityWithoutAValue() throws IOException {
        Files.writeString(file, "appium.capabilities = noReset");

        assertThat(problems(Lang.EN))
                .isEqualTo("FILE:1: 'noReset' is not accepted for appium.capabilities. Accepted: name=value, parted by"
                        + " spaces, each name once, such as noReset=true; or nothing.");
    }

    @Test
    public void reportsEveryProblemAtOnce() throws IOException {
        Files.writeString(file, """
                browser.nmae = chrome
                colour = red
                browser.width = wide
                limits.page
                limits.reply = 20s
                limits.reply = 30s
                limits.silence = 25s
                pacing.quiet-from = 22:00
                """);

        assertThat(problems(Lang.EN)).isEqualTo("""
                        FILE:4: 'limits.page' is not a setting. Accepted: key = value, or a comment that begins with #.
                        FILE:1: unknown key 'browser.nmae'. Did you mean: browser.name?
                        FILE:2: unknown key 'colour'. Known keys: %s.
                        FILE:6: 'limits.reply' stands here a second time, first in FILE:5. Keep one of them.
                        FILE:3: 'wide' is not accepted for browser.width. Accepted: a whole number from 320 to 7680.
                        FILE:8: 'pacing.quiet-from' without 'pacing.quiet-until'. Give both, or leave both empty.
                        FILE:7: limits.silence (25s) is longer than limits.reply (20s), so it would never count. Make it at most as long.""".formatted(String.join(", ", Keys.names())));
    }

    @Test
    public void refusesHastyPacingWithTheReason() throws IOException {
        Files.writeString(file, "pacing.between-turns = 2999ms");

        assertThat(problems(Lang.EN))
                .isEqualTo("FILE:1: '2999ms' is not accepted for pacing.between-turns. Accepted: a time from 3s to 10m"
                        + " with its unit ms, s, m or h. Less is refused because citizens use the same portal; pages on"
                        + " this machine are not slowed down anyway.");
        assertThat(problems(Lang.ZH)).startsWith("FILE:1: “2999ms”不能用于 pacing.between-turns。");
    }

    @DataProvider
    Object[][] refused() {
        return new Object[][] {
            {"browser.name", "Chrome"},
            {"browser.name", "safari"},
            {"browser.headless", "yes"},
            {"browser.headless", ""},
            {"browser.width", "319"},
            {"browser.width", ""},
            {"browser.language", "Chinese, please"},
            {"browser.grid", "grid.example:4444"},
            {"browser.grid", "file:///etc/passwd"},
            {"grid.url", "grid.example:4444"},
            {"pacing.jitter", "2"},
            {"pacing.jitter", "-2s"},
            {"pacing.daily-turns", "0"},
            {"pacing.quiet-from", "25:00"},
            {"limits.reply", "999999999h"},
        };
    }

    @Test(dataProvider = "refused")
    public void refusesWhatItCannotUse(String key, String value) throws IOException {
        Files.writeString(file, key + " = " + value);

        assertThat(problems(Lang.EN)).startsWith("FILE:1: '" + value + "' is not accepted for " + key + ". Accepted: ");
    }

    @Test
    public void theCommandLineIsStrongerThanTheFile() throws IOException {
        Files.writeString(file, "browser.width = 800\nbrowser.height = 600");

        BrowserSettings browser =
                SettingsFile.read(file, List.of("browser.width=1000")).browser();

        assertThat(browser.width()).isEqualTo(1000);
        assertThat(browser.height()).isEqualTo(600);
    }

    @Test
    public void knowsTheGridByTwoNames() throws IOException {
        Files.writeString(file, "grid.url = http://grid.example:4444");

        assertThat(SettingsFile.read(file, List.of()).browser().grid())
                .isEqualTo(URI.create("http://grid.example:4444"));
    }

    @Test
    public void takesOneGridByBothNames() throws IOException {
        Files.writeString(file, "grid.url = http://grid.example:4444\nbrowser.grid = http://grid.example:4444");

        assertThat(SettingsFile.read(file, List.of()).browser().grid())
                .isEqualTo(URI.create("http://grid.example:4444"));
    }

    @Test
    public void refusesTwoGrids() throws IOException {
        Files.writeString(file, "browser.grid = http://a.example:4444\ngrid.url = http://b.example:4444");

        assertThat(problems(Lang.EN))
                .isEqualTo("FILE:2: 'grid.url' is http://b.example:4444, and 'browser.grid', another name of the same,"
                        + " is http://a.example:4444. Keep one of them.");
    }

    @DataProvider
    Object[][] grids() {
        return new Object[][] {
            {"browser.grid", "grid.url"},
            {"grid.url", "browser.grid"},
        };
    }

    @Test(dataProvider = "grids")
    public void theCommandLineNamesTheGridByEitherName(String inFile, String onCommandLine) throws IOException {
        Files.writeString(file, inFile + " = http://a.example:4444");

        assertThat(SettingsFile.read(file, List.of(onCommandLine + "=http://b.example:4444"))
                        .browser()
                        .grid())
                .isEqualTo(URI.create("http://b.example:4444"));
        assertThat(SettingsFile.read(file, List.of(onCommandLine + "="))
                        .browser()
                        .grid())
                .isNull();
    }

    @Test
    public void namesTheOptionThatIsWrong() {
        assertThatThrownBy(() -> SettingsFile.read(file, List.of("browser.width=x", "browser.with=1", "quiet")))
                .isInstanceOf(InputException.class)
                .hasMessage("""
                        --set quiet: 'quiet' is not a setting. Accepted: key = value, or a comment that begins with #.
                        --set browser.with=1: unknown key 'browser.with'. Did you mean: browser.width?
                        --set browser.width=x: 'x' is not accepted for browser.width. Accepted: a whole number from 320 to 7680.""");
    }

    @Test
    public void saysThatAFileIsNotUtf8() throws IOException {
        Files.write(file, "# gr\u00fcn".getBytes(ISO_8859_1));

        assertThat(problems(Lang.EN)).isEqualTo("FILE: is not UTF-8 text. Save it as UTF-8.");
    }

    private String problems(Lang lang) {
        return SettingsFile.problems(file).stream()
                .map(problem -> problem.in(lang).replace(file.toString(), "FILE"))
                .collect(Collectors.joining("\n"));
    }
}
