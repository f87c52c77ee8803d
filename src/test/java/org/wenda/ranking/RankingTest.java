package org.wenda.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.wenda.ranking.MadeMarks.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.Test;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Level;
import org.wenda.portal.Platform;
import org.wenda.portal.Region;
import org.wenda.review.FinalMark;
import org.wenda.review.ItemKey;
import org.wenda.review.RaterMark;
import org.wenda.review.Reviewed;
import org.wenda.score.Abstention;
import org.wenda.score.Amount;
import org.wenda.score.Bilingual;
import org.wenda.score.Index;
import org.wenda.score.Mark;
import org.wenda.words.InputException;

/** How marks become places, on an index of two secondaries with an item each. */
public final class RankingTest {
    private static final Bilingual GRADE = new Bilingual("类", "type");
    private static final Index INDEX = new Index(
            "test",
            "0",
            List.of(new Index.Core("core", new Bilingual("核", "core"), 1, Index.Source.REPORT)),
            List.of(secondary("one"), secondary("two")),
            List.of(item("A1", "one"), item("B1", "two")));
    private static final RankingRules RULES = rules(12);

    private static RankingRules rules(double scale) {
        return new RankingRules(
                scale,
                2,
                1,
                new RankingRules.Uncertainty(500, 0.9, 7),
                List.of(new RankingRules.Type("good", GRADE), new RankingRules.Type("none", GRADE)),
                List.of(
                        new RankingRules.Grade("A", "good", 6, false, true),
                        new RankingRules.Grade("C", "good", 0, false, true),
                        new RankingRules.Grade("D", "none", 0, true, false)),
                List.of(
                        new RankingRules.Praise(new Bilingual("准", "precise"), "A1", 2.5, null),
                        new RankingRules.Praise(new Bilingual("声", "voice"), "A1", 1, "voice-input")));
    }

    private static Index.Secondary secondary(String id) {
        return new Index.Secondary(id, "core", new Bilingual(id, id), 1, Index.Source.REPORT);
    }

    private static Index.Item item(String id, String secondary) {
        Bilingual text = new Bilingual(id, id);
        return new Index.Item(
                id,
                secondary,
                text,
                text,
                List.of(text, text, text, text),
                1,
                Index.MarkedBy.RULE,
                "proactive",
                List.of(),
                null,
                Map.of(),
                Map.of(),
                Map.of(),
                Index.Source.PROPOSAL);
    }

    private static Jurisdiction city(String id) {
        return new Jurisdiction(id, id, id, Level.CITY, Region.EAST, null, null, List.of(), List.of(), null, null);
    }

