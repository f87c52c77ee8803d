package org.wenda.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.testng.annotations.Test;

public final class BgeMeaningTest {
    @Test
    public void hearsWhatIsSaidInOtherWords() {
        BgeMeaning meaning = new BgeMeaning();

        double sameMatter = meaning.apart("身份证丢了怎么补办？", "如何重新申领遗失的居民身份证？");
        double otherMatter = meaning.apart("身份证丢了怎么补办？", "公司注销需要先清税吗？");

        assertThat(sameMatter).isLessThan(otherMatter / 1.5);
    }
}
