package org.wenda.channel.phone;

import java.util.stream.Stream;

/**
 * What the accessibility tree tells of the window in front.
 *
 * @param bounds of the display
 * @param root the window's outermost view
 */
record Screen(Bounds bounds, View root) {
    Stream<View> views() {
        return root.all();
    }

    /** Returns whether a page of the web is shown in it. */
    boolean holdsPage() {
        return views().anyMatch(view -> view.type().endsWith(".WebView"));
    }
}
