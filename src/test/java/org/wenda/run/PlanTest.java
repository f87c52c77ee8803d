package org.wenda.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.testng.annotations.Test;
import org.wenda.config.Variants;
import org.wenda.evidence.RunRecord;
import org.wenda.portal.App;
import org.wenda.portal.Jurisdictions;
import org.wenda.portal.Platform;
import org.wenda.portal.Target;
import org.wenda.scenario.Scenarios;
import org.wenda.words.InputException;
import org.wenda.words.Lang;

/** Plans with the scenarios and jurisdictions of this repository. */
public final class PlanTest {
    private static final Path HOME = Path.of("");
    private static final Instant NIGHT = Instant.parse("2026-11-23T18:00:00Z");

    @Test
    public void asksEveryScenarioOfEachTarget() {
        Plan plan = plan(List.of("shanghai", "beijing"), false);

        int scenarios = Scenarios.in(HOME).ids().size();
        assertThat(plan.errands()).hasSize(2 * scenarios);
        assertThat(plan.targets()).extracting(Target::id).containsExactly("shanghai-web", "beijing-web");
    }

    @Test
    public void asksAllJurisdictionsButTheDemonstration() {
        Plan plan = plan(List.of(), true, "greeting");

        assertThat(plan.errands()).hasSize(64);
    }

    @Test
    public void namesNobodyTwice() {
        assertThat(plan(List.of("shanghai", "上海", "shanghai"), false, "greeting")
                        .errands())
                .hasSize(1);
    }

    @Test
    public void takesAnAddressWithoutAFile() {
        Plan plan = plan(List.of("http://127.0.0.1:8080/chat/"), false, "greeting", "nonsense");

        assertThat(plan.errands()).hasSize(2);
        assertThat(plan.byHost()).containsOnlyKeys("127.0.0.1:8080");
        assertThat(plan.targets().get(0).id()).matches("[a-z0-9.-]+-web");
    }

    @Test
    public void asksTheDemonstrationsAppInBothWays() {
        Wish wish = new Wish(List.of("demo"), false, List.of(Platform.WEB, Platform.MOBILE), List.of("greeting"));

        Plan plan = Plan.of(wish, Jurisdictions.in(HOME), Scenarios.in(HOME));

        assertThat(plan.targets())
                .extracting(Target::id, Target::nameEn)
                .containsExactly(
                        tuple("demo-web", "Demonstration City"),
                        tuple("demo-mobile", "Demonstration City (simulated phone, WebView)"),
                        tuple("demo-native-mobile", "Demonstration City (simulated phone, native)"));
    }

    @Test
    public void asksOneAppOfAJurisdiction() {
        Wish wish = new Wish(List.of("shanghai"), false, List.of(Platform.MOBILE), List.of("greeting"));

        Plan plan = Plan.of(wish, Jurisdictions.in(HOME), Scenarios.in(HOME));

        assertThat(plan.targets())
                .extracting(Target::id, Target::address)
                .containsExactly(
                        tuple("shanghai-mobile", URI.create("android-app://mobi.w3studio.apps.android.shsmy.phone/")));
    }

    @Test
    public void takesAnAppWithoutAFile() {
        Wish wish = new Wish(List.of("com.example.my_app/.Main"), false, List.of(Platform.MOBILE), List.of("greeting"));

        Plan plan = Plan.of(wish, Jurisdictions.in(HOME), Scenarios.in(HOME));

        Target target = plan.targets().get(0);
        assertThat(target.id()).isEqualTo("com.example.my-app-mobile");
        assertThat(target.app()).extracting(App::android, App::activity).containsExactly("com.example.my_app", ".Main");
        assertThat(plan.byHost()).containsOnlyKeys("com.example.my_app");
    }

    @Test
    public void movesTheDemonstrationToWhereItIsOpen() {
        Plan plan = plan(List.of("demo"), false, "greeting");
        Target open = plan.targets().get(0).at(URI.create("http://127.0.0.1:9/"));

        assertThat(plan.with(Map.of("demo-web", open)).targets()).containsExactly(open);
    }

    @Test
    public void keepsTargetsOfOneHostInOneLane() {
        Plan plan = plan(List.of("https://www.example.gov.cn/a", "https://www.example.gov.cn/b"), false, "greeting");

        assertThat(plan.byHost()).containsOnlyKeys("www.example.gov.cn");
    }

    @Test
    public void asksOtherWordingsOnTheWebOnly() {
        Trials trials = new Trials(Variants.WEB, 1);
        List<Platform> both = List.of(Platform.WEB, Platform.MOBILE);
        Wish wish = new Wish(List.of("demo"), false, both, List.of("temporary-id-card"), trials, false);

        Plan plan = Plan.of(wish, Jurisdictions.in(HOME), Scenarios.in(HOME));

        assertThat(plan.errands())
                .extracting(Errand::name)
                .containsExactly(
                        "demo-web temporary-id-card",
                        "demo-web temporary-id-card colloquial",
                        "demo-mobile temporary-id-card",
                        "demo-native-mobile temporary-id-card");
    }

