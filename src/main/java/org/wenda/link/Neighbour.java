package org.wenda.link;

import java.util.HashSet;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What an address led to that was made up beside another, so that surely nothing is there.
 *
 * @param status 0 if no answer came
 * @param location where it was sent on to, resolved, without fragment; null if it was not
 * @param page null if there was none to read
 */
record Neighbour(
        HttpUrl address,
        int status,
        @Nullable HttpUrl location,
        @Nullable LandingPage page) {
    private static final double ALIKE = 0.9;
    private static final int PIECE = 3;

    /** Returns whether the made-up address answers as this page does, so that the page says nothing either. */
    boolean isLike(HttpUrl last, LandingPage other, boolean redirected) {
        if (location != null) {
            return redirected && location.equals(bare(last));
        }
        return status == 200
                && page != null
                && page.title().equals(other.title())
                && alike(page.text(), other.text()) >= ALIKE;
    }

    private static HttpUrl bare(HttpUrl url) {
        return url.newBuilder().fragment(null).build();
    }

    private static double alike(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        Set<String> pieces = pieces(one);
        Set<String> others = pieces(other);
        Set<String> common = new HashSet<>(pieces);
        common.retainAll(others);
        int all = pieces.size() + others.size() - common.size();
        return all == 0 ? 1 : (double) common.size() / all;
    }

    private static Set<String> pieces(String text) {
        Set<String> pieces = new HashSet<>();
        for (int i = 0; i + PIECE <= text.length(); i++) {
            pieces.add(text.substring(i, i + PIECE));
        }
        return pieces;
    }
}
