package org.wenda.run;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;

/** What counts as one host. */
final class Hosts {
    private Hosts() {}

    /** Returns the name under which a host is paced; on loopback each port is a host of its own. */
    static String of(URI address) {
        // Names of apps may hold what names of hosts may not.
        String name = Objects.requireNonNullElse(address.getHost(), address.getAuthority());
        String host = Objects.requireNonNullElse(name, "").toLowerCase(Locale.ROOT);
        return isLoopback(address) ? host + ":" + address.getPort() : host;
    }

    /** Looks at the name only: what a name server says decides nothing about manners. */
    static boolean isLoopback(URI address) {
        return isLoopbackName(Objects.requireNonNullElse(address.getHost(), "").toLowerCase(Locale.ROOT));
    }

    /** @param name as {@link #of} gives it */
    static boolean isLoopback(String name) {
        return isLoopbackName(name.replaceFirst(":-?\\d+$", ""));
    }

    private static boolean isLoopbackName(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }
}
