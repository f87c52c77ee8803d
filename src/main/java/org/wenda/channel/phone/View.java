package org.wenda.channel.phone;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One view as the accessibility tree tells of it. Its words come from an app and are hostile like a page's.
 *
 * @param type Android's class, such as {@code android.widget.TextView}
 * @param app package that drew it
 * @param id resource id; empty if it has none
 * @param text what it shows; empty where it shows only its hint
 * @param description what it is called to people who do not see it; empty if nothing
 * @param hint what an empty field shows; empty if nothing
 * @param leads whether a part of its text opens something when it is touched; which part the tree does not tell
 * @param bounds the part of it that can be seen
 * @param children in the order of the tree
 */
record View(
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
        boolean focused,
        boolean leads,
        Bounds bounds,
        List<View> children) {
    private static final String EDITS = "(?:.*\\.)?(?:EditText|.*EditText|AutoCompleteTextView)";

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
        return new View(
                type,
                app,
                id,
                text,
                description,
                hint,
                enabled,
                true,
                scrollable,
                password,
                focused,
                leads,
                bounds,
                children);
    }

    boolean edits() {
        return type.matches(EDITS);
    }

    boolean isPicture() {
        return type.endsWith("ImageView") || type.equals("android.widget.Image");
    }

    boolean lists() {
        return scrollable
                || type.endsWith("RecyclerView")
                || type.endsWith("ListView")
                || type.endsWith("ScrollView")
                || type.endsWith(".WebView");
    }
}
