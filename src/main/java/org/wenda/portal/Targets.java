package org.wenda.portal;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wenda.words.InputException;
import org.wenda.words.Message;

/** Makes the target of a jurisdiction or of an address that somebody typed. Pure. */
public final class Targets {
    private static final String DEMO_SCHEME = "demo";
    /** As deep links name apps. */
    private static final String APP_SCHEME = "android-app";

    private static final Pattern APP = Pattern.compile(
            "([A-Za-z][\\w-]*(?:\\.[A-Za-z][\\w-]*)+)(?:/(\\.?[A-Za-z][\\w$]*(?:\\.[A-Za-z][\\w$]*)*))?");
    private static final Pattern ADDRESS = Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*)://)?([^/?#]*)(.*)");
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9A-Fa-f:.]+\\]|[^:]+)(?::([0-9]{1,5}))?");
    private static final int LONGEST_HOST = 80;
    private static final int LONGEST_PAGE = 24;

    private Targets() {}

    /** Returns a jurisdiction on one platform. Its address is null where none is known, or no app for a phone. */
    public static Target of(Jurisdiction jurisdiction, Platform platform) {
        return all(jurisdiction, platform).get(0);
    }

    /**
     * Returns all targets that a jurisdiction is on one platform: one, but for the demonstration city, whose app is
     * asked in each way it can be heard.
     */
    public static List<Target> all(Jurisdiction jurisdiction, Platform platform) {
        if (platform == Platform.WEB || jurisdiction.apps().isEmpty()) {
            @Nullable
            URI address = platform == Platform.WEB
                    ? jurisdiction.web().stream()
                            .findFirst()
                            .map(WebAddress::url)
                            .orElse(null)
                    : null;
            return List.of(
                    new Target(id(jurisdiction, platform), jurisdiction.name(), platform, address, jurisdiction));
        }
        return jurisdiction.level() == Level.DEMO ? demoApps(jurisdiction) : List.of(app(jurisdiction));
    }

    private static Target app(Jurisdiction jurisdiction) {
        App app = jurisdiction.apps().stream()
                .filter(one -> one.android() != null)
                .findFirst()
                .orElse(jurisdiction.apps().get(0));
        return new Target(
                id(jurisdiction, Platform.MOBILE),
                jurisdiction.name(),
                Platform.MOBILE,
                address(app),
                jurisdiction,
                app);
    }

    private static List<Target> demoApps(Jurisdiction jurisdiction) {
        URI demo = URI.create(DEMO_SCHEME + ":/");
        List<Target> targets = new ArrayList<>();
        for (App app : jurisdiction.apps()) {
            boolean natively = app.surface() == App.Surface.NATIVE;
            String id = natively ? jurisdiction.id() + "-native-mobile" : id(jurisdiction, Platform.MOBILE);
            String name = jurisdiction.name() + (natively ? "（模拟手机，原生界面）" : "（模拟手机，网页视图）");
            targets.add(new Target(id, name, Platform.MOBILE, demo, jurisdiction, app));
        }
        return targets;
    }

    private static String id(Jurisdiction jurisdiction, Platform platform) {
        return jurisdiction.id() + "-" + platform.id();
    }

    private static @Nullable URI address(App app) {
        return app.android() == null ? null : URI.create(APP_SCHEME + "://" + app.android() + "/");
    }

    /**
     * Returns the target of an app without a file.
     *
     * @param typed its package id or bundle id, such as {@code com.example.app}; the start activity of an Android app
     *     may follow behind a slash
     * @throws InputException if it is no package id
     */
    public static Target ofApp(String typed) {
        Matcher parts = APP.matcher(typed.strip());
        if (!parts.matches()) {
            throw new InputException(typed, Message.of(Targets.class, "app.typed"));
        }
        String name = parts.group(1);
        App app = new App(name, name, parts.group(2), name, new Provenance("typed", null), null, null);
        String id = safe(name, LONGEST_HOST) + "-" + Platform.MOBILE.id();
        return new Target(id, name, Platform.MOBILE, address(app), null, app);
    }

    /** Returns whether an address stands for the demonstration city, which has to be started first. */
    public static boolean isDemo(URI address) {
        return DEMO_SCHEME.equals(address.getScheme());
    }

    /** Returns whether what somebody typed is an address and not the id or name of a jurisdiction. */
    public static boolean looksLikeAddress(String typed) {
        return typed.contains(".") || typed.contains(":") || typed.contains("/") || typed.equals("localhost");
    }

    /**
     * Returns the target of an address without a file. An address without {@code https://} gets it ({@code http://} on
     * this machine).
     *
     * @throws InputException if it is no address of a web page
     */
    public static Target ofAddress(String typed, Platform platform) {
        URI address = address(typed.strip())
                .orElseThrow(() -> new InputException(typed, Message.of(Targets.class, "address.typed")));
        if (address.getUserInfo() != null) {
            throw new InputException(withoutPassword(typed), Message.of(Targets.class, "address.password"));
        }
        String page = page(address);
        String id = host(address) + pagePart(page) + "-" + platform.id();
        return new Target(id, address.getAuthority() + (page.equals("/") ? "" : page), platform, address, null);
    }

    private static Optional<URI> address(String typed) {
        Matcher parts = ADDRESS.matcher(typed);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String authority = parts.group(2);
        String user = authority.substring(0, authority.lastIndexOf('@') + 1);
        Matcher hostAndPort = AUTHORITY.matcher(authority.substring(user.length()));
        if (!hostAndPort.matches()) {
            return Optional.empty();
        }
        String scheme = parts.group(1) == null
                ? schemeFor(hostAndPort.group(1))
                : parts.group(1).toLowerCase(Locale.ROOT);
        return scheme.equals("https") || scheme.equals("http")
                ? uri(scheme, user, hostAndPort, parts.group(3))
                : Optional.empty();
    }

    private static Optional<URI> uri(String scheme, String user, Matcher hostAndPort, String page) {
        try {
            String host = IDN.toASCII(hostAndPort.group(1)).toLowerCase(Locale.ROOT);
            String port = hostAndPort.group(2) == null ? "" : ":" + hostAndPort.group(2);
            String path = page.startsWith("/") ? page : "/" + page;
            URI uri = new URI(scheme + "://" + user + host + port + path.replace(" ", "%20"));
            URI ascii = new URI(uri.toASCIIString());
            return ascii.getHost() != null && ascii.getPort() <= 65_535 ? Optional.of(ascii) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String schemeFor(String host) {
        boolean onThisMachine = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        return onThisMachine ? "http" : "https";
    }

    private static String host(URI address) {
        String host = safe(address.getHost(), LONGEST_HOST);
        return address.getPort() < 0 ? host : host + "-" + address.getPort();
    }

    /** Returns what follows the host, as it is asked for. */
    private static String page(URI address) {
        return address.getRawPath()
                + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery())
                + (address.getRawFragment() == null ? "" : "#" + address.getRawFragment());
    }

    /** Two pages of one host are two targets: a few readable letters and enough of a digest to tell them apart. */
    private static String pagePart(String page) {
        if (page.equals("/")) {
            return "";
        }
        String readable = safe(page, LONGEST_PAGE);
        return "-" + (readable.isEmpty() ? "" : readable + "-") + digest(page);
    }

    private static String safe(String text, int longest) {
        String safe =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("[.-]*-[.-]*|\\.{2,}", "-");
        String cut = safe.substring(0, Math.min(safe.length(), longest));
        return cut.replaceAll("^[.-]+|[.-]+$", "");
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 3);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String withoutPassword(String typed) {
        return typed.substring(typed.lastIndexOf('@') + 1);
    }
}
