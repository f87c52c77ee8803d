package org.wenda.channel;

import org.wenda.portal.Platform;

/** Starts channels. Safe to share between threads. */
@FunctionalInterface
public interface ChannelFactory {
    /**
     * Starts what conversations on a platform are held with.
     *
     * @return a channel of the caller's own, who closes it
     * @throws org.wenda.words.MachineException if the browser or device cannot be started
     */
    Channel start(Platform platform);
}
