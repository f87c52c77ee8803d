package org.wenda.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Factory;
import org.testng.annotations.Test;
import org.wenda.history.BgeMeaning;
import org.wenda.history.Difference;
import org.wenda.history.Noise;
import org.wenda.history.Question;
import org.wenda.report.ChangesPages;
import org.wenda.run.MadeCountry.Planted;
import org.wenda.words.Lang;

/**
 * Three nights over a made country, compared as stored: a second in which nothing changed but words within the
 * chatbots' own habits, and a third with 40 changes among hundreds of such rewordings. The plain run takes a part of
 * the country; {@code wenda.full} takes all 128 targets, from seeds on which nothing was tuned.
 */
@SuppressWarnings("NullAway.Init")
public final class MadeNightsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final int MOST_LOOKS = 3;

    private final long seed;
    private final int targets;

    private Comparing.Done second;
    private Comparing.Done third;
    private List<Planted> planted;
    private int reworded;

    public MadeNightsTest(long seed, int targets) {
        this.seed = seed;
        this.targets = targets;
    }

    @Factory
    public static Object[] countries() {
        return Boolean.getBoolean("wenda.full")
                ? Stream.of(505L, 606L, 707L)
                        .map(seed -> new MadeNightsTest(seed, 128))
                        .toArray()
                : new Object[] {new MadeNightsTest(4404, 44)};
    }

    @BeforeClass
    void compareThreeNights() throws IOException {
        MadeCountry country = new MadeCountry(Files.createTempDirectory("reports"), seed, targets);
        Path first = country.night(Instant.parse("2026-11-21T02:00:00Z"), List.of());
        Path next = country.night(Instant.parse("2026-11-22T02:00:00Z"), List.of());
        Comparing comparing = new Comparing(Noise.in(Path.of("")), new BgeMeaning(), List.of());
        second = looked(comparing, country, first, next, List.of(), List.of());
        planted = country.plant();
        var unused = country.reworded();
        Path last = country.night(Instant.parse("2026-11-23T02:00:00Z"), planted);
        reworded = country.reworded();
        third = looked(comparing, country, next, last, List.of(first), planted);
    }

    /** Compares, and asks again what differs, as {@code diff --again} does. */
    private static Comparing.Done looked(
            Comparing comparing,
            MadeCountry country,
            Path before,
            Path after,
            List<Path> earlier,
            List<Planted> planted) {
        Comparing.Done done = comparing.compare(before, after, earlier, DAY, Lang.EN);
        for (int look = 1; look < MOST_LOOKS && !done.found().lookAgain().isEmpty(); look++) {
            country.lookAgain(after, done.found().lookAgain(), planted);
            done = comparing.compare(before, after, earlier, DAY, Lang.EN);
        }
        return done;
    }

    @Test
    public void reportsNothingWhereOnlyChanceWasAtWork() {
        assertThat(second.found().changes())
                .extracting(MadeNightsTest::line)
                .as("differences within chance: " + second.found().withinChance())
                .isEmpty();
    }

    @Test
    public void namesEveryChangeWithClassAndQuestion() {
        assertThat(planted)
                .hasSize(40)
                .allSatisfy(change -> assertThat(third.found().changes()).anyMatch(found -> isOf(found, change)));
    }

    @Test
    public void namesAtMostTwoThatAreNone() {
        List<Difference> others = new ArrayList<>(third.found().changes());
        others.removeIf(found -> planted.stream().anyMatch(change -> isOf(found, change)));

        assertThat(others).extracting(MadeNightsTest::line).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    public void isTestedAmongHundredsOfRewordings() {
        assertThat(reworded).isGreaterThanOrEqualTo(200);
    }

    @Test
    public void documentKeepsToItsSchema() throws IOException {
        JsonNode schema;
        try (InputStream in =
                Objects.requireNonNull(ChangesPages.class.getResourceAsStream("schema/changes.schema.json"))) {
            schema = new ObjectMapper().readTree(in);
        }

        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(new ObjectMapper().readTree(third.document())))
                .isEmpty();
    }

    private static boolean isOf(Difference found, Planted change) {
        Question question = found.question();
        return found.kind() == change.kind()
                && found.target().equals(change.target())
                && (question == null
                        ? change.scenario() == null
                        : question.scenario().equals(change.scenario())
                                && question.turn().equals(change.turn()));
    }

    private static String line(Difference found) {
        return found.target() + " " + found.question() + " " + found.kind() + " " + found.what() + " "
                + found.statistic();
    }
}
