package org.wenda.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.transcript.Link;

public final class SegmentTest {
    @Test
    public void namesCharactersThatDeceive() {
        assertThat(Segment.of("a\u202eb\ud800\n"))
                .isEqualTo(List.of(
                        new Segment("a", false),
                        new Segment("U+202E", true),
                        new Segment("b", false),
                        new Segment("U+D800", true),
                        new Segment("\n", false)));
    }

    @Test
    public void leavesHonestTextAlone() {
        assertThat(Segment.plain("办理\t时限：3 个工作日\n😀 ①")).isEqualTo("办理\t时限：3 个工作日\n😀 ①");
    }

    @Test
    public void cutsLongTextsAndSaysBy() {
        String text = "长".repeat(Segment.LONGEST + 5);

        assertThat(Segment.plain(text)).hasSize(Segment.LONGEST);
        assertThat(Segment.cut(text)).isEqualTo(5);
    }

    @DataProvider
    Object[][] addresses() {
        return new Object[][] {
            {"https://example.gov.cn/a?b=1&c=2#d", true},
            {"HTTP://example.gov.cn/指南", true},
            {"javascript:canary()", false},
            {"java\tscript:canary()", false},
            {" javascript:canary()", false},
            {"data:text/html,x", false},
            {"file:///etc/passwd", false},
            {"https://www.gov.cn@evil.example/", false},
            {"https://evil.example\\@www.gov.cn/", false},
            {"https://evil.example/\" onclick=\"x", false},
            {"https:", false},
            {"//example.gov.cn/", false},
            {"", false},
        };
    }

    @Test(dataProvider = "addresses")
    public void clicksOnlyHonestWebAddresses(String href, boolean clickable) {
        assertThat(ShownLink.of(new Link("words", href)).href() != null).isEqualTo(clickable);
    }
}
