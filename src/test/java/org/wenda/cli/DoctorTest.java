package org.wenda.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testng.annotations.Test;
import org.wenda.channel.phone.PhoneTrial.Looked;
import org.wenda.channel.phone.PhoneTrial.Part;
import org.wenda.config.BrowserSettings;
import org.wenda.config.Home;
import org.wenda.config.SettingsFile;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Jurisdiction.ChatbotName;
import org.wenda.portal.Jurisdictions;
import org.wenda.portal.Level;
import org.wenda.portal.Provenance;
import org.wenda.portal.Region;
import org.wenda.portal.Vendor;
import org.wenda.portal.WebAddress;
import org.wenda.words.Lang;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

public final class DoctorTest {
    private static final Map<String, String> COMPLETE = Map.of(
            "mvn --version", "Apache Maven 3.8.7\nMaven home: /usr/share/maven",
            "node --version", "v20.20.2",
            "chromium --version", "Chromium 156.0.8078.79",
            "chromedriver --version", "ChromeDriver 156.0.8078.79 (abc)",
            "fc-list :lang=zh family", "Noto Serif CJK SC\nNoto Sans CJK SC");

    @Test
    public void findsEverythingOnACompleteMachine() {
        assertThat(browser(COMPLETE)).isEqualTo("""
                        ok  browser         Chromium 156.0.8078.79 (chromium)
                        ok  driver          ChromeDriver 156.0.8078.79 (abc) (chromedriver)
                        ok  Chinese fonts   Noto Sans CJK SC
                        ok  browser starts  started
                        """);
    }

    @Test
    public void saysHowToGetWhatIsMissing() {
        assertThat(browser(Map.of("fc-list :lang=zh family", ""))).isEqualTo("""
                        note     browser         not found
                                                 -> Selenium Manager looks for one. Debian: apt-get install chromium; elsewhere: install Chrome
                        note     driver          not found
                                                 -> Selenium Manager gets one. Debian: apt-get install chromium-driver
                        missing  Chinese fonts   none: Chinese in pictures would be boxes
                                                 -> Debian: apt-get install fontconfig fonts-noto-cjk; elsewhere: install any font with Chinese characters
                        ok       browser starts  started
                        """);
    }

    @Test
    public void saysHowToGetWebKit() throws IOException {
        Path settings = Files.createTempDirectory("home").resolve("drivers.properties");
        BrowserSettings webkit =
                SettingsFile.read(settings, List.of("browser.name=webkit")).browser();
        Known there = new Known(Map.of(
                "WebKitWebDriver --help", "Usage", "Xvfb -help", "", "fc-list :lang=zh family", "Noto Sans CJK SC"));

        assertThat(table(new BrowserCheckup(there, webkit, any -> "started").findings()))
                .isEqualTo("""
                        ok  driver          WebKitWebDriver
                        ok  screen          Xvfb
                        ok  Chinese fonts   Noto Sans CJK SC
                        ok  browser starts  started
                        """);
        assertThat(table(new BrowserCheckup(new Known(Map.of()), webkit, any -> "started").findings()))
                .startsWith("""
                        missing  driver          not found
                                                 -> Debian: apt-get install webkit2gtk-driver xvfb
                        missing  screen          not found
                                                 -> Debian: apt-get install webkit2gtk-driver xvfb
                        """);
    }

    @Test
    public void noticesADriverForAnotherBrowser() {
        assertThat(browser(Map.of(
                        "chromium --version", "Chromium 156.0.1.1",
                        "chromedriver --version", "ChromeDriver 155.0.1.1")))
                .contains("missing  browser and driver  the browser is version 156, the driver is for 155\n");
    }

    @Test
    public void aBrowserThatDoesNotStartIsMissing() {
        BrowserStart broken = settings -> {
            throw new MachineException(Message.of(DoctorTest.class, "doctor.notFound"), null);
        };

        assertThat(table(new BrowserCheckup(
                                new Known(COMPLETE), SettingsFile.defaults().browser(), broken)
                        .findings()))
                .endsWith("""
                        missing  browser starts  not found
                                                 -> start the browser by hand and read what it says
                        """);
    }

    @Test
    public void saysWhatToDoAboutThePhone() {
        Message found = Message.of(DoctorTest.class, "doctor.plain", "as it is");
        PhoneCheckup phone = new PhoneCheckup(
                false, () -> List.of(new Looked(Part.SERVER, true, found), new Looked(Part.DRIVER, false, found)));

        assertThat(table(phone.findings())).isEqualTo("""
                        ok       Appium         as it is
                        missing  Appium driver  as it is
                                                -> install it (npx appium@3.8.0 driver install uiautomator2), or correct appium.automation in drivers.properties
                        """);
    }

