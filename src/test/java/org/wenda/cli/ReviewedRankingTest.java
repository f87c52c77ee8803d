package org.wenda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;
import org.wenda.ranking.Entry;
import org.wenda.ranking.MadeMarks;
import org.wenda.ranking.MadeRun;
import org.wenda.review.Batch;
import org.wenda.review.ItemKey;
import org.wenda.review.Reviewed;
import org.wenda.review.Reviews;
import org.wenda.review.SavedPage;
import org.wenda.score.Mark;

/**
 * From the marks of two raters to a rank, from the command line. Of every item a target has one mark, so that nothing
 * but the raters can differ; three of them a rule only suggests: on one the raters agree, one a third person settles,
 * and one stays in dispute.
 */
@SuppressWarnings("NullAway.Init")
public final class ReviewedRankingTest {
    private static final String RUN = "2026-11-23T020000Z-two";
    private static final String TARGET = "guangdong-web";
    private static final ItemKey AGREED = new ItemKey(TARGET, "temporary-id-card", "D11");
    private static final ItemKey SETTLED = new ItemKey(TARGET, "temporary-id-card", "D12");
    private static final ItemKey DISPUTED = new ItemKey(TARGET, null, "V6");
    private static final Set<ItemKey> FOR_PEOPLE = Set.of(AGREED, SETTLED, DISPUTED);

    private Terminal terminal;
    private Path run;
    private Terminal.Typed before;
    private JsonNode document;

    @BeforeClass
    void review() throws IOException {
        terminal = Terminal.open();
        List<Entry> entries = MadeMarks.entries().stream()
                .filter(entry -> Set.of(TARGET, "shanghai-web").contains(entry.target()))
                .map(ReviewedRankingTest::oncePerItem)
                .toList();
        run = MadeRun.store(terminal.home().resolve("reports"), RUN, entries).root();
        before = type("rank", RUN, "--suggested");
        type("review", "pack", RUN, "--raters", "a,b");
        List<Batch> batches = Reviews.of(run).forRaters(List.of("a", "b"), 1, 4);
        take(SavedPage.of(batches.get(0), item -> item.equals(AGREED) ? 1 : 3), "a.json");
        take(SavedPage.of(batches.get(1), item -> item.equals(DISPUTED) ? 0 : 1), "b.json");
        type("review", "settle", RUN, "--by", "c");
        Batch settlement = Reviews.of(run).forSettler("c", 0, 1);
        take(SavedPage.of(settlement, item -> item.equals(SETTLED) ? 2 : 1).without(DISPUTED), "c.json");
        document = new ObjectMapper()
                .readTree(type("rank", RUN, "--suggested", "--format", "json").out());
    }

    private static Entry oncePerItem(Entry entry) {
        List<Mark> marks = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Mark mark : entry.marks()) {
            if (seen.add(mark.indicator())) {
                marks.add(FOR_PEOPLE.contains(ItemKey.of(mark)) ? MadeMarks.suggested(mark) : mark);
            }
        }
        return new Entry(entry.jurisdiction(), entry.platform(), marks, Reviewed.NOTHING);
    }

    private Terminal.Typed type(String... words) {
        Terminal.Typed typed = terminal.type(words);
        assertThat(typed.code()).as(typed.err()).isZero();
        return typed;
    }

    private void take(SavedPage page, String name) {
        type("review", "import", RUN, page.save(name).toString());
    }

    private JsonNode target() {
        return find(document.path("targets"), "target", TARGET);
    }

    private JsonNode item(String id) {
        return find(target().path("items"), "id", id);
    }

    private static JsonNode find(JsonNode all, String field, String value) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }

    @Test
    public void agreedAndSettledMarksCount() {
        assertThat(item("D11").path("value").intValue()).isEqualTo(1);
        assertThat(item("D12").path("value").intValue()).isEqualTo(2);
    }

    @Test
    public void keepsWhatTheRuleSuggestedBeside() throws IOException {
        assertThat(target().path("overrides")).isEqualTo(new ObjectMapper().readTree("""
                [{"scenario": "temporary-id-card", "indicator": "D11", "rule": 3, "human": 1, "origin": "agreed"},
                 {"scenario": "temporary-id-card", "indicator": "D12", "rule": 3, "human": 2, "origin": "settled"}]
                """));
    }

    @Test
    public void whatIsInDisputeIsMissing() throws IOException {
        assertThat(item("V6")).isEqualTo(new ObjectMapper().readTree("""
                {"id": "V6", "value": null, "low": 0, "high": 3, "missing": 1, "suggested": 0}
                """));
        assertThat(target().path("missing").intValue()).isEqualTo(1);
        assertThat(target().path("low").doubleValue())
                .isLessThan(target().path("value").doubleValue());
    }

    @Test
    public void tellsHowFarRatersMakeItUncertain() {
        JsonNode row = find(document.path("tables").get(0).path("rows"), "id", TARGET);

        assertThat(before.out()).contains("Nothing can be said of chance");
        assertThat(row.path("chance").path("high").doubleValue())
                .isGreaterThan(row.path("chance").path("low").doubleValue());
    }

    @Test
    public void saysWhoseMarksTheseAre() {
        assertThat(type("rank", RUN).outLines())
                .contains("By people: agreed 1, settled by a third person 1, by one rater alone 0; still open 1.");
    }
}
