package org.wenda.config;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which phone is used and how it is asked for. The demonstration city brings a simulated one and needs none of this but
 * {@code ear}.
 *
 * @param server address of an Appium server, a grid or a farm; null if there is none
 * @param automation the server's driver, such as {@code UiAutomator2}
 * @param device serial number of the phone; null for any
 * @param sessions how many phones may be used at once
 * @param ear how a chat is heard
 * @param capabilities what else a session is asked for, by full names such as {@code appium:noReset}; texts, whole
 *     numbers and truth values
 */
public record PhoneSettings(
        @Nullable URI server,
        String automation,
        @Nullable String device,
        int sessions,
        Ear ear,
        Map<String, Object> capabilities) {
    public PhoneSettings {
        capabilities = Map.copyOf(capabilities);
    }

    /** Which way of hearing a chat is used. */
    public enum Ear {
        /** Like a page of the web where a page holds the chat and lets it be looked into; elsewhere natively. */
        AUTO,
        /** Like a page of the web or not at all. */
        WEBVIEW,
        /** By the accessibility tree, wherever the chat is. */
        NATIVE
    }
}
