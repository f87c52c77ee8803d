package org.wenda.run;

import java.time.Clock;
import org.wenda.channel.ChannelFactory;
import org.wenda.channel.browser.BrowserChannel;
import org.wenda.config.Settings;

/** Which channel serves which platform. So far all are met in a browser. */
public final class Channels {
    private Channels() {}

    /** Returns what starts the channels of a run. */
    public static ChannelFactory of(Settings settings) {
        return platform -> new BrowserChannel(settings, Clock.systemUTC());
    }
}
