package org.wenda.channel.phone;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One view as the accessibility tree tells of it. Its words come from an app and are hostile like a page's.
 *
 * @param role what it is to a reader, whatever the phone calls it
 * @param type as the phone calls it, such as {@code android.widget.TextView} or {@code XCUIElementTypeStaticText}
 * @param app package or bundle that drew it
 * @param id resource id or accessibility identifier; empty if it has none
 * @param text what it shows; empty where it shows only its hint
 * @param description what it is called to people who do not see it; empty if nothing
 * @param hint what an empty field shows; empty if nothing
 * @param leads whether a part of its text opens something when it is touched; which part the tree does not tell
 * @param bounds the part of it that can be seen
 * @param children in the order of the tree
 */
record View(
        Role role,
        String type,
        String app,
        String id,
        String text,
        String description,
        String hint,
        boolean enabled,
        boolean clickable,
        boolean scrollable,
        boolean password,
        boolean leads,
        Bounds bounds,
        List<View> children) {
    /** What a view is to a reader. */
    enum Role {
        /** Takes typing. */
        FIELD,
        PICTURE,
        /** Holds more than it shows. */
        LIST,
        /** A row of a list, where the phone tells rows apart: touched as a whole in a menu, not in a conversation. */
        ROW,
        /** Shows a page of the web. */
        PAGE,
        /** A part of a text that opens something when it is touched; Android tells of none. */
        LINK,
        PLAIN
    }

    View {
        children = List.copyOf(children);
    }

    /** Returns this view and all below it, in the order of the tree. */
    Stream<View> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(View::all));
    }

    /** Returns what a person reads in it or hears of it; empty if nothing. */
    String words() {
        return text.isBlank() ? description.strip() : text.strip();
    }

    /** Returns its words, or else those of what it holds: a button is often a view around a text. */
    String label() {
        return words().isEmpty()
                ? children.stream()
                        .map(View::label)
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(" "))
                : words();
    }

    /** Returns this as something to press, because what it stands in is. */
    View pressable() {
        return with(hint, true, children);
    }

    /** Returns this without what it holds. */
    View alone() {
        return with(hint, clickable, List.of());
    }

    /** Returns this with something else for what an empty field shows. */
    View hinting(String other) {
        return with(other, clickable, children);
    }

    private View with(String otherHint, boolean pressed, List<View> others) {
        return new View(
                role,
                type,
                app,
                id,
                text,
                description,
                otherHint,
                enabled,
                pressed,
                scrollable,
                password,
                leads,
                bounds,
                others);
    }

    /**
     * Returns what the parts of its text read that lead somewhere, each once; none where the phone does not tell them.
     */
    List<String> parts() {
        return children.stream()
                .flatMap(View::all)
                .filter(view -> view.role() == Role.LINK && !view.words().isEmpty())
                .map(View::words)
                .distinct()
                .toList();
    }

    boolean edits() {
        return role == Role.FIELD;
    }

    boolean isPicture() {
        return role == Role.PICTURE;
    }

    boolean isPage() {
        return role == Role.PAGE;
    }

    boolean lists() {
        return scrollable || role == Role.LIST || role == Role.PAGE;
    }
}
