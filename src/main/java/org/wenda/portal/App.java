package org.wenda.portal;

import org.jspecify.annotations.Nullable;

/**
 * A mobile app of a jurisdiction.
 *
 * @param name as citizens know it
 * @param android package id; null if not known
 * @param activity start activity of the Android app; null if not known
 * @param ios bundle id or store id; null if not known; see {@link #bundle}
 * @param note what a tester should know; null if nothing
 * @param surface what its chat is heard through; null to let the settings decide
 */
public record App(
        String name,
        @Nullable String android,
        @Nullable String activity,
        @Nullable String ios,
        Provenance provenance,
        @Nullable String note,
        @Nullable Surface surface) {
    /** What a chat in an app is heard through. */
    public enum Surface {
        /** A page of the web inside the app. */
        WEBVIEW,
        /** The app's own views, as the accessibility tree tells of them. */
        NATIVE
    }

    /** Returns the bundle id by which an iPhone starts it; null if only the store's id is known, or none. */
    public @Nullable String bundle() {
        return ios != null && ios.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+") ? ios : null;
    }
}
