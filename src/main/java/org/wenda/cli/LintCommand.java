package org.wenda.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
        List<Problem> problems = named.isEmpty() ? ofHome() : ofNamed();
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        wenda.say(Message.of(LintCommand.class, "lint.clean", named.isEmpty() ? filesOfHome() : named.size()));
        return ExitCode.DONE.number();
    }

    private List<Problem> ofHome() {
        Path home = wenda.home().folder();
        return linters.stream()
                .flatMap(linter -> linter.checkHome().apply(home).stream())
                .toList();
    }

    private int filesOfHome() {
        Path home = wenda.home().folder();
        return linters.stream()
                .mapToInt(linter -> linter.files().apply(home).size())
                .sum();
    }

    private List<Problem> ofNamed() {
        List<Path> left = new ArrayList<>(named);
        List<Problem> problems = new ArrayList<>();
        for (Linter linter : linters) {
            List<Path> its = left.stream()
                    .filter(Files::isRegularFile)
                    .filter(linter.concerns())
                    .toList();
            left.removeAll(its);
            problems.addAll(linter.checkFiles().apply(its));
        }
        left.forEach(file -> problems.add(new Problem(file.toString(), stranger(file))));
        return problems;
    }

    private static Message stranger(Path file) {
        return Message.of(LintCommand.class, Files.isRegularFile(file) ? "lint.unknownKind" : "lint.noFile");
    }
}
