package org.wenda.evidence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which ids may become names of files. Whatever else comes along never reaches the disk. */
final class Ids {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");
    private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,119}");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LONGEST_NAMES = 60;

    private Ids() {}

    static boolean isId(String id) {
        return ID.matcher(id).matches() && !id.endsWith(".");
    }

    static boolean isRunId(String id) {
        return RUN_ID.matcher(id).matches() && !id.endsWith(".");
    }

    /**
     * Returns {@code id}; a wrong one is a fault of ours, since ids of people's files are checked when they are read.
     */
    static String checked(String id) {
        if (!isId(id)) {
            throw new IllegalArgumentException("not an id of small letters, digits, dots and hyphens: " + id);
        }
        return id;
    }

    static String runId(Instant start, List<String> names) {
        List<String> slugs = names.stream().map(Ids::slug).distinct().toList();
        String joined = String.join("-", slugs);
        if (joined.length() > LONGEST_NAMES) {
            String first = slugs.get(0);
            joined = first.substring(0, Math.min(first.length(), LONGEST_NAMES)) + "-and-" + (slugs.size() - 1)
                    + "-more";
        }
        return MOMENT.format(start) + (joined.isEmpty() ? "" : "-" + joined);
    }

    private static String slug(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
        String trimmed = plain.replaceAll("^[-.]+|[-.]+$", "");
        return trimmed.isEmpty() ? "target" : trimmed;
    }
}
