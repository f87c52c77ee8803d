package org.wenda.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Judges a stored run by the rules of a gate, once more or for the first time. Asks nobody. */
@Command(name = "gate")
final class GateCommand implements Callable<Integer> {
    private final Wenda wenda;

    @Parameters(paramLabel = "RUN", descriptionKey = "gate.run")
    private Path run = Path.of("");

    @Mixin
    private final Aftermath aftermath = new Aftermath();

    GateCommand(Wenda wenda) {
        this.wenda = wenda;
    }

    @Override
    public Integer call() {
        Path folder = RunFolders.find(run, wenda.home().reports());
        aftermath.orRulesIn(wenda.home().scenarios().resolve("gate.yaml"));
        aftermath.check(wenda);
        ExitCode code = aftermath.of(folder, ExitCode.DONE, wenda);
        wenda.out().println(folder.resolve("summary.json"));
        return code.number();
    }
}
