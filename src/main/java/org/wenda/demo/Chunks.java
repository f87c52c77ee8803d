package org.wenda.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into the uneven pieces of a stream. Links, bold words and table rows stay whole. Pure. */
final class Chunks {
    private static final Pattern WHOLE =
            Pattern.compile("\\[[^\\]]*]\\([^)]*\\)|\\*\\*[^*]+\\*\\*|(?m:^\\|.*\\n?)|(?m:^(?:###|-|\\d+\\.) )|.|\\n");

    private static final int[] SIZES = {6, 12, 4, 15, 9, 8, 2, 11};

    /** What the mean gap is multiplied by before a piece; their mean is 1. */
    private static final double[] GAPS = {0.4, 1.2, 0.6, 2.0, 0.2, 1.4, 1.0, 1.2};

    private Chunks() {}

    static List<String> of(String text) {
        List<String> chunks = new ArrayList<>();
        StringBuilder chunk = new StringBuilder();
        Matcher next = WHOLE.matcher(text);
        while (next.find()) {
            chunk.append(next.group());
            if (chunk.length() >= SIZES[chunks.size() % SIZES.length]) {
                chunks.add(chunk.toString());
                chunk.setLength(0);
            }
        }
        if (chunk.length() > 0) {
            chunks.add(chunk.toString());
        }
        return List.copyOf(chunks);
    }

    /** Returns the milliseconds to wait before the piece at {@code index}. */
    static double gapBefore(int index, double meanGap) {
        return meanGap * GAPS[index % GAPS.length];
    }
}
