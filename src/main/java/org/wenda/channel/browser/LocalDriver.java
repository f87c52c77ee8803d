package org.wenda.channel.browser;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.net.UrlChecker;
import org.openqa.selenium.remote.RemoteWebDriver;

/**
 * A browser behind a driver program that Selenium has no class for here: the program is started on a free port and ends
 * with the session. Every driver that speaks WebDriver and takes {@code --port} will do (geckodriver, msedgedriver,
 * WebKitWebDriver).
 */
final class LocalDriver extends RemoteWebDriver {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(20);

    private final Process program;

    private final @Nullable VirtualScreen screen;

    private LocalDriver(Running running, @Nullable VirtualScreen screen, Capabilities capabilities) {
        super(running.address(), capabilities);
        this.program = running.program();
        this.screen = screen;
    }

    /** The driver program and where it listens. */
    private record Running(Process program, URL address) {}

    /**
     * Starts the program and a session in it.
     *
     * @param environment what the program and its browser find in their environment besides our own
     * @param screen where the browser draws; closed with the session, and if it cannot be started; null for our own
     */
    static LocalDriver start(
            Path program, Capabilities capabilities, Map<String, String> environment, @Nullable VirtualScreen screen) {
        Running running = null;
        try {
            running = run(program, environment, screen);
            return new LocalDriver(running, screen, capabilities);
        } catch (WebDriverException e) {
            if (running != null) {
                running.program().destroy();
            }
            if (screen != null) {
                screen.close();
            }
            throw e;
        }
    }

    private static Running run(Path program, Map<String, String> environment, @Nullable VirtualScreen screen) {
        Process process = null;
        try {
            int port = freePort();
            ProcessBuilder builder = new ProcessBuilder(program.toString(), "--port=" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(environment);
            if (screen != null) {
                builder.environment().put("DISPLAY", screen.display());
            }
            process = builder.start();
            URI address = URI.create("http://127.0.0.1:" + port);
            new UrlChecker()
                    .waitUntilAvailable(
                            STARTS_WITHIN.toMillis(),
                            TimeUnit.MILLISECONDS,
                            address.resolve("/status").toURL());
            return new Running(process, address.toURL());
        } catch (IOException | UrlChecker.TimeoutException e) {
            if (process != null) {
                process.destroy();
            }
            throw new WebDriverException("the driver " + program + " did not start: " + e.getMessage(), e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    ProcessHandle program() {
        return program.toHandle();
    }

    @Override
    public void quit() {
        try {
            super.quit();
        } finally {
            program.destroy();
            if (screen != null) {
                screen.close();
            }
        }
    }
}
