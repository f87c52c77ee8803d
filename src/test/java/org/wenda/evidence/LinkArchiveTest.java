package org.wenda.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.Warcinfo;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.link.Capture;

/** Archives are read by a reader of their own kind, as an archivist would. */
public final class LinkArchiveTest {
    private static final URI PAGE = URI.create("https://example.gov.cn/guide?a=1");

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
    public void keepsRequestAndAnswerAsTheyWent() throws Exception {
        String id = keep(capture("办事指南", "Content-Length: 12\r\n", false));

        try (WarcReader reader = new WarcReader(directory.linkArchive("demo-web"))) {
            Warcinfo info = (Warcinfo) reader.next().orElseThrow();
            assertThat(info.fields().map()).containsEntry("software", List.of("Wenda 0.1.0"));
            WarcRequest request = (WarcRequest) reader.next().orElseThrow();
            assertThat(request.http().target()).isEqualTo("/guide?a=1");
            WarcResponse response = (WarcResponse) reader.next().orElseThrow();
            assertThat(response.id()).hasToString(id);
            assertThat(response.targetURI()).isEqualTo(PAGE);
            assertThat(response.date()).isEqualTo(RunSamples.START.truncatedTo(ChronoUnit.SECONDS));
            assertThat(response.ipAddress().orElseThrow().getHostAddress()).isEqualTo("127.0.0.1");
            assertThat(response.concurrentTo()).containsExactly(request.id());
            assertThat(response.payloadDigest()).contains(sha256("办事指南"));
            assertThat(response.truncated()).isEqualTo(WarcTruncationReason.NOT_TRUNCATED);
            assertThat(response.http().status()).isEqualTo(200);
            assertThat(response.http().body().stream().readAllBytes()).isEqualTo("办事指南".getBytes(UTF_8));
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    public void saysWhereAnAnswerWasCut() throws Exception {
        keep(capture("办事", "Content-Length: 6\r\n", true));

        assertThat(records())
                .last()
                .satisfies(record -> assertThat(record.truncated()).isEqualTo(WarcTruncationReason.UNSPECIFIED));
    }

    @Test
    public void promisesNoChunksWhereNoneAreKept() throws Exception {
        keep(capture("办事指南", "Transfer-Encoding: chunked\r\n", false));

        try (WarcReader reader = new WarcReader(directory.linkArchive("demo-web"))) {
            WarcResponse response = reader.records()
                    .filter(WarcResponse.class::isInstance)
                    .map(WarcResponse.class::cast)
                    .findFirst()
                    .orElseThrow();
            assertThat(response.http().headers().first("X-Archive-Orig-Transfer-Encoding"))
                    .contains("chunked");
            assertThat(response.http().body().stream().readAllBytes()).isEqualTo("办事指南".getBytes(UTF_8));
        }
    }

    @Test
    public void leavesTheArchiveAsItWasUntilAllIsDone() throws Exception {
        keep(capture("旧", "", false));
        byte[] before = Files.readAllBytes(directory.linkArchive("demo-web"));
        try (LinkArchive archive = directory.openLinkArchive("Wenda 0.1.0")) {
            archive.add("demo-web", capture("新", "", false));
        }

        assertThat(directory.linkArchive("demo-web")).hasBinaryContent(before);
    }

    @Test
    public void keepsNoArchiveWhereNothingWentOverTheWire() throws Exception {
        keep(capture("旧", "", false));
        try (LinkArchive archive = directory.openLinkArchive("Wenda 0.1.0")) {
            archive.commit(List.of("demo-web"));
        }

        assertThat(directory.linkArchive("demo-web")).doesNotExist();
    }

    private String keep(Capture capture) {
        try (LinkArchive archive = directory.openLinkArchive("Wenda 0.1.0")) {
            String id = archive.add("demo-web", capture);
            archive.commit(List.of("demo-web"));
            return id;
        }
    }

    private List<WarcRecord> records() throws IOException {
        Path file = directory.linkArchive("demo-web");
        List<WarcRecord> records = new ArrayList<>();
        try (WarcReader reader = new WarcReader(file)) {
            reader.forEach(records::add);
        }
        return records;
    }

    private static Capture capture(String body, String header, boolean truncated) {
        return new Capture(
                PAGE,
                RunSamples.START,
                "GET /guide?a=1 HTTP/1.1\r\nHost: example.gov.cn\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + header,
                body.getBytes(UTF_8),
                truncated,
                "127.0.0.1");
    }

    private static WarcDigest sha256(String text) throws Exception {
        return new WarcDigest("sha256", MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }
}
