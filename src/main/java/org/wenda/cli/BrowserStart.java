package org.wenda.cli;

import org.wenda.config.BrowserSettings;

/** Starts a browser once, to see whether it can be used, and ends it again. */
interface BrowserStart {
    /**
     * Returns what was started, such as {@code chrome 156.0.8078.79}.
     *
     * @throws org.wenda.words.MachineException if it could not be started
     */
    String start(BrowserSettings settings);
}
