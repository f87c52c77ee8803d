package org.wenda.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.link.Verdict;
import org.wenda.score.Abstention;
import org.wenda.score.Ground;
import org.wenda.score.Index;
import org.wenda.score.Mark;
import org.wenda.score.Place;
import org.wenda.score.RuleId;
import org.wenda.score.Spread;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Feature;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Trait;
import org.wenda.words.Lang;
import org.wenda.words.Message;

public final class MarksFileTest {
    private static final String INDEX = "0".repeat(64);
    private static final Place PLACE = new Place("temporary-id-card", "typo", 2, 3);
    private static final Mark FULL = new Mark(
            "demo-web",
            "temporary-id-card",
            "S2",
            Index.MarkedBy.SUGGEST,
            2,
            null,
            new RuleId("response-time", 1),
            new Spread(0.5, 2, 1234.5678, 7, Spread.MS),
            List.of(
                    new Ground.Ended(PLACE, Outcome.ANSWERED),
                    new Ground.Words(PLACE, 3, 9, "工本费 \ud800 \u202e"),
                    new Ground.Timed(PLACE, "first-reply", Duration.ofNanos(1_234_500_000), Duration.ofMillis(17)),
                    new Ground.Led(PLACE, "javascript:alert(1)", Verdict.GUIDE),
                    new Ground.Seen(PLACE, new Feature(Trait.VOICE_INPUT, Feature.INPUT, "按住说话")),
                    new Ground.Pictured(PLACE, new Evidence(Evidence.Kind.AFTER, "temporary-id-card/03-after.png"))),
            Message.of(
                    Mark.class,
                    "none.between.within-error",
                    "1",
                    "2",
                    Message.of(Mark.class, "response-time.median", "1990", "20", "3", "0")));
    private static final Mark NONE = new Mark(
            "demo-web",
            null,
            "I1",
            Index.MarkedBy.HUMAN,
            null,
            Abstention.FOR_RATERS,
            new RuleId("for-raters", 1),
            null,
            List.of(),
            Message.of(Mark.class, "for-raters.gathered", "0"));

    @SuppressWarnings("NullAway.Init")
    private RunDirectory directory;

    @BeforeMethod
    void create() throws IOException {
        directory = RunDirectory.create(Files.createTempDirectory("reports"), RunSamples.RUN);
    }

    @AfterMethod
    void close() {
        directory.close();
    }

    @Test
    public void readsBackWhatItWrote() {
        directory.write(INDEX, List.of(FULL, NONE));

        assertThat(directory.marks()).isEqualTo(new StoredMarks(true, INDEX, List.of(FULL, NONE), List.of()));
        assertThat(directory.marks().of("demo-web", "temporary-id-card")).containsExactly(FULL);
        assertThat(directory.marks().of("other-web")).isEmpty();
    }

    @Test
    public void tellsNoMarksFromNeverMarked() {
        assertThat(directory.marks().marked()).isFalse();
        directory.write(INDEX, List.of());
        assertThat(directory.marks().marked()).isTrue();
    }

    @Test
    public void writesTheRationaleInBothLanguages() throws IOException {
        directory.write(INDEX, List.of(FULL));

        assertThat(Files.readString(directory.marksFile()))
                .contains("\"en\":\"Between 1 and 2: the bound of the measurement lies across a threshold. Median")
                .contains("\"zh\":\"介于 1 分与 2 分");
    }

    @Test
    public void writesLinesThatFitTheirSchema() throws IOException {
        directory.write(INDEX, List.of(FULL, NONE));

        for (String line : Files.readAllLines(directory.marksFile())) {
            assertThat(errors(line)).isEmpty();
        }
        assertThat(errors("{\"schemaVersion\":1,\"value\":4}")).isNotEmpty();
    }

    @Test
    public void listsEveryReasonForNoMarkInItsSchema() throws IOException {
        for (Abstention reason : Abstention.values()) {
            assertThat(schema()).contains('"' + reason.wire() + '"');
        }
    }

    @Test
    public void namesLinesThatAreNoMarks() throws IOException {
        directory.write(INDEX, List.of(NONE));
        Files.writeString(directory.marksFile(), "{\"schemaVersion\":1}\nno JSON\n", StandardOpenOption.APPEND);

        StoredMarks read = directory.marks();

        assertThat(read.marks()).containsExactly(NONE);
        assertThat(read.problems())
                .extracting(problem -> problem.place())
                .containsExactly("marks.jsonl:2", "marks.jsonl:3");
    }

    @Test
    public void keepsASentenceThatOnlyAnotherVersionKnows() throws IOException {
        directory.write(INDEX, List.of(NONE));
        String text = Files.readString(directory.marksFile());
        Files.writeString(directory.marksFile(), text.replace("for-raters.gathered", "for-raters.gone"));

        assertThat(directory.marks().marks().get(0).rationale().in(Lang.ZH))
                .isEqualTo("For a rater: the answer, and 0 links to the matter.");
    }

    private static List<?> errors(String line) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema());
        return schema.validate(line, InputFormat.JSON);
    }

    private static String schema() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(MarksFileTest.class.getResourceAsStream("schema/mark.schema.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
