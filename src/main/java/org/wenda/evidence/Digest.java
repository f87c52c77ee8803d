package org.wenda.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A checksum that the manifests of a bag are made of. We write the two strong ones; the weak ones are read. */
enum Digest {
    MD5("MD5"),
    SHA1("SHA-1"),
    SHA256("SHA-256"),
    SHA512("SHA-512");

    private final String java;

    Digest(String java) {
        this.java = java;
    }

    /** Returns the name that stands in the names of manifests, such as {@code sha256} (RFC 8493, section 2.4). */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Digest> of(String wire) {
        return Arrays.stream(values())
                .filter(digest -> digest.wire().equals(wire))
                .findFirst();
    }

    /** Returns whether nobody is known to make two files of the same checksum. */
    boolean isStrong() {
        return this == SHA256 || this == SHA512;
    }

    byte[] of(byte[] bytes) {
        return messageDigest().digest(bytes);
    }

    /** Returns the checksum in small hexadecimal digits. */
    String hexOf(byte[] bytes) {
        return HexFormat.of().formatHex(of(bytes));
    }

    /** Reads a file once, in constant memory, and returns its checksums in small hexadecimal digits. */
    static Map<Digest, String> of(Path file, Collection<Digest> digests) throws IOException {
        Map<Digest, MessageDigest> running = new EnumMap<>(Digest.class);
        digests.forEach(digest -> running.put(digest, digest.messageDigest()));
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (MessageDigest digest : running.values()) {
                    digest.update(buffer, 0, read);
                }
            }
        }
        Map<Digest, String> sums = new EnumMap<>(Digest.class);
        running.forEach((digest, sum) -> sums.put(digest, HexFormat.of().formatHex(sum.digest())));
        return sums;
    }

    private MessageDigest messageDigest() {
        try {
            return MessageDigest.getInstance(java);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + java, e);
        }
    }
}
