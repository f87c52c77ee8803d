package org.wenda.transcript;

/**
 * A file that was kept of a turn.
 *
 * @param kind what it shows
 * @param file its path below the target's {@code data} directory, parted by slashes
 */
public record Evidence(Kind kind, String file) {
    /** What a kept file shows. */
    public enum Kind {
        /** The chat window right before the question was sent. */
        BEFORE,
        /** The chat window once the reply had ended. */
        AFTER,
        /** The whole page, with the window in its place. */
        PAGE,
        /** The chat window once more had come after the end of the reply was told. */
        LATE,
        /** The page that a link of the conversation led to. */
        LANDING,
        /** One screen on the way to the chatbot, before something was pressed on it, and the last. */
        WAY,
        /** The reply as the page's own markup, stored as plain text. */
        DOM
    }
}
