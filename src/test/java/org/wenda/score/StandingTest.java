package org.wenda.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.Test;

/** How marks add up, on an index of two secondaries with two items each. */
public final class StandingTest {
    private static final Index INDEX = new Index(
            "test",
            "0",
            List.of(new Index.Core("core", new Bilingual("核", "core"), 1, Index.Source.REPORT)),
            List.of(secondary("one"), secondary("two")),
            List.of(item("A1", "one", 1), item("A2", "one", 2), item("B1", "two", 1), item("X1", null, 1)));

    private static Index.Secondary secondary(String id) {
        return new Index.Secondary(id, "core", new Bilingual(id, id), 1, Index.Source.REPORT);
    }

    private static Index.Item item(String id, @Nullable String secondary, double weight) {
        Bilingual text = new Bilingual(id, id);
        return new Index.Item(
                id,
                secondary,
                text,
                text,
                List.of(text, text, text, text),
                weight,
                Index.MarkedBy.RULE,
                "proactive",
                List.of(),
                null,
                Map.of(),
                Map.of(),
                Map.of(),
                Index.Source.PROPOSAL);
    }

    private static Mark mark(String indicator, @Nullable Integer value, @Nullable Abstention abstained) {
        return new Mark(
                Told.TARGET,
                null,
                indicator,
                Index.MarkedBy.RULE,
                value,
                abstained,
                new RuleId("proactive", 1),
                null,
                List.of(),
                Judged.words("likeness.SAME"));
    }

    private static Mark mark(String indicator, int value) {
        return mark(indicator, value, null);
    }

    private static Mark none(String indicator, Abstention why) {
        return mark(indicator, null, why);
    }

    private static Standing of(Mark... marks) {
        return Standing.of(Told.TARGET, INDEX, List.of(marks));
    }

    @Test
    public void weighsItemsAndSumsSecondaries() {
        Standing standing = of(mark("A1", 3), mark("A1", 1), mark("A2", 1), mark("B1", 3));

        assertThat(standing.amount("A1").orElseThrow()).isEqualTo(new Amount("A1", 2.0, 2, 2, 0, 0));
        assertThat(standing.amount("one").orElseThrow().value()).isEqualTo(4 / 3.0);
        assertThat(standing.amount("core").orElseThrow().value()).isEqualTo((4 / 3.0 + 3) / 2);
        assertThat(standing.total()).isEqualTo(new Amount("total", 4 / 3.0 + 3, 4 / 3.0 + 3, 4 / 3.0 + 3, 0, 0));
    }

    @Test
    public void letsWhatIsNotApplicableDropOut() {
        Standing standing = of(mark("A1", 3), none("A2", Abstention.NOT_APPLICABLE), mark("B1", 2));

        assertThat(standing.amount("A2")).isEmpty();
        assertThat(standing.total()).isEqualTo(new Amount("total", 5.0, 5, 5, 0, 0));
    }

    @Test
    public void widensTheBoundsByWhatIsBlocked() {
        Standing standing = of(mark("A1", 3), none("A1", Abstention.BLOCKED), mark("A2", 3), mark("B1", 0));

        assertThat(standing.amount("A1").orElseThrow()).isEqualTo(new Amount("A1", 3.0, 1.5, 3, 1, 0));
        assertThat(standing.total()).isEqualTo(new Amount("total", 3.0, 2.5, 3, 1, 0));
        assertThat(standing.total().isProvisional()).isTrue();
    }

    @Test
    public void hasNoTotalWhereASecondaryHasNone() {
        Standing standing = of(mark("A1", 3), mark("A2", 3), none("B1", Abstention.UNREACHABLE));

        assertThat(standing.total()).isEqualTo(new Amount("total", null, 3, 6, 1, 0));
    }

    @Test
    public void isNothingWhereThereIsNoChatbot() {
        Standing standing = of(none("A1", Abstention.NO_CHATBOT), none("B1", Abstention.NOT_ASKED));

        assertThat(standing.covered()).isFalse();
        assertThat(standing.total()).isEqualTo(new Amount("total", 0.0, 0, 0, 0, 0));
    }

    @Test
    public void neverSumsWhatStandsApart() {
        Standing with = of(mark("A1", 3), mark("A2", 3), mark("B1", 3), mark("X1", 0));

        assertThat(with.total().value()).isEqualTo(6.0);
        assertThat(with.amount("X1").orElseThrow().value()).isEqualTo(0.0);
    }

    @Test
    public void tellsWhichRuleChangedWhichMark() {
        Mark before = mark("A1", 3);
        Mark now = new Mark(
                before.target(),
                null,
                "A1",
                before.by(),
                2,
                null,
                new RuleId("proactive", 2),
                null,
                List.of(),
                before.rationale());

        List<Change> changes =
                Change.between(List.of(before, mark("A2", 1), mark("B1", 1)), List.of(now, mark("A2", 1)));

        assertThat(changes).containsExactly(new Change(before, now), new Change(mark("B1", 1), null));
        assertThat(changes.get(0).isOfAnotherRule()).isTrue();
    }
}
