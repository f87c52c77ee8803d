package org.wenda.link;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** What is wrong with a certificate, in the words of a browser's warning. */
final class Certificates {
    private Certificates() {}

    /** Returns whether a connection failed only because of the certificate, so that a page may still be there. */
    static boolean isFault(Throwable failure) {
        return causes(failure)
                .anyMatch(
                        cause -> cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException);
    }

    static String fault(Throwable failure, @Nullable X509Certificate shown, Instant now) {
        if (causes(failure).anyMatch(SSLPeerUnverifiedException.class::isInstance)) {
            return "issued for another host";
        }
        if (shown != null && now.isAfter(shown.getNotAfter().toInstant())) {
            return "expired";
        }
        if (shown != null && now.isBefore(shown.getNotBefore().toInstant())) {
            return "not valid yet";
        }
        if (shown != null && shown.getSubjectX500Principal().equals(shown.getIssuerX500Principal())) {
            return "self-signed";
        }
        return "not issued by a known authority";
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    /** Returns a context whose connections are secured but verified by nobody. */
    static SSLContext unverified(Unverified anybody) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {anybody}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }
}
