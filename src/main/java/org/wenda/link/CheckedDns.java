package org.wenda.link;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Looks names up and refuses those that lead where a link must not lead. OkHttp connects to the very addresses that are
 * returned here, so a name that means something else a moment later changes nothing.
 */
final class CheckedDns implements Dns {
    private final Dns names;
    private final ExecutorService threads;
    private final boolean loopback;
    private final Duration patience;

    /** @param patience after which a name counts as unknown; the JDK itself may wait for minutes */
    CheckedDns(Dns names, ExecutorService threads, boolean loopback, Duration patience) {
        this.names = names;
        this.threads = threads;
        this.loopback = loopback;
        this.patience = patience;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> found = found(host);
        for (InetAddress address : found) {
            refuse(host, address, loopback);
        }
        return found;
    }

    /**
     * Checks a host that is no name, for which OkHttp looks nothing up.
     *
     * @throws Forbidden if it must not be visited
     */
    static void refuseLiteral(String host, boolean loopback) throws Forbidden {
        Optional<InetAddress> literal = HostSpelling.literal(host);
        if (literal.isPresent()) {
            refuse(host, literal.get(), loopback);
        }
    }

    private static void refuse(String host, InetAddress address, boolean loopback) throws Forbidden {
        Optional<String> range = AddressRange.forbidding(address, loopback);
        if (range.isPresent()) {
            throw new Forbidden(host, address, range.get());
        }
    }

    private List<InetAddress> found(String host) throws UnknownHostException {
        Future<List<InetAddress>> lookup = threads.submit(() -> names.lookup(host));
        try {
            return lookup.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw unknown(host, e);
        } catch (TimeoutException e) {
            lookup.cancel(true);
            throw unknown(host, e);
        } catch (InterruptedException e) {
            lookup.cancel(true);
            Thread.currentThread().interrupt();
            throw unknown(host, e);
        }
    }

    private static UnknownHostException unknown(String host, Throwable cause) {
        UnknownHostException unknown = new UnknownHostException(host);
        unknown.initCause(cause);
        return unknown;
    }

    /** A host lies where a link must not lead. */
    static final class Forbidden extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        private final String range;

        Forbidden(String host, InetAddress address, String range) {
            super(host + " = " + address.getHostAddress());
            this.range = range;
        }

        String range() {
            return range;
        }
    }
}
