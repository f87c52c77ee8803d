package org.wenda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.StoredRun;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Transcript;

/**
 * Asks the demonstration city's app from the command line, in both ways it can be heard: the greeting by default, all
 * scenarios in {@code ./wenda test --full}.
 */
@SuppressWarnings("NullAway.Init")
public final class PhoneRunIT {
    private Terminal.Typed typed;
    private RunDirectory directory;
    private StoredRun stored;

    @BeforeClass
    void run() throws IOException {
        Path reports = Files.createTempDirectory("reports");
        List<String> words = Stream.concat(
                        Stream.of("run", "demo", "--variants", "none", "--parallel", "3"),
                        Boolean.getBoolean("wenda.full")
                                ? Stream.of("--out", reports.toString())
                                : Stream.of("--scenario", "greeting", "--out", reports.toString()))
                .toList();
        typed = Terminal.open().type(words.toArray(String[]::new));
        try (Stream<Path> runs = Files.list(reports)) {
            directory = RunDirectory.open(runs.filter(Files::isDirectory)
                    .filter(run -> Files.exists(run.resolve("run.json")))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(typed.err())));
        }
        stored = directory.read();
    }

    @Test
    public void holdsEveryConversationInBothWays() {
        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(stored.problems()).isEmpty();
        assertThat(stored.transcripts().stream().map(Transcript::target).distinct())
                .containsExactlyInAnyOrder("demo-web", "demo-mobile", "demo-native-mobile");
        assertThat(stored.exchanges()).extracting(Exchange::outcome).doesNotContain(Outcome.BROKEN, Outcome.SILENT);
    }

    @Test
    public void asksTheAppAsWellWhereNobodyNamedAPlatform() {
        assertThat(typed.err())
                .startsWith("The city's app is asked as well, on a simulated phone. --platform web leaves it out.\n");
    }

    @Test
    public void hearsThePageInTheAppToTheMillisecond() {
        assertThat(how("demo-mobile")).startsWith("chat in a page of the app, found behind ");
        // A busy machine widens the bound of a turn, not of all.
        assertThat(errors("demo-mobile")).contains(17L);
    }

    @Test
    public void saysHowFarNativeTimesMayBeOff() {
        assertThat(how("demo-native-mobile")).startsWith("chat of the app, found behind ");
        assertThat(errors("demo-native-mobile")).allMatch(millis -> millis > 20);
    }

    @Test
    public void callsItASimulationEverywhere() throws IOException {
        assertThat(Files.readString(directory.root().resolve("run.json")))
                .contains("Demonstration City (simulated phone, WebView)", "演示市（模拟手机，原生界面）");
        assertThat(Files.readString(directory.index()))
                .contains("Demonstration City (simulated phone, native)", "Android 14 (simulated)");
        assertThat(Files.readString(directory.transcriptPage("demo-mobile", "greeting")))
                .contains("SimDroid (simulated), WebView", "Android 14 (simulated)");
        try (Stream<Path> results = Files.list(directory.allureResults())) {
            assertThat(results.filter(file -> file.toString().endsWith("-result.json")))
                    .anySatisfy(file -> assertThat(file).content().contains("(simulated phone, native)"));
        }
    }

    @Test
    public void comparesTheAppWithTheWeb() throws IOException {
        assertThat(Files.readString(directory.index()))
                .contains("Web and app <small>Demonstration City (simulated phone, native)</small>")
                .contains("say the same as Demonstration City, by figures, names and words.");
    }

    private String how(String target) {
        return Objects.requireNonNull(transcript(target).opening()).entry().how();
    }

    private Transcript transcript(String target) {
        return stored.transcripts().stream()
                .filter(one -> one.target().equals(target) && one.scenario().equals("greeting"))
                .findFirst()
                .orElseThrow();
    }

    private List<Long> errors(String target) {
        return transcript(target).exchanges().stream()
                .map(exchange ->
                        Objects.requireNonNull(exchange.timing()).error().toMillis())
                .toList();
    }
}
