package org.wenda.channel.browser;

import org.openqa.selenium.WebDriver;
import org.wenda.channel.page.NetworkVoice;
import org.wenda.channel.page.PageScripts;

/** A running browser. */
record Session(WebDriver driver, PageScripts scripts, Frames frames, NetworkVoice network, Tabs tabs) {}
