package org.wenda.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.wenda.run.Printing;
import org.wenda.run.Reviewing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the pages and workbooks on which raters mark a run, each for one of them alone. */
@Command(name = "pack")
final class ReviewPackCommand implements Callable<Integer> {
    private static final int MOST_TARGETS = 1_000;

    private final Wenda wenda;

    @Parameters(paramLabel = "RUN", descriptionKey = "review.run")
    private Path run = Path.of("");

    @Option(names = "--raters", paramLabel = "NAME", split = ",", required = true, descriptionKey = "review.raters")
    private List<String> raters = List.of();

    @Option(names = "--targets", paramLabel = "COUNT", descriptionKey = "review.targets")
    private int targets = 4;

    @Option(names = "--seed", paramLabel = "NUMBER", descriptionKey = "review.seed")
    private long seed = 1;

    @Option(names = "--pdf", descriptionKey = "review.pdf")
    private boolean pdf;

    ReviewPackCommand(Wenda wenda) {
        this.wenda = wenda;
    }

    @Override
    public Integer call() {
        ReviewCommand.require("--targets", targets, 1, MOST_TARGETS);
        Path folder = RunFolders.find(run, wenda.home().reports());
        List<Path> written = Reviewing.pack(folder, raters, seed, targets, wenda.lang());
        written.forEach(wenda.out()::println);
        if (pdf) {
            Path manual = written.get(written.size() - 1);
            wenda.out().println(Printing.beside(manual, wenda.settings().browser()));
        }
        return ExitCode.DONE.number();
    }
}
