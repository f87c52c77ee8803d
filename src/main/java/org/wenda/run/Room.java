package org.wenda.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wenda.config.RoomSettings;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/**
 * The room that a run has on the disk. While there is too little all workers stand still, for a time: nothing is asked
 * whose answer could not be kept, and what was heard already is held until it can be stored. Makes no room itself.
 */
final class Room {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Path folder;
    private final RoomSettings settings;
    private final Sleeper sleeper;
    private final RunListener listener;
    private final LongSupplier nanos;
    /** Since when there is too little, in nanoseconds from anywhere; null while there is enough. */
    private @Nullable Long shortSince;

    private boolean givenUp;
    private Duration stood = Duration.ZERO;

    /**
     * Looks after a disk.
     *
     * @param folder where the run is stored
     * @param sleeper ends every wait when the run is to end
     * @param nanos the time that goes by, in nanoseconds from anywhere
     */
    Room(Path folder, RoomSettings settings, Sleeper sleeper, LongSupplier nanos, RunListener listener) {
        this.folder = folder;
        this.settings = settings;
        this.sleeper = sleeper;
        this.nanos = nanos;
        this.listener = listener;
    }

    /**
     * Returns once there is room for what will be heard.
     *
     * @throws MachineException if nobody made room in time
     */
    void require() {
        long free = free();
        while (free < settings.leastMebibytes()) {
            await(free);
            free = free();
        }
        found();
    }

    /**
     * Stores something, once there is room for it.
     *
     * @param storing may be called again; replaces or takes back what it left half done
     * @throws MachineException if it cannot be stored for another reason, or nobody made room in time
     */
    <T> T keep(Supplier<T> storing) {
        boolean had = false;
        while (true) {
            try {
                return storing.get();
            } catch (MachineException e) {
                boolean has = free() >= settings.leastMebibytes();
                if (has && had) {
                    throw e;
                }
                // Between the fault and this look somebody may have made room.
                had = has;
                requireOr(e);
            }
        }
    }

    /** That something cannot be stored says more than that there is no room. */
    private void requireOr(MachineException fault) {
        try {
            require();
        } catch (MachineException noRoom) {
            fault.addSuppressed(noRoom);
            throw fault;
        }
    }

    /** Does the same where storing returns nothing. */
    void store(Runnable storing) {
        var unused = keep(() -> {
            storing.run();
            return true;
        });
    }

    /** Returns how long the run stood still until now, in all. */
    synchronized Duration stoodStill() {
        return shortSince == null ? stood : stood.plusNanos(nanos.getAsLong() - shortSince);
    }

    /** Returns whether the time to wait is over, and there is still no room. */
    synchronized boolean isGivenUp() {
        return givenUp;
    }

    private void await(long free) {
        if (isOver(free)) {
            throw noRoom(free);
        }
        try {
            sleeper.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            throw noRoom(free);
        }
    }

    private synchronized boolean isOver(long free) {
        long now = nanos.getAsLong();
        if (shortSince == null) {
            shortSince = now;
            if (!settings.patience().isZero()) {
                listener.roomless(free, settings.leastMebibytes(), folder, settings.patience());
            }
        }
        givenUp = Duration.ofNanos(now - shortSince).compareTo(settings.patience()) >= 0;
        return givenUp;
    }

    private synchronized void found() {
        if (shortSince != null) {
            stood = stoodStill();
            shortSince = null;
            givenUp = false;
            listener.roomAgain(stood);
        }
    }

    private long free() {
        try {
            return Files.getFileStore(folder).getUsableSpace() >> 20;
        } catch (IOException e) {
            throw new MachineException(Message.of(Room.class, "room-unknown", folder, e.toString()), e);
        }
    }

    private MachineException noRoom(long free) {
        return new MachineException(Message.of(Room.class, "no-room", free, folder), null);
    }
}
