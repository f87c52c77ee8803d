package org.wenda.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.wenda.review.Reviews;
import org.wenda.words.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes in what raters saved: all of it or nothing. */
@Command(name = "import")
final class ReviewImportCommand implements Callable<Integer> {
    private final Wenda wenda;

    @Parameters(index = "0", paramLabel = "RUN", descriptionKey = "review.run")
    private Path run = Path.of("");

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", descriptionKey = "review.files")
    private List<Path> files = List.of();

    ReviewImportCommand(Wenda wenda) {
        this.wenda = wenda;
    }

    @Override
    public Integer call() {
        Path folder = RunFolders.find(run, wenda.home().reports());
        Reviews.Imported imported =
                Reviews.of(folder).take(files, Clock.systemUTC().instant());
        wenda.say(Message.of(
                ReviewImportCommand.class,
                "review.imported",
                imported.files(),
                imported.taken(),
                imported.unchanged()));
        return ExitCode.DONE.number();
    }
}
