package org.wenda.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A piece of foreign text that can be shown as it is, or the name of a character in it that has no picture of its own.
 * Direction overrides, zero-width and control characters can make a page lie; here they stand in plain sight.
 *
 * @param text what to show
 * @param named whether it is the name of a character, such as {@code U+202E}
 */
record Segment(String text, boolean named) {
    /** Longer texts are cut in pages; the stored files have them whole. */
    static final int LONGEST = 20_000;

    /** Returns the text in pieces, at most {@link #LONGEST} characters of it. */
    static List<Segment> of(String text) {
        List<Segment> segments = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> {
            if (!isNamed(point)) {
                plain.appendCodePoint(point);
                return;
            }
            addPlain(segments, plain);
            segments.add(new Segment(String.format(Locale.ROOT, "U+%04X", point), true));
        });
        addPlain(segments, plain);
        return List.copyOf(segments);
    }

    /** Returns the same as one text, for places that know no markup. */
    static String plain(String text) {
        return of(text).stream()
                .map(segment -> segment.named ? "[" + segment.text + "]" : segment.text)
                .collect(Collectors.joining());
    }

    /** Returns how many characters {@link #of} leaves out. */
    static int cut(String text) {
        return Math.max(0, text.codePointCount(0, text.length()) - LONGEST);
    }

    private static void addPlain(List<Segment> segments, StringBuilder plain) {
        if (!plain.isEmpty()) {
            segments.add(new Segment(plain.toString(), false));
            plain.setLength(0);
        }
    }

    private static boolean isNamed(int point) {
        if (point == '\n' || point == '\t') {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> true;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED -> true;
            // Letters that are drawn as nothing.
            default -> point == 0x3164 || point == 0xFFA0 || point == 0x115F || point == 0x1160 || point == 0x2800;
        };
    }
}
