package org.wenda.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.wenda.words.InputException;
import org.wenda.words.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stands in the help for what the launcher script does: a program cannot well build itself while it runs. */
@Command(name = "test")
final class TestCommand implements Callable<Integer> {
    @Option(names = "--full", descriptionKey = "wenda.test.full")
    private boolean full;

    @Option(names = "--engine", paramLabel = "chrome|webkit", descriptionKey = "wenda.test.engine")
    private String engine = "";

    @Parameters(paramLabel = "MAVEN-ARGUMENT", arity = "0..*", descriptionKey = "wenda.test.arguments")
    private List<String> arguments = List.of();

    TestCommand(@SuppressWarnings("unused") Wenda wenda) {}

    @Override
    public Integer call() {
        String shown = full ? "--full" : engine.isEmpty() ? String.join(" ", arguments) : "--engine " + engine;
        throw new InputException("test " + shown, Message.of(TestCommand.class, "test.launcher"));
    }
}
