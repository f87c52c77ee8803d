package org.wenda.run;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wenda.channel.ChannelFactory;
import org.wenda.portal.Platform;
import org.wenda.portal.Target;

/**
 * What one worker talks through: a browser that is started when it is first needed and kept for the next host, and the
 * phone with the app of the target that is being asked. Belongs to one thread, but for {@link #cut}.
 */
final class Seat implements AutoCloseable {
    private final ChannelFactory channels;
    private final Map<Platform, CuttableChannel> open = new EnumMap<>(Platform.class);
    private String app = "";

    Seat(ChannelFactory channels) {
        this.channels = channels;
    }

    /** @throws org.wenda.words.MachineException if it cannot be started */
    CuttableChannel channel(Target target) {
        Platform platform = target.platform();
        if (platform == Platform.MOBILE && !app.equals(target.id())) {
            drop(platform);
            app = target.id();
        }
        CuttableChannel ready = ready(platform);
        if (ready != null) {
            return ready;
        }
        // Starting takes seconds, in which somebody may want to cut.
        CuttableChannel started = new CuttableChannel(channels.start(target));
        synchronized (this) {
            open.put(platform, started);
        }
        return started;
    }

    private synchronized @Nullable CuttableChannel ready(Platform platform) {
        return open.get(platform);
    }

    /** Closes a channel that did not behave; the next visit starts a new one. */
    void drop(Platform platform) {
        CuttableChannel gone;
        synchronized (this) {
            gone = open.remove(platform);
        }
        if (gone != null) {
            gone.close();
        }
    }

    /** Stops waiting for a reply; for use by another thread once the run is to end. */
    synchronized void cut() {
        open.values().forEach(CuttableChannel::cut);
    }

    @Override
    public void close() {
        for (Platform platform : Platform.values()) {
            drop(platform);
        }
    }
}
