package org.wenda.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * When a run is to end, as somebody typed it: a time of day, or how long from now.
 *
 * @param time of day; null if it is a time from now
 * @param after from now; null if it is a time of day
 */
record Deadline(@Nullable LocalTime time, @Nullable Duration after) {
    private static final Pattern AFTER = Pattern.compile("([1-9]\\d{0,3})([smh])");

    /** Returns the next moment it stands for. */
    Instant from(ZonedDateTime now) {
        LocalTime clock = time;
        if (clock == null) {
            return now.plus(after == null ? Duration.ZERO : after).toInstant();
        }
        ZonedDateTime today = now.with(clock);
        return (today.isAfter(now) ? today : now.plusDays(1).with(clock)).toInstant();
    }

    static final class Converter implements ITypeConverter<Deadline> {
        @Override
        public Deadline convert(String typed) {
            Matcher after = AFTER.matcher(typed);
            if (after.matches()) {
                long amount = Long.parseLong(after.group(1));
                return new Deadline(
                        null,
                        switch (after.group(2)) {
                            case "s" -> Duration.ofSeconds(amount);
                            case "m" -> Duration.ofMinutes(amount);
                            default -> Duration.ofHours(amount);
                        });
            }
            try {
                return new Deadline(LocalTime.parse(typed), null);
            } catch (DateTimeException e) {
                throw new TypeConversionException("HH:MM, 90m, 5h");
            }
        }
    }
}
