package org.wenda.channel.browser;

import java.util.List;
import org.wenda.gallery.GalleryPage;
import org.wenda.gallery.Refusal;
import org.wenda.gallery.Truth;
import org.wenda.transcript.Outcome;

/**
 * What cannot be as everywhere on WebKit ({@code -Dwenda.engine=webkit}), by nature, each with its reason. All else is
 * asserted as on every engine; {@code docs/engines.md} has the table.
 */
final class WebKit {
    private static final boolean ASKED = "webkit".equals(System.getProperty("wenda.engine"));

    private WebKit() {}

    /**
     * Returns what a page showed.
     *
     * <p>NLUX hands each piece of a stream to a part of the page that it has drawn in a later frame, and drops what
     * comes before. WebKit's frame comes later than the first pieces: the page itself never shows them, so nobody can
     * hear them.
     */
    static Truth shown(GalleryPage page, Truth truth) {
        return ASKED && page == GalleryPage.NLUX && !truth.whole()
                ? new Truth(
                        truth.page(),
                        truth.question(),
                        truth.sentEpochMs(),
                        truth.firstMs(),
                        truth.completeMs(),
                        List.of(truth.seen()),
                        truth.options(),
                        truth.links(),
                        truth.sources(),
                        truth.pictures(),
                        truth.thinking(),
                        truth.controls(),
                        true,
                        "")
                : truth;
    }

    /**
     * Returns whether a refusal can only be told by the words on its page: neither the driver nor the page's own timing
     * tells the status of a document.
     */
    static boolean tellsWordsOnly() {
        return ASKED;
    }

    /** Returns what the words on the page of a refusal say. */
    static Outcome inWords(Refusal refusal) {
        return switch (refusal) {
            case FORBIDDEN, TOO_MANY -> Outcome.BLOCKED_WAF;
            case MAINTENANCE -> Outcome.UNREACHABLE;
            case CHALLENGE_412, CHALLENGE_202, LEGAL, BROKEN, MISSING -> Outcome.NO_CHATBOT;
        };
    }
}
