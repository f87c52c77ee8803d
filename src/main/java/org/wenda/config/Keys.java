package org.wenda.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.wenda.words.Message;

/** Every key of {@code drivers.properties}, with its default and what it accepts. The only place that knows these. */
final class Keys {
    static final Key<BrowserSettings.Name> NAME =
            new Key<>("browser.name", "chrome", accepted("accepted.browser"), Keys::browser);
    static final Key<Optional<Path>> BINARY = key("browser.binary", "accepted.program", orNone(Path::of));
    static final Key<Optional<Path>> DRIVER = key("browser.driver", "accepted.program", orNone(Path::of));
    static final Key<Boolean> HEADLESS = flag("browser.headless", "true");
    static final Key<Integer> WIDTH = number("browser.width", "1280", 320, 7680);
    static final Key<Integer> HEIGHT = number("browser.height", "900", 240, 4320);
    static final Key<String> LANGUAGE =
            new Key<>("browser.language", "zh-CN", accepted("accepted.language"), Keys::language);
    static final Key<List<String>> ARGUMENTS = key("browser.arguments", "accepted.arguments", Keys::words);
    static final Key<Optional<URI>> GRID = key("browser.grid", "accepted.grid", orNone(Keys::webAddress));
    /** What the grid's own people would look for. */
    static final Key<Optional<URI>> GRID_URL = key("grid.url", "accepted.grid", orNone(Keys::webAddress));

    static final Key<Boolean> NETWORK_EVENTS = flag("browser.network-events", "true");

    static final Key<Optional<URI>> PHONE_SERVER = key("appium.server", "accepted.grid", orNone(Keys::webAddress));
    static final Key<String> AUTOMATION =
            new Key<>("appium.automation", "UiAutomator2", accepted("accepted.automation"), Keys::plainName);
    static final Key<Optional<String>> DEVICE = key("appium.device", "accepted.device", orNone(Keys::device));
    static final Key<Optional<String>> PHONE_VERSION =
            key("appium.platform-version", "accepted.version", orNone(Keys::version));
    static final Key<Integer> SESSIONS = number("appium.sessions", "1", 1, 100);
    static final Key<PhoneSettings.Ear> EAR = new Key<>("appium.ear", "auto", accepted("accepted.ear"), Keys::ear);
    static final Key<Duration> ATTENDED = duration("appium.attended", "0s", Duration.ZERO, Duration.ofHours(1));
    static final Key<Map<String, Object>> CAPABILITIES =
            key("appium.capabilities", "accepted.capabilities", Keys::capabilities);

    static final Key<Duration> BETWEEN_TURNS = new Key<>(
            "pacing.between-turns",
            "3s",
            accepted("accepted.pacing", "3s", "10m"),
            time(Duration.ofSeconds(3), Duration.ofMinutes(10)));
    static final Key<Duration> JITTER = duration("pacing.jitter", "2s", Duration.ZERO, Duration.ofMinutes(10));
    static final Key<Duration> BETWEEN_VISITS = new Key<>(
            "pacing.between-visits",
            "10s",
            accepted("accepted.pacing", "3s", "1h"),
            time(Duration.ofSeconds(3), Duration.ofHours(1)));
    static final Key<Integer> DAILY_TURNS = number("pacing.daily-turns", "300", 1, 10_000);
    static final Key<Optional<LocalTime>> QUIET_FROM =
            key("pacing.quiet-from", "accepted.clock", orNone(LocalTime::parse));
    static final Key<Optional<LocalTime>> QUIET_UNTIL =
            key("pacing.quiet-until", "accepted.clock", orNone(LocalTime::parse));

    static final Key<Duration> REPLY = duration("limits.reply", "120s", Duration.ofSeconds(1), Duration.ofMinutes(30));
    static final Key<Duration> SILENCE =
            duration("limits.silence", "30s", Duration.ofSeconds(1), Duration.ofMinutes(30));
    static final Key<Duration> PAGE = duration("limits.page", "45s", Duration.ofSeconds(1), Duration.ofMinutes(10));
    static final Key<Duration> DISCOVERY =
            duration("limits.discovery", "30s", Duration.ofSeconds(1), Duration.ofMinutes(10));

    static final Key<Integer> CLICKS = number("links.clicks", "6", 0, 50);
    static final Key<Integer> REDIRECTS = number("links.redirects", "10", 0, 30);
    static final Key<Integer> SIZE = number("links.size", "5", 1, 50);
    static final Key<Duration> LINK_TIME = duration("links.time", "20s", Duration.ofSeconds(1), Duration.ofMinutes(5));

    static final Key<Variants> VARIANTS =
            new Key<>("run.variants", "one", accepted("accepted.variants"), Keys::variants);
    static final Key<Integer> TWICE = number("run.twice", "10", 0, 1000);
    static final Key<Integer> ROOM = number("run.room", "64", 1, 1_000_000);
    static final Key<Duration> ROOM_WAIT = duration("run.room-wait", "30m", Duration.ZERO, Duration.ofHours(24));
    static final Key<Boolean> REPLAY = flag("evidence.replay", "false");
    static final Key<Boolean> AXE = flag("evidence.axe", "true");
    static final Key<Optional<String>> ORGANIZATION =
            key("evidence.organization", "accepted.name", orNone(text -> text));
    static final Key<Optional<Path>> KEY = key("evidence.key", "accepted.key", orNone(Path::of));
    static final Key<Optional<URI>> TIMESTAMP_URL =
            key("evidence.timestampUrl", "accepted.grid", orNone(Keys::webAddress));

