package org.wenda.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** The scenarios that come with Wenda. */
public final class StandardScenariosTest {
    private static final Path HOME = Path.of("");

    @Test
    public void haveNoProblems() {
        assertThat(ScenarioLint.check(HOME)).isEmpty();
    }

    @Test
    public void holdEveryMatterOfTheReportWordForWord() throws IOException {
        List<String> inFiles = Scenarios.in(HOME).all().stream()
                .filter(scenario -> scenario.audience() != null)
                .map(scenario -> String.join(
                        "\t",
                        label(Labels.KINDS, scenario.kind()),
                        label(Labels.AUDIENCES, Objects.requireNonNull(scenario.audience())),
                        Objects.requireNonNull(scenario.type()),
                        scenario.matter()))
                .collect(Collectors.toList());

        assertThat(inFiles).containsExactlyInAnyOrderElementsOf(reportMatters());
    }

    @Test
    public void holdWhatTheReportsTableDoesNot() {
        assertThat(Scenarios.in(HOME).all())
                .filteredOn(scenario -> scenario.audience() == null)
                .extracting(Scenario::id)
                .containsExactly("complaint", "vague", "nonsense", "greeting");
    }

    @Test(dataProvider = "all")
    public void openWithThreeOtherWordingsOfTheQuestion(Scenario scenario) {
        Turn opening = scenario.turns().get(0);

        assertThat(opening.critical()).isTrue();
        assertThat(opening.variants()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(opening.variants())
                .extracting(Turn.Variant::kind)
                .contains(Turn.Variant.Kind.COLLOQUIAL, Turn.Variant.Kind.SYNONYM)
                .containsAnyOf(Turn.Variant.Kind.TYPO, Turn.Variant.Kind.HOMOPHONE);
    }

    @Test(dataProvider = "matters")
    public void askBackInContextAndLookForAllSixElements(Scenario scenario) {
        assertThat(scenario.turns()).anyMatch(Turn::followUp);
        assertThat(scenario.elements())
                .extracting(Element::kind)
                .containsExactlyInAnyOrderElementsOf(EnumSet.allOf(Element.Kind.class));
        LinkAim.Kind aim = scenario.kind() == Scenario.Kind.SERVICE ? LinkAim.Kind.SERVICE : LinkAim.Kind.GUIDE;
        assertThat(scenario.link()).isNotNull().extracting(LinkAim::leadsTo).isEqualTo(aim);
    }

    @Test
    public void findTheElementsOfAFullAnswer() {
        String answer =
                "申领条件：居民身份证丢失，急需使用。\n所需材料：户口簿、一寸照片。\n办理流程：提出申请，审核，制证。\n" + "办理时限：3个工作日。\n办理地点：户籍所在地派出所。\n工本费：10元。";

        assertThat(Scenarios.in(HOME).byId("temporary-id-card").elements())
                .allSatisfy(element -> assertThat(element.patterns())
                        .as("%s", element.kind())
                        .anyMatch(pattern -> Search.first(pattern, answer) instanceof Search.Found.Match));
    }

    @Test
    public void putACapturedTimeLimitBackToTheChatbot() {
        List<Turn> turns = Scenarios.in(HOME).byId("temporary-id-card").turns();
        Map<String, String> captured = Wording.capture(turns.get(0), "2026年11月3日起，自受理之日起三个工作日内发放。");
        Wording.Facts facts = new Wording.Facts("demo", "演示市", captured);

        assertThat(Wording.fill(turns.get(2).say(), facts)).isEqualTo(new Wording.Filled.Words("你刚才说要三个工作日，能不能加急？"));
    }

    @DataProvider
    Object[][] all() {
        return Scenarios.in(HOME).all().stream()
                .map(scenario -> new Object[] {scenario})
                .toArray(Object[][]::new);
    }

    @DataProvider
    Object[][] matters() {
        return Scenarios.in(HOME).all().stream()
                .filter(scenario -> scenario.audience() != null)
                .map(scenario -> new Object[] {scenario})
                .toArray(Object[][]::new);
    }

    private static List<String> reportMatters() throws IOException {
        try (var in = Objects.requireNonNull(StandardScenariosTest.class.getResourceAsStream("report-matters.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().collect(Collectors.toList());
        }
    }

    private static <E> String label(Map<String, E> labels, E meaning) {
        return labels.entrySet().stream()
                .filter(entry -> entry.getValue().equals(meaning))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
