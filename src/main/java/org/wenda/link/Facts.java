package org.wenda.link;

import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * All that the verdict on one link is drawn from.
 *
 * @param last where the way ended, fragment included; null if the offered address is none that can be requested
 * @param page null if the last answer had no body
 * @param stopped what ended the way before an answer could be read; null if nothing did
 * @param challenge the mark of a check for programs in the page's scripts; empty if there was none
 * @param neighbour what a made-up address beside the last one led to; null if it was not asked
 * @param shown whether the page is as a browser showed it
 */
record Facts(
        OfferedLink link,
        List<Hop> hops,
        @Nullable HttpUrl last,
        @Nullable LandingPage page,
        @Nullable Reason stopped,
        String challenge,
        Matter matter,
        Site site,
        @Nullable Neighbour neighbour,
        boolean shown) {
    Facts {
        hops = List.copyOf(hops);
    }

    /** Returns the status of the last answer; 0 if there was none. */
    int status() {
        return hops.isEmpty() ? 0 : hops.get(hops.size() - 1).status();
    }

    boolean isHtml() {
        return page != null && MediaTypes.isPage(page.contentType());
    }

    /** Returns whether what is known of the page is only that scripts would build it. */
    boolean isBareShell() {
        return page != null && isHtml() && !shown && (page.shell() || (last != null && Shell.isRoute(last)));
    }

    Facts with(Neighbour asked) {
        return new Facts(link, hops, last, page, stopped, challenge, matter, site, asked, shown);
    }
}
