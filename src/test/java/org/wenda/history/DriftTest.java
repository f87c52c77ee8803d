package org.wenda.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wenda.link.Verdict.DEAD;
import static org.wenda.link.Verdict.GUIDE;
import static org.wenda.transcript.Outcome.ANSWERED;
import static org.wenda.transcript.Outcome.FALLBACK;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.testng.annotations.Test;
import org.wenda.link.Verdict;
import org.wenda.transcript.Outcome;
import org.wenda.words.Lang;

public final class DriftTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    public void findsNothingInTheSameAnswers() {
        assertThat(found(Nights.of("a", "工本费10元。"), Nights.of("b", "工本费10元。")).changes())
                .isEmpty();
    }

    @Test
    public void namesTheFigureThatTookAnothersPlace() {
        Difference change = only(found(Nights.of("a", "工本费10元。"), Nights.of("b", "工本费20元。", "工本费20元。")));

        assertThat(change.kind()).isEqualTo(DriftClass.FACTS);
        assertThat(change.gone()).containsExactly(new Item(Item.Kind.FEE, "10元"));
        assertThat(change.fresh()).containsExactly(new Item(Item.Kind.FEE, "20元"));
        assertThat(change.what().in(Lang.EN)).isEqualTo("Another in facts and figures: fee “10元” became fee “20元”.");
    }

    @Test
    public void readsAFigureInWhateverWay() {
        assertThat(found(Nights.of("a", "三个工作日内办结。"), Nights.of("b", "3个工作日内办结。"))
                        .changes())
                .extracting(Difference::kind)
                .doesNotContain(DriftClass.FACTS);
    }

    @Test
    public void callsAnAnswerThatIsNoneAnOutcomeOnly() {
        Drift.Found found = found(Nights.of("a", "工本费10元。"), Nights.of("b", Outcome.FALLBACK, "没听懂。", "没听懂。"));

        assertThat(only(found).kind()).isEqualTo(DriftClass.OUTCOME);
        assertThat(only(found).trend()).isEqualTo(Difference.Trend.WORSE);
    }

    @Test
    public void comparesNothingThatWasAskedWithoutWhatWentBefore() {
        Night cut = Nights.takenUp(Nights.of("b", Outcome.FALLBACK, "没听懂。", "没听懂。"));

        Drift.Found found = found(Nights.of("a", "工本费10元。"), cut);

        assertThat(found.changes()).isEmpty();
        assertThat(found.lookAgain()).isEmpty();
        assertThat(found.notCompared()).containsExactly(new Drift.NotCompared("city-web", "id-card", "taken-up"));
        assertThat(found(cut, Nights.of("c", "工本费10元。")).notCompared()).isEqualTo(found.notCompared());
    }

    @Test
    public void doesNotCallWhatASecondLookTakesBack() {
        assertThat(found(Nights.of("a", "工本费10元。"), Nights.of("b", "工本费20元。", "工本费10元。"))
                        .changes())
                .isEmpty();
    }

    @Test
    public void asksForASecondLookAtWhatDiffers() {
        assertThat(found(Nights.of("a", "工本费10元。"), Nights.of("b", "工本费20元。")).lookAgain())
                .containsExactly(new Question("city-web", "id-card", "opening", 0));
    }

    @Test
    public void tellsThatItLookedOnce() {
        assertThat(only(found(Nights.of("a", "工本费10元。"), Nights.of("b", "工本费20元。")))
                        .lookedAgain())
                .isFalse();
    }

    @Test
    public void seesWhenMayBecomesMayNot() {
        assertThat(only(found(Nights.of("a", "可以异地办理，凭身份证即可。"), Nights.of("b", "不可以异地办理，凭身份证即可。", "不可以异地办理，凭身份证即可。")))
                        .fresh())
                .containsExactly(new Item(Item.Kind.DENIAL, "不能异地"));
    }

    @Test
    public void halvesChanceByASecondLookAndNoMore() {
        assertThat(Chance.pattern(0.4, 1, 1)).isEqualTo(0.4);
        assertThat(Chance.pattern(0.4, 1, 2)).isEqualTo(0.2);
        assertThat(Chance.pattern(0.4, 1, 5)).isEqualTo(0.2);
        assertThat(Chance.pattern(0.4, 2, 2)).isEqualTo(0.1);
    }

    @Test
    public void takesNoFallbackForAChangeThatComesAndGoes() {
        List<Night> earlier = ended(ANSWERED, FALLBACK, ANSWERED, ANSWERED, FALLBACK, ANSWERED);

        Drift.Found found = found(earlier, Nights.ended("y", ANSWERED), Nights.ended("z", FALLBACK, FALLBACK));

        assertThat(found.changes()).isEmpty();
        assertThat(found.withinChance()).isOne();
    }

    @Test
    public void tellsTheFirstFallbackOfASteadyQuestion() {
        List<Night> earlier = ended(ANSWERED, ANSWERED, ANSWERED, ANSWERED, ANSWERED, ANSWERED);

        Difference change =
                only(found(earlier, Nights.ended("y", ANSWERED), Nights.ended("z", FALLBACK, FALLBACK, FALLBACK)));

        assertThat(change.what().in(Lang.EN)).isEqualTo("It was outcome “answered” and is now outcome “fallback”.");
        assertThat(change.statistic())
                .extracting(Statistic::test, Statistic::habit, Statistic::pairs)
                .containsExactly(Statistic.Test.RECURRENCE, 0.0, 7);
    }

    @Test
    public void countsOnlyFromWhenAQuestionTurnedForGood() {
        List<Night> earlier = ended(ANSWERED, ANSWERED, ANSWERED, ANSWERED, FALLBACK, FALLBACK, FALLBACK);

        Difference change = only(found(earlier, Nights.ended("y", FALLBACK), Nights.ended("z", ANSWERED, ANSWERED)));

        assertThat(change.trend()).isEqualTo(Difference.Trend.BETTER);
    }

    @Test
    public void tellsWhatWasTakenForChanceOnceItGoesOn() {
        List<Night> earlier = ended(ANSWERED, ANSWERED, FALLBACK, ANSWERED, ANSWERED, ANSWERED);
        Night first = Nights.ended("y", FALLBACK, FALLBACK, FALLBACK);
        List<Night> then = new ArrayList<>(earlier);
        then.add(Nights.ended("x", ANSWERED));

        assertThat(found(earlier, Nights.ended("x", ANSWERED), first).changes()).isEmpty();
        assertThat(only(found(then, first, Nights.ended("z", FALLBACK))).what().in(Lang.EN))
                .isEqualTo("It was outcome “answered” and is now outcome “fallback”.");
    }

    @Test
    public void tellsItOnceOnly() {
        List<Night> earlier = ended(ANSWERED, ANSWERED, FALLBACK, ANSWERED, ANSWERED, ANSWERED, ANSWERED);
        List<Night> then = new ArrayList<>(earlier);
        then.add(Nights.ended("x", FALLBACK, FALLBACK, FALLBACK));

        assertThat(found(then, Nights.ended("y", FALLBACK), Nights.ended("z", FALLBACK))
                        .changes())
                .isEmpty();
    }

    @Test
    public void comparesAnswersThatEndedInSeveralWays() {
        Difference change =
                only(found(Nights.ended("a", ANSWERED, FALLBACK), Nights.ended("b", Outcome.SILENT, Outcome.SILENT)));

        assertThat(change.gone()).extracting(Item::value).containsExactly("answered", "fallback");
        assertThat(change.fresh()).extracting(Item::value).containsExactly("silent");
    }

    @Test
    public void takesNoLinkForDeadThatComesAndGoes() {
        List<Night> earlier = led("GG", "DG", "GG", "DG");

        assertThat(found(earlier, Nights.led("y", GUIDE, GUIDE), Nights.led("z", DEAD, GUIDE))
                        .changes())
                .isEmpty();
    }

    @Test
    public void takesNoLinkForDeadWhoseNeighboursComeAndGo() {
        List<Night> earlier = led("GGG", "GDG", "GGG", "GGD");

        assertThat(found(earlier, Nights.led("y", GUIDE, GUIDE, GUIDE), Nights.led("z", DEAD, GUIDE, GUIDE))
                        .changes())
                .isEmpty();
    }

    @Test
    public void tellsTheFirstDeathOfASteadyLink() {
        List<Night> earlier = led("GG", "GG", "GG");

        Difference change = only(found(earlier, Nights.led("y", GUIDE, GUIDE), Nights.led("z", DEAD, GUIDE)));

        assertThat(change.trend()).isEqualTo(Difference.Trend.WORSE);
        assertThat(change.statistic().test()).isEqualTo(Statistic.Test.RECURRENCE);
    }

    @Test
    public void aSiteThatWasAwayOnceMakesNoLinkFickle() {
        List<Night> earlier = led("GGG", "GDD", "GGG");

        assertThat(found(earlier, Nights.led("y", GUIDE, GUIDE, GUIDE), Nights.led("z", DEAD, GUIDE, GUIDE))
                        .changes())
                .hasSize(1);
    }

    @Test
    public void runsAreAsLikelyAsCounted() {
        // Of the ways to lay two of one kind and two of the other, two have two runs and two have three.
        assertThat(Past.chanceOfRuns(2, 2, 2)).isCloseTo(2 / 6.0, within(1e-9));
        assertThat(Past.chanceOfRuns(2, 2, 3)).isCloseTo(4 / 6.0, within(1e-9));
        assertThat(Past.chanceOfRuns(2, 2, 4)).isCloseTo(1, within(1e-9));
        assertThat(Past.chanceOfRuns(5, 1, 3)).isCloseTo(1, within(1e-9));
    }

    private static List<Night> ended(Outcome... outcomes) {
        return IntStream.range(0, outcomes.length)
                .mapToObj(i -> Nights.ended("night-" + i, outcomes[i]))
                .toList();
    }

    /** @param nights where each link led: G to a guide, D nowhere */
    private static List<Night> led(String... nights) {
        return IntStream.range(0, nights.length)
                .mapToObj(i -> Nights.led(
                        "night-" + i,
                        nights[i]
                                .chars()
                                .mapToObj(to -> to == 'G' ? GUIDE : DEAD)
                                .toArray(Verdict[]::new)))
                .toList();
    }

    private static Drift.Found found(Night before, Night after) {
        return found(List.of(), before, after);
    }

    private static Drift.Found found(List<Night> earlier, Night before, Night after) {
        return new Drift(Noise.NONE, (one, other) -> 0.1, List.of()).between(before, after, List.of(), earlier, DAY);
    }

    private static Difference only(Drift.Found found) {
        assertThat(found.changes()).hasSize(1);
        return found.changes().get(0);
    }
}
