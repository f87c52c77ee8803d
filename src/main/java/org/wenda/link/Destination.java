package org.wenda.link;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What an offered address means: one that can be requested, or the reason why it cannot. Pure. */
sealed interface Destination {
    int LONGEST_ADDRESS = 4_096;

    /**
     * An address for a request.
     *
     * @param url without user name and password, numeric hosts in their usual spelling
     * @param named whether the address carried a user name or a password
     */
    record Http(HttpUrl url, boolean named) implements Destination {}

    record Elsewhere(Reason reason) implements Destination {}

    /** Reads an address as it was offered. */
    static Destination of(String href, Site site) {
        String address = folded(href);
        if (address.isEmpty()) {
            return new Elsewhere(Reason.of(Why.NO_ADDRESS));
        }
        if (address.length() > LONGEST_ADDRESS) {
            return new Elsewhere(Reason.of(Why.ADDRESS_TOO_LONG, LONGEST_ADDRESS));
        }
        return Schemes.unfollowed(address).<Destination>map(Elsewhere::new).orElseGet(() -> http(address, site));
    }

    /** Reads an address to which {@code from} sent on. */
    static Destination from(HttpUrl from, String location) {
        String address = folded(location);
        if (address.length() > LONGEST_ADDRESS) {
            return new Elsewhere(Reason.of(Why.ADDRESS_TOO_LONG, LONGEST_ADDRESS));
        }
        return Schemes.unfollowed(address)
                .<Destination>map(Elsewhere::new)
                .orElseGet(() -> plain(from.resolve(address), address, Why.BAD_REDIRECT));
    }

    private static Destination http(String address, Site site) {
        if (address.startsWith("//")) {
            return plain(HttpUrl.parse("https:" + address), address, Why.MALFORMED_ADDRESS);
        }
        if (Schemes.of(address).isPresent()) {
            return plain(HttpUrl.parse(address), address, Why.MALFORMED_ADDRESS);
        }
        // A page resolves its links; where one did not, the target's own host is the likely ground, if it has one only.
        HttpUrl ground = site.hosts().size() == 1 && !site.loopback()
                ? HttpUrl.parse("https://" + site.hosts().iterator().next() + "/")
                : null;
        return ground == null
                ? new Elsewhere(Reason.of(Why.RELATIVE_ADDRESS, shown(address)))
                : plain(ground.resolve(address), address, Why.MALFORMED_ADDRESS);
    }

    private static Destination plain(@Nullable HttpUrl url, String address, Why otherwise) {
        HttpUrl spelled = url == null ? null : spelled(url);
        if (spelled == null) {
            return new Elsewhere(Reason.of(otherwise, shown(address)));
        }
        boolean named = !spelled.username().isEmpty() || !spelled.password().isEmpty();
        return new Http(spelled.newBuilder().username("").password("").build(), named);
    }

    private static @Nullable HttpUrl spelled(HttpUrl url) {
        if (!HostSpelling.isNumeric(url.host()) || url.host().contains(":")) {
            return url;
        }
        return HostSpelling.literal(url.host())
                .map(literal -> url.newBuilder()
                        .host(Objects.requireNonNull(literal.getHostAddress()))
                        .build())
                .orElse(null);
    }

    /** Browsers drop line breaks and tabs anywhere in an address, so {@code java\nscript:} is a script to them. */
    private static String folded(String address) {
        return LandingPage.cut(address, 2 * LONGEST_ADDRESS)
                .replaceAll("[\\t\\r\\n]", "")
                .strip();
    }

    private static String shown(String address) {
        return LandingPage.cut(address, 200);
    }

    /** The schemes that are understood and not requested. */
    final class Schemes {
        /** {@code localhost:8080/x} is a host with its port, {@code tel:12345} is not. */
        private static final Pattern SCHEME = Pattern.compile(
                "^(tel|sms|callto|mailto|#小程序|[a-zA-Z][\\w+.\\-]*(?=:(?!\\d{1,5}(/|$)))):", Pattern.CASE_INSENSITIVE);

        private static final Pattern APP = Pattern.compile(
                "(weixin|wechat|alipays?|mqqapi|baiduboxapp|snssdk\\d*|openapp\\..*|dingtalk)",
                Pattern.CASE_INSENSITIVE);

        private Schemes() {}

        static Optional<String> of(String address) {
            Matcher scheme = SCHEME.matcher(address);
            return scheme.find() ? Optional.of(scheme.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
        }

        static Optional<Reason> unfollowed(String address) {
            return of(address).flatMap(scheme -> Optional.ofNullable(reason(scheme, address)));
        }

        private static @Nullable Reason reason(String scheme, String address) {
            return switch (scheme) {
                case "http", "https" -> null;
                case "javascript", "vbscript" -> Reason.of(Why.SCRIPT_ADDRESS);
                case "data", "blob" -> Reason.of(Why.DATA_ADDRESS);
                case "mailto" -> Reason.of(Why.MAIL_ADDRESS);
                case "tel", "sms", "callto" ->
                    Reason.of(Why.PHONE_NUMBER, shown(address.substring(scheme.length() + 1)));
                case "file" -> Reason.of(Why.FILE_ADDRESS);
                default ->
                    APP.matcher(scheme).matches() || scheme.startsWith("#")
                            ? Reason.of(Why.MINI_PROGRAM, shown(address))
                            : Reason.of(Why.UNKNOWN_SCHEME, scheme);
            };
        }
    }
}
