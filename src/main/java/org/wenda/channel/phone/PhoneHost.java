package org.wenda.channel.phone;

import java.net.URI;
import java.util.Map;

/** Where a phone is to be had. Belongs to one channel, which closes it. */
public interface PhoneHost extends AutoCloseable {
    /**
     * Waits until a phone is free and takes it, until {@link #giveBack}.
     *
     * @return address of the Appium server
     * @throws org.wenda.words.MachineException if there is none to be had, or the waiting was cut
     */
    URI take();

    /** Lets others have the phone. Harmless where none was taken. */
    void giveBack();

    /**
     * Returns what a session is asked for, such as {@code appium:automationName}.
     *
     * @param app the address that stands for the app
     */
    Map<String, Object> capabilities(URI app);

    /**
     * Returns the address that stands for what is really started.
     *
     * @param app the address by which the app is known; on another system it has another
     */
    default URI address(URI app) {
        return app;
    }

    /** Ends what was started to have a phone. Never throws. */
    @Override
    void close();
}
