package org.wenda.link;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Numeric hosts in all the spellings that browsers understand: decimal, octal, hexadecimal, with fewer than four parts.
 * Pure: asks no name server.
 *
 * <p>After the IPv4 parser of the WHATWG URL Standard. Neither OkHttp nor the JDK reads them that way, so without this
 * a link would be checked at another address than the one a citizen comes to.
 */
final class HostSpelling {
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(32);

    private HostSpelling() {}

    /** Returns whether a browser takes the host for a number, well written or not. */
    static boolean isNumeric(String host) {
        List<String> parts = parts(host);
        String last = parts.get(parts.size() - 1);
        return host.contains(":") || last.matches("\\d+") || last.matches("0[xX][0-9a-fA-F]*");
    }

    /** Returns the address that a numeric host means; empty if it is a name, or a number that means nothing. */
    static Optional<InetAddress> literal(String host) {
        if (!isNumeric(host)) {
            return Optional.empty();
        }
        try {
            return host.contains(":") ? Optional.of(InetAddress.getByName(host)) : ipv4(parts(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static List<String> parts(String host) {
        List<String> parts = Arrays.asList(host.split("\\.", -1));
        boolean rooted = parts.size() > 1 && parts.get(parts.size() - 1).isEmpty();
        return rooted ? parts.subList(0, parts.size() - 1) : parts;
    }

    private static Optional<InetAddress> ipv4(List<String> parts) throws UnknownHostException {
        if (parts.size() > 4) {
            return Optional.empty();
        }
        BigInteger address = BigInteger.ZERO;
        for (int i = 0; i < parts.size(); i++) {
            Optional<BigInteger> number = number(parts.get(i));
            boolean last = i == parts.size() - 1;
            int room = last ? 8 * (4 - i) : 8;
            if (number.isEmpty() || number.get().bitLength() > room) {
                return Optional.empty();
            }
            address = address.or(last ? number.get() : number.get().shiftLeft(8 * (3 - i)));
        }
        return Optional.of(InetAddress.getByAddress(bytes(address)));
    }

    private static byte[] bytes(BigInteger address) {
        byte[] padded = address.or(MOST).toByteArray();
        return Arrays.copyOfRange(padded, padded.length - 4, padded.length);
    }

    private static Optional<BigInteger> number(String part) {
        if (part.matches("0[xX][0-9a-fA-F]*")) {
            return Optional.of(new BigInteger("0" + part.substring(2), 16));
        }
        if (part.matches("0[0-7]+")) {
            return Optional.of(new BigInteger(part, 8));
        }
        return part.matches("0|[1-9]\\d*") ? Optional.of(new BigInteger(part)) : Optional.empty();
    }
}
