package org.wenda.config;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How bundles are sealed.
 *
 * @param organization who stands behind the runs; null if nobody is named
 * @param key PEM file with the private key that bundles are signed with; null if they are not signed
 * @param timestampUrl address of an authority that stamps them (RFC 3161); null if none does
 */
public record EvidenceSettings(
        @Nullable String organization,
        @Nullable Path key,
        @Nullable URI timestampUrl) {}
