package org.wenda.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.wenda.run.Reviewing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the page on which a third person decides where raters differ. */
@Command(name = "settle")
final class ReviewSettleCommand implements Callable<Integer> {
    private final Wenda wenda;

    @Parameters(paramLabel = "RUN", descriptionKey = "review.run")
    private Path run = Path.of("");

    @Option(names = "--by", paramLabel = "NAME", required = true, descriptionKey = "review.settler")
    private String person = "";

    @Option(names = "--distance", paramLabel = "COUNT", descriptionKey = "review.distance")
    private int distance = 0;

    @Option(names = "--seed", paramLabel = "NUMBER", descriptionKey = "review.seed")
    private long seed = 1;

    ReviewSettleCommand(Wenda wenda) {
        this.wenda = wenda;
    }

    @Override
    public Integer call() {
        ReviewCommand.require("--distance", distance, 0, 3);
        Path folder = RunFolders.find(run, wenda.home().reports());
        wenda.out().println(Reviewing.settle(folder, person, distance, seed, wenda.lang()));
        return ExitCode.DONE.number();
    }
}
