package org.wenda.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a bag is complete and valid (RFC 8493, section 3), or which of its files is not; all at once. Of a bag
 * that Wenda sealed it asks more: every tag file has to be listed, the four manifests have to be there, and the tag
 * manifests, which no other file vouches for, have to be written byte for byte as Wenda writes them.
 *
 * <p>The bag is hostile: nothing outside it is read, links are not followed, and files are read in constant memory, its
 * tag files up to a bound.
 */
public final class BagCheck {
    private static final long LARGEST_TAG_FILE = 64L << 20;
    private static final int DEEPEST = 64;

    private final Path bag;
    private final Path typed;
    private final Set<BagFault> faults = new LinkedHashSet<>();
    private final SortedMap<String, Long> there = new TreeMap<>();
    private final List<BagManifest> manifests = new ArrayList<>();
    private BagInfo info = new BagInfo(List.of());
    private BagReport.@Nullable Signature signature;
    private BagReport.@Nullable Stamp timeStamp;

    private BagCheck(Path bag) {
        this.bag = real(bag);
        this.typed = bag;
    }

    /** Only below the bag are links refused; how somebody names the bag itself is their own affair. */
    private static Path real(Path bag) {
        try {
            return bag.toRealPath();
        } catch (IOException e) {
            return bag;
        }
    }

