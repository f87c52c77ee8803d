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
import org.wenda.link.LinkKind;
import org.wenda.link.OfferedLink;
import org.wenda.link.Reason;
import org.wenda.link.Verdict;
import org.wenda.link.Why;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;
import org.wenda.words.Lang;

public final class LinksFileTest {
    private static final Exchange EXCHANGE = RunSamples.exchange(1, Outcome.ANSWERED);
    private static final StoredLink FULL = RunSamples.link(EXCHANGE, "办事指南", "https://example.gov.cn/guide");
    private static final StoredLink PHONE = new StoredLink(
            StoredLink.Place.of(EXCHANGE),
            new OfferedLink(1, LinkKind.PHONE, "12345", "tel:12345"),
            Verdict.NOT_FOLLOWED,
            new Reason(Why.PHONE_NUMBER, List.of("12345")),
            List.of(),
            "tel:12345",
            null,
            List.of(),
            Duration.ZERO,
            RunSamples.START,
            false,
            null,
            null);

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
        directory.write(List.of(FULL, PHONE));

        assertThat(directory.links()).isEqualTo(new StoredLinks(true, List.of(FULL, PHONE), List.of()));
        assertThat(directory.links().of("demo-web", "temporary-id-card", 1)).containsExactly(FULL, PHONE);
        assertThat(directory.links().of("demo-web", "temporary-id-card", 2)).isEmpty();
    }

    @Test
    public void replacesWhatWasThereBefore() {
        directory.write(List.of(FULL, PHONE));
        directory.write(List.of(PHONE));

        assertThat(directory.links().links()).containsExactly(PHONE);
    }

    @Test
    public void tellsNoLinksFromNeverTraced() {
        assertThat(directory.links().traced()).isFalse();
        directory.write(List.of());
        assertThat(directory.links().traced()).isTrue();
    }

    @Test
    public void laysALinkFlatUnderTheNamesOfTheCommandLine() throws IOException {
        directory.write(List.of(FULL));

        assertThat(Files.readString(directory.linksFile()))
                .contains(
                        "\"address\":\"https://example.gov.cn/guide\",\"verdict\":\"guide\",\"reason\":\"The page is a"
                                + " guide to the matter: title: 办事指南\"")
                .contains("\"status\":200,\"finalAddress\":\"https://example.gov.cn/guide/2#top\",\"hops\":[{")
                .contains("\"elapsedMs\":42.5,\"tracedAt\":\"2026-11-23T02:00:00.123Z\",\"cached\":true")
                .contains("\"landing\":{\"target\":\"demo-web\"", "\"where\":\"new-tab\"");
    }

    @Test
    public void writesLinesThatFitTheirSchema() throws IOException {
        directory.write(List.of(FULL, PHONE));

        for (String line : Files.readAllLines(directory.linksFile())) {
            assertThat(errors(line)).isEmpty();
        }
        assertThat(errors("{\"schemaVersion\":1,\"verdict\":\"fine\"}")).isNotEmpty();
    }

    @Test
    public void listsEveryVerdictAndReasonInItsSchema() throws IOException {
        String schema = schema();

        for (Verdict verdict : Verdict.values()) {
            assertThat(schema).contains('"' + verdict.wire() + '"');
        }
        for (Why why : Why.values()) {
            assertThat(schema).contains('"' + why.wire() + '"');
        }
    }

    @Test
    public void namesLinesThatAreNoLinks() throws IOException {
        directory.write(List.of(PHONE));
        String foreign = Files.readString(directory.linksFile()).replace("\"demo-web\"", "\"../etc\"");
        Files.writeString(directory.linksFile(), "{\"torn\n" + foreign, StandardOpenOption.APPEND);

        StoredLinks read = directory.links();

        assertThat(read.links()).containsExactly(PHONE);
        assertThat(read.problems())
                .extracting(problem -> problem.in(Lang.EN))
                .containsExactly(
                        "links.jsonl:2: this line is not a link of a version this program knows; it is left out."
                                + " 'wenda links RUN' writes the file anew",
                        "links.jsonl:3: this line is not a link of a version this program knows; it is left out."
                                + " 'wenda links RUN' writes the file anew");
    }

    private static String schema() throws IOException {
        try (InputStream in = RunDirectory.class.getResourceAsStream("schema/link.schema.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> errors(String json) throws IOException {
        Schema loaded = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema());
        return loaded.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
