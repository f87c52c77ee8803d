package org.wenda.channel.browser;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.HasCapabilities;
import org.openqa.selenium.WebDriver;

/**
 * Ends a browser, also one that no longer answers: what does not go when it is asked to is killed with all that it
 * started. A browser on another machine is asked and no more; its grid ends it.
 */
final class Farewell {
    private static final Duration GOES_WITHIN = Duration.ofSeconds(10);

    private final WebDriver driver;

    private Farewell(WebDriver driver) {
        this.driver = driver;
    }

    /** Ends a browser that answers, as far as is known. */
    static void to(WebDriver driver) {
        Farewell farewell = new Farewell(driver);
        Quit quit = new Quit(driver);
        if (!quit.isOverWithin(GOES_WITHIN)) {
            farewell.insist(() -> quit);
            return;
        }
        // One of both that died leaves the other without anybody.
        if (quit.failed()) {
            farewell.browser().ifPresent(Farewell::kill);
        }
        farewell.program().ifPresent(Farewell::kill);
    }

    /** Ends a browser that does not answer: its driver would wait for it before it did what it is told next. */
    static void toSilent(WebDriver driver) {
        new Farewell(driver).insist(() -> new Quit(driver));
    }

    private void insist(Supplier<Quit> asking) {
        browser().ifPresent(Farewell::kill);
        Quit quit = asking.get();
        boolean over = quit.isOverWithin(GOES_WITHIN);
        program().ifPresent(Farewell::kill);
        if (!over) {
            quit.isOverWithin(GOES_WITHIN);
        }
    }

    /** Returns the driver's program, if this one started it and it has not ended. */
    private Optional<ProcessHandle> program() {
        if (driver instanceof LocalDriver local) {
            return Optional.of(local.program()).filter(ProcessHandle::isAlive);
        }
        String argument = "--port=" + port();
        return ProcessHandle.current()
                .children()
                .filter(child -> words(child).contains(argument))
                .findFirst();
    }

    /** Returns where the driver listens for those who listen to its events; -1 if nobody does. */
    private int port() {
        return driver instanceof HasCapabilities has
                        && has.getCapabilities().getCapability("webSocketUrl") instanceof String address
                ? URI.create(address).getPort()
                : -1;
    }

    private static List<String> words(ProcessHandle process) {
        return List.of(process.info().arguments().orElse(new String[0]));
    }

    private static void kill(ProcessHandle program) {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(program), program.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** Returns the browser on this machine: the one with the profile folder that its driver made for it alone. */
    private Optional<ProcessHandle> browser() {
        String folder = profile();
        if (folder == null) {
            return Optional.empty();
        }
        String argument = "--user-data-dir=" + folder;
        return ProcessHandle.allProcesses()
                .filter(process -> {
                    List<String> words = words(process);
                    return words.contains(argument) && words.stream().noneMatch(word -> word.startsWith("--type="));
                })
                .findFirst();
    }

    private @Nullable String profile() {
        return driver instanceof HasCapabilities has
                        && has.getCapabilities().getCapability("chrome") instanceof Map<?, ?> chrome
                        && chrome.get("userDataDir") instanceof String folder
                ? folder
                : null;
    }

    /** A driver that is told to end its session, which may take it minutes. */
    private static final class Quit {
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile boolean failed;

        Quit(WebDriver driver) {
            Thread thread = new Thread(() -> quit(driver), "wenda-quit");
            thread.setDaemon(true);
            thread.start();
        }

        private void quit(WebDriver driver) {
            try {
                driver.quit();
            } catch (RuntimeException alreadyGone) {
                failed = true;
            } finally {
                over.countDown();
            }
        }

        /** Whoever wants the run to end wants its browsers to end as well, so no interrupt cuts this short. */
        boolean isOverWithin(Duration time) {
            boolean interrupted = Thread.interrupted();
            try {
                return over.await(time.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
                return over.getCount() == 0;
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        boolean failed() {
            return failed;
        }
    }
}
