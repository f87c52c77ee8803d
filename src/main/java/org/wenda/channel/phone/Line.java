package org.wenda.channel.phone;

import java.util.List;

/**
 * One line of a conversation on the screen: a text, a picture, or something to press.
 *
 * @param text what it reads; of a picture what it is called, empty if nothing
 * @param bounds the part of it that can be seen
 * @param bubble number of the message it belongs to; messages of one window count from its top
 * @param parts what those parts of it read that lead somewhere, each once; none where the phone does not tell them
 */
record Line(Side side, Kind kind, String text, Bounds bounds, int bubble, List<String> parts) {
    Line {
        parts = List.copyOf(parts);
    }

    /** A line of whose parts nothing is known. */
    Line(Side side, Kind kind, String text, Bounds bounds, int bubble) {
        this(side, kind, text, bounds, bubble, List.of());
    }

    /** Who said it. */
    enum Side {
        CHATBOT,
        CITIZEN,
        /** The app itself, in the middle: a notice. */
        NOBODY
    }

    /** What it is. */
    enum Kind {
        TEXT,
        /** A text that opens something when it is touched, or holds a part that does. */
        LINK,
        PICTURE,
        /** A choice that is offered. */
        OPTION,
        /** Something about an answer: rating, copying, calling a person. */
        CONTROL,
        /** A sign that more is to come. */
        BUSY,
        /** The heading of reasoning that comes before an answer. */
        THINKING
    }

    /** Returns whether it is a text of the message. */
    boolean reads() {
        return kind == Kind.TEXT || kind == Kind.LINK;
    }

    /** Returns what of it can be touched to be led somewhere: its parts, or all of it where they are not known. */
    List<String> links() {
        return parts.isEmpty() ? List.of(text) : parts;
    }

    Line of(int number) {
        return new Line(side, kind, text, bounds, number, parts);
    }

    Line at(Bounds elsewhere) {
        return new Line(side, kind, text, elsewhere, bubble, parts);
    }

    /** Returns whether both look alike apart from their height and where they are. */
    boolean looksLike(Line other) {
        return side == other.side
                && kind == other.kind
                && text.equals(other.text)
                && Math.abs(bounds.left() - other.bounds.left()) <= 2
                && Math.abs(bounds.right() - other.bounds.right()) <= 2;
    }
}
