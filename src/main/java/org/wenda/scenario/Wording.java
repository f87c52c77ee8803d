package org.wenda.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts names and captured values into the words of a turn, and takes values from a reply. Pure. */
public final class Wording {
    /** What stands for the jurisdiction's name where an address is asked that belongs to none. */
    public static final String SOMEWHERE = "本地";

    static final String CAPTURED = "captured.";

    private static final String NAME = "jurisdiction.name";
    private static final String ID = "jurisdiction.id";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^${}]*)\\}");

    /** A reply is hostile: what it puts into our next question is one short line. */
    private static final int LONGEST_VALUE = 100;

    private Wording() {}

    /**
     * What is known when a turn is said.
     *
     * @param jurisdictionId null where an address is asked that belongs to no jurisdiction
     * @param jurisdictionName {@link #SOMEWHERE} as above
     * @param captured values from earlier replies, by name
     */
    public record Facts(@Nullable String jurisdictionId, String jurisdictionName, Map<String, String> captured) {
        public Facts {
            captured = Map.copyOf(captured);
        }

        /** Returns the facts before the first turn on an address that belongs to no jurisdiction. */
        public static Facts ofAddress() {
            return new Facts(null, SOMEWHERE, Map.of());
        }

        /** Returns these facts with the values of one more reply; a newer value replaces an older one. */
        public Facts with(Map<String, String> more) {
            Map<String, String> all = new LinkedHashMap<>(captured);
            all.putAll(more);
            return new Facts(jurisdictionId, jurisdictionName, all);
        }

        private Optional<String> value(String placeholder) {
            return switch (placeholder) {
                case NAME -> Optional.of(jurisdictionName);
                case ID -> Optional.ofNullable(jurisdictionId);
                default ->
                    placeholder.startsWith(CAPTURED)
                            ? Optional.ofNullable(captured.get(placeholder.substring(CAPTURED.length())))
                            : Optional.empty();
            };
        }
    }

    /** What came of filling. */
    public sealed interface Filled {
        /** The words to say. */
        record Words(String text) implements Filled {}

        /**
         * The turn cannot be said.
         *
         * @param placeholders those without a value, such as {@code captured.phone}, in order of appearance
         */
        record Missing(List<String> placeholders) implements Filled {
            public Missing {
                placeholders = List.copyOf(placeholders);
            }
        }
    }

    /** Fills the placeholders of a text. A value that looks like a placeholder itself is left as it is. */
    public static Filled fill(String text, Facts facts) {
        List<String> missing = placeholders(text).stream()
                .filter(name -> facts.value(name).isEmpty())
                .distinct()
                .collect(Collectors.toList());
        if (!missing.isEmpty()) {
            return new Filled.Missing(missing);
        }
        return new Filled.Words(PLACEHOLDER
                .matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(facts.value(match.group(1)).orElseThrow())));
    }

    /**
     * Returns the values that a turn takes from its reply, by name. A value that is not there, and a pattern that takes
     * too long on this reply, gives no entry; turns that use it are then {@link Filled.Missing}.
     */
    public static Map<String, String> capture(Turn turn, String reply) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Turn.Capture capture : turn.captures()) {
            if (Search.first(capture.pattern(), reply) instanceof Search.Found.Match match) {
                String value = oneLine(match.value());
                if (!value.isEmpty()) {
                    values.put(capture.name(), value);
                }
            }
        }
        return values;
    }

    static List<String> placeholders(String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** Returns whether a placeholder begins that does not end. */
    static boolean hasLooseEnd(String text) {
        return PLACEHOLDER.matcher(text).replaceAll("").contains("${");
    }

    static List<String> known(Collection<String> captured) {
        List<String> known = new ArrayList<>(List.of(NAME, ID));
        captured.forEach(name -> known.add(CAPTURED + name));
        return known;
    }

    static String placeholder(String name) {
        return "${" + name + "}";
    }

    private static String oneLine(String value) {
        String line = value.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Z}]+", " ").strip();
        int length = Math.min(LONGEST_VALUE, line.codePointCount(0, line.length()));
        return line.substring(0, line.offsetByCodePoints(0, length));
    }
}
