package org.wenda.channel.browser;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.PrintsPage;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.print.PageMargin;
import org.openqa.selenium.print.PageSize;
import org.openqa.selenium.print.PrintOptions;
import org.wenda.config.BrowserSettings;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/** Prints pages of our own as PDF, through the browser that the settings name. One thread at a time. */
public final class PagePrinter implements AutoCloseable {
    private static final Duration AT_MOST = Duration.ofMinutes(2);
    private static final double MARGIN_CM = 1.4;

    /** What is folded on the screen is read on paper; what is loaded on sight is wanted at once. */
    private static final String PREPARE = """
            const done = arguments[arguments.length - 1];
            for (const one of document.querySelectorAll('details')) one.open = true;
            const pictures = Array.from(document.images);
            for (const picture of pictures) picture.loading = 'eager';
            Promise.all(pictures.map((picture) => picture.decode().catch(() => null))).then(() => done(true));
            """;

    private final WebDriver driver;

    /**
     * Starts the browser.
     *
     * @throws MachineException if there is none on this machine that starts and prints
     */
    public PagePrinter(BrowserSettings settings) {
        if (settings.grid() != null) {
            throw new MachineException(Message.of(PagePrinter.class, "pdf.grid", settings.grid()), null);
        }
        driver = Browsers.start(settings);
        driver.manage().timeouts().pageLoadTimeout(AT_MOST).scriptTimeout(AT_MOST);
    }

    /**
     * Returns a page of the disk as PDF, on A4.
     *
     * @throws MachineException if the browser cannot print it
     */
    public byte[] print(Path page) {
        try {
            driver.get(page.toAbsolutePath().toUri().toString());
            ((JavascriptExecutor) driver).executeAsyncScript(PREPARE);
            PrintOptions options = new PrintOptions();
            options.setPageSize(PageSize.ISO_A4);
            options.setPageMargin(new PageMargin(MARGIN_CM, MARGIN_CM, MARGIN_CM, MARGIN_CM));
            options.setBackground(true);
            return Base64.getDecoder()
                    .decode(((PrintsPage) driver).print(options).getContent());
        } catch (WebDriverException | ClassCastException e) {
            throw new MachineException(Message.of(PagePrinter.class, "pdf.failed", page, firstLine(e)), e);
        }
    }

    private static String firstLine(RuntimeException fault) {
        return String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        driver.quit();
    }
}
