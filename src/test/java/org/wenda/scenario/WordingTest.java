package org.wenda.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.testng.annotations.Test;

public final class WordingTest {
    private static final Wording.Facts FACTS = new Wording.Facts("shanghai", "上海", Map.of("phone", "12345"));

    @Test
    public void fillsNamesAndCapturedValues() {
        assertThat(Wording.fill("在${jurisdiction.name}（${jurisdiction.id}）打${captured.phone}？", FACTS))
                .isEqualTo(new Wording.Filled.Words("在上海（shanghai）打12345？"));
    }

    @Test
    public void leavesWordsWithoutPlaceholdersAlone() {
        assertThat(Wording.fill("要花 $5 吗？{好}", FACTS)).isEqualTo(new Wording.Filled.Words("要花 $5 吗？{好}"));
    }

    @Test
    public void saysWhichValuesAreMissing() {
        assertThat(Wording.fill("${captured.a}${captured.b}${captured.a}", FACTS))
                .isEqualTo(new Wording.Filled.Missing(List.of("captured.a", "captured.b")));
    }

    @Test
    public void namesNoPlaceForAnAddressWithoutJurisdiction() {
        assertThat(Wording.fill("在${jurisdiction.name}怎么办？", Wording.Facts.ofAddress()))
                .isEqualTo(new Wording.Filled.Words("在本地怎么办？"));
        assertThat(Wording.fill("${jurisdiction.id}", Wording.Facts.ofAddress()))
                .isEqualTo(new Wording.Filled.Missing(List.of("jurisdiction.id")));
    }

    @Test
    public void doesNotFillWhatAReplySmugglesIn() {
        Wording.Facts facts = FACTS.with(Map.of("limit", "${jurisdiction.id} \\$1"));

        assertThat(Wording.fill("${captured.limit}", facts))
                .isEqualTo(new Wording.Filled.Words("${jurisdiction.id} \\$1"));
    }

    @Test
    public void takesTheFirstGroupOrElseTheWholeMatch() {
        assertThat(capture("电话[:：](\\d+)", "电话：12345")).isEqualTo(Map.of("value", "12345"));
        assertThat(capture("\\d+", "电话：12345")).isEqualTo(Map.of("value", "12345"));
        assertThat(capture("(\\d+)?号", "号")).isEqualTo(Map.of("value", "号"));
    }

    @Test
    public void takesNothingWhereNothingIs() {
        assertThat(capture("\\d+", "没有电话")).isEmpty();
        assertThat(capture("\\s+", "  ")).isEmpty();
    }

    @Test
    public void keepsACapturedValueShortAndOnOneLine() {
        assertThat(capture("(?s)开.*", "开\u0000\n\u202E头" + "长".repeat(500)))
                .isEqualTo(Map.of("value", "开 头" + "长".repeat(97)));
    }

    @Test(timeOut = 20_000)
    public void givesUpOnAPatternThatWouldNeverEnd() {
        assertThat(Search.first(".*.*.*.*x", "a".repeat(2_000))).isEqualTo(new Search.Found.TooCostly());
        assertThat(capture(".*.*.*.*x", "a".repeat(2_000))).isEmpty();
    }

    @Test
    public void givesUpOnAPatternThatOverflowsTheStack() {
        assertThat(Search.first("(a|b)*c", "ab".repeat(50_000))).isEqualTo(new Search.Found.TooCostly());
    }

    private static Map<String, String> capture(String pattern, String reply) {
        Turn turn = new Turn("t", "?", List.of(), false, false, List.of(new Turn.Capture("value", pattern)), List.of());
        return Wording.capture(turn, reply);
    }
}
