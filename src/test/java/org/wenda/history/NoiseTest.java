package org.wenda.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.words.Lang;

public final class NoiseTest {
    private static final Path HOME = Path.of("");

    private final Noise noise = Noise.in(HOME);
    private Path home = Path.of("");

    @BeforeMethod
    void makeHome() throws IOException {
        home = Files.createTempDirectory("home");
        Files.createDirectories(home.resolve("scenarios"));
    }

    @Test
    public void findsNothingWrongWithOurOwnRules() {
        assertThat(NoiseLint.check(HOME)).isEmpty();
        assertThat(NoiseLint.files(HOME)).hasSize(1);
    }

    @Test
    public void usesOurRulesWhereAHomeHasNone() {
        assertThat(Noise.in(home).rules()).hasSameSizeAs(noise.rules());
    }

    @Test
    public void leavesOutGreetingsCountersAndTimes() {
        assertThat(noise.text("您好！工本费10元。\n已有 1,024 人觉得有用 会话编号：A7F3-20931").strip())
                .isEqualTo("工本费10元。");
    }

    @Test
    public void keepsTheDayFromWhichARuleHolds() {
        assertThat(noise.text("自2026年12月1日起施行。")).isEqualTo("自2026年12月1日起施行。");
    }

    @Test
    public void takesWordsOfOneMeaningForOne() {
        assertThat(noise.text("户口本和居民身份证")).isEqualTo("户口簿和身份证");
    }

    @Test
    public void leavesOutTheSessionOfALink() {
        assertThat(noise.link("https://a.gov.cn/guide?sid=83ac&id=7&t=17")).isEqualTo("https://a.gov.cn/guide?id=7");
    }

    @Test
    public void reportsEveryProblemOfTheRulesAtOnce() throws IOException {
        Path file = Files.writeString(home.resolve("scenarios").resolve("noise.yaml"), """
                schemaVersion: 1
                rules:
                  - { id: one, in: text, pattern: '(?<=a)b', why: w, example: ab }
                  - { id: one, in: text, pattern: 'x*', why: w, example: x }
                  - { id: two, in: nowhere, pattern: 'y', why: w, example: z }
                """);

        assertThat(NoiseLint.check(home))
                .extracting(problem -> problem.in(Lang.EN).replace(file.toString(), "noise.yaml"))
                .containsExactly(
                        "noise.yaml:3:35: This is no regular expression of RE2: error parsing regexp: invalid named"
                                + " capture: `(?<=a)b`. Look-around and back references are not among them.",
                        "noise.yaml:4:11: There is a rule 'one' already. Give each rule a name of its own.",
                        "noise.yaml:4:35: The pattern finds something in no words at all, so it would be everywhere."
                                + " Let it ask for at least one character.",
                        "noise.yaml:5:20: 'nowhere' is not accepted here. Accepted: text, options, links.",
                        "noise.yaml:5:38: The pattern finds nothing in its example 'z'. Correct one of the two.");
    }
}
