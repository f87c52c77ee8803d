package org.wenda.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.config.RoomSettings;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/** Looks after a folder that lies on a full disk until somebody puts it on another one. */
public final class RoomTest implements RunListener {
    /** On Linux nothing is ever free there. */
    private static final Path FULL = Path.of("/proc");

    private final List<String> told = new ArrayList<>();
    private Path home = FULL;
    private Path folder = FULL;
    private Duration patience = Duration.ofMinutes(30);
    /** That went by; it does while the run sleeps. */
    private Duration time = Duration.ZERO;

    @BeforeMethod
    void fresh() throws IOException {
        told.clear();
        patience = Duration.ofMinutes(30);
        time = Duration.ZERO;
        home = Files.createTempDirectory("wenda-room");
        folder = Files.createSymbolicLink(home.resolve("disk"), FULL);
    }

    @AfterMethod
    void clean() throws IOException {
        Files.deleteIfExists(home.resolve("disk"));
        Files.delete(home);
    }

    @Test
    public void asksNothingThatCannotBeKept() {
        patience = Duration.ZERO;

        assertThatThrownBy(() -> room(this::makeRoom).require())
                .isInstanceOf(MachineException.class)
                .hasMessage("Not asked: only 0 MiB are free where " + folder
                        + " lies, and what is heard has to be kept. Free some, then go on with `wenda resume`.");
        assertThat(told).isEmpty();
    }

    @Test
    public void standsStillUntilThereIsRoom() {
        room(this::makeRoom).require();

        assertThat(told).containsExactly("0 of 64 MiB, at most PT30M", "again");
    }

    @Test
    public void storesWhatItHeldOnceThereIsRoom() {
        Room room = room(this::makeRoom);

        String stored = room.keep(() -> {
            if (!told.contains("again")) {
                throw new MachineException(Message.of(Room.class, "no-room", 0, folder), null);
            }
            return "stored";
        });

        assertThat(stored).isEqualTo("stored");
        assertThat(told).hasSize(2);
        assertThat(room.stoodStill()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    public void triesNothingThriceThatLacksNoRoom() {
        Room room = room(this::makeRoom);
        makeRoom(Duration.ZERO);
        AtomicInteger tries = new AtomicInteger();

        assertThatThrownBy(() -> room.keep(() -> {
                    tries.incrementAndGet();
                    throw new MachineException(Message.of(Room.class, "no-room", 99, folder), null);
                }))
                .isInstanceOf(MachineException.class);
        assertThat(tries).hasValue(2);
    }

    @Test
    public void waitsNoLongerThanTheRun() {
        Room room = room(slept -> {
            throw new InterruptedException();
        });

        assertThatThrownBy(room::require).isInstanceOf(MachineException.class);
        assertThat(room.isGivenUp()).isFalse();
    }

    @Test
    public void waitsOnlyOnceForRoomThatNobodyMakes() {
        patience = Duration.ofMillis(1200);
        AtomicInteger sleeps = new AtomicInteger();
        Room room = room(slept -> sleeps.incrementAndGet());

        assertThatThrownBy(room::require).isInstanceOf(MachineException.class);
        assertThatThrownBy(room::require).isInstanceOf(MachineException.class);
        assertThat(sleeps).hasValue(3);
        assertThat(room.isGivenUp()).isTrue();
    }

    private Room room(Sleeper sleeper) {
        Sleeper sleeping = slept -> {
            time = time.plus(slept);
            sleeper.sleep(slept);
        };
        return new Room(folder, new RoomSettings(64, patience), sleeping, () -> time.toNanos(), this);
    }

    /** What somebody does while the run sleeps. */
    private void makeRoom(Duration unused) {
        try {
            Files.delete(folder);
            Files.createSymbolicLink(folder, home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void roomless(long mebibytes, long needed, Path where, Duration atMost) {
        told.add(mebibytes + " of " + needed + " MiB, at most " + atMost);
    }

    @Override
    public void roomAgain(Duration stood) {
        told.add("again");
    }
}
