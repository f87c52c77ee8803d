package org.wenda.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wenda.config.Settings;
import org.wenda.run.Channels;
import org.wenda.run.Preparation;
import org.wenda.run.RunEnd;
import org.wenda.run.Stop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes on with a run that was cut. What was asked is not asked again. */
@Command(name = "resume")
final class ResumeCommand implements Callable<Integer> {
    private final Wenda wenda;

    @Parameters(paramLabel = "RUN", descriptionKey = "resume.run")
    private Path run = Path.of("");

    @Option(names = "--parallel", paramLabel = "N", descriptionKey = "run.parallel")
    private int parallel = 2;

    @Mixin
    private final Aftermath aftermath = new Aftermath();

    @Option(
            names = "--deadline",
            paramLabel = "HH:MM|5h",
            converter = Deadline.Converter.class,
            descriptionKey = "run.deadline")
    private @Nullable Deadline deadline;

    ResumeCommand(Wenda wenda) {
        this.wenda = wenda;
    }

    @Override
    public Integer call() throws Exception {
        aftermath.check(wenda);
        Settings settings = wenda.settings();
        Stop stop = RunSession.stopAt(deadline);
        RunEnd end;
        try (Preparation preparation =
                new Preparation(wenda.home(), settings, Channels.of(wenda.home(), settings), wenda.lang(), stop)) {
            Path directory = RunFolders.find(run, wenda.home().reports());
            end = new RunSession(wenda).play(listener -> preparation.resume(directory, listener), parallel);
        }
        return aftermath.after(end, stop, parallel, wenda);
    }
}