    /** Returns whether a folder is a bag at all, if perhaps one that is damaged or was never sealed to its end. */
    public static boolean isBag(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .anyMatch(name -> BagManifest.isName(name)
                            || name.equals(BagSealer.DECLARATION)
                            || name.equals(BagSealer.MARKER));
        } catch (IOException e) {
            return false;
        }
    }

    /** Checks a whole bag. */
    public static BagReport check(Path bag) {
        BagCheck check = new BagCheck(bag);
        check.readTags();
        check.compareWithFiles(true);
        check.compareOxum();
        check.checkVouchers();
        return check.report();
    }

    /** Checks all but the payload. */
    static BagReport ofTags(Path bag) {
        BagCheck check = new BagCheck(bag);
        check.readTags();
        check.compareWithFiles(false);
        check.checkVouchers();
        return check.report();
    }

    private void readTags() {
        findFiles();
        if (there.containsKey(BagSealer.MARKER)) {
            fault(BagFault.Kind.HALF_SEALED, BagSealer.MARKER, List.of());
        }
        info = text(BagSealer.BAG_INFO).map(BagInfo::read).orElse(info);
        readDeclaration();
        there.keySet().stream().filter(BagManifest::isName).forEach(this::readManifest);
        boolean ofPayload = manifests.stream().anyMatch(BagManifest::ofPayload);
        List<String> required = info.isOurs()
                ? BagSealer.DIGESTS.stream()
                        .flatMap(digest -> Stream.of(
                                "manifest-" + digest.wire() + ".txt", "tagmanifest-" + digest.wire() + ".txt"))
                        .toList()
                : ofPayload ? List.<String>of() : List.of("manifest-sha512.txt");
        required.stream()
                .filter(name -> !there.containsKey(name))
                .forEach(name -> fault(BagFault.Kind.MISSING, name, List.of()));
    }

    private void findFiles() {
        try {
            Files.walkFileTree(bag, Set.of(), DEEPEST, new Finder());
        } catch (IOException e) {
            fault(BagFault.Kind.UNREADABLE, "", List.of(), e.toString());
        }
    }

    private void readDeclaration() {
        Optional<String> declaration = text(BagSealer.DECLARATION);
        if (declaration.isEmpty()) {
            fault(BagFault.Kind.MISSING, BagSealer.DECLARATION, List.of());
            return;
        }
        if (!declaration
                .get()
                .matches("BagIt-Version: (0\\.9[3-7]|1\\.0)\\R" + "Tag-File-Character-Encoding: UTF-8(\\R)*")) {
            fault(BagFault.Kind.MALFORMED, BagSealer.DECLARATION, List.of(), "BagIt-Version: 1.0, UTF-8");
        }
    }

    private void readManifest(String name) {
        byte[] bytes = bytes(name).orElse(null);
        if (bytes == null) {
            return;
        }
        BagManifest.Read read = BagManifest.read(name, bytes);
        faults.addAll(read.faults());
        read.manifest().ifPresent(manifest -> {
            manifests.add(manifest);
            boolean isExact = manifest.text().equals(new String(bytes, UTF_8));
            if (info.isOurs() && !manifest.ofPayload() && !isExact) {
                fault(BagFault.Kind.CHANGED, name, List.of(name));
            }
        });
    }

    private void compareWithFiles(boolean withPayload) {
        SortedSet<String> names = new TreeSet<>(there.keySet());
        manifests.forEach(manifest -> names.addAll(manifest.sums().keySet()));
        for (String name : names) {
            boolean payload = name.startsWith("data/");
            if (payload && !withPayload) {
                continue;
            }
            List<BagManifest> listing = manifests.stream()
                    .filter(manifest -> manifest.sums().containsKey(name))
                    .toList();
            if (!there.containsKey(name)) {
                fault(BagFault.Kind.MISSING, name, names(listing));
            } else {
                findUnlisted(name, payload, listing);
                compare(name, listing);
            }
        }
    }

    private void findUnlisted(String name, boolean payload, List<BagManifest> listing) {
        if (payload) {
            List<String> silent = manifests.stream()
                    .filter(BagManifest::ofPayload)
                    .filter(manifest -> !listing.contains(manifest))
                    .map(BagManifest::name)
                    .toList();
            if (!silent.isEmpty()) {
                fault(BagFault.Kind.NOT_LISTED, name, silent);
            }
            return;
        }
        boolean needsNoListing = BagManifest.isTagManifest(name) || name.equals(BagSealer.MARKER) || !info.isOurs();
        if (listing.isEmpty() && !needsNoListing) {
            List<String> silent = manifests.stream()
                    .filter(manifest -> !manifest.ofPayload())
                    .map(BagManifest::name)
                    .toList();
            fault(BagFault.Kind.NOT_LISTED, name, silent);
        }
    }

    /** Where a strong checksum is right and another is not, it is the other's manifest that was changed. */
    private void compare(String name, List<BagManifest> listing) {
        if (listing.isEmpty()) {
            return;
        }
        Map<Digest, String> sums;
        try {
            sums = Digest.of(
                    bag.resolve(name), listing.stream().map(BagManifest::digest).toList());
        } catch (IOException e) {
            fault(BagFault.Kind.UNREADABLE, name, List.of(), e.toString());
            return;
        }
        List<BagManifest> wrong = listing.stream()
                .filter(manifest -> !String.valueOf(sums.get(manifest.digest()))
                        .equals(manifest.sums().get(name)))
                .toList();
        boolean isProven =
                listing.stream().anyMatch(manifest -> manifest.digest().isStrong() && !wrong.contains(manifest));
        if (isProven) {
            wrong.forEach(manifest -> fault(BagFault.Kind.CHANGED, manifest.name(), List.of(manifest.name())));
        } else if (!wrong.isEmpty()) {
            fault(BagFault.Kind.CHANGED, name, names(wrong));
        }
    }

    private void compareOxum() {
        String said = info.value(BagInfo.OXUM).orElse(null);
        String found = octets() + "." + payload().count();
        if (said != null && !said.equals(found)) {
            fault(BagFault.Kind.OXUM_DIFFERS, BagSealer.BAG_INFO, List.of(), BagFault.shown(said), found);
        }
    }

    private void checkVouchers() {
        byte[] listed = bytes("tagmanifest-sha512.txt").orElse(null);
        if (info.value(BagInfo.SIGNATURE).isPresent()) {
            checkSignature(listed);
        }
        if (info.value(BagInfo.TIME_STAMP).isPresent()) {
            checkTimeStamp(listed);
        }
    }

    private void checkSignature(byte @Nullable [] listed) {
        byte[] sig = promised(BagSealer.SIGNATURE);
        byte[] pem = promised(BagSealer.PUBLIC_KEY);
        if (listed == null || sig == null || pem == null) {
            return;
        }
        signature = BagKey.verified(
                        info.value(BagInfo.SIGNATURE_ALGORITHM).orElse(""),
                        new String(pem, UTF_8),
                        text(BagSealer.CERTIFICATE).orElse(null),
                        listed,
                        sig)
                .filter(one -> info.value(BagInfo.SIGNATURE_KEY)
                        .filter(one.fingerprint()::equals)
                        .isPresent())
                .orElse(null);
        if (signature == null) {
            fault(BagFault.Kind.BAD_SIGNATURE, BagSealer.SIGNATURE, List.of());
        }
    }

    private void checkTimeStamp(byte @Nullable [] listed) {
        byte[] response = promised(BagSealer.TIME_STAMP);
        if (listed == null || response == null) {
            return;
        }
        timeStamp = TimeAuthority.checked(response, listed).orElse(null);
        if (timeStamp == null) {
            fault(BagFault.Kind.BAD_TIME_STAMP, BagSealer.TIME_STAMP, List.of());
        }
    }

    private byte @Nullable [] promised(String name) {
        if (!there.containsKey(name)) {
            fault(BagFault.Kind.MISSING, name, List.of(BagSealer.BAG_INFO));
        }
        return bytes(name).orElse(null);
    }

    private BagReport report() {
        List<BagFault> sorted = new ArrayList<>(faults);
        sorted.sort(Comparator.comparing(BagFault::file).thenComparing(BagFault::kind));
        return new BagReport(
                typed,
                shown(BagInfo.IDENTIFIER),
                shown(BagInfo.SEALED_AT),
                (int) payload().count(),
                octets(),
                sorted,
                signature,
                timeStamp,
                shown(BagInfo.TIME_STAMP_FAILED));
    }

    private @Nullable String shown(String label) {
        return info.value(label).map(BagFault::shown).orElse(null);
    }

    private Stream<Map.Entry<String, Long>> payload() {
        return there.entrySet().stream().filter(file -> file.getKey().startsWith("data/"));
    }

    private long octets() {
        return payload().mapToLong(Map.Entry::getValue).sum();
    }

    private static List<String> names(List<BagManifest> some) {
        return some.stream().map(BagManifest::name).sorted().toList();
    }

    private Optional<String> text(String name) {
        return bytes(name).map(bytes -> new String(bytes, UTF_8));
    }

    private Optional<byte[]> bytes(String name) {
        Long size = there.get(name);
        if (size == null) {
            return Optional.empty();
        }
        if (size > LARGEST_TAG_FILE) {
            fault(BagFault.Kind.MALFORMED, name, List.of(), size + " bytes");
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(bag.resolve(name)));
        } catch (IOException e) {
            fault(BagFault.Kind.UNREADABLE, name, List.of(), e.toString());
            return Optional.empty();
        }
    }

    private void fault(BagFault.Kind kind, String file, List<String> concerned, Object... more) {
        faults.add(BagFault.of(kind, file, concerned, more));
    }

    /** Finds every file below the bag, and whatever else lies there. */
    private final class Finder extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
            String name = BagSealer.slashed(bag.relativize(file));
            if (facts.isRegularFile()) {
                there.put(name, facts.size());
            } else {
                fault(BagFault.Kind.ESCAPES, name, List.of());
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            fault(BagFault.Kind.UNREADABLE, BagSealer.slashed(bag.relativize(file)), List.of(), e.toString());
            return FileVisitResult.CONTINUE;
        }
    }
}
