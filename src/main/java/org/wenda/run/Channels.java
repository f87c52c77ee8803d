package org.wenda.run;

import java.time.Clock;
import java.util.List;
import org.wenda.channel.ChannelFactory;
import org.wenda.channel.browser.BrowserChannel;
import org.wenda.config.Home;
import org.wenda.config.Settings;
import org.wenda.portal.Vendor;
import org.wenda.portal.Vendors;

/** Which channel serves which platform. So far all are met in a browser. */
public final class Channels {
    private Channels() {}

    /**
     * Returns what starts the channels of a run.
     *
     * @throws org.wenda.words.InputException if the files of the vendors have problems
     */
    public static ChannelFactory of(Home home, Settings settings) {
        List<Vendor> vendors = Vendors.in(home.folder());
        return platform -> new BrowserChannel(settings, vendors, Clock.systemUTC());
    }
}
