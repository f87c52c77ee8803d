package org.wenda.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testng.SkipException;

/** A disk of 160 MiB in memory that can be filled to its last byte. Only root may mount it. */
final class SmallDisk {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** @throws SkipException for anybody but root */
    static SmallDisk at(Path folder) throws IOException, InterruptedException {
        if (run("mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", folder.toString()) != 0) {
            throw new SkipException("only root may mount a disk");
        }
        return new SmallDisk(folder);
    }

    void fill() {
        byte[] much = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(ballast())) {
            while (true) {
                out.write(much);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    void makeRoom() throws IOException {
        Files.delete(ballast());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private static int run(String... line) throws IOException, InterruptedException {
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Takes it away with all that lies on it. */
    void unmount() throws IOException, InterruptedException {
        run("umount", "-l", folder.toString());
    }
}
