package org.wenda.link;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;

/** Why no answer came, told from how a request failed. Pure. */
final class WireFault {
    private static final int LONGEST = 200;

    private WireFault() {}

    static Reason reason(IOException failure, HttpUrl url, Duration time) {
        for (Throwable cause : causes(failure)) {
            if (cause instanceof CheckedDns.Forbidden forbidden) {
                return Reason.of(Why.PRIVATE_ADDRESS, said(forbidden), forbidden.range());
            }
        }
        if (failure instanceof UnknownHostException) {
            return Reason.of(Why.NO_SUCH_HOST, url.host());
        }
        if (failure instanceof InterruptedIOException) {
            return Reason.of(Why.TIMED_OUT, seconds(time));
        }
        if (failure instanceof SSLException) {
            return Reason.of(Why.TLS_FAILED, said(failure));
        }
        return isRefused(failure)
                ? Reason.of(Why.CONNECTION_REFUSED, url.host() + ":" + url.port())
                : Reason.of(Why.CONNECTION_FAILED, said(failure));
    }

    /** A connection that broke may hold the next time; one that was refused will be refused again. */
    static boolean isFleeting(IOException failure) {
        boolean broke = failure instanceof EOFException
                || (failure instanceof SocketException && !(failure instanceof ConnectException))
                || said(failure).contains("unexpected end of stream");
        return broke && !(failure instanceof InterruptedIOException);
    }

    private static boolean isRefused(IOException failure) {
        return Stream.of(causes(failure))
                        .anyMatch(cause ->
                                cause instanceof ConnectException && said(cause).contains("refused"))
                || (failure instanceof ConnectException && !said(failure).contains("unreachable"));
    }

    private static Throwable[] causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .toArray(Throwable[]::new);
    }

    private static String said(Throwable failure) {
        String said = Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
        return LandingPage.cut(said, LONGEST);
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0
                ? String.valueOf(time.toSeconds())
                : String.valueOf(time.toMillis() / 1000.0);
    }
}
