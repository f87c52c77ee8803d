package org.wenda.channel.phone;

import java.util.ArrayList;
import java.util.List;

/** A screen of 720 × 1600 pixels made of rows, in the order in which they are added. */
final class MadeScreen {
    private static final int ROW = 100;

    private final List<View> views = new ArrayList<>();
    private int top;

    MadeScreen says(String text) {
        return add(View.Role.PLAIN, "android.widget.TextView", text, "", false);
    }

    MadeScreen button(String text) {
        return add(View.Role.PLAIN, "android.widget.Button", text, "", true);
    }

    MadeScreen field(String hint) {
        return add(View.Role.FIELD, "android.widget.EditText", "", hint, true);
    }

    /** Goes on so far down. */
    MadeScreen at(int pixels) {
        top = pixels;
        return this;
    }

    private MadeScreen add(View.Role role, String type, String text, String hint, boolean clickable) {
        Bounds bounds = new Bounds(0, top, 720, top + ROW);
        top += ROW;
        views.add(view(role, type, text, hint, clickable, bounds, List.of()));
        return this;
    }

    private static View view(
            View.Role role,
            String type,
            String text,
            String hint,
            boolean clickable,
            Bounds bounds,
            List<View> children) {
        return new View(role, type, "a.b", "", text, "", hint, true, clickable, false, false, false, bounds, children);
    }

    Screen screen() {
        Bounds display = new Bounds(0, 0, 720, 1600);
        return new Screen(display, view(View.Role.PLAIN, "a.Frame", "", "", false, display, views));
    }
}
