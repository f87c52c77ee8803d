package org.wenda.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;
import org.wenda.words.Lang;

public final class JournalTest {
    private static final Exchange ONE = RunSamples.exchange(1, Outcome.ANSWERED);
    private static final Exchange TWO = RunSamples.exchange(2, Outcome.SILENT);

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeMethod
    void write() throws IOException {
        file = Files.createTempDirectory("journal").resolve("exchanges.jsonl");
        append(ONE, TWO);
    }

    @Test
    public void survivesATornEndAtEveryByte() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        int first = indexOf(whole, '\n') + 1;
        for (int length = first + 1; length < whole.length - 1; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            Journal.Contents read = Journal.read(file);
            assertThat(read.exchanges()).containsExactly(ONE);
            assertThat(read.problems()).hasSize(1);
        }
    }

    @Test
    public void saysWhichLineIsTorn() throws IOException {
        tear();

        assertThat(Journal.read(file).problems().get(0).in(Lang.EN))
                .isEqualTo("exchanges.jsonl:2: the last line is torn, as a crash leaves it; the exchange in it is lost,"
                        + " all before it are whole");
    }

    @Test
    public void goesOnAfterATornLine() throws IOException {
        byte[] torn = tear();
        append(TWO);

        assertThat(Journal.read(file)).isEqualTo(new Journal.Contents(List.of(ONE, TWO), List.of()));
        assertThat(file.resolveSibling("exchanges.torn")).hasBinaryContent(torn);
    }

    @Test
    public void keepsAWholeLineThatOnlyLacksItsEnd() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        append(TWO);

        assertThat(Journal.read(file).exchanges()).containsExactly(ONE, TWO, TWO);
    }

    @Test
    public void namesALineThatSomebodyChanged() throws IOException {
        List<String> lines = Files.readAllLines(file);
        Files.write(file, List.of(lines.get(0).replace("\"answered\"", "\"perfect\""), lines.get(1)));

        Journal.Contents read = Journal.read(file);

        assertThat(read.exchanges()).containsExactly(TWO);
        assertThat(read.problems().get(0).in(Lang.EN))
                .isEqualTo("exchanges.jsonl:1: this line is not an exchange of a version this program knows; it is left"
                        + " out. Was the file changed?");
    }

    @Test
    public void refusesLinesOfALaterVersion() throws IOException {
        String later = Files.readAllLines(file).get(0).replace("\"schemaVersion\":1", "\"schemaVersion\":2");
        Files.writeString(file, later + "\n");

        assertThat(Journal.read(file).problems()).hasSize(1);
    }

    @Test
    public void replacesAnExchangeByTheSameWithWhatCameLate() {
        Exchange three = RunSamples.exchange(3, Outcome.SILENT);
        Exchange late = RunSamples.late(3);
        append(three);

        try (Journal journal = Journal.append(file)) {
            journal.amend(late);
            assertThat(journal.count()).isEqualTo(3);
        }

        assertThat(late.reply().late()).isEqualTo(1);
        assertThat(Journal.read(file).exchanges()).containsExactly(ONE, TWO, late);
    }

    private void append(Exchange... exchanges) {
        try (Journal journal = Journal.append(file)) {
            Arrays.stream(exchanges).forEach(journal::add);
        }
    }

    private byte[] tear() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        int first = indexOf(whole, '\n') + 1;
        int cut = first + 40;
        Files.write(file, Arrays.copyOf(whole, cut), StandardOpenOption.TRUNCATE_EXISTING);
        return Arrays.copyOfRange(whole, first, cut);
    }

    private static int indexOf(byte[] bytes, char wanted) {
        int i = 0;
        while (bytes[i] != wanted) {
            i++;
        }
        return i;
    }
}