    @Test
    public void saysWhatToDoAboutAnIphone() {
        Message found = Message.of(DoctorTest.class, "doctor.plain", "as it is");
        PhoneCheckup phone = new PhoneCheckup(true, () -> List.of(new Looked(Part.DRIVER, false, found)));

        assertThat(table(phone.findings())).isEqualTo("""
                        missing  Appium driver  as it is
                                                -> install it (npx appium@3.8.0 driver install xcuitest; it needs macOS with Xcode), or correct appium.automation in drivers.properties
                        """);
    }

    @Test
    public void linesUpChineseColumns() {
        Message java = Message.of(DoctorTest.class, "doctor.java");
        Message fonts = Message.of(DoctorTest.class, "doctor.fonts");

        assertThat(table(List.of(Finding.good(java, java), Finding.good(fonts, java)), Lang.ZH))
                .isEqualTo("正常  Java      Java\n正常  中文字体  Java\n");
    }

    @Test
    public void anOldNodeIsOnlyANote() {
        List<Finding> findings = new ToolCheckup(new Known(Map.of("node --version", "v18.1.0"))).findings();

        assertThat(findings)
                .extracting(Finding::state)
                .containsExactly(Finding.State.GOOD, Finding.State.MISSING, Finding.State.NOTE);
    }

    @Test
    public void countsFactsThatNobodyChecked() {
        assertThat(table(known().findings()))
                .startsWith("note  facts  1 jurisdictions and 1 vendors, 4 facts about them, 3 unverified\n");
    }

    @Test
    public void listsFactsWithTheDayOfTheirCheck() {
        assertThat(known().facts())
                .extracting(fact -> fact.line().in(Lang.EN))
                .containsExactly(
                        "checked 2026-01-02  shanghai  address: https://shanghai.example/  [seen]",
                        "unverified  shanghai  chatbot: 小申  [report]",
                        "unverified  shanghai  region code: 310000  [list]",
                        "unverified  kf  vendor: 客服云  [manual]");
    }

    @Test
    public void saysWhyTheFactsCannotBeRead() throws IOException {
        Path empty = Files.createTempDirectory("home");
        FactsCheckup nothing = new FactsCheckup(() -> Jurisdictions.in(empty).all(), List::of);

        assertThat(nothing.findings()).extracting(Finding::state).containsExactly(Finding.State.FAULTY);
        assertThat(table(nothing.findings())).startsWith("faulty  facts  cannot be read: ");
        assertThat(nothing.facts()).isEmpty();
    }

    private static FactsCheckup known() {
        Jurisdiction shanghai = new Jurisdiction(
                "shanghai",
                "上海",
                "Shanghai",
                Level.PROVINCE,
                Region.EAST,
                null,
                "310000",
                List.of(new WebAddress(
                        WebAddress.Kind.SERVICE,
                        URI.create("https://shanghai.example/"),
                        new Provenance("seen", LocalDate.of(2026, 1, 2)),
                        null)),
                List.of(),
                new ChatbotName("小申", new Provenance("report", null)),
                new Provenance("list", null));
        List<String> none = List.of();
        Vendor vendor = new Vendor(
                "kf", "客服云", List.of("kf.example"), none, none, none, none, none, new Provenance("manual", null));
        return new FactsCheckup(() -> List.of(shanghai), () -> List.of(vendor));
    }

    @Test
    public void aFaultyFileNeedsCorrecting() throws IOException {
        Home home = new Home(Files.createTempDirectory("home"));
        Files.writeString(home.settingsFile(), "colour = red");

        assertThat(new HomeCheckup(home, Linters.all()).findings())
                .extracting(Finding::state)
                .contains(Finding.State.FAULTY);
        assertThat(doctor(home.folder())).isEqualTo(2);
    }

    /** Everything is there, but one file is faulty: that is for whoever wrote the file, not for the machine's owner. */
    private static int doctor(Path home) throws IOException {
        Files.createDirectory(home.resolve("scenarios"));
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        Wenda wenda = new Wenda(nowhere, nowhere, Lang.EN);
        new picocli.CommandLine(wenda).parseArgs("--home", home.toString());
        return new DoctorCommand(wenda, new Known(COMPLETE), settings -> "started").call();
    }

    private static String browser(Map<String, String> machine) {
        BrowserCheckup checkup =
                new BrowserCheckup(new Known(machine), SettingsFile.defaults().browser(), settings -> "started");
        return table(checkup.findings());
    }

    private static String table(List<Finding> findings) {
        return table(findings, Lang.EN);
    }

    private static String table(List<Finding> findings, Lang lang) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FindingTable(findings).print(new PrintStream(out, true, UTF_8), lang);
        return out.toString(UTF_8);
    }

    /** A machine on which only these programs answer. */
    private record Known(Map<String, String> answers) implements Programs {
        @Override
        public Optional<String> ask(List<String> command) {
            return Optional.ofNullable(answers.get(String.join(" ", command)));
        }
    }
}