    /** A target whose marks on both items are the same: one digit a scenario. */
    private static Entry entry(String city, Platform platform, String digits) {
        String target = city + "-" + platform.id();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < digits.length(); i++) {
            marks.add(mark(target, "scenario-" + i, "A1", digits.charAt(i) - '0', null));
            marks.add(mark(target, "scenario-" + i, "B1", digits.charAt(i) - '0', null));
        }
        return new Entry(city(city), platform, marks, Reviewed.NOTHING);
    }

    private static Entry without(String city, Platform platform, Abstention why) {
        String target = city + "-" + platform.id();
        return new Entry(
                city(city),
                platform,
                List.of(mark(target, "scenario-0", "A1", null, why), mark(target, "scenario-0", "B1", null, why)),
                Reviewed.NOTHING);
    }

    private static Reviewed reviewed(FinalMark... marks) {
        return new Reviewed(List.of(marks), List.of());
    }

    private static Ranking rank(Entry... entries) {
        return Ranking.of("run", List.of(entries), INDEX, RULES, false);
    }

    private static Table web(Ranking ranking) {
        return ranking.table(Level.CITY, Optional.of(Platform.WEB)).orElseThrow();
    }

    @Test
    public void neverTakesBlockedForNone() {
        Ranking ranking = rank(
                entry("a", Platform.WEB, "3"),
                without("b", Platform.WEB, Abstention.BLOCKED),
                without("c", Platform.WEB, Abstention.NO_CHATBOT));

        Coverage coverage = ranking.coverage().get(0);
        assertThat(List.of(coverage.found(), coverage.none(), coverage.unknown()))
                .containsExactly(1, 1, 1);
        assertThat(coverage.share()).hasToString("33.33");
        assertThat(coverage.most()).hasToString("66.67");
        assertThat(web(ranking).open()).extracting(Place::id).containsExactly("b-web");
        assertThat(ranking.targets().get(1).keptOut(INDEX)).isEqualTo(2);
    }

    @Test
    public void givesNoGradeWhereAPlatformWasNotRun() {
        UnitResult unit = rank(entry("a", Platform.WEB, "2")).units().get(0);

        assertThat(unit.total()).isNull();
        assertThat(unit.grade()).isNull();
        assertThat(List.of(unit.low(), unit.high())).containsExactly(4.0, 10.0);
        assertThat(List.of(unit.best().id(), unit.worst().id())).containsExactly("A", "C");
    }

    @Test
    public void givesTheLastGradeOnlyWithoutAnyChatbot() {
        Ranking ranking = rank(
                without("a", Platform.WEB, Abstention.NO_CHATBOT),
                without("a", Platform.MOBILE, Abstention.NO_CHATBOT),
                entry("b", Platform.WEB, "0"),
                without("b", Platform.MOBILE, Abstention.NO_CHATBOT));

        assertThat(ranking.units())
                .extracting(unit -> Objects.requireNonNull(unit.grade()).id())
                .containsExactly("D", "C");
    }

    @Test
    public void listsAllWhoShareTheLastPlace() {
        Table table = web(rank(
                entry("a", Platform.WEB, "3"),
                entry("b", Platform.WEB, "2"),
                entry("c", Platform.WEB, "2"),
                entry("d", Platform.WEB, "1")));

        assertThat(table.top(2)).extracting(Place::id).containsExactly("a-web", "b-web", "c-web");
        assertThat(table.rows()).extracting(Place::place).containsExactly(1, 2, 2, 4);
    }

    @Test
    public void countsWhatPeopleGaveAndKeepsBoth() {
        Entry ruled = entry("a", Platform.WEB, "1");
        FinalMark settled = new FinalMark(
                "a-web",
                "scenario-0",
                "A1",
                3,
                FinalMark.Origin.SETTLED,
                List.of(new RaterMark("one", 3), new RaterMark("two", 2)));
        TargetResult result = rank(new Entry(ruled.jurisdiction(), Platform.WEB, ruled.marks(), reviewed(settled)))
                .targets()
                .get(0);

        assertThat(result.standing().total().value()).isEqualTo(4);
        assertThat(result.marks().get(0).isOverride()).isTrue();
        assertThat(Objects.requireNonNull(result.marks().get(0).rule()).value()).isEqualTo(1);
    }

    @Test
    public void countsSuggestionsOnlyWhenAsked() {
        List<Mark> marks = entry("a", Platform.WEB, "2").marks().stream()
                .map(MadeMarks::suggested)
                .toList();
        List<Entry> entries = List.of(new Entry(city("a"), Platform.WEB, marks, Reviewed.NOTHING));

        assertThat(Ranking.of("run", entries, INDEX, RULES, false)
                        .targets()
                        .get(0)
                        .standing()
                        .total()
                        .value())
                .isNull();
        assertThat(Ranking.of("run", entries, INDEX, RULES, true)
                        .targets()
                        .get(0)
                        .standing()
                        .total()
                        .suggested())
                .isEqualTo(2);
    }

    @Test
    public void whatPeopleLeftOpenIsMissing() {
        List<Mark> marks = entry("a", Platform.WEB, "2").marks().stream()
                .map(MadeMarks::suggested)
                .toList();
        Reviewed open = new Reviewed(List.of(), List.of(new ItemKey("a-web", "scenario-0", "A1")));
        Ranking ranking =
                Ranking.of("run", List.of(new Entry(city("a"), Platform.WEB, marks, open)), INDEX, RULES, true);

        assertThat(ranking.targets().get(0).standing().total()).isEqualTo(new Amount("total", null, 2, 5, 1, 1));
        assertThat(ranking.people()).isEqualTo(new People(0, 0, 0, 1));
    }

    @Test
    public void doesNotSellNoiseAsARank() {
        Table table = web(rank(
                entry("a", Platform.WEB, "3131"), entry("b", Platform.WEB, "1322"), entry("c", Platform.WEB, "0000")));

        assertThat(table.rows())
                .extracting(row -> row.id() + " " + chance(row).apart())
                .containsExactly("a-web false", "b-web true", "c-web true");
        assertThat(chance(table.rows().get(0)).worst()).isEqualTo(2);
        assertThat(chance(table.rows().get(2)).best()).isEqualTo(3);
    }

    @Test
    public void isSureWhereEveryScenarioSaysTheSame() {
        Table table = web(rank(entry("a", Platform.WEB, "2222"), entry("b", Platform.WEB, "1111")));

        assertThat(table.rows())
                .extracting(Place::chance)
                .containsExactly(new Place.Chance(4, 4, 1, 1, true), new Place.Chance(2, 2, 2, 2, true));
    }

    @Test
    public void drawsTheSameForEverybody() {
        Table table = web(rank(entry("a", Platform.WEB, "3210"), entry("b", Platform.WEB, "2100")));

        // One is never worse than the other in any scenario, so no draw turns them round.
        assertThat(chance(table.rows().get(1)).best()).isEqualTo(2);
    }

    @Test
    public void saysNothingOfChanceWithoutChoice() {
        Ranking ranking = rank(entry("a", Platform.WEB, "3"), entry("b", Platform.WEB, "2"));

        assertThat(ranking.uncertain()).isFalse();
        assertThat(web(ranking).rows()).extracting(Place::chance).containsOnlyNulls();
    }

    @Test
    public void twoRatersWidenTheInterval() {
        FinalMark settled = new FinalMark(
                "a-web",
                "scenario-0",
                "A1",
                2,
                FinalMark.Origin.SETTLED,
                List.of(new RaterMark("one", 1), new RaterMark("two", 3)));
        Entry plain = entry("a", Platform.WEB, "2");
        Place row = web(rank(new Entry(plain.jurisdiction(), Platform.WEB, plain.marks(), reviewed(settled))))
                .rows()
                .get(0);

        assertThat(chance(row).low()).isCloseTo(3, within(1e-9));
        assertThat(chance(row).high()).isCloseTo(5, within(1e-9));
    }

    @Test
    public void whatIsMissingKeepsAPlaceOpen() {
        Entry whole = entry("b", Platform.WEB, "2222");
        List<Mark> marks = new ArrayList<>(entry("a", Platform.WEB, "333").marks());
        marks.add(mark("a-web", "scenario-3", "A1", null, Abstention.BLOCKED));
        marks.add(mark("a-web", "scenario-3", "B1", null, Abstention.BLOCKED));
        Table table = web(rank(
                new Entry(city("a"), Platform.WEB, marks, Reviewed.NOTHING), whole, entry("c", Platform.WEB, "1111")));

        Place first = table.rows().get(0);
        assertThat(first.isProvisional()).isTrue();
        assertThat(List.of(first.low(), first.high())).containsExactly(4.5, 6.0);
        assertThat(chance(first).apart()).isTrue();
    }

    @Test
    public void saysOfAnExemplarOnlyWhatIsProven() {
        Exemplar exemplar = rank(entry("a", Platform.WEB, "3")).exemplars().get(0);

        assertThat(exemplar.traits())
                .extracting(proven -> proven.trait().name().en())
                .containsExactly("precise");
    }

    @Test
    public void refusesCutsOnAnotherScale() {
        assertThatThrownBy(() -> Ranking.of("run", List.of(), INDEX, rules(36), false))
                .isInstanceOf(InputException.class)
                .hasMessage("ranking.yaml: the cuts in scenarios/ranking.yaml are on a scale of 36.00; by"
                        + " scenarios/indicators.yaml a jurisdiction can reach 12.00. Make scale 12.00 and move the"
                        + " cuts.");
    }

    @Test
    public void namesWhatWasNotRun() {
        Edition before = Comparison.published(rank(entry("a", Platform.WEB, "3"), entry("z", Platform.WEB, "1")));
        Comparison comparison = Comparison.between(before, rank(entry("a", Platform.WEB, "2")));

        assertThat(comparison.notRun()).containsExactly("z");
        assertThat(comparison.totals())
                .extracting(change -> change.target() + " " + change.by().orElseThrow())
                .containsExactly("a-web -2.00");
    }

    private static Place.Chance chance(Place row) {
        Place.@Nullable Chance chance = row.chance();
        return Objects.requireNonNull(chance);
    }
}
