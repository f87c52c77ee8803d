package org.wenda.link;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which network addresses a link must not lead to: those that are not reachable by every citizen. Pure: looks at bytes,
 * asks no name server.
 *
 * <p>After the IANA special-purpose registries (RFC 6890 and its successors) and the metadata services of the large
 * clouds. An IPv4 address inside an IPv6 one is judged as itself.
 */
final class AddressRange {
    private static final List<Range> RANGES = List.of(
            new Range("metadata", "169.254.169.254/32"),
            new Range("metadata", "100.100.100.200/32"),
            new Range("metadata", "168.63.129.16/32"),
            new Range("metadata", "fd00:ec2::254/128"),
            new Range("unspecified", "0.0.0.0/8"),
            new Range("private", "10.0.0.0/8"),
            new Range("shared", "100.64.0.0/10"),
            new Range("loopback", "127.0.0.0/8"),
            new Range("link-local", "169.254.0.0/16"),
            new Range("private", "172.16.0.0/12"),
            new Range("reserved", "192.0.0.0/24"),
            new Range("documentation", "192.0.2.0/24"),
            new Range("relay", "192.88.99.0/24"),
            new Range("private", "192.168.0.0/16"),
            new Range("benchmarking", "198.18.0.0/15"),
            new Range("documentation", "198.51.100.0/24"),
            new Range("documentation", "203.0.113.0/24"),
            new Range("multicast", "224.0.0.0/4"),
            new Range("reserved", "240.0.0.0/4"),
            new Range("unspecified", "::/128"),
            new Range("loopback", "::1/128"),
            new Range("translated", "64:ff9b:1::/48"),
            new Range("discard", "100::/64"),
            new Range("tunnel", "2001::/32"),
            new Range("benchmarking", "2001:2::/48"),
            new Range("reserved", "2001:10::/28"),
            new Range("reserved", "2001:20::/28"),
            new Range("documentation", "2001:db8::/32"),
            new Range("documentation", "3fff::/20"),
            new Range("reserved", "5f00::/16"),
            new Range("unique-local", "fc00::/7"),
            new Range("link-local", "fe80::/10"),
            new Range("site-local", "fec0::/10"),
            new Range("multicast", "ff00::/8"));

    /** Prefixes, besides the mapped one, that carry an IPv4 address, and at which byte it begins. */
    private static final List<Carrier> CARRIERS = List.of(
            new Carrier(new Range("translated", "::ffff:0:0:0/96"), 12),
            new Carrier(new Range("compatible", "::/96"), 12),
            new Carrier(new Range("nat64", "64:ff9b::/96"), 12),
            new Carrier(new Range("6to4", "2002::/16"), 2));

    private AddressRange() {}

    /**
     * Returns the name of the range that forbids an address; empty if it may be visited.
     *
     * @param loopback whether loopback may be visited
     */
    static Optional<String> forbidding(InetAddress address, boolean loopback) {
        return name(address.getAddress()).filter(range -> !(loopback && range.equals("loopback")));
    }

    private static Optional<String> name(byte[] address) {
        Optional<String> own = RANGES.stream()
                .filter(range -> range.holds(address))
                .map(Range::name)
                .findFirst();
        return own.or(() -> carried(address).flatMap(AddressRange::name));
    }

    private static Optional<byte[]> carried(byte[] address) {
        if (isMapped(address)) {
            return Optional.of(Arrays.copyOfRange(address, 12, 16));
        }
        return CARRIERS.stream()
                .filter(carrier -> carrier.prefix.holds(address))
                .map(carrier -> Arrays.copyOfRange(address, carrier.offset, carrier.offset + 4))
                .findFirst();
    }

    /** {@code ::ffff:0:0/96} cannot stand in the table: the JDK reads it as IPv4. */
    private static boolean isMapped(byte[] address) {
        if (address.length != 16 || address[10] != -1 || address[11] != -1) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private record Carrier(Range prefix, int offset) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Range(String name, byte[] prefix, int bits) {
        Range(String name, String cidr) {
            this(
                    name,
                    bytes(cidr.substring(0, cidr.indexOf('/'))),
                    Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1)));
        }

        private static byte[] bytes(String literal) {
            try {
                return InetAddress.getByName(literal).getAddress();
            } catch (UnknownHostException e) {
                throw new IllegalStateException("not an address: " + literal, e);
            }
        }

        boolean holds(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
