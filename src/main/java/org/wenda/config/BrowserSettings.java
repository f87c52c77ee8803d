package org.wenda.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which browser is used and how it is started.
 *
 * @param name which browser
 * @param binary the browser's program; null to let the driver find it
 * @param driver the driver's program; null to look in {@code PATH} and let Selenium Manager find it
 * @param headless whether it runs without a window
 * @param width of the window in CSS pixels
 * @param height of the window in CSS pixels
 * @param language what it asks pages for, such as {@code zh-CN}
 * @param arguments further program arguments
 * @param grid address of a Selenium Grid; null to start the browser on this machine
 * @param networkEvents whether the driver's network events (WebDriver BiDi) are used where they are offered
 */
public record BrowserSettings(
        Name name,
        @Nullable Path binary,
        @Nullable Path driver,
        boolean headless,
        int width,
        int height,
        String language,
        List<String> arguments,
        @Nullable URI grid,
        boolean networkEvents) {
    public BrowserSettings {
        arguments = List.copyOf(arguments);
    }

    /** The browsers that one key chooses between. */
    public enum Name {
        CHROME,
        /** Unverified: no geckodriver was at hand where this was written. */
        FIREFOX,
        /** Unverified: no Edge was at hand where this was written. */
        EDGE,
        /** WebKitGTK's own small browser; its driver tells nothing of requests and keeps one profile per session. */
        WEBKIT
    }
}
