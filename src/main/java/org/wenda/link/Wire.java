package org.wenda.link;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.Handshake;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Sends one GET request and receives its answer, bounded in size and time. Follows nothing, retries nothing, decodes
 * nothing.
 *
 * <p>No proxy, no connection kept, HTTP/1.1 only: what is kept as evidence is then what went over the wire.
 */
final class Wire implements AutoCloseable {
    static final String USER_AGENT = "Wenda/0.1 (+link check)";

    private static final long PIECE = 16_384;

    private final OkHttpClient client;
    private final ExecutorService lookups = Executors.newCachedThreadPool(Wire::daemon);
    private final Dns names;
    private final LinkLimits limits;
    private final Clock clock;

    Wire(Dns names, LinkLimits limits, Clock clock) {
        this.names = names;
        this.limits = limits;
        this.clock = clock;
        this.client = new OkHttpClient.Builder()
                .proxy(Proxy.NO_PROXY)
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectTimeout(limits.time())
                .readTimeout(limits.time())
                .build();
    }

    /**
     * Requests an address once; if only its certificate is at fault, once more without verifying it.
     *
     * @param loopback whether loopback may be visited
     * @param left time until the answer must have been read; what came until then is returned
     * @throws InterruptedIOException if no head came in time
     */
    Received get(HttpUrl url, CookieJar jar, boolean loopback, Duration left) throws IOException {
        CheckedDns.refuseLiteral(url.host(), loopback);
        OkHttpClient bound = client.newBuilder()
                .dns(new CheckedDns(names, lookups, loopback, left))
                .callTimeout(left)
                .cookieJar(jar)
                .build();
        try {
            return receive(bound, url, null);
        } catch (IOException e) {
            if (url.isHttps() && Certificates.isFault(e)) {
                return unverified(bound, url, e);
            }
            throw e;
        }
    }

    private Received unverified(OkHttpClient verifying, HttpUrl url, IOException fault) throws IOException {
        Unverified anybody = new Unverified();
        OkHttpClient trusting = verifying
                .newBuilder()
                .cookieJar(CookieJar.NO_COOKIES)
                .sslSocketFactory(Certificates.unverified(anybody).getSocketFactory(), anybody)
                .hostnameVerifier((host, session) -> true)
                .build();
        return receive(trusting, url, new Fault(anybody, fault));
    }

    private Received receive(OkHttpClient bound, HttpUrl url, @Nullable Fault fault) throws IOException {
        Instant at = clock.instant();
        long start = System.nanoTime();
        Witness witness = new Witness();
        Call call = bound.newBuilder().addNetworkInterceptor(witness).build().newCall(request(url));
        try (Response response = call.execute()) {
            Buffer body = new Buffer();
            boolean whole = read(response.body(), body);
            // Closing would otherwise read on for a while, in the hope of using the connection again.
            call.cancel();
            return new Received(
                    url,
                    at,
                    Duration.ofNanos(System.nanoTime() - start),
                    response.code(),
                    witness.answered,
                    body.readByteArray(),
                    !whole,
                    tls(response.handshake(), fault, at),
                    witness.requestHead,
                    witness.responseHead,
                    witness.ip);
        }
    }

    private static Request request(HttpUrl url) {
        return new Request.Builder()
                .url(url)
                .header("User-Agent", USER_AGENT)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5")
                .header("Accept-Encoding", "gzip")
                .header("Connection", "close")
                .build();
    }

    /** Returns whether the body came to its end within the limits; what came before stays in {@code body}. */
    private boolean read(ResponseBody from, Buffer body) {
        try {
            BufferedSource source = from.source();
            while (body.size() < limits.bytes()) {
                if (source.read(body, Math.min(PIECE, limits.bytes() - body.size())) < 0) {
                    return true;
                }
            }
            return source.exhausted();
        } catch (IOException e) {
            // Too slow, or cut on the way: the part that came is evidence all the same.
            return false;
        }
    }

    private static @Nullable Tls tls(@Nullable Handshake handshake, @Nullable Fault fault, Instant now) {
        if (handshake == null) {
            return null;
        }
        X509Certificate shown = fault != null
                ? fault.anybody.shown()
                : handshake.peerCertificates().stream()
                        .filter(X509Certificate.class::isInstance)
                        .map(X509Certificate.class::cast)
                        .findFirst()
                        .orElse(null);
        String found = fault == null ? null : Certificates.fault(fault.failure, shown, now);
        String protocol = handshake.tlsVersion().javaName();
        return shown == null
                ? new Tls(protocol, "", "", Instant.EPOCH, Instant.EPOCH, found)
                : new Tls(
                        protocol,
                        shown.getSubjectX500Principal().getName(),
                        shown.getIssuerX500Principal().getName(),
                        shown.getNotBefore().toInstant(),
                        shown.getNotAfter().toInstant(),
                        found);
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
        lookups.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "link-lookup");
        thread.setDaemon(true);
        return thread;
    }

    private record Fault(Unverified anybody, IOException failure) {}

    /** Notes what goes over the wire. */
    private static final class Witness implements Interceptor {
        private Headers answered = Headers.EMPTY;
        private String requestHead = "";
        private String responseHead = "";
        private @Nullable String ip;

        @Override
        public Response intercept(Chain chain) throws IOException {
            Request sent = chain.request();
            Connection connection = chain.connection();
            if (connection != null) {
                ip = connection.route().socketAddress().getAddress().getHostAddress();
            }
            String target = sent.url().encodedPath()
                    + (sent.url().encodedQuery() == null ? "" : "?" + sent.url().encodedQuery());
            requestHead = head(sent.method() + " " + target + " HTTP/1.1", sent.headers());
            Response received = chain.proceed(sent);
            answered = received.headers();
            responseHead = head(("HTTP/1.1 " + received.code() + " " + received.message()).stripTrailing(), answered);
            // OkHttp by itself asks again where a 503 says "Retry-After: 0"; when to ask again is the gate's decision.
            return received.newBuilder().removeHeader("Retry-After").build();
        }

        private static String head(String first, Headers headers) {
            StringBuilder head = new StringBuilder(first).append("\r\n");
            headers.forEach(header -> head.append(header.getFirst())
                    .append(": ")
                    .append(header.getSecond())
                    .append("\r\n"));
            return head.toString();
        }
    }
}
