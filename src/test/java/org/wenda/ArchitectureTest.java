package org.wenda;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** The architecture, as tables: edit a row to change it, here and in README.md. */
public final class ArchitectureTest {
    private static final String ROOT = "org.wenda.";
    private static final Path MAIN = Path.of("target", "classes");

    private final JavaClasses app = new ClassFileImporter().importPath(MAIN);

    @DataProvider
    Object[][] packages() {
        return new Object[][] {
            // package, may use
            // Sentences in two languages and what a YAML file says: needed wherever people write or read something.
            {"words", ""},
            {"yaml", "words"},
            {"transcript", "words"},
            {"portal", "words, yaml"},
            {"scenario", "words, yaml"},
            {"config", "words"},
            {"channel", "words, transcript, portal, config"},
            {"link", "words, transcript"},
            {"score", "words, yaml, scenario, transcript, link"},
            {"evidence", "words, transcript, link, score"},
            // What is noise, and what is accepted, are YAML files.
            {"history", "words, yaml, transcript, link, score"},
            {"review", "words, evidence, score"},
            // Its rules and editions are YAML files; what is praised is proven by features that transcripts name.
            {"ranking", "words, yaml, transcript, portal, score, review"},
            // Programs are told what a run comes to; its figures are the history's.
            {"gate", "words, yaml, transcript, link, evidence, history"},
            {"demo", "words"},
            {"report", "words, transcript, portal, scenario, config, link, score, evidence, history, review, ranking"},
            {
                "run",
                "words, transcript, portal, scenario, config, channel, link, score, evidence, history, review, ranking,"
                        + " demo, report"
            },
            // A suite is told whom to ask, what, and with which settings; the rest it leaves to a run.
            {"suite", "words, portal, scenario, config, run"},
            {
                "cli",
                "words, yaml, transcript, portal, scenario, config, channel, link, score, evidence, history, review,"
                        + " ranking, gate, run, suite"
            },
        };
    }

    @Test(dataProvider = "packages")
    public void aPackageUsesOnly(String name, String mayUse) {
        String[] reachable = Stream.concat(Stream.of(name), list(mayUse))
                .map(reached -> ROOT + reached + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".").and(not(resideInAnyPackage(reachable))))
                .because(name + " may use " + (mayUse.isEmpty() ? "nothing" : mayUse)
                        + "; see the table in ArchitectureTest")
                // Some packages come with later parts of the design.
                .allowEmptyShould(true)
                .check(app);
    }

    @Test
    public void everyPackageHasARow() {
        String[] rows =
                Arrays.stream(packages()).map(row -> ROOT + row[0] + "..").toArray(String[]::new);
        classes().should().resideInAnyPackage(rows).check(app);
    }

    @DataProvider
    Object[][] libraries() {
        return new Object[][] {
            // library, used only in
            {"org.openqa.selenium..", "channel.browser, channel.phone"},
            {"io.appium..", "channel.phone"},
            {"org.testng..", "suite"},
            {"io.qameta..", "report"},
            {"io.pebbletemplates..", "report"},
            {"freemarker..", "report"},
            {"picocli..", "cli"},
            {"com.networknt..", "yaml"},
            {"org.yaml..", "yaml"},
            {"com.sun.net.httpserver..", "demo"},
            {"okhttp3..", "link, gate"},
            {"okio..", "link"},
            {"org.jsoup..", "link"},
            {"org.netpreserve..", "evidence"},
            {"org.bouncycastle..", "evidence"},
            {"gov.loc..", ""},
            // Links are followed by OkHttp; this asks an authority for the time and nothing else.
            {"java.net.http..", "evidence"},
            // JSON where it comes in or goes out: scripts of a page, the journal, Allure, the demo's chat, "ask",
            // ratings, what programs are told.
            {"com.fasterxml.jackson..", "yaml, channel.page, evidence, review, gate, report, demo, cli"},
            {"org.dhatim..", "review, report"},
            // DuckDB is asked in SQL, and nobody else is.
            {"java.sql..", "history.year"},
            {"org.apache.commons.compress..", "review"},
            {"dev.langchain4j..", "history"},
            {"com.ibm.icu..", "history"},
            {"com.github.difflib..", "history"},
            {"org.apache.commons.statistics..", "history"},
            {"com.google.re2j..", "history"},
            {"com.tngtech..", ""},
            {"org.assertj..", ""},
        };
    }

    @Test(dataProvider = "libraries")
    public void aLibraryIsUsedOnlyIn(String library, String packages) {
        String[] users = list(packages).map(user -> ROOT + user + "..").toArray(String[]::new);
        noClasses()
                .that(not(resideInAnyPackage(users)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("only " + packages + " may; see the table in ArchitectureTest")
                .check(app);
    }

    @Test
    public void pageScriptsKnowNoDriver() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "channel.page..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.openqa..", "io.appium..", ROOT + "channel.browser..", ROOT + "channel.phone..")
                .because("the same scripts run in a browser, on a grid and in an app's WebView")
                .check(app);
    }

    @Test
    public void onlyWhoStartsAChannelKnowsWhichItIs() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "channel..", ROOT + "run..", ROOT + "cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "channel.browser..", ROOT + "channel.page..", ROOT + "channel.phone..")
                .because("a channel is one interface to everybody else")
                .check(app);
    }

    @Test
    public void noStaticFieldCanChange() {
        fields().that().areStatic().should().beFinal().check(app);
    }

    @DataProvider
    Object[][] changeable() {
        return new Object[][] {
            {AtomicInteger.class},
            {AtomicLong.class},
            {AtomicBoolean.class},
            {AtomicReference.class},
            {ThreadLocal.class},
        };
    }

    @Test(dataProvider = "changeable")
    public void noStaticFieldHoldsWhatCanChange(Class<?> type) {
        noFields().that().areStatic().should().haveRawType(type).check(app);
    }

    @Test
    public void onlyTheCommandLinePrints() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(app.that(not(resideInAPackage(ROOT + "cli.."))));
    }

    @Test
    public void onlyTheCommandLineSetsUpLogging() {
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(app.that(not(resideInAPackage(ROOT + "cli.."))));
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .because("what libraries log is set up in one place")
                .check(app);
    }

    @Test
    public void readmeShowsTheSameTable() throws IOException {
        List<String> shown = Files.readString(Path.of("README.md"))
                .lines()
                .filter(line -> line.matches("\\| `[a-z]+` \\|.*"))
                .map(ArchitectureTest::withoutAnswer)
                .toList();

        assertThat(shown)
                .containsExactlyElementsOf(Arrays.stream(packages())
                        .map(row -> "`" + row[0] + "`: " + row[1])
                        .toList());
    }

    /** Turns a row of the README's table (package, answers, may use) into one like the test's. */
    private static String withoutAnswer(String line) {
        String[] cells = line.split("\\|", -1);
        StringJoiner row = new StringJoiner(": ");
        row.add(cells[1].strip());
        String mayUse = cells[3].strip();
        return row.add(mayUse.equals("–") ? "" : mayUse).toString();
    }

    private static Stream<String> list(String names) {
        return Stream.of(names.split(", ", -1)).filter(name -> !name.isEmpty());
    }
}
