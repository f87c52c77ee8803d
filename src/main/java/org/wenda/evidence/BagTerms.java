package org.wenda.evidence;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * On what terms bags are sealed.
 *
 * @param organization who stands behind the run, for {@code bag-info.txt}; null if nobody is named
 * @param key what they are signed with; null if they are not
 * @param timeAuthority whom to ask for a time stamp (RFC 3161); null if nobody is asked
 */
public record BagTerms(
        @Nullable String organization,
        @Nullable BagKey key,
        @Nullable URI timeAuthority) {
    /** Checksums only. */
    public static final BagTerms PLAIN = new BagTerms(null, null, null);
}
