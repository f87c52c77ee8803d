package org.wenda.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wenda.config.Home;
import org.wenda.words.InputException;
import org.wenda.words.Message;
import org.wenda.words.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reports all problems of all files that people write, or of the files named. */
@Command(name = "lint")
final class LintCommand implements Callable<Integer> {
    private final Wenda wenda;
    private final List<Linter> linters;

    @Parameters(paramLabel = "FILE", arity = "0..*", descriptionKey = "lint.files")
    private List<Path> named = List.of();

    LintCommand(Wenda wenda) {
        this(wenda, Linters.all());
    }

    LintCommand(Wenda wenda, List<Linter> linters) {
        this.wenda = wenda;
        this.linters = linters;
    }

    @Override
    public Integer call() {
        Home home = wenda.home();
        List<Problem> problems = new ArrayList<>(strangers(home));
        int checked = 0;
        for (Linter linter : linters) {
            List<Path> files = filesFor(linter, home);
            checked += files.size();
            if (!files.isEmpty()) {
                problems.addAll(linter.check(home, files));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        wenda.say(Message.of(LintCommand.class, "lint.clean", checked));
        return ExitCode.DONE.number();
    }

    private List<Path> filesFor(Linter linter, Home home) {
        if (named.isEmpty()) {
            return linter.files(home);
        }
        return named.stream()
                .filter(Files::isRegularFile)
                .filter(file -> reader(home, file).equals(Optional.of(linter)))
                .toList();
    }

    /** Returns the problems of named files that nobody checks. */
    private List<Problem> strangers(Home home) {
        return named.stream().flatMap(file -> stranger(home, file).stream()).toList();
    }

    private Optional<Problem> stranger(Home home, Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.of(new Problem(file.toString(), Message.of(LintCommand.class, "lint.noFile")));
        }
        return reader(home, file).isPresent()
                ? Optional.empty()
                : Optional.of(new Problem(file.toString(), Message.of(LintCommand.class, "lint.unknownKind")));
    }

    private Optional<Linter> reader(Home home, Path file) {
        return linters.stream().filter(linter -> linter.reads(home, file)).findFirst();
    }
}
