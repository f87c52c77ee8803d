package org.wenda.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them in a settings file: {@code 500ms}, {@code 3s}, {@code 2m}, {@code 1h}. */
final class DurationText {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private DurationText() {}

    /** @throws IllegalArgumentException if the text is no time with its unit */
    static Duration parse(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw new IllegalArgumentException("no time with its unit: " + text);
        }
        long amount = Long.parseLong(shape.group(1));
        return switch (shape.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    /** Returns the text in the largest unit that needs no fraction. */
    static String of(Duration time) {
        if (time.isZero()) {
            return "0s";
        }
        if (time.toMillisPart() != 0) {
            return time.toMillis() + "ms";
        }
        if (time.toSecondsPart() != 0) {
            return time.toSeconds() + "s";
        }
        return time.toMinutesPart() != 0 ? time.toMinutes() + "m" : time.toHours() + "h";
    }
}
