package org.wenda.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.words.InputException;
import org.wenda.words.Lang;

public final class ProfilesTest {
    private static final Profile.Mark LAUNCHER =
            new Profile.Mark(List.of(), List.of("#app > div.kf", "button"), "智能客服\n小演", "button");
    private static final Profile.Mark INPUT = new Profile.Mark(
            List.of("https://kf.example/chat"), List.of("textarea[placeholder=\"请输入: 问题 # 'x'\"]"), "", "textarea");
    private static final Profile PROFILE = new Profile(
            "127.0.0.1-8080-web",
            URI.create("http://127.0.0.1:8080/?a=1#/x"),
            LocalDate.of(2026, 11, 23),
            List.of(LAUNCHER),
            INPUT,
            null);

    private Path home = Path.of("");

    @BeforeMethod
    public void makeHome() throws IOException {
        home = Files.createTempDirectory("home");
    }

    @Test
    public void readBackWhatTheySave() {
        Profiles.in(home).save(PROFILE);

        assertThat(Profiles.in(home).find("127.0.0.1-8080-web")).contains(PROFILE);
        assertThat(ProfileLint.check(home)).isEmpty();
    }

    @Test
    public void readBackWhateverAPageCallsItsElements() {
        String hostile = "- a: b\n# c \u0007\u202E\uD83D\uDE00 'q' \"d\" &x *y !!z %w @v `u` {t} [s] \\ yes ---\n...\n";
        Profile profile = new Profile(
                "x-web",
                PROFILE.address(),
                PROFILE.saved(),
                List.of(),
                new Profile.Mark(List.of(), List.of(hostile), hostile, "x-chat"),
                new Profile.Mark(List.of("true", "12"), List.of("~"), "null", "button"));

        Profiles.in(home).save(profile);

        assertThat(Profiles.in(home).find("x-web")).contains(profile);
    }

    @Test
    public void areWrittenForPeople() throws IOException {
        Path file = Profiles.in(home).save(PROFILE);

        assertThat(Files.readString(file)).isEqualTo("""
                        # yaml-language-server: $schema=../schema/profile.schema.json
                        schemaVersion: 1
                        target: 127.0.0.1-8080-web
                        address: http://127.0.0.1:8080/?a=1#/x
                        saved: '2026-11-23'
                        steps:
                          - words: |-
                              智能客服
                              小演
                            tag: button
                            path:
                              - '#app > div.kf'
                              - button
                            frames: []
                        input:
                          words: ''
                          tag: textarea
                          path:
                            - 'textarea[placeholder="请输入: 问题 # ''x''"]'
                          frames:
                            - https://kf.example/chat
                        """);
    }

    @Test
    public void replaceTheProfileBeforeAndLeaveNothingElseBehind() throws IOException {
        Profiles.in(home).save(PROFILE);
        Profile later =
                new Profile(PROFILE.target(), PROFILE.address(), LocalDate.of(2026, 12, 1), List.of(), INPUT, LAUNCHER);
        Path file = Profiles.in(home).save(later);

        assertThat(Profiles.in(home).find(PROFILE.target())).contains(later);
        try (Stream<Path> files = Files.list(file.resolveSibling("."))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    public void areEmptyWhereNoneWasSaved() {
        assertThat(Profiles.in(home).find("shanghai-web")).isEmpty();
        assertThat(Profiles.in(home).targets()).isEmpty();
    }

    @Test
    public void neverLeaveTheirFolder() {
        assertThatThrownBy(() -> Profiles.in(home).find("../jurisdictions/demo-web"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no id of a target: ../jurisdictions/demo-web");
    }

    @Test
    public void nameStepsInAnAppByWordsAlone() throws IOException {
        write("x-mobile", "android-app://x/", "- words: 我的");

        assertThat(ProfileLint.check(home)).isEmpty();
        assertThat(Profiles.in(home).find("x-mobile").orElseThrow().steps())
                .containsExactly(new Profile.Mark(List.of(), List.of(), "我的", ""));
    }

    @Test
    public void keepWhatAnAppCallsItsViews() {
        Profile profile = new Profile(
                "x-mobile",
                URI.create("android-app://x/"),
                PROFILE.saved(),
                List.of(new Profile.Mark(List.of("a.b"), List.of(), "我的", "android.widget.FrameLayout")),
                new Profile.Mark(List.of("a.b"), List.of("a.b:id/ask"), "请输入", "android.widget.EditText"),
                null);

        Profiles.in(home).save(profile);

        assertThat(Profiles.in(home).find("x-mobile")).contains(profile);
    }

    @Test
    public void wantEachStepToNameSomething() throws IOException {
        write("x-mobile", "android-app://x/", "- tag: android.widget.Button");
        write("x-web", "https://x.gov.cn/", "- words: 我的");

        assertThat(ProfileLint.check(home).stream()
                        .map(problem -> problem.in(Lang.EN).replace(home + "/", ""))
                        .collect(Collectors.toList()))
                .containsExactly(
                        "scenarios/profiles/x-mobile.yaml:6:5: Nothing tells what is meant. Expected on a phone: 'words', or"
                                + " 'path' with a resource id and 'tag' with a class.",
                        "scenarios/profiles/x-web.yaml:6:5: Nothing tells which element is meant. Expected: 'path' with CSS"
                                + " selectors, and 'tag'.",
                        "scenarios/profiles/x-web.yaml:8:3: Nothing tells which element is meant. Expected: 'path' with CSS"
                                + " selectors, and 'tag'.");
    }

    private void write(String target, String address, String step) throws IOException {
        Path folder = Files.createDirectories(home.resolve("scenarios/profiles"));
        Files.writeString(
                folder.resolve(target + ".yaml"),
                String.join(
                        "\n",
                        "schemaVersion: 1",
                        "target: " + target,
                        "address: " + address,
                        "saved: '2026-11-26'",
                        "steps:",
                        "  " + step,
                        "input:",
                        "  words: 请输入",
                        ""));
    }

    @Test
    public void tellWhatAPersonCorrectedWrongly() throws IOException {
        Path file = Profiles.in(home).save(PROFILE);
        Files.writeString(
                file,
                Files.readString(file).replace("tag: button", "tag: Button").replace("2026-11-23", "2026-11-31"));

        assertThatThrownBy(() -> Profiles.in(home).find(PROFILE.target())).isInstanceOf(InputException.class);
        assertThat(ProfileLint.check(home).stream()
                        .map(problem -> problem.in(Lang.EN).replace(home + "/", ""))
                        .collect(Collectors.toList()))
                .containsExactly(
                        "scenarios/profiles/127.0.0.1-8080-web.yaml:5:8: There is no day 2026-11-31. Expected: a day as"
                                + " year-month-day, such as 2026-11-23.",
                        "scenarios/profiles/127.0.0.1-8080-web.yaml:10:10: 'Button' is not accepted here. Expected: the"
                                + " name of an HTML element in lower case, such as textarea.");
    }
}
