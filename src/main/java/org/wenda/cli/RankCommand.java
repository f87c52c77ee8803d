package org.wenda.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wenda.run.Printing;
import org.wenda.run.Publication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ranks the targets of a stored run, and publishes the ranking beside it. Asks nobody. */
@Command(name = "rank")
final class RankCommand implements Callable<Integer> {
    private final Wenda wenda;

    @Parameters(paramLabel = "RUN", descriptionKey = "rank.run")
    private Path run = Path.of("");

    @Option(names = "--against", paramLabel = "EDITION|RUN", descriptionKey = "rank.against")
    private @Nullable String against;

    @Option(names = "--suggested", descriptionKey = "rank.suggested")
    private boolean suggested;

    @Option(names = "--pdf", descriptionKey = "rank.pdf")
    private boolean pdf;

    @Option(names = "--format", paramLabel = "text,json", descriptionKey = "rank.format")
    private Format format = Format.text;

    /** How the ranking is printed; the names are those of the command line. */
    enum Format {
        text,
        json
    }

    RankCommand(Wenda wenda) {
        this.wenda = wenda;
    }

    @Override
    public Integer call() {
        Path folder = RunFolders.find(run, wenda.home().reports());
        Publication.Done done = new Publication(wenda.home()).publish(folder, suggested, against, wenda.lang());
        switch (format) {
            case text -> {
                new RankTable(done, wenda.lang()).lines().forEach(wenda.out()::println);
                wenda.out().println(done.files().get(0));
            }
            case json -> wenda.out().println(done.document().strip());
        }
        if (pdf) {
            wenda.err()
                    .println(Printing.beside(
                            done.files().get(0), wenda.settings().browser()));
        }
        wenda.out().flush();
        wenda.complain(done.problems());
        return ExitCode.DONE.number();
    }
}
