package org.wenda.link;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a connection was secured.
 *
 * @param protocol such as {@code TLSv1.3}
 * @param subject distinguished name of the server's certificate; empty if it showed none
 * @param issuer distinguished name of who signed it; empty likewise
 * @param notBefore the certificate's own term
 * @param notAfter the certificate's own term
 * @param fault what a browser would warn of, in English, such as {@code expired}; null if nothing. The page was then
 *     read over a connection that was not verified
 */
public record Tls(
        String protocol,
        String subject,
        String issuer,
        Instant notBefore,
        Instant notAfter,
        @Nullable String fault) {}
