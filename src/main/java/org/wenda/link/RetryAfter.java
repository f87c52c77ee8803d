package org.wenda.link;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a host says about when to come again (RFC 9110, section 10.2.3). Pure. */
final class RetryAfter {
    private static final int DIGITS = 9;

    private RetryAfter() {}

    /** Returns seconds from {@code now}, not negative; empty if the host said nothing that can be read. */
    static OptionalLong seconds(@Nullable String said, Instant now) {
        if (said == null) {
            return OptionalLong.empty();
        }
        String value = said.strip();
        if (value.matches("\\d{1," + DIGITS + "}")) {
            return OptionalLong.of(Long.parseLong(value));
        }
        try {
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return OptionalLong.of(Math.max(0, Duration.between(now, until).toSeconds()));
        } catch (DateTimeException e) {
            // Neither seconds nor a date: the host said nothing.
            return OptionalLong.empty();
        }
    }
}
