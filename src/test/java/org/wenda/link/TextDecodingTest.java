package org.wenda.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public final class TextDecodingTest {
    private static final String SAYS = "临时居民身份证申领：办理条件、申请材料";

    @DataProvider
    Object[][] bodies() {
        return new Object[][] {
            // written in, header, meta, read by
            {"UTF-8", "text/html", "", "UTF-8"},
            {"UTF-8", "text/html; charset=gbk", "", "UTF-8"},
            {"UTF-8", "text/html", "gb2312", "UTF-8"},
            {"GBK", "text/html; charset=GBK", "", "GB18030"},
            {"GBK", "text/html", "gb2312", "GB18030"},
            {"GBK", "text/html; charset=utf-8", "utf-8", "GB18030"},
            {"GB18030", "text/html", "", "GB18030"},
            {"GB18030", "text/html; charset=nonsense-1", "", "GB18030"},
            {"GB18030", "text/html; charset=\"gb18030\"", "", "GB18030"},
            {"Big5", "text/html; charset=big5", "", "Big5"},
        };
    }

    @Test(dataProvider = "bodies")
    public void readsWhatWasWritten(String written, String header, String meta, String readBy) {
        String says = written.equals("Big5") ? "臨時居民身分證申領" : SAYS;
        String page = (meta.isEmpty() ? "" : "<meta charset=\"" + meta + "\">") + says;

        TextDecoding decoded = TextDecoding.of(page.getBytes(Charset.forName(written)), header);

        assertThat(decoded.text()).isEqualTo(page);
        assertThat(decoded.charset().name()).isEqualTo(readBy);
    }

    @Test
    public void believesTheByteOrderMark() {
        for (Charset charset : new Charset[] {
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("GB18030")
        }) {
            ByteArrayOutputStream page = new ByteArrayOutputStream();
            page.writeBytes(("\uFEFF" + SAYS).getBytes(charset));

            assertThat(TextDecoding.of(page.toByteArray(), "text/html; charset=iso-8859-1")
                            .text())
                    .as(charset.name())
                    .isEqualTo(SAYS);
        }
    }

    @Test
    public void bearsACharacterThatTheEndCuts() {
        byte[] whole = SAYS.repeat(20).getBytes(StandardCharsets.UTF_8);

        TextDecoding decoded = TextDecoding.of(Arrays.copyOf(whole, whole.length - 1), "text/html");

        assertThat(decoded.charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(decoded.text()).startsWith(SAYS);
    }

    @Test
    public void bearsAFewWrongBytes() {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.writeBytes(SAYS.repeat(50).getBytes(StandardCharsets.UTF_8));
        page.write(0xff);
        page.writeBytes(SAYS.getBytes(StandardCharsets.UTF_8));

        assertThat(TextDecoding.of(page.toByteArray(), "text/html; charset=utf-8")
                        .charset())
                .isEqualTo(StandardCharsets.UTF_8);
    }
}