    /** In the order of the file. */
    static final List<Key<?>> ALL = List.of(
            NAME,
            BINARY,
            DRIVER,
            HEADLESS,
            WIDTH,
            HEIGHT,
            LANGUAGE,
            ARGUMENTS,
            GRID,
            GRID_URL,
            NETWORK_EVENTS,
            PHONE_SERVER,
            AUTOMATION,
            DEVICE,
            PHONE_VERSION,
            SESSIONS,
            EAR,
            ATTENDED,
            CAPABILITIES,
            BETWEEN_TURNS,
            JITTER,
            BETWEEN_VISITS,
            DAILY_TURNS,
            QUIET_FROM,
            QUIET_UNTIL,
            REPLY,
            SILENCE,
            PAGE,
            DISCOVERY,
            CLICKS,
            REDIRECTS,
            SIZE,
            LINK_TIME,
            VARIANTS,
            TWICE,
            ROOM,
            ROOM_WAIT,
            REPLAY,
            AXE,
            ORGANIZATION,
            KEY,
            TIMESTAMP_URL);

    private Keys() {}

    static List<String> names() {
        return ALL.stream().map(Key::name).toList();
    }

    private static Message accepted(String key, Object... args) {
        return Message.of(Keys.class, key, args);
    }

    /** A key that is empty by default. */
    private static <T> Key<T> key(String name, String acceptedKey, Function<String, T> reader) {
        return new Key<>(name, "", accepted(acceptedKey), reader);
    }

    private static Key<Boolean> flag(String name, String standard) {
        return new Key<>(name, standard, accepted("accepted.flag"), Keys::flag);
    }

    private static Key<Integer> number(String name, String standard, int least, int most) {
        return new Key<>(name, standard, accepted("accepted.number", least, most), text -> between(least, text, most));
    }

    private static Key<Duration> duration(String name, String standard, Duration least, Duration most) {
        Message accepted = accepted("accepted.duration", DurationText.of(least), DurationText.of(most));
        return new Key<>(name, standard, accepted, time(least, most));
    }

    private static Function<String, Duration> time(Duration least, Duration most) {
        return text -> {
            Duration time = DurationText.parse(text);
            require(time.compareTo(least) >= 0 && time.compareTo(most) <= 0);
            return time;
        };
    }

    private static <T> Function<String, Optional<T>> orNone(Function<String, T> reader) {
        return text -> text.isEmpty() ? Optional.empty() : Optional.of(reader.apply(text));
    }

    private static BrowserSettings.Name browser(String text) {
        require(text.equals(text.toLowerCase(Locale.ROOT)));
        return BrowserSettings.Name.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static Variants variants(String text) {
        require(text.equals(text.toLowerCase(Locale.ROOT)));
        return Variants.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static PhoneSettings.Ear ear(String text) {
        require(text.equals(text.toLowerCase(Locale.ROOT)));
        return PhoneSettings.Ear.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static String plainName(String text) {
        require(text.matches("[A-Za-z0-9]+"));
        return text;
    }

    /** Serial numbers of phones on a network are addresses with a port. */
    private static String device(String text) {
        require(text.matches("[A-Za-z0-9._:-]+"));
        return text;
    }

    private static String version(String text) {
        require(text.matches("\\d{1,3}(\\.\\d{1,3}){0,2}"));
        return text;
    }

    private static Map<String, Object> capabilities(String text) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (String pair : words(text)) {
            int equals = pair.indexOf('=');
            String name = pair.substring(0, Math.max(0, equals));
            require(name.matches("[A-Za-z][A-Za-z0-9:.\\[\\]-]*"));
            Object before = all.put(name.contains(":") ? name : "appium:" + name, value(pair.substring(equals + 1)));
            require(before == null);
        }
        return all;
    }

    private static Object value(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        return text.matches("-?\\d{1,9}") ? (Object) Integer.valueOf(text) : text;
    }

    private static boolean flag(String text) {
        require(text.equals("true") || text.equals("false"));
        return text.equals("true");
    }

    private static int between(int least, String text, int most) {
        int number = Integer.parseInt(text);
        require(number >= least && number <= most);
        return number;
    }

    private static String language(String text) {
        require(text.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"));
        return text;
    }

    private static List<String> words(String text) {
        return Stream.of(text.split("\\s+", -1)).filter(word -> !word.isEmpty()).toList();
    }

    private static URI webAddress(String text) {
        URI address = URI.create(text);
        require(("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                && address.getHost() != null);
        return address;
    }

    private static void require(boolean accepted) {
        if (!accepted) {
            throw new IllegalArgumentException("not accepted");
        }
    }
}
