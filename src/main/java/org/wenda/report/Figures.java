package org.wenda.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How times are shown, and the few figures that sum them up. */
final class Figures {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Figures() {}

    static String show(Instant moment) {
        return MOMENT.format(moment);
    }

    /** Returns {@code 340 ms} below a second and {@code 2.03 s} above. */
    static @Nullable String show(@Nullable Duration duration) {
        if (duration == null) {
            return null;
        }
        double millis = duration.toNanos() / 1e6;
        return Math.abs(millis) < 999.5
                ? String.format(Locale.ROOT, "%.0f ms", millis)
                : String.format(Locale.ROOT, "%.2f s", millis / 1000);
    }

    /** Returns the smallest value that at least {@code share} of the values do not exceed; null if there are none. */
    static @Nullable Duration quantile(List<Duration> values, double share) {
        if (values.isEmpty()) {
            return null;
        }
        List<Duration> sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(1, rank) - 1);
    }
}
