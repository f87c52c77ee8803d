package org.wenda.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import picocli.CommandLine.TypeConversionException;

public final class DeadlineTest {
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-23T22:00:00+08:00[Asia/Shanghai]");

    @DataProvider
    Object[][] typed() {
        return new Object[][] {
            // typed at 22:00 in Shanghai, when it comes
            {"23:30", "2026-11-23T15:30:00Z"},
            {"06:30", "2026-11-23T22:30:00Z"},
            {"22:00", "2026-11-24T14:00:00Z"},
            {"90m", "2026-11-23T15:30:00Z"},
            {"5h", "2026-11-23T19:00:00Z"},
            {"20s", "2026-11-23T14:00:20Z"},
        };
    }

    @Test(dataProvider = "typed")
    public void comesNextAtThatTime(String typed, String when) {
        assertThat(new Deadline.Converter().convert(typed).from(NOW)).isEqualTo(Instant.parse(when));
    }

    @Test
    public void saysWhatIsAccepted() {
        assertThatThrownBy(() -> new Deadline.Converter().convert("soon"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("HH:MM, 90m, 5h");
    }
}