    @Test
    public void asksOtherWordingsInConversationsOfTheirOwn() {
        Trials trials = new Trials(Variants.ALL, 1);
        Wish wish =
                new Wish(List.of("demo"), false, List.of(Platform.WEB), List.of("temporary-id-card"), trials, false);

        Plan plan = Plan.of(wish, Jurisdictions.in(HOME), Scenarios.in(HOME));

        assertThat(plan.errands())
                .extracting(Errand::name)
                .containsExactly(
                        "demo-web temporary-id-card",
                        "demo-web temporary-id-card colloquial",
                        "demo-web temporary-id-card synonym",
                        "demo-web temporary-id-card typo",
                        "demo-web temporary-id-card homophone");
        assertThat(plan.scenarios()).hasSize(1);
    }

    @Test
    public void holdsEachConversationTwiceOnceInTenNights() {
        Plan plan = plan(List.of(), true);
        Map<String, Integer> again = new TreeMap<>();
        for (int night = 0; night < 10; night++) {
            names(plan.heldTwice(10, NIGHT.plus(night, ChronoUnit.DAYS))).stream()
                    .filter(name -> name.endsWith(" repeat-2"))
                    .forEach(name -> again.merge(name, 1, Integer::sum));
        }

        assertThat(again).hasSize(plan.errands().size());
        assertThat(again.values()).containsOnly(1);
    }

    @Test
    public void spreadsWhatIsHeldTwiceOverTheTargets() {
        Plan night = plan(List.of(), true).heldTwice(10, NIGHT);
        Map<String, Long> again = night.errands().stream()
                .filter(errand -> !errand.trial().isOrdinary())
                .collect(Collectors.groupingBy(errand -> errand.target().id(), Collectors.counting()));

        int scenarios = night.scenarios().size();
        assertThat(again).hasSize(64);
        assertThat(again.values()).containsOnly((long) scenarios / 10, (scenarios + 9L) / 10);
    }

    @Test
    public void holdsAllTurnsASecondTimeBehindAllOthers() {
        Plan night =
                plan(List.of("shanghai", "beijing"), false, "temporary-id-card").heldTwice(1, NIGHT);

        assertThat(names(night))
                .containsExactly(
                        "shanghai-web temporary-id-card",
                        "shanghai-web temporary-id-card repeat-2",
                        "beijing-web temporary-id-card",
                        "beijing-web temporary-id-card repeat-2");
        assertThat(night.errands().get(1).scenario())
                .isEqualTo(night.errands().get(0).scenario());
    }

    @Test
    public void holdsNothingTwiceForOneJurisdiction() {
        Wish wish = new Wish(List.of("demo"), false, List.of(Platform.WEB, Platform.MOBILE), List.of());
        Plan plan = Plan.of(wish, Jurisdictions.in(HOME), Scenarios.in(HOME));

        assertThat(plan.heldTwice(1, NIGHT)).isEqualTo(plan);
    }

    @Test
    public void holdsNothingTwiceWhereNobodyWants() {
        Plan plan = plan(List.of("shanghai", "beijing"), false);

        assertThat(plan.heldTwice(0, NIGHT)).isEqualTo(plan);
    }

    @Test
    public void keepsTheChoiceWhenResumed() {
        Plan night = plan(List.of("shanghai", "beijing"), false).heldTwice(3, NIGHT);
        RunRecord record = Planned.record(night, List.of("all"), NIGHT, "0.1.0", List.of("run"), Lang.EN);

        Plan again = Planned.again(
                record, Jurisdictions.in(HOME).all(), Scenarios.in(HOME).all());

        assertThat(names(again)).isEqualTo(names(night));
    }

    private static List<String> names(Plan plan) {
        return plan.errands().stream().map(Errand::name).toList();
    }

    @Test
    public void refusesEndlessRepetition() {
        Wish wish = new Wish(
                List.of("demo"),
                false,
                List.of(Platform.WEB),
                List.of("greeting"),
                new Trials(Variants.NONE, 21),
                false);

        assertThatThrownBy(() -> Plan.of(wish, Jurisdictions.in(HOME), Scenarios.in(HOME)))
                .hasMessage("--repeat 21: Not accepted. Accepted: a whole number from 1 to 20. Each repetition asks"
                        + " every scenario's first question once more, in a fresh conversation.");
    }

    @Test
    public void reportsEveryProblemAtOnce() {
        Wish wish = new Wish(List.of("shangai", "ftp://x/"), false, List.of(Platform.MOBILE), List.of("greting"));

        assertThatThrownBy(() -> Plan.of(wish, Jurisdictions.in(HOME), Scenarios.in(HOME)))
                .isInstanceOfSatisfying(
                        InputException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.place())
                                .containsExactly("shangai", "ftp://x/", "greting"));
    }

    @Test
    public void saysWhenNobodyIsNamed() {
        assertThatThrownBy(() -> plan(List.of(), false))
                .isInstanceOf(InputException.class)
                .hasMessage("run: Nobody to ask was named. Give ids of jurisdictions (such as demo) or addresses,"
                        + " or --all for all jurisdictions.");
    }

    private static Plan plan(List<String> whom, boolean all, String... scenarios) {
        Wish wish = new Wish(whom, all, List.of(Platform.WEB), List.of(scenarios));
        return Plan.of(wish, Jurisdictions.in(HOME), Scenarios.in(HOME));
    }
}
