package org.wenda.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wenda.channel.browser.PagePrinter;
import org.wenda.config.BrowserSettings;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;

/**
 * Prints the pages of a run as PDF: {@code index.pdf}, and one file for each target that was marked, beside
 * {@code index.html}. The bundles are left as they are.
 */
public final class Printing {
    private Printing() {}

    /**
     * Prints what {@link ReportPages} wrote.
     *
     * @return the files, the run's first
     * @throws org.wenda.words.MachineException if there is no browser on this machine that prints
     */
    public static List<Path> of(RunDirectory directory, BrowserSettings settings) {
        List<Path> printed = new ArrayList<>();
        try (PagePrinter printer = new PagePrinter(settings)) {
            printed.add(print(printer, directory.index(), directory.printedIndex()));
            for (RunRecord.PlannedTarget target :
                    directory.read().record().plan().targets()) {
                Path page = directory.marksPage(target.id());
                if (Files.exists(page)) {
                    printed.add(print(printer, page, directory.printed(target.id())));
                }
            }
        }
        return printed;
    }

    /**
     * Prints one page beside itself, under its own name: {@code manual.pdf} of {@code manual.html}.
     *
     * @throws org.wenda.words.MachineException if there is no browser on this machine that prints
     */
    public static Path beside(Path page, BrowserSettings settings) {
        String name = String.valueOf(page.getFileName()).replaceFirst("\\.html$", ".pdf");
        try (PagePrinter printer = new PagePrinter(settings)) {
            return print(printer, page, page.resolveSibling(name));
        }
    }

    private static Path print(PagePrinter printer, Path page, Path pdf) {
        try {
            return Files.write(pdf, printer.print(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
