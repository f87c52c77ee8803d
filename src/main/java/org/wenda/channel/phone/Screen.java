package org.wenda.channel.phone;

import java.util.stream.Stream;

/**
 * What the accessibility tree tells of the window in front.
 *
 * @param bounds of the display, as the phone counts: in pixels on Android, in points on iOS
 * @param root the window's outermost view
 */
record Screen(Bounds bounds, View root) {
    Stream<View> views() {
        return root.all();
    }

    /** Returns whether a page of the web is shown in it. */
    boolean holdsPage() {
        return views().anyMatch(View::isPage);
    }
}
