package org.wenda.channel.browser;

import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriver;

/**
 * A browser that was started, as far as it can be made ready before anything is known of the visit.
 *
 * @param events whether the browser's own events are listened to
 * @param network what those events tell of requests; null if they are not listened to
 */
record Begun(WebDriver driver, boolean events, @Nullable NetworkEvents network, Tabs tabs) {
    /** @param listens whether to listen to its events, if it offers them */
    static Begun of(WebDriver driver, boolean listens) {
        boolean events = listens && Browsers.offersEvents(driver);
        if (events) {
            Gate.refuseDownloads(driver);
        }
        return new Begun(driver, events, events ? new NetworkEvents(driver) : null, new Tabs(driver, events));
    }
}
