package org.wenda.channel.phone;

import io.appium.java_client.AppiumDriver;
import io.appium.java_client.remote.SupportsContextSwitching;
import java.util.Map;
import java.util.Optional;

/**
 * What one kind of phone is asked by: chosen when a session begins, and the only place that knows which kind it is.
 * Throws what the driver throws.
 */
interface Handset {
    AppiumDriver driver();

    /** Returns the same driver as what turns to the pages inside an app. */
    SupportsContextSwitching contexts();

    /** Makes a screen of the tree that the phone wrote. */
    Screen screen(String source);

    /** Touches a place, as the phone counts. */
    void touch(int x, int y);

    /** Presses what the keyboard offers for sending. */
    void pressSend();

    /** Goes back to where one came from, as a person does. */
    void back();

    /**
     * Scrolls a list.
     *
     * @param direction {@code up} towards its beginning, or {@code down}
     * @param part how much of its height
     * @return false if it cannot be scrolled further, or was not moved at all
     */
    boolean scroll(Bounds list, String direction, double part);

    /** Returns which app is in front. */
    String app();

    /** Brings an app to the front, as it was left. */
    void activate(String app);

    /** Returns the context of the page of an app that can be looked into; empty if none is listed. */
    Optional<String> webContext();

    /** Returns what the phone runs, such as {@code Android 14}. */
    String system();

    /** Returns what the phone is called. */
    String model();

    /** Returns what a session was granted under a name, empty if nothing. */
    default String capability(String name) {
        Object value = driver().getCapabilities().getCapability(name);
        return value == null ? "" : value.toString();
    }

    /** Carries out one of the driver's own commands. */
    default Object run(String command, Map<String, Object> arguments) {
        Object result = driver().executeScript(command, arguments);
        return result == null ? "" : result;
    }
}
