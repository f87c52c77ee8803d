package org.wenda.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.testng.annotations.Test;
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

    private static Drift.Found found(Night before, Night after) {
        return new Drift(Noise.NONE, (one, other) -> 0.1, List.of()).between(before, after, List.of(), DAY);
    }

    private static Difference only(Drift.Found found) {
        assertThat(found.changes()).hasSize(1);
        return found.changes().get(0);
    }
}
