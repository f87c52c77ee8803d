package org.wenda.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.testng.annotations.Test;
import org.wenda.history.WordDiff.Piece;

public final class WordDiffTest {
    @Test
    public void partsChineseIntoWords() {
        assertThat(WordDiff.words("办理居民身份证需要10元")).containsExactly("办理", "居民", "身份", "证", "需要", "10", "元");
    }

    @Test
    public void marksTheWordThatChanged() {
        WordDiff.Marked marked = WordDiff.of("工本费10元，凭身份证领取。", "工本费20元，凭身份证领取。");

        assertThat(marked.before())
                .filteredOn(Piece::changed)
                .extracting(Piece::text)
                .containsExactly("10");
        assertThat(marked.after())
                .filteredOn(Piece::changed)
                .extracting(Piece::text)
                .containsExactly("20");
    }

    @Test
    public void losesNothingOfAPassage() {
        String text = "您好！\n\t1. 材料：<b>&amp;</b> 😀";

        assertThat(WordDiff.of(text, "").before().stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }
}
