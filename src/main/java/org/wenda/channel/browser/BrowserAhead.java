package org.wenda.channel.browser;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriver;
import org.wenda.config.Settings;

/**
 * A browser that begins to start before anybody needs it: starting takes a second or more, in which files can be read.
 * Whoever comes first gets it; those who come later start their own. Safe to share between threads.
 */
public final class BrowserAhead implements AutoCloseable {
    private final Settings settings;
    private final AtomicReference<@Nullable CompletableFuture<Begun>> starting = new AtomicReference<>();

    /** Starts nothing yet. */
    public BrowserAhead(Settings settings) {
        this.settings = settings;
    }

    /** Begins to start it. That it cannot be started is told to whoever takes it. */
    public void begin() {
        CompletableFuture<Begun> browser = new CompletableFuture<>();
        if (starting.compareAndSet(null, browser)) {
            Thread thread = new Thread(() -> start(browser), "wenda-browser");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void start(CompletableFuture<Begun> browser) {
        try {
            browser.complete(start());
        } catch (RuntimeException | Error e) {
            browser.completeExceptionally(e);
        }
    }

    private Begun start() {
        WebDriver driver = Browsers.start(settings.browser(), BrowserChannel.scriptTimeout(settings));
        try {
            return Begun.of(driver, settings.browser().networkEvents());
        } catch (RuntimeException e) {
            Farewell.to(driver);
            throw e;
        }
    }

    /**
     * Returns the browser that was begun, once it has started, or a new one. It is then the caller's.
     *
     * @throws org.wenda.words.MachineException if it cannot be started
     */
    Begun take() {
        CompletableFuture<Begun> begun = starting.getAndSet(null);
        if (begun == null) {
            return start();
        }
        try {
            return begun.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Ends the browser if nobody took it. */
    @Override
    public void close() {
        CompletableFuture<Begun> begun = starting.getAndSet(null);
        if (begun != null) {
            begun.thenAccept(ready -> Farewell.to(ready.driver()))
                    .exceptionally(neverStarted -> null)
                    .join();
        }
    }
}
