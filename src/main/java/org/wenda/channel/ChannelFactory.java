package org.wenda.channel;

import org.wenda.portal.Target;

/** Starts channels. Safe to share between threads. */
@FunctionalInterface
public interface ChannelFactory {
    /**
     * Starts what conversations with a target are held with.
     *
     * @param target decides by its platform and app; its address is told on each visit
     * @return a channel of the caller's own, who closes it
     * @throws org.wenda.words.MachineException if the browser or device cannot be started
     */
    Channel start(Target target);
}
