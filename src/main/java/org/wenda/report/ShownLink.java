package org.wenda.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wenda.transcript.Link;

/**
 * A link of a reply as a page shows it: words and address as text, and only an honest web address can be clicked.
 *
 * @param href null if it must not be clicked: another scheme than http and https, a user name that hides the host, no
 *     address at all
 */
record ShownLink(
        List<Segment> text, List<Segment> address, @Nullable String href) {
    private static final int LONGEST = 2_000;

    static ShownLink of(Link link) {
        String address = link.href().length() > LONGEST ? link.href().substring(0, LONGEST) : link.href();
        return new ShownLink(
                Segment.of(link.text()), Segment.of(address), isClickable(link.href()) ? link.href() : null);
    }

    static boolean isClickable(String href) {
        if (href.length() > LONGEST) {
            return false;
        }
        try {
            URI address = new URI(href);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https"))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
