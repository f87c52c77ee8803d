package org.wenda.run;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Target;
import org.wenda.scenario.Turn;
import org.wenda.transcript.Reply;

/** Fills the places in a turn's words, and takes from replies what fills later ones. Pure. */
final class Wording {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");

    /** A captured value goes into a question, and no citizen types more. */
    private static final int LONGEST_CAPTURE = 200;

    /** What a citizen calls the place when nobody told its name: an address typed by hand has none. */
    private static final String HERE = "本地";

    private Wording() {}

    /**
     * Returns the words to type, or nothing where a value is not known: half a question is not asked.
     *
     * @param captured what earlier turns captured, by name
     */
    static Optional<String> fill(String words, Target target, Map<String, String> captured) {
        Map<String, String> values = values(target, captured);
        if (!PLACE.matcher(words).results().allMatch(place -> values.containsKey(place.group(1)))) {
            return Optional.empty();
        }
        return Optional.of(PLACE.matcher(words)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), ""))));
    }

    /** Returns what the turn's patterns find in a reply; a pattern that finds nothing captures nothing. */
    static Map<String, String> capture(Turn turn, Reply reply) {
        Map<String, String> found = new TreeMap<>();
        for (Turn.Capture capture : turn.captures()) {
            Matcher matcher = Pattern.compile(capture.pattern()).matcher(reply.text());
            if (matcher.find()) {
                found.put(capture.name(), oneLine(matcher));
            }
        }
        return found;
    }

    private static String oneLine(Matcher matcher) {
        String group = matcher.groupCount() > 0 ? matcher.group(1) : null;
        String value = (group == null ? matcher.group() : group)
                .replaceAll("\\s+", " ")
                .strip();
        return value.substring(0, Math.min(value.length(), LONGEST_CAPTURE));
    }

    private static Map<String, String> values(Target target, Map<String, String> captured) {
        Map<String, String> values = new TreeMap<>();
        captured.forEach((name, value) -> values.put("captured." + name, value));
        Jurisdiction jurisdiction = target.jurisdiction();
        values.put("jurisdiction.name", jurisdiction == null ? HERE : jurisdiction.name());
        if (jurisdiction != null) {
            values.put("jurisdiction.nameEn", jurisdiction.nameEn());
            values.put("jurisdiction.id", jurisdiction.id());
        }
        return values;
    }
}
