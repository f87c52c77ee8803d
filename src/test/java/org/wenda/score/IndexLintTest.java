package org.wenda.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.link.Verdict;
import org.wenda.words.InputException;
import org.wenda.words.Lang;

public final class IndexLintTest {
    private static final Path HOME = Path.of("");
    private static final String HEAD = """
            schemaVersion: 1
            edition: test
            cores:
              - { id: core, name: 核, nameEn: core, source: report }
            secondaries:
              - { id: one, core: core, name: 一, nameEn: one, source: report }
            items:
            """;

    private Path home = Path.of("");

    @BeforeMethod
    public void makeHome() throws IOException {
        home = Files.createTempDirectory("home");
        Files.createDirectories(home.resolve("scenarios"));
    }

    @Test
    public void findsNothingWrongWithTheOneThatComesWithWenda() {
        assertThat(IndexLint.check(HOME)).isEmpty();
        assertThat(IndexLint.files(HOME)).hasSize(1);
    }

    @Test
    public void holdsTheReportsFrameworkAndKeepsProposalsApart() {
        Index index = Index.in(HOME);

        assertThat(index.cores()).extracting(core -> core.name().zh()).containsExactly("需求满足", "过程体验");
        assertThat(index.secondaries())
                .extracting(secondary -> secondary.name().zh())
                .containsExactly("信息获取", "服务办理", "投诉参与", "信息质量", "系统质量", "服务质量");
        assertThat(index.secondaries()).allMatch(one -> one.source() == Index.Source.REPORT);
        assertThat(index.items()).allMatch(item -> item.source() == Index.Source.PROPOSAL);
        assertThat(index.items().stream().filter(item -> !item.isApart())).hasSize(25);
        assertThat(index.items().stream().filter(Index.Item::isApart)).hasSize(9);
    }

    @Test
    public void usesEveryRuleThereIs() {
        assertThat(Index.in(HOME).items()).extracting(Index.Item::rule).containsAll(Rules.ids());
        assertThat(Rules.ids()).doesNotHaveDuplicates();
    }

    @Test
    public void comesWithWendaWhereAHomeHasNone() {
        assertThat(IndexLint.check(home)).isEmpty();
        assertThat(Index.in(home)).isEqualTo(Index.in(HOME));
    }

    @Test
    public void namesTheProblemsOfMeaning() throws IOException {
        write(HEAD + """
                  - id: D11
                    secondary: tow
                    name: 一
                    nameEn: one
                    definition: 一
                    definitionEn: one
                    levels:
                      - { zh: 零, en: none }
                    weight: 0
                    markedBy: rule
                    rule: response-tiem
                    scenarios: [temporary-id-card]
                    source: proposal
                  - id: D11
                    apart: true
                    secondary: one
                    name: 一
                    nameEn: one
                    definition: 一
                    definitionEn: one
                    levels:
                      - { zh: 零, en: none }
                      - { zh: 一, en: one }
                      - { zh: 二, en: two }
                      - { zh: 三, en: three }
                    markedBy: rule
                    rule: response-time
                    bounds: { better: lower, for3: 5, for2: 2, for1: 10, unit: ms }
                    numbers:
                      - { name: fewest, value: 3 }
                    patterns:
                      - { name: x, pattern: '(' }
                    links:
                      - { verdict: gide, mark: 3 }
                    source: proposal
                """);

        assertThat(lint())
                .containsExactly(
                        "9:16: 'tow' is no secondary. Known: one.",
                        "15:7: There are 1 levels; there must be four: what earns 0, 1, 2 and 3.",
                        "16:13: A weight is above 0. To leave the indicator out of the sum, make it apart.",
                        "18:11: 'response-tiem' is no rule; perhaps you mean 'response-time'. Known: "
                                + String.join(", ", Rules.ids()) + ".",
                        "21:9: 'D11' is here a second time. Keep one of them.",
                        "21:9: The item has a secondary indicator and is apart as well. An item that is summed has the"
                                + " one, an item apart says apart: true.",
                        "34:11: The rule response-time needs further numbers: fewestTurns. Add them.",
                        "35:13: The bounds are in no order. With better: lower, for3 is the best, then for2, then"
                                + " for1.",
                        "37:9: The rule response-time does not use fewest among its numbers. It uses: fewestTurns.",
                        "39:9: The rule response-time uses no patterns. Remove x.",
                        "39:29: '(' is no regular expression, from character 2 on: Unclosed group.",
                        "41:7: The rule response-time does not use links. Remove it.",
                        "41:20: 'gide' is no verdict; perhaps you mean 'guide'. Known: "
                                + List.of(Verdict.values()).stream()
                                        .map(Verdict::wire)
                                        .collect(Collectors.joining(", "))
                                + ".");
    }

    @Test
    public void refusesToMarkByAFaultyIndex() throws IOException {
        write("edition: x\n");

        assertThatThrownBy(() -> Index.in(home))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("indicators.yaml:");
    }

    private void write(String text) throws IOException {
        Files.writeString(home.resolve("scenarios/indicators.yaml"), text);
    }

    private List<String> lint() {
        String file = home.resolve("scenarios/indicators.yaml").toString();
        return IndexLint.check(home).stream()
                .map(problem -> problem.in(Lang.EN).replace(file + ":", ""))
                .toList();
    }
}
