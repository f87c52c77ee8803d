package org.wenda.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.score.Abstention;
import org.wenda.score.Index;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Trait;

public final class WordsTest {
    @DataProvider
    Object[] packages() {
        return new Object[] {"report", "evidence"};
    }

    @Test(dataProvider = "packages")
    public void saysEverythingInBothLanguages(String name) throws IOException {
        assertThat(words(name, "words_zh").stringPropertyNames())
                .isEqualTo(words(name, "words").stringPropertyNames());
    }

    @Test
    public void namesEveryOutcome() throws IOException {
        assertThat(words("report", "words").stringPropertyNames())
                .containsAll(Arrays.stream(Outcome.values())
                        .map(outcome -> "outcome." + outcome.wire())
                        .toList());
    }

    @Test
    public void namesEveryTraitAndEveryReasonForNoMark() throws IOException {
        assertThat(words("report", "words").stringPropertyNames())
                .containsAll(Arrays.stream(Trait.values())
                        .map(trait -> "trait." + trait.wire())
                        .toList())
                .containsAll(Arrays.stream(Abstention.values())
                        .map(reason -> "abstained." + reason.wire())
                        .toList())
                .containsAll(Arrays.stream(Index.MarkedBy.values())
                        .map(by -> "marks.by." + by.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static Properties words(String name, String file) throws IOException {
        Properties words = new Properties();
        try (InputStream in = WordsTest.class.getResourceAsStream("/org/wenda/" + name + "/" + file + ".properties")) {
            words.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return words;
    }
}
