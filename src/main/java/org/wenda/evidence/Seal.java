package org.wenda.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a bundle was sealed last: a line of {@code seals.jsonl}, which lies outside the bundles, so that a bundle that is
 * exchanged as a whole no longer fits it.
 *
 * @param files how many payload files it has
 * @param octets how many bytes they have together
 * @param tagManifestSha512 SHA-512 of its {@code tagmanifest-sha512.txt}, in small hexadecimal digits
 * @param signatureKey SHA-256 of the public key it is signed with; null if it is not signed
 * @param timeStamped whether an authority has stamped it
 * @param unstamped why not, if one was asked; null if it has, or none was asked
 */
record Seal(
        String run,
        String target,
        Instant sealedAt,
        int files,
        long octets,
        String tagManifestSha512,
        @Nullable String signatureKey,
        boolean timeStamped,
        @Nullable String unstamped) {}
