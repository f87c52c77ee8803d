package org.wenda.config;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which phone is used and how it is asked for. The demonstration city brings a simulated one and needs none of this but
 * {@code ear}.
 *
 * @param server address of an Appium server, a grid or a farm; null if there is none
 * @param automation the server's driver, such as {@code UiAutomator2}
 * @param device serial number of the phone, or UDID of an iPhone; null for any
 * @param version of the phone's system, such as {@code 17.4}; null for any
 * @param sessions how many phones may be used at once
 * @param ear how a chat is heard
 * @param attended how long a person gets to log in on the phone; zero: where an app wants to know who one is, the visit
 *     ends
 * @param capabilities what else a session is asked for, by full names such as {@code appium:noReset}; texts, whole
 *     numbers and truth values
 */
public record PhoneSettings(
        @Nullable URI server,
        String automation,
        @Nullable String device,
        @Nullable String version,
        int sessions,
        Ear ear,
        Duration attended,
        Map<String, Object> capabilities) {
    public PhoneSettings {
        capabilities = Map.copyOf(capabilities);
    }

    /** Returns the same with a person at the phone, who gets as long as the settings say, or else that long. */
    PhoneSettings attended(Duration otherwise) {
        return new PhoneSettings(
                server,
                automation,
                device,
                version,
                sessions,
                ear,
                attended.isZero() ? otherwise : attended,
                capabilities);
    }

    /** Returns whether it is an iPhone; every other driver is taken for one of Android's. */
    public boolean isIos() {
        return automation.equalsIgnoreCase("XCUITest");
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
