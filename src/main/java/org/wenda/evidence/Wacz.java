package org.wenda.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.URIs;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * Packs an archive of pages so that a player such as ReplayWeb.page opens it (WACZ 1.1.1): the WARC as it is, an index
 * of it in blocks of compressed lines with an index of the blocks, and a list of its pages. The same archive makes the
 * same bytes.
 */
final class Wacz {
    private static final DateTimeFormatter CDX_TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int LINES_PER_BLOCK = 1024;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Path warc;
    private final Map<String, String> titles;
    private final Map<String, Resource> resources = new LinkedHashMap<>();

    private Wacz(Path warc, Map<String, String> titles) {
        this.warc = warc;
        this.titles = titles;
    }

    /**
     * Writes the package in one step.
     *
     * @param titles of pages, by the id of the record that holds each
     * @param software who made it, such as {@code Wenda 0.1.0}
     */
    static void pack(Path warc, Path wacz, Map<String, String> titles, String title, String software)
            throws IOException {
        Path fresh = wacz.resolveSibling(wacz.getFileName() + ".new");
        try (OutputStream out = Files.newOutputStream(fresh);
                ZipOutputStream zip = new ZipOutputStream(out, UTF_8)) {
            new Wacz(warc, titles).write(zip, title, software);
        }
        Files.move(fresh, wacz, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private record Resource(String sha256, long bytes) {}

    /**
     * A response of the archive.
     *
     * @param length of the compressed record; the next begins behind it
     */
    private record Capture(
            String id,
            String url,
            Instant at,
            String mime,
            int status,
            @Nullable String digest,
            long offset,
            long length) {
        Capture withLength(long end) {
            return new Capture(id, url, at, mime, status, digest, offset, end - offset);
        }

        boolean isPage() {
            return status == 200 && (mime.equals("text/html") || mime.equals("application/xhtml+xml"));
        }

        String cdxLine(String file) {
            ObjectNode facts =
                    JSON.objectNode().put("url", url).put("mime", mime).put("status", String.valueOf(status));
            if (digest != null) {
                facts.put("digest", digest);
            }
            facts.put("length", String.valueOf(length))
                    .put("offset", String.valueOf(offset))
                    .put("filename", file);
            return URIs.toNormalizedSurt(url) + " " + CDX_TIME.format(at) + " " + facts + "\n";
        }
    }

    private void write(ZipOutputStream zip, String title, String software) throws IOException {
        String name = String.valueOf(warc.getFileName());
        List<Capture> captures = captures();
        storeWarc(zip, "archive/" + name);
        writeIndex(zip, captures.stream().map(one -> one.cdxLine(name)).sorted().toList());
        Map<String, Capture> pages = new TreeMap<>();
        captures.stream().filter(Capture::isPage).forEach(one -> pages.putIfAbsent(one.url, one));
        deflate(zip, "pages/pages.jsonl", pages(pages));
        byte[] description = description(captures, pages, title, software);
        deflate(zip, "datapackage.json", description);
        ObjectNode digest = JSON.objectNode()
                .put("path", "datapackage.json")
                .put("hash", "sha256:" + Digest.SHA256.hexOf(description));
        deflate(zip, "datapackage-digest.json", digest.toPrettyString().getBytes(UTF_8));
    }

    private List<Capture> captures() throws IOException {
        List<Capture> captures = new ArrayList<>();
        Capture open = null;
        try (WarcReader reader = new WarcReader(warc)) {
            for (WarcRecord record = reader.next().orElse(null);
                    record != null;
                    record = reader.next().orElse(null)) {
                if (open != null) {
                    captures.add(open.withLength(reader.position()));
                }
                open = record instanceof WarcResponse response ? capture(response, reader.position()) : null;
            }
        }
        if (open != null) {
            captures.add(open.withLength(Files.size(warc)));
        }
        return captures;
    }

    private static Capture capture(WarcResponse response, long offset) {
        String mime = "unk";
        int status = 0;
        try {
            status = response.http().status();
            mime = response.http()
                    .headers()
                    .first("Content-Type")
                    .map(Wacz::mime)
                    .orElse(mime);
        } catch (IOException | RuntimeException e) {
            mime = "unk"; // What a host sent need not be HTTP; the record is there all the same.
        }
        return new Capture(
                response.id().toString(),
                response.target(),
                response.date(),
                mime,
                status,
                response.payloadDigest().map(Wacz::digest).orElse(null),
                offset,
                0);
    }

    private static String mime(String contentType) {
        return MediaType.parseLeniently(contentType).base().toString().toLowerCase(Locale.ROOT);
    }

    private static String digest(WarcDigest digest) {
        return digest.algorithm() + ":" + digest.hex();
    }

    private void storeWarc(ZipOutputStream zip, String name) throws IOException {
        CRC32 crc = new CRC32();
        try (InputStream in = Files.newInputStream(warc)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                crc.update(buffer, 0, read);
            }
        }
        long size = Files.size(warc);
        zip.putNextEntry(stored(name, size, crc.getValue()));
        Files.copy(warc, zip);
        zip.closeEntry();
        String sum = String.valueOf(Digest.of(warc, List.of(Digest.SHA256)).get(Digest.SHA256));
        resources.put(name, new Resource(sum, size));
    }

    /** Blocks of lines, each compressed by itself, so that a player reads the one it needs. */
    private void writeIndex(ZipOutputStream zip, List<String> lines) throws IOException {
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        StringBuilder index =
                new StringBuilder("!meta 0 {\"format\": \"cdxj-gzip-1.0\", \"filename\": \"index.cdx.gz\"}\n");
        for (int from = 0; from < lines.size(); from += LINES_PER_BLOCK) {
            List<String> some = lines.subList(from, Math.min(lines.size(), from + LINES_PER_BLOCK));
            byte[] block = gzipped(String.join("", some));
            String first = some.get(0).substring(0, some.get(0).indexOf(" {"));
            ObjectNode place = JSON.objectNode()
                    .put("offset", blocks.size())
                    .put("length", block.length)
                    .put("digest", "sha256:" + Digest.SHA256.hexOf(block))
                    .put("filename", "index.cdx.gz");
            index.append(first).append(' ').append(place).append('\n');
            blocks.writeBytes(block);
        }
        store(zip, "indexes/index.cdx.gz", blocks.toByteArray());
        deflate(zip, "indexes/index.idx", index.toString().getBytes(UTF_8));
    }

    private byte[] pages(Map<String, Capture> pages) {
        ObjectNode head = JSON.objectNode()
                .put("format", "json-pages-1.0")
                .put("id", "pages")
                .put("title", "All Pages");
        String rest = pages.values().stream()
                .map(page -> JSON.objectNode()
                                .put(
                                        "id",
                                        page.id
                                                .substring(page.id.lastIndexOf(':') + 1)
                                                .replace("-", ""))
                                .put("url", page.url)
                                .put("title", titles.getOrDefault(page.id, page.url))
                                .put("ts", page.at.toString())
                        + "\n")
                .collect(Collectors.joining());
        return (head + "\n" + rest).getBytes(UTF_8);
    }

    private byte[] description(List<Capture> captures, Map<String, Capture> pages, String title, String software) {
        Instant last =
                captures.stream().map(Capture::at).max(Instant::compareTo).orElse(Instant.EPOCH);
        ObjectNode description = JSON.objectNode()
                .put("profile", "data-package")
                .put("wacz_version", "1.1.1")
                .put("title", title)
                .put("software", software)
                .put("created", last.toString());
        pages.values().stream()
                .findFirst()
                .ifPresent(page -> description.put("mainPageUrl", page.url).put("mainPageDate", page.at.toString()));
        ArrayNode all = description.putArray("resources");
        resources.forEach((path, resource) -> all.addObject()
                .put("name", path.substring(path.lastIndexOf('/') + 1))
                .put("path", path)
                .put("hash", "sha256:" + resource.sha256)
                .put("bytes", resource.bytes));
        return description.toPrettyString().getBytes(UTF_8);
    }

    private void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        put(zip, stored(name, bytes.length, crc.getValue()), bytes);
    }

    private void deflate(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        put(zip, entry, bytes);
    }

    private void put(ZipOutputStream zip, ZipEntry entry, byte[] bytes) throws IOException {
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
        if (!entry.getName().startsWith("datapackage")) {
            resources.put(entry.getName(), new Resource(Digest.SHA256.hexOf(bytes), bytes.length));
        }
    }

    /** Players read parts of such an entry without reading what comes before. */
    private static ZipEntry stored(String name, long size, long crc) {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(size);
        entry.setCompressedSize(size);
        entry.setCrc(crc);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    private static byte[] gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
