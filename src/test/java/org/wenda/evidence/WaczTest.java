package org.wenda.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.netpreserve.jwarc.URIs;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcResponse;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.link.Capture;

/** Packages are read as a player reads them: from the index of the index to one record of the archive. */
@SuppressWarnings("NullAway.Init")
public final class WaczTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RunDirectory directory;
    private Path wacz;
    private String guide;

    @BeforeMethod
    void pack() throws IOException {
        directory = RunDirectory.create(Files.createTempDirectory("reports"), RunSamples.RUN);
        try (LinkArchive archive = directory.openLinkArchive("Wenda 0.1.0")) {
            archive.add("demo-web", capture("https://example.gov.cn/", "302 Found", "text/plain", ""));
            guide = archive.add(
                    "demo-web",
                    capture("https://example.gov.cn/guide?a=1", "200 OK", "text/html; charset=utf-8", "<p>办事指南"));
            archive.add("demo-web", capture("https://example.gov.cn/form.pdf", "200 OK", "application/pdf", "%PDF"));
            archive.add("demo-web", capture("http://127.0.0.1:8080/odd", "999 \u0001", ";;;", "x"));
            for (int i = 0; i < 1500; i++) {
                archive.add(
                        "demo-web", capture("https://example.gov.cn/page/" + i, "404 Not Found", "text/html", "none"));
            }
            archive.commit(List.of("demo-web"));
        }
        wacz = directory.data("demo-web").resolve("links.wacz");
        pack(wacz);
    }

    @AfterMethod
    void close() {
        directory.close();
    }

    @Test
    public void holdsTheEntriesOfTheStandard() throws IOException {
        try (ZipFile zip = new ZipFile(wacz.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactlyInAnyOrder(
                            "archive/links.warc.gz",
                            "indexes/index.cdx.gz",
                            "indexes/index.idx",
                            "pages/pages.jsonl",
                            "datapackage.json",
                            "datapackage-digest.json");
            assertThat(zip.getEntry("archive/links.warc.gz").getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(zip.getEntry("indexes/index.cdx.gz").getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(bytes(zip, "archive/links.warc.gz"))
                    .isEqualTo(Files.readAllBytes(directory.linkArchive("demo-web")));
        }
    }

    @Test
    public void describesEveryFileWithItsChecksum() throws IOException {
        try (ZipFile zip = new ZipFile(wacz.toFile())) {
            JsonNode description = json(zip, "datapackage.json");
            assertThat(description.path("profile").textValue()).isEqualTo("data-package");
            assertThat(description.path("wacz_version").textValue()).isEqualTo("1.1.1");
            assertThat(description.path("mainPageUrl").textValue()).isEqualTo("https://example.gov.cn/guide?a=1");
            assertThat(description.path("resources")).hasSize(4).allSatisfy(resource -> {
                byte[] bytes = bytes(zip, resource.path("path").textValue());
                assertThat(resource.path("hash").textValue()).isEqualTo("sha256:" + Digest.SHA256.hexOf(bytes));
                assertThat(resource.path("bytes").intValue()).isEqualTo(bytes.length);
                assertThat(resource.path("path").textValue())
                        .endsWith("/" + resource.path("name").textValue());
            });
            assertThat(json(zip, "datapackage-digest.json").path("hash").textValue())
                    .isEqualTo("sha256:" + Digest.SHA256.hexOf(bytes(zip, "datapackage.json")));
        }
    }

    @Test
    public void listsThePagesByTheirTitles() throws IOException {
        try (ZipFile zip = new ZipFile(wacz.toFile())) {
            List<String> lines = text(zip, "pages/pages.jsonl").lines().toList();

            assertThat(lines).hasSize(2);
            assertThat(JSON.readTree(lines.get(0)).path("format").textValue()).isEqualTo("json-pages-1.0");
            JsonNode page = JSON.readTree(lines.get(1));
            assertThat(page.path("url").textValue()).isEqualTo("https://example.gov.cn/guide?a=1");
            assertThat(page.path("title").textValue()).isEqualTo("办事指南");
            assertThat(page.path("ts").textValue()).isEqualTo("2026-11-23T02:00:00Z");
            assertThat(page.path("id").textValue()).matches("[0-9a-f]{32}");
        }
    }

    @Test
    public void findsAPageByItsPlaceInTheIndex() throws IOException {
        for (String url : List.of(
                "https://example.gov.cn/guide?a=1",
                "https://example.gov.cn/page/0",
                "https://example.gov.cn/page/1499",
                "http://127.0.0.1:8080/odd")) {
            try (ZipFile zip = new ZipFile(wacz.toFile())) {
                JsonNode place = lookUp(zip, URIs.toNormalizedSurt(url));
                assertThat(place.path("url").textValue()).isEqualTo(url);
                assertThat(record(zip, place)).isEqualTo(url);
            }
        }
    }

    @Test
    public void saysOfEachCaptureWhatItIs() throws IOException {
        try (ZipFile zip = new ZipFile(wacz.toFile())) {
            JsonNode page = lookUp(zip, URIs.toNormalizedSurt("https://example.gov.cn/guide?a=1"));
            assertThat(page.path("mime").textValue()).isEqualTo("text/html");
            assertThat(page.path("status").textValue()).isEqualTo("200");
            assertThat(page.path("digest").textValue())
                    .isEqualTo("sha256:" + Digest.SHA256.hexOf("<p>办事指南".getBytes(UTF_8)));
            assertThat(page.path("filename").textValue()).isEqualTo("links.warc.gz");
        }
    }

    @Test
    public void makesTheSameBytesOfTheSameArchive() throws IOException {
        Path again = directory.data("demo-web").resolve("again.wacz");
        pack(again);

        assertThat(again).hasSameBinaryContentAs(wacz);
    }

    private void pack(Path file) throws IOException {
        Wacz.pack(directory.linkArchive("demo-web"), file, Map.of(guide, "办事指南"), "a title", "Wenda 0.1.0");
    }

    /** Looks for the last block that begins before the key, as a player does, and for the key in it. */
    private static JsonNode lookUp(ZipFile zip, String surt) throws IOException {
        List<String> blocks = text(zip, "indexes/index.idx").lines().toList();
        assertThat(blocks.get(0)).startsWith("!meta 0 {\"format\": \"cdxj-gzip-1.0\"");
        assertThat(blocks).hasSize(3).isSorted();
        String block = blocks.stream()
                .filter(line -> line.compareTo(surt + " 9") <= 0)
                .reduce((one, later) -> later)
                .orElseThrow();
        JsonNode place = JSON.readTree(block.substring(block.indexOf(" {")));
        int offset = place.path("offset").intValue();
        byte[] part = Arrays.copyOfRange(
                bytes(zip, "indexes/index.cdx.gz"),
                offset,
                offset + place.path("length").intValue());
        assertThat(place.path("digest").textValue()).isEqualTo("sha256:" + Digest.SHA256.hexOf(part));
        List<String> lines = new String(new GZIPInputStream(new ByteArrayInputStream(part)).readAllBytes(), UTF_8)
                .lines()
                .toList();
        assertThat(lines).isSorted();
        String line = lines.stream()
                .filter(one -> one.startsWith(surt + " "))
                .findFirst()
                .orElseThrow();
        return JSON.readTree(line.substring(line.indexOf(" {")));
    }

    /** Returns whose answer lies where the index says, when nothing else of the archive is read. */
    private static String record(ZipFile zip, JsonNode place) throws IOException {
        int offset = Integer.parseInt(place.path("offset").textValue());
        byte[] part = Arrays.copyOfRange(
                bytes(zip, "archive/" + place.path("filename").textValue()),
                offset,
                offset + Integer.parseInt(place.path("length").textValue()));
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(part))) {
            String target = ((WarcResponse) reader.next().orElseThrow()).target();
            assertThat(reader.next()).isEmpty();
            return target;
        }
    }

    private static JsonNode json(ZipFile zip, String entry) throws IOException {
        return JSON.readTree(bytes(zip, entry));
    }

    private static String text(ZipFile zip, String entry) throws IOException {
        return new String(bytes(zip, entry), UTF_8);
    }

    private static byte[] bytes(ZipFile zip, String entry) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
            return in.readAllBytes();
        }
    }

    private static Capture capture(String address, String status, String type, String body) {
        return new Capture(
                URI.create(address),
                RunSamples.START,
                "GET / HTTP/1.1\r\nHost: example.gov.cn\r\n",
                "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n",
                body.getBytes(UTF_8),
                false,
                "127.0.0.1");
    }
}
