package org.wenda.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;
import org.wenda.link.Capture;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/**
 * What went over the wire for the links of a run, as {@code bundles/TARGET/data/links.warc.gz} of each target (WARC
 * 1.0, ISO 28500). Takes one answer after the other and holds none of them. Nothing of an earlier archive is touched
 * before {@link #commit}. Safe for use by many threads.
 */
public final class LinkArchive implements Closeable {
    private static final MediaType REQUEST = MediaType.parse("application/http;msgtype=request");
    private static final MediaType RESPONSE = MediaType.parse("application/http;msgtype=response");

    /**
     * The body is kept as it is without its chunks, so a head that promises chunks would have readers look for them.
     */
    private static final Pattern CHUNKED = Pattern.compile("(?im)^(transfer-encoding:)");

    private final RunDirectory directory;
    private final String software;
    private final Map<String, Volume> volumes = new TreeMap<>();

    LinkArchive(RunDirectory directory, String software) {
        this.directory = directory;
        this.software = software;
    }

    /**
     * Keeps one request and its answer.
     *
     * @param target whose link it was for
     * @return id of the record that holds the answer, such as {@code urn:uuid:…}
     * @throws MachineException if it cannot be written
     */
    public synchronized String add(String target, Capture capture) {
        try {
            return volume(target).add(capture);
        } catch (IOException e) {
            throw unwritable(file(target), e);
        }
    }

    /** Puts the new archives in the place of the old, also of targets that have none any more. */
    public synchronized void commit(List<String> targets) {
        close();
        for (String target : targets) {
            try {
                if (volumes.containsKey(target)) {
                    Files.move(
                            fresh(target),
                            file(target),
                            StandardCopyOption.ATOMIC_MOVE,
                            StandardCopyOption.REPLACE_EXISTING);
                } else {
                    Files.deleteIfExists(file(target));
                }
            } catch (IOException e) {
                throw unwritable(file(target), e);
            }
        }
    }

    @Override
    public synchronized void close() {
        for (Map.Entry<String, Volume> volume : volumes.entrySet()) {
            try {
                volume.getValue().writer.close();
            } catch (IOException e) {
                throw unwritable(file(volume.getKey()), e);
            }
        }
    }

    private Volume volume(String target) throws IOException {
        Volume volume = volumes.get(target);
        if (volume == null) {
            Files.createDirectories(directory.data(target));
            Files.deleteIfExists(fresh(target));
            volume = new Volume(new WarcWriter(
                    Files.newByteChannel(fresh(target), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    WarcCompression.GZIP));
            volumes.put(target, volume);
            volume.writer.write(info());
        }
        return volume;
    }

    private Warcinfo info() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("software", List.of(software));
        fields.put("format", List.of("WARC File Format 1.0"));
        fields.put("isPartOf", List.of(directory.id()));
        fields.put("description", List.of("Pages that links of a chatbot's answers lead to"));
        return new Warcinfo.Builder().filename("links.warc.gz").fields(fields).build();
    }

    private Path file(String target) {
        return directory.linkArchive(target);
    }

    private Path fresh(String target) {
        return file(target).resolveSibling("links.warc.gz.new");
    }

    private static MachineException unwritable(Path file, IOException cause) {
        return new MachineException(
                Message.of(RunDirectory.class, "file.unwritable", file, String.valueOf(cause)), cause);
    }

    private record Volume(WarcWriter writer) {
        String add(Capture capture) throws IOException {
            URI response = id();
            URI request = id();
            WarcResponse.Builder answer = new WarcResponse.Builder(capture.address())
                    .recordId(response)
                    .date(capture.at())
                    .concurrentTo(request)
                    .payloadDigest(digest(capture.body()))
                    .body(
                            RESPONSE,
                            block(
                                    CHUNKED.matcher(capture.responseHead()).replaceAll("X-Archive-Orig-$1"),
                                    capture.body()));
            WarcRequest.Builder question = new WarcRequest.Builder(capture.address())
                    .recordId(request)
                    .date(capture.at())
                    .concurrentTo(response)
                    .body(REQUEST, block(capture.requestHead(), new byte[0]));
            InetAddress ip = address(capture.ip());
            if (ip != null) {
                answer.ipAddress(ip);
                question.ipAddress(ip);
            }
            if (capture.truncated()) {
                answer.truncated(WarcTruncationReason.UNSPECIFIED);
            }
            writer.write(question.build());
            writer.write(answer.build());
            return response.toString();
        }

        private static URI id() {
            return URI.create("urn:uuid:" + UUID.randomUUID());
        }

        /** The address is written in digits, so no name is looked up. */
        private static @Nullable InetAddress address(@Nullable String digits) throws IOException {
            return digits == null ? null : InetAddress.getByName(digits);
        }

        private static byte[] block(String head, byte[] body) throws IOException {
            ByteArrayOutputStream block = new ByteArrayOutputStream(head.length() + 2 + body.length);
            block.write(head.getBytes(ISO_8859_1));
            block.write("\r\n".getBytes(ISO_8859_1));
            block.write(body);
            return block.toByteArray();
        }

        private static WarcDigest digest(byte[] body) {
            try {
                return new WarcDigest(
                        "sha256", MessageDigest.getInstance("SHA-256").digest(body));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
