package org.wenda.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.link.Capture;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;
import org.wenda.words.Lang;
import org.wenda.words.Problem;

@SuppressWarnings("NullAway.Init")
public final class BagsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00.789Z");

    private RunDirectory directory;

    @BeforeMethod
    void store() throws IOException {
        directory = RunDirectory.create(Files.createTempDirectory("reports"), RunSamples.RUN);
        directory.write(RunSamples.record());
        directory.keepInput("standard/temporary-id-card.yaml", "id: temporary-id-card\n".getBytes(UTF_8));
        directory.keepInput("indicators.yaml", "weights: none\n".getBytes(UTF_8));
        Exchange exchange = RunSamples.exchange(1, Outcome.ANSWERED);
        try (Journal journal = directory.journal()) {
            journal.add(exchange);
        }
        directory.keep("demo-web", "temporary-id-card", 1, "opening", Evidence.Kind.AFTER, new byte[] {1, 2});
        try (LinkArchive archive = directory.openLinkArchive("Wenda 0.1.0")) {
            archive.add(
                    "demo-web",
                    new Capture(
                            URI.create("https://example.gov.cn/guide"),
                            RunSamples.START,
                            "GET /guide HTTP/1.1\r\n",
                            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n",
                            "<p>".getBytes(UTF_8),
                            false,
                            null));
            archive.commit(List.of("demo-web"));
        }
        directory.write(List.of(RunSamples.link(exchange, "办事指南", "https://example.gov.cn/guide")));
        directory.write(RunSamples.transcript(List.of(exchange)));
    }

    @AfterMethod
    void close() {
        directory.close();
    }

    @Test
    public void aBundleHoldsAllThatIsKnownOfItsTarget() throws IOException {
        assertThat(Bags.seal(directory, BagTerms.PLAIN, NOW)).isEmpty();

        assertThat(BagCheck.check(bag()).faults()).isEmpty();
        assertThat(Folders.filesOf(bag().resolve("data")))
                .containsExactly(
                        "exchanges.jsonl",
                        "links.jsonl",
                        "links.wacz",
                        "links.warc.gz",
                        "run.json",
                        "scenarios/indicators.yaml",
                        "scenarios/standard/temporary-id-card.yaml",
                        "temporary-id-card/01-opening-after.png",
                        "temporary-id-card/transcript.json");
        assertThat(bag().resolve("data/exchanges.jsonl")).hasSameTextualContentAs(directory.journalFile());
        assertThat(bag().resolve("data/links.jsonl")).hasSameTextualContentAs(directory.linksFile());
    }

    @Test
    public void saysOfABundleWhatMadeIt() throws IOException {
        Bags.seal(directory, new BagTerms("演示市", null, null), NOW);

        assertThat(Files.readString(bag().resolve("bag-info.txt")))
                .contains(
                        "Source-Organization: 演示市\n",
                        "External-Identifier: 2026-11-23T020000Z-demo/demo-web\n",
                        "Bagging-Date: 2026-11-23\n",
                        "Sealed-At: 2026-11-23T03:00:00Z\n",
                        "Run-Software: Wenda 0.1.0\n",
                        "Run-Java: 17.0.15\n",
                        "Run-Browser: chrome 156\n",
                        "Run-Driver: chromedriver 156\n",
                        "Input-SHA256: " + Digest.SHA256.hexOf("weights: none\n".getBytes(UTF_8))
                                + " data/scenarios/indicators.yaml\n",
                        "Pictures and archived pages cannot be masked",
                        "Unmasked-Copy: none\n")
                .containsPattern("Payload-Oxum: \\d+\\.9\n");
    }

    @Test
    public void aBundleHoldsNothingOfOtherTargets() throws IOException {
        String other = Files.readString(directory.journalFile()).replace("\"demo-web\"", "\"other-web\"");
        Files.writeString(directory.journalFile(), other + "{torn", StandardOpenOption.APPEND);
        directory.keep("other-web", "temporary-id-card", 1, "opening", Evidence.Kind.AFTER, new byte[] {1});

        Bags.seal(directory, BagTerms.PLAIN, NOW);

        assertThat(bag().resolve("data/exchanges.jsonl")).content().doesNotContain("other-web", "torn");
        assertThat(directory.data("other-web").resolve("exchanges.jsonl")).hasContent(other.strip());
        assertThat(directory.data("other-web").resolve("links.jsonl")).doesNotExist();
        assertThat(Bags.folders(directory))
                .extracting(Path::getFileName)
                .map(Path::toString)
                .containsExactly("demo-web", "other-web");
    }

    @Test
    public void notesHowEachBundleWasSealed() throws IOException {
        Bags.seal(directory, BagTerms.PLAIN, NOW);

        List<String> lines = Files.readAllLines(directory.sealsFile());
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(errors(line)).isEmpty();
            Seal seal = Json.read(line, Seal.class);
            assertThat(seal.target()).isEqualTo("demo-web");
            assertThat(seal.sealedAt()).isEqualTo(Instant.parse("2026-11-23T03:00:00Z"));
            assertThat(seal.files()).isEqualTo(9);
            assertThat(seal.tagManifestSha512())
                    .isEqualTo(Digest.SHA512.hexOf(Files.readAllBytes(bag().resolve("tagmanifest-sha512.txt"))));
        });
        assertThat(errors("{\"schemaVersion\":1}")).isNotEmpty();
    }

    @Test
    public void tellsThatAnAuthorityDidNotAnswer() throws IOException {
        BagTerms terms = new BagTerms(null, null, URI.create("http://127.0.0.1:1/"));

        List<Problem> problems = Bags.seal(directory, terms, NOW);

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.in(Lang.EN))
                        .startsWith("demo-web: sealed without a time stamp. http://127.0.0.1:1/: "));
        assertThat(BagCheck.check(bag()).faults()).isEmpty();
        Seal seal = Json.read(Files.readAllLines(directory.sealsFile()).get(0), Seal.class);
        assertThat(seal.timeStamped()).isFalse();
        assertThat(seal.unstamped()).startsWith("http://127.0.0.1:1/: ");
    }

    @Test
    public void doesNotAskASilentAuthorityTwice() throws Exception {
        directory.keep("other-web", "temporary-id-card", 1, "opening", Evidence.Kind.AFTER, new byte[] {1});
        try (TimeStamper authority = TimeStamper.start()) {
            authority.answerWith(503);

            List<Problem> problems = Bags.seal(directory, new BagTerms(null, null, authority.address()), NOW);

            assertThat(problems).hasSize(2);
            assertThat(authority.asked()).isEqualTo(1);
        }
    }

    @Test
    public void openBundlesAreToldAsHalfSealedUntilTheyAreSealed() throws IOException {
        Bags.seal(directory, BagTerms.PLAIN, NOW);
        Bags.open(directory);
        assertThat(BagCheck.check(bag()).faults())
                .extracting(BagFault::kind)
                .containsExactly(BagFault.Kind.HALF_SEALED);

        Bags.seal(directory, BagTerms.PLAIN, NOW.plusSeconds(60));

        assertThat(BagCheck.check(bag()).faults()).isEmpty();
        assertThat(BagCheck.check(bag()).sealedAt()).isEqualTo("2026-11-23T03:00:00Z");
    }

    @Test
    public void findsABundleThatWasExchangedAsAWhole() throws IOException {
        Bags.seal(directory, BagTerms.PLAIN, NOW);
        assertThat(Bags.check(directory, bag()).faults()).isEmpty();

        Files.writeString(bag().resolve("data/run.json"), "{}");
        new BagSealer(null, null).seal(bag(), new BagInfo(List.of()).with(BagInfo.AGENT, "Wenda 0.1.0"));

        assertThat(BagCheck.check(bag()).faults()).isEmpty();
        assertThat(Bags.check(directory, bag()).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.in(Lang.EN))
                        .isEqualTo("tagmanifest-sha512.txt: was changed: it does not fit seals.jsonl"));
    }

    @Test
    public void missesABundleThatWasSealedAndIsGone() throws IOException {
        Bags.seal(directory, BagTerms.PLAIN, NOW);
        Folders.delete(bag());

        assertThat(Bags.folders(directory)).containsExactly(bag());
        assertThat(BagCheck.check(bag()).isComplete()).isFalse();
    }

    private Path bag() {
        return directory.bundles().resolve("demo-web");
    }

    private static List<String> errors(String json) throws IOException {
        try (InputStream in = RunDirectory.class.getResourceAsStream("schema/seal.schema.json")) {
            String schema = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema)
                    .validate(json, InputFormat.JSON)
                    .stream()
                    .map(Object::toString)
                    .toList();
        }
    }
}
