package org.wenda.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a bag of a folder with a payload in {@code data/} (BagIt 1.0, RFC 8493), and opens it again to be written in.
 *
 * <p>Which file vouches for which, from the inside to the outside:
 *
 * <ol>
 *   <li>{@code manifest-sha256.txt} and {@code manifest-sha512.txt} list every payload file;
 *   <li>{@code tagmanifest-sha512.txt} lists these, {@code bagit.txt}, {@code bag-info.txt}, the public key, and what
 *       was kept of earlier seals;
 *   <li>{@code signature.sig} is the raw signature over the bytes of {@code tagmanifest-sha512.txt}, and
 *       {@code timestamp.tsr} an authority's response (RFC 3161) about the same bytes. Both come after it, so it cannot
 *       list them; {@code bag-info.txt}, which it lists, promises them by name, so that neither can be taken away
 *       unnoticed;
 *   <li>{@code tagmanifest-sha256.txt} is written last and lists all of the above, signature and stamp too.
 * </ol>
 *
 * <p>A tag manifest lists no tag manifest and <em>should</em> list all other tag files (RFC 8493, section 2.2.1), so
 * that the two differ is allowed. They agree on what both list, and that is how a change in one of them is found.
 *
 * <p>Safe against a crash at any moment: the marker {@value #MARKER} is on the disk before anything is touched and goes
 * after all else is, so whoever checks a bag that is half sealed is told that it is.
 */
final class BagSealer {
    static final String MARKER = "half-sealed.txt";
    static final String SIGNATURE = "signature.sig";
    static final String PUBLIC_KEY = "signature.pub.pem";
    static final String CERTIFICATE = "signature.crt.pem";
    static final String TIME_STAMP = "timestamp.tsr";
    static final String BAG_INFO = "bag-info.txt";
    static final String DECLARATION = "bagit.txt";
    static final List<Digest> DIGESTS = List.of(Digest.SHA256, Digest.SHA512);

    private static final String DECLARED = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    private static final String TAGS_512 = "tagmanifest-sha512.txt";
    private static final List<String> MAY_BE_THERE = List.of(SIGNATURE, PUBLIC_KEY, CERTIFICATE, TIME_STAMP);

    /** What is said of one moment only, so that a seal is as good as another that differs in it. */
    private static final Set<String> OF_THE_MOMENT = Set.of(
            "Bagging-Date",
            BagInfo.SEALED_AT,
            BagInfo.SIGNATURE,
            BagInfo.SIGNATURE_ALGORITHM,
            BagInfo.SIGNATURE_KEY,
            BagInfo.TIME_STAMP,
            BagInfo.TIME_STAMP_FAILED);

    private final @Nullable BagKey key;
    private final @Nullable Stamper stamper;

    BagSealer(@Nullable BagKey key, @Nullable Stamper stamper) {
        this.key = key;
        this.stamper = stamper;
    }

    /** Whoever stamps; see {@link TimeAuthority#stamp}. */
    @FunctionalInterface
    interface Stamper {
        byte[] stamp(byte[] bytes) throws TimeAuthority.NoStamp;
    }

    /**
     * What came of it.
     *
     * @param kept whether nothing had changed, so that the earlier seal was left as it is
     * @param unstamped why the time stamp that was asked for is not there; null if it is, or none was asked for
     */
    record Sealed(
            boolean kept, int files, long octets, @Nullable String unstamped) {}

    /** Opens a bag to be written in: from now on it is told as half sealed, until it is sealed. */
    static void open(Path bag) throws IOException {
        if (!Files.exists(bag.resolve(MARKER), LinkOption.NOFOLLOW_LINKS)) {
            write(bag.resolve(MARKER), "Written in, or being sealed. 正在写入或封存。\n".getBytes(UTF_8));
        }
    }

    static boolean isSealed(Path bag) {
        return Files.exists(bag.resolve(TAGS_512)) && !Files.exists(bag.resolve(MARKER));
    }

    /**
     * Seals a bag, also one that was sealed before. Where neither its payload nor anything said of it has changed, the
     * earlier seal stays, for an older time stamp says more than a newer one.
     *
     * @param info what is known of it; oxum, signature and stamp are added
     */
    Sealed seal(Path bag, BagInfo info) throws IOException {
        open(bag);
        removeLeftovers(bag);
        Payload payload = Payload.read(bag);
        BagInfo facts = info.with(BagInfo.OXUM, payload.octets + "." + payload.sums.size());
        if (isStill(bag, facts, payload)) {
            close(bag);
            return new Sealed(true, payload.sums.size(), payload.octets, null);
        }
        keepEarlier(bag);
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put(DECLARATION, DECLARED.getBytes(UTF_8));
        for (Digest digest : DIGESTS) {
            BagManifest manifest = payload.manifest(digest);
            tags.put(manifest.name(), manifest.text().getBytes(UTF_8));
        }
        Optional<String> unstamped = vouch(bag, facts, tags);
        for (String file : MAY_BE_THERE) {
            if (!tags.containsKey(file)) {
                Files.deleteIfExists(bag.resolve(file));
            }
        }
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            write(bag.resolve(tag.getKey()), tag.getValue());
        }
        close(bag);
        return new Sealed(false, payload.sums.size(), payload.octets, unstamped.orElse(null));
    }

    /** Adds the outer files to {@code tags}, and returns why there is no time stamp, if one was asked for. */
    private Optional<String> vouch(Path bag, BagInfo facts, Map<String, byte[]> tags) throws IOException {
        Map<String, byte[]> outer = new LinkedHashMap<>();
        BagInfo signed = facts;
        if (key != null) {
            signed = facts.with(BagInfo.SIGNATURE, SIGNATURE)
                    .with(BagInfo.SIGNATURE_ALGORITHM, key.algorithm())
                    .with(BagInfo.SIGNATURE_KEY, key.fingerprint());
            tags.put(PUBLIC_KEY, key.publicPem().getBytes(UTF_8));
            key.certificatePem().ifPresent(pem -> tags.put(CERTIFICATE, pem.getBytes(UTF_8)));
        }
        Map<String, byte[]> earlier = earlier(bag);
        byte[] listed = listed(signed, tags, earlier);
        String unstamped = null;
        if (stamper != null) {
            // What is stamped already says that it is; if there is no stamp after all, it is said once more.
            try {
                listed = listed(signed.with(BagInfo.TIME_STAMP, TIME_STAMP), tags, earlier);
                outer.put(TIME_STAMP, stamper.stamp(listed));
            } catch (TimeAuthority.NoStamp e) {
                unstamped = String.valueOf(e.getMessage());
                listed = listed(signed.with(BagInfo.TIME_STAMP_FAILED, unstamped), tags, earlier);
            }
        }
        if (key != null) {
            outer.put(SIGNATURE, key.sign(listed));
        }
        tags.putAll(outer);
        Map<String, String> sums = sums(Digest.SHA256, tags);
        sums.putAll(sums(Digest.SHA256, earlier));
        tags.put(TAGS_512, listed);
        BagManifest last = BagManifest.ofTags(Digest.SHA256, sums);
        tags.put(last.name(), last.text().getBytes(UTF_8));
        return Optional.ofNullable(unstamped);
    }

    /** Puts what is known into {@code tags} and returns the tag manifest that lists them. */
    private static byte[] listed(BagInfo info, Map<String, byte[]> tags, Map<String, byte[]> earlier) {
        tags.put(BAG_INFO, info.text().getBytes(UTF_8));
        Map<String, String> sums = sums(Digest.SHA512, tags);
        sums.putAll(sums(Digest.SHA512, earlier));
        return BagManifest.ofTags(Digest.SHA512, sums).text().getBytes(UTF_8);
    }

    private static Map<String, String> sums(Digest digest, Map<String, byte[]> files) {
        Map<String, String> sums = new TreeMap<>();
        files.forEach((name, bytes) -> sums.put(name, digest.hexOf(bytes)));
        return sums;
    }

    private boolean isStill(Path bag, BagInfo facts, Payload payload) throws IOException {
        for (Digest digest : DIGESTS) {
            BagManifest manifest = payload.manifest(digest);
            Path file = bag.resolve(manifest.name());
            if (!Files.isRegularFile(file) || !new String(Files.readAllBytes(file), UTF_8).equals(manifest.text())) {
                return false;
            }
        }
        BagReport before = BagCheck.ofTags(bag);
        boolean isWhole = before.faults().stream().allMatch(fault -> fault.kind() == BagFault.Kind.HALF_SEALED);
        return isWhole && lasting(BagInfo.read(text(bag, BAG_INFO))).equals(lasting(facts)) && isVouchedFor(before);
    }

    private boolean isVouchedFor(BagReport before) {
        BagReport.Signature signature = before.signature();
        boolean sameKey = key == null
                ? signature == null
                : signature != null && signature.fingerprint().equals(key.fingerprint());
        return sameKey && (stamper == null || before.timeStamp() != null);
    }

    private static List<BagInfo.Entry> lasting(BagInfo info) {
        return BagInfo.read(info.text()).entries().stream()
                .filter(entry -> !OF_THE_MOMENT.contains(entry.label()))
                .toList();
    }

    /**
     * A signature or a stamp of an earlier seal goes on proving what it proved: that those of the files that have not
     * changed since were there. So it is kept, with the manifests that it is about.
     */
    private static void keepEarlier(Path bag) throws IOException {
        if (!Files.exists(bag.resolve(TIME_STAMP)) && !Files.exists(bag.resolve(SIGNATURE))) {
            return;
        }
        BagReport before = BagCheck.ofTags(bag);
        if (before.faults().stream().anyMatch(fault -> fault.kind() != BagFault.Kind.HALF_SEALED)) {
            return; // A crash came before; what is half written proves nothing.
        }
        String moment = BagInfo.read(text(bag, BAG_INFO))
                .value(BagInfo.SEALED_AT)
                .orElse("")
                .replaceAll("[^0-9TZ]", "");
        Path kept = bag.resolve("earlier").resolve(moment.isEmpty() ? "unknown" : moment);
        Files.createDirectories(kept);
        for (String file :
                List.of(BAG_INFO, "manifest-sha512.txt", TAGS_512, SIGNATURE, PUBLIC_KEY, CERTIFICATE, TIME_STAMP)) {
            if (Files.exists(bag.resolve(file))) {
                Files.copy(bag.resolve(file), kept.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static Map<String, byte[]> earlier(Path bag) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (Path file : regularFiles(bag.resolve("earlier"), file -> true)) {
            files.put(slashed(bag.relativize(file)), Files.readAllBytes(file));
        }
        return files;
    }

    private static void removeLeftovers(Path bag) throws IOException {
        for (Path file : regularFiles(bag, file -> file.toString().endsWith(".new"))) {
            Files.delete(file);
        }
    }

    private static List<Path> regularFiles(Path folder, Predicate<Path> which) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(which)
                    .sorted()
                    .toList();
        }
    }

    private static void close(Path bag) throws IOException {
        syncFolder(bag);
        Files.delete(bag.resolve(MARKER));
        syncFolder(bag);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, bytes);
        sync(fresh);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Some systems let nobody open a folder; there the names reach the disk when they do. */
    private static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }

    private static String text(Path bag, String file) throws IOException {
        return new String(Files.readAllBytes(bag.resolve(file)), UTF_8);
    }

    static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** @param sums checksums of each payload file, by its path in the bag */
    private record Payload(SortedMap<String, Map<Digest, String>> sums, long octets) {
        /** Reads every file once, and sees to it that the disk has what was read. */
        static Payload read(Path bag) throws IOException {
            SortedMap<String, Map<Digest, String>> sums = new TreeMap<>();
            Set<Path> folders = new TreeSet<>();
            long octets = 0;
            for (Path file : regularFiles(bag.resolve("data"), file -> true)) {
                sync(file);
                folders.add(file.getParent());
                octets += Files.size(file);
                sums.put(slashed(bag.relativize(file)), Digest.of(file, DIGESTS));
            }
            folders.forEach(BagSealer::syncFolder);
            return new Payload(sums, octets);
        }

        BagManifest manifest(Digest digest) {
            Map<String, String> own = new TreeMap<>();
            sums.forEach((path, all) -> own.put(path, String.valueOf(all.get(digest))));
            return BagManifest.ofPayload(digest, own);
        }
    }
}
