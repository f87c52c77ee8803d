package org.wenda.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.wenda.run.Preparation;
import org.wenda.run.Scoring;
import org.wenda.words.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Marks a stored run once more, and says what that changed. Asks nobody. */
@Command(name = "score")
final class ScoreCommand implements Callable<Integer> {
    private final Wenda wenda;

    @Parameters(paramLabel = "RUN", descriptionKey = "score.run")
    private Path run = Path.of("");

    @Option(names = "--format", paramLabel = "text,json", descriptionKey = "score.format")
    private Format format = Format.text;

    /** How marks are printed; the names are those of the command line. */
    enum Format {
        text,
        json
    }

    ScoreCommand(Wenda wenda) {
        this.wenda = wenda;
    }

    @Override
    public Integer call() {
        Path folder = RunFolders.find(run, wenda.home().reports());
        Scoring.Done done = Preparation.score(wenda.home(), wenda.settings().evidence(), folder);
        switch (format) {
            case text -> new ScoreTable(done, wenda.lang()).lines().forEach(wenda.out()::println);
            case json -> wenda.out().println(ScoreDocument.of(done));
        }
        wenda.out().flush();
        List<Problem> problems = new ArrayList<>(done.unread());
        problems.addAll(done.problems());
        wenda.complain(problems);
        return (problems.isEmpty() ? ExitCode.DONE : ExitCode.NEEDS_CORRECTING).number();
    }
}
