package org.wenda.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.wenda.evidence.RunDirectory;
import org.wenda.run.Pages;
import org.wenda.run.ReportPages;
import org.wenda.run.Sealing;
import org.wenda.words.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes the pages and reports of a run again, from what is stored. */
@Command(name = "report")
final class ReportCommand implements Callable<Integer> {
    private final Wenda wenda;

    @Parameters(paramLabel = "RUN", descriptionKey = "report.run")
    private Path run = Path.of("");

    ReportCommand(Wenda wenda) {
        this.wenda = wenda;
    }

    @Override
    public Integer call() {
        Path folder = RunFolders.find(run, wenda.home().reports());
        Pages.Written written =
                new Sealing(new ReportPages(), wenda.settings().evidence()).again(folder, wenda.lang(), Instant.now());
        wenda.complain(written.notes());
        if (!written.disagreements().isEmpty()) {
            wenda.note(Message.of(
                    RunSession.class,
                    "run.disagreement",
                    written.disagreements().size()));
            wenda.complain(written.disagreements());
        }
        wenda.out().println(RunDirectory.open(folder).index());
        return (written.disagreements().isEmpty() ? ExitCode.DONE : ExitCode.MACHINE_BROKEN).number();
    }
}
