package org.wenda.link;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether an address lies where every citizen can come to. Asks the name server; requests nothing. */
public final class PublicNetwork {
    private PublicNetwork() {}

    /**
     * Returns why an address must not be visited; empty if it may be, or if its name is not known, which forbids
     * nothing.
     *
     * @param site whose chatbot led there
     */
    public static Optional<Reason> refusal(URI address, Site site) {
        Destination destination = Destination.of(address.toString(), site);
        if (destination instanceof Destination.Elsewhere elsewhere) {
            return Optional.of(elsewhere.reason());
        }
        String host = ((Destination.Http) destination).url().host();
        return addresses(host)
                .flatMap(found -> AddressRange.forbidding(found, site.loopback()).stream())
                .map(range -> Reason.of(Why.PRIVATE_ADDRESS, host, range))
                .findFirst();
    }

    private static Stream<InetAddress> addresses(String host) {
        try {
            Optional<InetAddress> literal = HostSpelling.literal(host);
            return literal.isPresent() ? literal.stream() : Stream.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            // Where nothing is known by that name, nothing can be visited either.
            return Stream.empty();
        }
    }
}
