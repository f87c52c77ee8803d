package org.wenda.cli;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a program's version that decides what fits. */
record VersionNumber(int major, int minor) implements Comparable<VersionNumber> {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})");
    private static final Comparator<VersionNumber> ORDER =
            Comparator.comparingInt(VersionNumber::major).thenComparingInt(VersionNumber::minor);

    /** Returns the first version in what a program says about itself. */
    static Optional<VersionNumber> in(String said) {
        Matcher shape = SHAPE.matcher(said);
        return shape.find()
                ? Optional.of(new VersionNumber(Integer.parseInt(shape.group(1)), Integer.parseInt(shape.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(VersionNumber other) {
        return ORDER.compare(this, other);
    }
}
