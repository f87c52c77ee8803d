package org.wenda.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.wenda.run.Reviewing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the page of a spot check: marks drawn by lot, those of rules among them. */
@Command(name = "sample")
final class ReviewSampleCommand implements Callable<Integer> {
    private static final int MOST = 10_000;

    private final Wenda wenda;

    @Parameters(paramLabel = "RUN", descriptionKey = "review.run")
    private Path run = Path.of("");

    @Option(names = "--by", paramLabel = "NAME", required = true, descriptionKey = "review.checker")
    private String person = "";

    @Option(names = "--size", paramLabel = "COUNT", descriptionKey = "review.size")
    private int size = 100;

    @Option(names = "--seed", paramLabel = "NUMBER", descriptionKey = "review.sample.seed")
    private long seed = 1;

    ReviewSampleCommand(Wenda wenda) {
        this.wenda = wenda;
    }

    @Override
    public Integer call() {
        ReviewCommand.require("--size", size, 1, MOST);
        Path folder = RunFolders.find(run, wenda.home().reports());
        wenda.out().println(Reviewing.sample(folder, person, size, seed, wenda.lang()));
        return ExitCode.DONE.number();
    }
}
