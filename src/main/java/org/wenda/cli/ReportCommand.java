package org.wenda.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.wenda.evidence.RunDirectory;
import org.wenda.run.Pages;
import org.wenda.run.Printing;
import org.wenda.run.ReportPages;
import org.wenda.run.Sealing;
import org.wenda.words.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the pages and reports of a run again, from what is stored. */
@Command(name = "report")
final class ReportCommand implements Callable<Integer> {
    private final Wenda wenda;

    @Parameters(paramLabel = "RUN", descriptionKey = "report.run")
    private Path run = Path.of("");

    @Option(names = "--pdf", descriptionKey = "report.pdf")
    private boolean pdf;

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
        RunDirectory directory = RunDirectory.open(folder);
        wenda.out().println(directory.index());
        if (pdf) {
            Printing.of(directory, wenda.settings().browser()).forEach(wenda.out()::println);
        }
        return (written.disagreements().isEmpty() ? ExitCode.DONE : ExitCode.MACHINE_BROKEN).number();
    }
}
