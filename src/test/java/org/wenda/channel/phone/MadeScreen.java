package org.wenda.channel.phone;

import java.util.ArrayList;
import java.util.List;

/** A screen of 720 × 1600 pixels made of rows, in the order in which they are added. */
final class MadeScreen {
    private static final int ROW = 100;

    private final List<View> views = new ArrayList<>();
    private int top;

    MadeScreen says(String text) {
        return add("android.widget.TextView", text, "", false);
    }

    MadeScreen button(String text) {
        return add("android.widget.Button", text, "", true);
    }

    MadeScreen field(String hint) {
        return add("android.widget.EditText", "", hint, true);
    }

    /** Goes on so far down. */
    MadeScreen at(int pixels) {
        top = pixels;
        return this;
    }

    private MadeScreen add(String type, String text, String hint, boolean clickable) {
        Bounds bounds = new Bounds(0, top, 720, top + ROW);
        top += ROW;
        views.add(new View(
                type, "a.b", "", text, "", hint, true, clickable, false, false, false, false, bounds, List.of()));
        return this;
    }

    Screen screen() {
        Bounds display = new Bounds(0, 0, 720, 1600);
        return new Screen(
                display,
                new View("a.Frame", "a.b", "", "", "", "", true, false, false, false, false, false, display, views));
    }
}
