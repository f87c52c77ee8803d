package org.wenda.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.words.InputException;
import org.wenda.words.Lang;

public final class ScenarioLintTest {
    private static final String GOOD = """
            schemaVersion: 1
            id: good
            matter: 开具户籍证明
            matterEn: A certificate
            kind: 问候
            turns:
              - id: opening
                say: 你好
            """;

    private Path home = Path.of("");

    @BeforeMethod
    public void makeHome() throws IOException {
        home = Files.createTempDirectory("home");
        Files.createDirectories(home.resolve("scenarios/standard"));
    }

    @Test
    public void acceptsTheLeastThatAScenarioNeeds() throws IOException {
        write("good", GOOD);

        assertThat(lint(Lang.EN)).isEmpty();
    }

    @Test
    public void reportsEveryProblemOfEveryFileAtOnce() throws IOException {
        write("a", """
                schemaVersion: 2
                id: b
                matter: '  '
                matterEn: 7
                kind: 信息公示
                audiense: 个人业务
                turns:
                  - id: Opening
                    sya: 你好
                    critical: maybe
                elements:
                  - kind: 材料
                    patterns: []
                link:
                """);
        write("c", "turns: 你好\n");

        assertThat(lint(Lang.EN)).isEqualTo(golden("shape", Lang.EN));
        assertThat(lint(Lang.ZH)).isEqualTo(golden("shape", Lang.ZH));
    }

    @Test
    public void namesTheProblemsOfMeaning() throws IOException {
        write("meaning", """
                schemaVersion: 1
                id: meaning
                matter: 社保
                matterEn: Insurance
                kind: 在线办理
                audience: 个人业务
                turns:
                  - id: opening
                    say: 在${jurisdiction.nmae}怎么办？
                    followUp: true
                    variants:
                      - kind: 口语
                        say: 打${captured.phone}行吗，${还有
                    captures:
                      - name: phone
                        pattern: '(\\d+'
                      - name: phone
                        pattern: '\\d*'
                  - id: opening
                    say: 打${captured.phne}行吗？
                    variants:
                      - kind: 同义
                        say: 打${captured.phne}行吗？
                elements:
                  - kind: 材料
                    patterns: ['材料']
                  - kind: 材料
                    patterns: ['资料']
                """);

        assertThat(lint(Lang.EN)).isEqualTo(golden("meaning", Lang.EN));
        assertThat(lint(Lang.ZH)).isEqualTo(golden("meaning", Lang.ZH));
    }

    @Test
    public void namesWhatNoOptionIsEverPressedFor() throws IOException {
        write("good", GOOD + "    choose: [社保]\n");
        write(
                "asks",
                GOOD.replace("id: good", "id: asks").replace("kind: 问候", "kind: 含糊提问") + "    choose: [社保, 社保, 转人工]\n");

        assertThat(lint(Lang.EN)).isEqualTo("""
                        scenarios/standard/asks.yaml:9:18: The word '社保' is here a second time in this turn. Remove it.
                        scenarios/standard/asks.yaml:9:22: An option that reads '转人工' is never pressed: it calls a person, \
                        complains, rates or leads back. Write words of the matter.
                        scenarios/standard/good.yaml:9:14: In a scenario of the kind '问候' no option is ever pressed. Remove \
                        choose.""".lines().toList());
    }

    @Test
    public void keepsTheReportsTableToItsKinds() throws IOException {
        write("good", GOOD + "audience: 个人业务\n");

        assertThat(lint(Lang.EN))
                .containsExactly("scenarios/standard/good.yaml:9:11: A scenario of the kind '问候' stands outside the"
                        + " report's table, so it has no 'audience'. Remove it.");
    }

    @Test
    public void tellsWhatIsNoYamlAtAll() throws IOException {
        write("syntax", GOOD.replace("  - id: opening", "\t- id: opening"));
        write("twice", GOOD.replace("good", "twice") + "kind: 问候\n");
        write("empty", "# nothing yet\n");
        write("two", GOOD + "---\n" + GOOD);
        write("alias", GOOD.replace("good", "alias").replace("你好", "&a 你好\n    id2: *a"));
        Files.write(home.resolve("scenarios/standard/gbk.yaml"), GOOD.getBytes(Charset.forName("GB18030")));
        Files.write(home.resolve("scenarios/standard/utf16.yaml"), GOOD.getBytes(StandardCharsets.UTF_16));
        Files.write(home.resolve("scenarios/standard/other.yml"), GOOD.getBytes(StandardCharsets.UTF_8));
        Files.createDirectory(home.resolve("scenarios/standard/mine"));

        assertThat(lint(Lang.EN)).isEqualTo(golden("no-yaml", Lang.EN));
        assertThat(lint(Lang.ZH)).isEqualTo(golden("no-yaml", Lang.ZH));
    }

    @Test
    public void readsOnlyTheScenarioThatIsAskedFor() throws IOException {
        write("good", GOOD);
        write("broken", "turns: [");

        assertThat(Scenarios.in(home).byId("good").turns()).hasSize(1);
        assertThatThrownBy(() -> Scenarios.in(home).all()).isInstanceOf(InputException.class);
    }

    @Test
    public void namesTheNearestOfAnUnknownId() throws IOException {
        write("good", GOOD);
        write("greeting", GOOD.replace("good", "greeting"));

        assertThatThrownBy(() -> Scenarios.in(home).byId("greting"))
                .isInstanceOf(InputException.class)
                .hasMessage("greting: There is no scenario of this id. Near: greeting. Known: good, greeting (the file"
                        + " names in " + home + "/scenarios/standard).");
        assertThatThrownBy(() -> Scenarios.in(home).byId("../standard/good")).isInstanceOf(InputException.class);
    }

    @Test
    public void saysWhereScenariosWereLookedFor() throws IOException {
        assertThatThrownBy(() -> Scenarios.in(home))
                .isInstanceOf(InputException.class)
                .hasMessage(home + "/scenarios/standard: There are no scenarios here. Give the folder that holds"
                        + " scenarios/ with --home.");
    }

    private void write(String id, String text) throws IOException {
        Files.writeString(home.resolve("scenarios/standard/" + id + ".yaml"), text);
    }

    private List<String> lint(Lang lang) {
        return ScenarioLint.check(home).stream()
                .map(problem -> problem.in(lang).replace(home + "/", ""))
                .collect(Collectors.toList());
    }

    /** Returns the lines that a person would see, from {@code NAME.lint.LANGUAGE.txt}. */
    private List<String> golden(String name, Lang lang) throws IOException {
        String file = name + ".lint." + lang.locale().getLanguage() + ".txt";
        try (var in = Objects.requireNonNull(ScenarioLintTest.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().collect(Collectors.toList());
        }
    }
}
