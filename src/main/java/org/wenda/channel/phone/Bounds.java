package org.wenda.channel.phone;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a view is on the screen, as the phone counts: in pixels on Android, in points on iOS. Right and bottom are the
 * first that it does not cover.
 */
record Bounds(int left, int top, int right, int bottom) {
    static final Bounds NONE = new Bounds(0, 0, 0, 0);

    private static final Pattern WRITTEN =
            Pattern.compile("\\[(-?\\d{1,6}),(-?\\d{1,6})]\\[(-?\\d{1,6}),(-?\\d{1,6})]");

    /** Reads bounds as Android writes them, such as {@code [0,48][720,144]}; {@link #NONE} if they are none. */
    static Bounds of(String written) {
        Matcher found = WRITTEN.matcher(written);
        return found.matches()
                ? new Bounds(number(found, 1), number(found, 2), number(found, 3), number(found, 4))
                : NONE;
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    int width() {
        return Math.max(0, right - left);
    }

    int height() {
        return Math.max(0, bottom - top);
    }

    int middle() {
        return top + height() / 2;
    }

    boolean isEmpty() {
        return width() == 0 || height() == 0;
    }

    /** Returns whether the other lies inside of these, edges included. */
    boolean holds(Bounds other) {
        return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
    }

    /** Returns how many pixels of height both cover. */
    int sharedHeight(Bounds other) {
        return Math.max(0, Math.min(bottom, other.bottom) - Math.max(top, other.top));
    }

    /** Returns how many pixels of width both cover. */
    int sharedWidth(Bounds other) {
        return Math.max(0, Math.min(right, other.right) - Math.max(left, other.left));
    }

    /** Returns these moved down, or up where {@code pixels} is negative. */
    Bounds down(int pixels) {
        return new Bounds(left, top + pixels, right, bottom + pixels);
    }

    /** Returns what both cover; {@link #NONE} if nothing. */
    Bounds common(Bounds other) {
        Bounds both = new Bounds(
                Math.max(left, other.left),
                Math.max(top, other.top),
                Math.min(right, other.right),
                Math.min(bottom, other.bottom));
        return both.isEmpty() ? NONE : both;
    }

    /** Returns these in a measure of which so many make one of this. */
    Bounds times(double scale) {
        return new Bounds(scaled(left, scale), scaled(top, scale), scaled(right, scale), scaled(bottom, scale));
    }

    private static int scaled(int place, double scale) {
        return (int) Math.round(place * scale);
    }

    /** Returns the smallest bounds that hold both. */
    Bounds with(Bounds other) {
        return new Bounds(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }
}
