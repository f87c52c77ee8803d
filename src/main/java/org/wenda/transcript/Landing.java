package org.wenda.transcript;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What came of clicking one link of a conversation, as a citizen clicks it. All that a page said is hostile and cut to
 * a bounded length.
 *
 * @param exchange {@link Exchange#number()} of the reply that offered the link
 * @param text what the link reads, as in {@link Link#text()}
 * @param href the address as it was offered, as in {@link Link#href()}
 * @param where where the page opened
 * @param address where the click ended, after all redirects of any kind; null if nothing opened. Where an address was
 *     refused on the way it is that address, and nothing of it was read
 * @param title of the page; empty if it has none
 * @param heading the first heading that can be seen; empty if there is none
 * @param textExcerpt what a reader sees of the page, at most {@link #LONGEST_EXCERPT} characters
 * @param firstPaint from the trusted click until the page first showed something of its own; null if the page does not
 *     tell
 * @param load from the trusted click until the page had loaded; null if it does not tell, or had not at the limit
 * @param error stated bound of both times
 * @param clicksToService how many more clicks lead to a visible button for doing the matter online, such as 在线办理: 0
 *     where it stands on the page; null if none was found. The button itself is never pressed
 * @param survived whether the conversation stood afterwards as it did before: its last words are there and its input
 *     takes a question
 * @param reason what else has to be said of it, in English: why it was not clicked, what was refused on the way; null
 *     if nothing
 * @param picture the page as it was seen; null if none was kept
 */
public record Landing(
        int exchange,
        String text,
        String href,
        Where where,
        @Nullable String address,
        String title,
        String heading,
        String textExcerpt,
        @Nullable Duration firstPaint,
        @Nullable Duration load,
        Duration error,
        @Nullable Integer clicksToService,
        boolean survived,
        @Nullable String reason,
        @Nullable Evidence picture) {
    /** Characters that are kept of a page's text. */
    public static final int LONGEST_EXCERPT = 20_000;

    public Landing {
        if (textExcerpt.length() > LONGEST_EXCERPT) {
            throw new IllegalArgumentException("an excerpt of " + textExcerpt.length() + " characters");
        }
    }

    /** Returns the landing of a link that was left alone; the conversation stands as it did. */
    public static Landing notClicked(int exchange, Link link, String reason) {
        return new Landing(
                exchange,
                link.text(),
                link.href(),
                Where.NOT_CLICKED,
                null,
                "",
                "",
                "",
                null,
                null,
                Duration.ZERO,
                null,
                true,
                reason,
                null);
    }

    /** Returns the same landing with its picture. */
    public Landing with(Evidence kept) {
        return new Landing(
                exchange,
                text,
                href,
                where,
                address,
                title,
                heading,
                textExcerpt,
                firstPaint,
                load,
                error,
                clicksToService,
                survived,
                reason,
                kept);
    }

    /** Where a clicked link opened. A closed list that others rely on. */
    public enum Where {
        /** In place of the page that holds the conversation. */
        SAME_TAB("same-tab"),
        NEW_TAB("new-tab"),
        /** Inside the chatbot's own page: in a frame, or as another view of it. */
        IN_WIDGET("in-widget"),
        /** The page tried to open a window and the browser refused. */
        POPUP_BLOCKED("popup-blocked"),
        /** A page or dialog asked first whether to leave; it was followed once where it plainly led on. */
        LEAVE_SITE("leave-site"),
        /** A file was offered; it was not taken. */
        DOWNLOAD("download"),
        /** A page of the web inside the app. */
        IN_APP_PAGE("in-app-page"),
        /** A screen of the app's own. */
        IN_APP_SCREEN("in-app-screen"),
        /** The phone's browser, apart from the app. */
        EXTERNAL_BROWSER("external-browser"),
        /** A program inside another app, such as WeChat. */
        MINI_PROGRAM("mini-program"),
        /** Another app of the phone, such as the one that dials. */
        OTHER_APP("other-app"),
        /** Nothing came of the click. */
        NOTHING("nothing"),
        NOT_CLICKED("not-clicked");

        private final String wire;

        Where(String wire) {
            this.wire = wire;
        }

        /** Returns the name that stands in files, such as {@code same-tab}. */
        public String wire() {
            return wire;
        }

        /**
         * Returns the place of that name in files.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Where of(String wire) {
            return Arrays.stream(values())
                    .filter(where -> where.wire.equals(wire))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown place of a landing: " + wire));
        }
    }
}
