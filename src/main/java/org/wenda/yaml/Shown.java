package org.wenda.yaml;

/** How a piece of a file looks inside a message: on one line and not too long. */
final class Shown {
    private static final int LONGEST = 120;

    private Shown() {}

    static String of(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
