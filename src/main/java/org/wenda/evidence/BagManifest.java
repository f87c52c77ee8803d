package org.wenda.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One manifest of a bag: a checksum for each file (RFC 8493, sections 2.1.3 and 2.2.1). Written so that
 * {@code sha256sum -c} and {@code sha512sum -c} read it too.
 *
 * @param name of its file, such as {@code tagmanifest-sha512.txt}
 * @param sums checksums in small hexadecimal digits, by the paths of the files, parted by slashes
 */
record BagManifest(String name, Digest digest, boolean ofPayload, SortedMap<String, String> sums) {
    private static final Pattern NAME = Pattern.compile("(tag)?manifest-([a-z0-9]+)\\.txt");
    private static final Pattern LINE = Pattern.compile("([0-9A-Fa-f]+)[ \\t]+\\*?(.+)");

    BagManifest {
        sums = Collections.unmodifiableSortedMap(new TreeMap<>(sums));
    }

    static BagManifest ofPayload(Digest digest, Map<String, String> sums) {
        return new BagManifest("manifest-" + digest.wire() + ".txt", digest, true, new TreeMap<>(sums));
    }

    static BagManifest ofTags(Digest digest, Map<String, String> sums) {
        return new BagManifest("tagmanifest-" + digest.wire() + ".txt", digest, false, new TreeMap<>(sums));
    }

    static boolean isName(String file) {
        return NAME.matcher(file).matches();
    }

    static boolean isTagManifest(String file) {
        return isName(file) && file.startsWith("tag");
    }

    String text() {
        return sums.entrySet().stream()
                .map(entry -> entry.getValue() + "  " + encoded(entry.getKey()) + "\n")
                .collect(Collectors.joining());
    }

    /**
     * What a file of that name says.
     *
     * @param manifest what can be used of it; empty if it is of an algorithm that is not known or no text
     */
    record Read(Optional<BagManifest> manifest, List<BagFault> faults) {}

    /** Reads what may be hostile. Lines that cannot be used are faults, and so are paths that lead out of the bag. */
    static Read read(String name, byte[] bytes) {
        Matcher named = NAME.matcher(name);
        Optional<Digest> digest = named.matches() ? Digest.of(named.group(2)) : Optional.empty();
        if (digest.isEmpty()) {
            return new Read(Optional.empty(), List.of(malformed(name, "unknown algorithm")));
        }
        boolean ofPayload = named.group(1) == null;
        SortedMap<String, String> sums = new TreeMap<>();
        List<BagFault> faults = new ArrayList<>();
        try {
            String[] lines =
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().split("\r\n|\n|\r", -1);
            for (int i = 0; i < lines.length; i++) {
                if (!lines[i].isEmpty()) {
                    readLine(name, i + 1, lines[i], digest.get(), ofPayload, sums, faults);
                }
            }
        } catch (CharacterCodingException e) {
            return new Read(Optional.empty(), List.of(malformed(name, "not UTF-8")));
        }
        return new Read(Optional.of(new BagManifest(name, digest.get(), ofPayload, sums)), faults);
    }

    private static void readLine(
            String name,
            int number,
            String line,
            Digest digest,
            boolean ofPayload,
            SortedMap<String, String> sums,
            List<BagFault> faults) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches() || parts.group(1).length() != 2 * digest.of(new byte[0]).length) {
            faults.add(malformed(name, "line " + number));
            return;
        }
        String path = decoded(parts.group(2));
        if (leadsOut(path)) {
            faults.add(BagFault.of(BagFault.Kind.ESCAPES, path, List.of(name)));
        } else if (ofPayload != path.startsWith("data/") || isTagManifest(path) || !isPlain(path)) {
            faults.add(malformed(name, "line " + number + ", " + BagFault.shown(path)));
        } else if (sums.putIfAbsent(path, parts.group(1).toLowerCase(Locale.ROOT)) != null) {
            faults.add(malformed(name, "line " + number + ", " + BagFault.shown(path) + " twice"));
        }
    }

    /** Whoever opens such a path would be outside, here or on another system (RFC 8493, section 5.1). */
    private static boolean leadsOut(String path) {
        return path.startsWith("/")
                || path.startsWith("\\")
                || path.startsWith("~")
                || path.matches("[A-Za-z]:.*")
                || List.of(path.split("[/\\\\]", -1)).contains("..");
    }

    private static boolean isPlain(String path) {
        return path.indexOf('\0') < 0
                && List.of(path.split("/", -1)).stream().noneMatch(part -> part.isEmpty() || part.equals("."));
    }

    /** RFC 8493, section 2.1.3: line ends, and the percent sign for their sake. */
    private static String encoded(String path) {
        return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D");
    }

    private static String decoded(String path) {
        return path.replaceAll("%0[Aa]", "\n").replaceAll("%0[Dd]", "\r").replace("%25", "%");
    }

    private static BagFault malformed(String name, String where) {
        return BagFault.of(BagFault.Kind.MALFORMED, name, List.of(name), where);
    }
}
