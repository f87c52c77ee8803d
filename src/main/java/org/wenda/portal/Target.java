package org.wenda.portal;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One jurisdiction on one platform: what is asked, scored and ranked.
 *
 * @param id such as {@code shanghai-web}; letters, digits and hyphens only, so it can name a directory
 * @param name what people call it, such as 上海
 * @param address where the visit begins; null if no address is known
 * @param jurisdiction null for an address typed by hand
 * @param app which app; null on the web, and on a phone where none is known
 */
public record Target(
        String id,
        String name,
        Platform platform,
        @Nullable URI address,
        @Nullable Jurisdiction jurisdiction,
        @Nullable App app) {
    /** A target that is no app. */
    public Target(
            String id, String name, Platform platform, @Nullable URI address, @Nullable Jurisdiction jurisdiction) {
        this(id, name, platform, address, jurisdiction, null);
    }

    /** Returns this target where it can be visited now. */
    public Target at(URI place) {
        return new Target(id, name, platform, place, jurisdiction, app);
    }

    /** Returns whether this is the app of the demonstration city, which there is on a simulated phone only. */
    public boolean isSimulated() {
        return app != null && jurisdiction != null && jurisdiction.level() == Level.DEMO;
    }

    /** Returns its English name; the Chinese one where it has none. */
    public String nameEn() {
        if (jurisdiction == null) {
            return name;
        }
        return isSimulated() ? jurisdiction.nameEn() + " (simulated phone, " + surface() + ")" : jurisdiction.nameEn();
    }

    private String surface() {
        App.Surface surface = app == null ? null : app.surface();
        return surface == App.Surface.NATIVE ? "native" : "WebView";
    }
}
