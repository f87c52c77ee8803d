package org.wenda.channel.browser;

import org.openqa.selenium.WebDriver;
import org.wenda.channel.page.NetworkVoice;
import org.wenda.channel.page.PageScripts;

/**
 * A running browser.
 *
 * @param events whether the browser's own events are listened to
 */
record Session(WebDriver driver, PageScripts scripts, Frames frames, NetworkVoice network, Tabs tabs, boolean events) {}
