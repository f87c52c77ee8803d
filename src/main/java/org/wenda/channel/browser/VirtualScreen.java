package org.wenda.channel.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebDriverException;

/** A screen that nobody looks at (Xvfb), for a browser without a headless mode. Has a display number of its own. */
final class VirtualScreen implements AutoCloseable {
    private final Process program;
    private final String display;

    private VirtualScreen(Process program, String display) {
        this.program = program;
        this.display = display;
    }

    /** Starts a screen that a window of this size fits on. */
    static VirtualScreen start(Path xvfb, Dimension size) {
        String screen = size.getWidth() + "x" + size.getHeight() + "x24";
        Process process = null;
        try {
            // It chooses a free number, and says which once it takes clients.
            process = new ProcessBuilder(xvfb.toString(), "-displayfd", "1", "-screen", "0", screen, "-nolisten", "tcp")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
            String number = said.readLine();
            if (number == null) {
                throw new WebDriverException("the virtual screen " + xvfb + " did not start");
            }
            return new VirtualScreen(process, ":" + number.strip());
        } catch (IOException e) {
            if (process != null) {
                process.destroy();
            }
            throw new WebDriverException("the virtual screen " + xvfb + " did not start: " + e.getMessage(), e);
        }
    }

    /** Returns its name as in {@code DISPLAY}. */
    String display() {
        return display;
    }

    @Override
    public void close() {
        program.destroy();
    }
}
