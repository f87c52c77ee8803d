package org.wenda.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;

/**
 * Asks an authority for time stamps (RFC 3161, over HTTP as its section 3.4 has it) and checks them. What comes back is
 * hostile until it is checked, and bounded in size and time. Certificates are checked against what they sign, not
 * against a list of authorities to be trusted: whom to trust is for the reader to say.
 */
final class TimeAuthority {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int LARGEST_ANSWER = 1 << 20;

    private final URI address;
    private final String name;
    private final Duration patience;

    TimeAuthority(URI address) {
        this(address, LONGEST_WAIT);
    }

    TimeAuthority(URI address, Duration patience) {
        this.address = address;
        this.name = withoutSecrets(address);
        this.patience = patience;
    }

    /** A name, a password or a token may stand in an address. */
    private static String withoutSecrets(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port + address.getPath();
    }

    /** That there is no stamp; the message says why, in English, for the files. */
    static final class NoStamp extends Exception {
        private static final long serialVersionUID = 1L;

        NoStamp(String why, @Nullable Throwable cause) {
            super(BagFault.shown(why), cause);
        }
    }

    /**
     * Returns the authority's whole response, checked, as {@code openssl ts} reads it.
     *
     * @throws NoStamp if the authority cannot be reached, refuses, or says what does not hold
     */
    byte[] stamp(byte[] bytes) throws NoStamp {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        TimeStampRequest request = generator.generate(
                TSPAlgorithms.SHA512, Digest.SHA512.of(bytes), new BigInteger(64, new SecureRandom()));
        try {
            byte[] answer = post(request.getEncoded());
            TimeStampResponse response = new TimeStampResponse(answer);
            response.validate(request);
            if (response.getTimeStampToken() == null) {
                throw new NoStamp(name + ": refused, status " + response.getStatus(), null);
            }
            return checked(answer, bytes)
                    .map(stamp -> answer)
                    .orElseThrow(() -> new NoStamp(name + ": the stamp does not hold", null));
        } catch (IOException | TSPException | RuntimeException e) {
            throw new NoStamp(name + ": " + e, e);
        }
    }

    /**
     * Checks a response that may be hostile.
     *
     * @param bytes what it should be about
     * @return when and by whom; empty if it does not hold
     */
    static Optional<BagReport.Stamp> checked(byte[] response, byte[] bytes) {
        try {
            TimeStampToken token = new TimeStampResponse(response).getTimeStampToken();
            if (token == null || !isAbout(token, bytes)) {
                return Optional.empty();
            }
            X509CertificateHolder certificate = token.getCertificates().getMatches(null).stream()
                    .filter(token.getSID()::match)
                    .findFirst()
                    .orElse(null);
            if (certificate == null) {
                return Optional.empty();
            }
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
            return Optional.of(new BagReport.Stamp(
                    token.getTimeStampInfo().getGenTime().toInstant(),
                    BagFault.shown(certificate.getSubject().toString()),
                    token.getTimeStampInfo().getSerialNumber().toString(16)));
        } catch (IOException | TSPException | OperatorCreationException | CertificateException | RuntimeException e) {
            // Whatever a stranger's bytes make the parser throw, it is no stamp.
            return Optional.empty();
        }
    }

    private static boolean isAbout(TimeStampToken token, byte[] bytes) {
        byte[] imprint = token.getTimeStampInfo().getMessageImprintDigest();
        String algorithm = token.getTimeStampInfo().getMessageImprintAlgOID().getId();
        return TSPAlgorithms.SHA512.getId().equals(algorithm)
                && MessageDigest.isEqual(imprint, Digest.SHA512.of(bytes));
    }

    private byte[] post(byte[] query) throws IOException, NoStamp {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(query))
                .build();
        Answer answer = new Answer();
        CompletableFuture<HttpResponse<Void>> coming = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()
                .sendAsync(request, HttpResponse.BodyHandlers.ofByteArrayConsumer(answer::take));
        try {
            int status = coming.get(patience.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            if (status != 200) {
                throw new NoStamp(name + ": HTTP " + status, null);
            }
            return answer.bytes();
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw new NoStamp(name + ": no answer within " + patience.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new NoStamp(name + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoStamp(name + ": interrupted", e);
        }
    }

    /** What came so far. More than it may be is forgotten, however long it goes on. */
    private static final class Answer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        synchronized void take(Optional<byte[]> part) {
            part.filter(more -> bytes.size() <= LARGEST_ANSWER).ifPresent(bytes::writeBytes);
        }

        synchronized byte[] bytes() throws IOException {
            if (bytes.size() > LARGEST_ANSWER) {
                throw new IOException("more than " + LARGEST_ANSWER + " bytes");
            }
            return bytes.toByteArray();
        }
    }
}
