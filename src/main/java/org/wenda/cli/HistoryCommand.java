package org.wenda.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wenda.history.year.TargetLine;
import org.wenda.portal.Platform;
import org.wenda.run.Retrospect;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the dated line of a jurisdiction's targets, from all runs below the reports. Asks nobody. */
@Command(name = "history")
final class HistoryCommand implements Callable<Integer> {
    private final Wenda wenda;

    @Parameters(paramLabel = "JURISDICTION", descriptionKey = "history.whom")
    private String whom = "";

    @Option(names = "--platform", paramLabel = "web,mobile", split = ",", descriptionKey = "history.platform")
    private List<Platform> platforms = List.of(Platform.WEB, Platform.MOBILE);

    @Option(names = "--since", paramLabel = "YYYY-MM-DD", descriptionKey = "history.since")
    private @Nullable LocalDate since;

    @Option(names = "--format", paramLabel = "text,json,html", descriptionKey = "history.format")
    private Format format = Format.text;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "history.out")
    private @Nullable Path out;

    /** How the line is shown; the names are those of the command line. */
    enum Format {
        text,
        json,
        html
    }

    HistoryCommand(Wenda wenda) {
        this.wenda = wenda;
    }

    @Override
    public Integer call() {
        Path home = wenda.home().folder();
        Path reports = out == null ? wenda.home().reports() : out;
        try (Retrospect retrospect = new Retrospect(home, reports)) {
            Retrospect.Seen seen = retrospect.at(whom, platforms, since);
            switch (format) {
                case text ->
                    seen.lines()
                            .forEach(line ->
                                    new HistoryTable(line, wenda.lang()).lines().forEach(wenda.out()::println));
                case json -> wenda.out().println(HistoryDocument.of(seen.lines()));
                case html -> {
                    for (TargetLine line : seen.lines()) {
                        wenda.out().println(retrospect.page(line, seen.problems(), wenda.lang()));
                    }
                }
            }
            wenda.out().flush();
            wenda.complain(seen.problems());
            return ExitCode.DONE.number();
        }
    }
}
