package org.wenda.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.wenda.evidence.BagCheck;
import org.wenda.evidence.BagReport;
import org.wenda.evidence.Bags;
import org.wenda.evidence.RunDirectory;
import org.wenda.words.Message;
import org.wenda.words.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says of bundles whether they are complete and valid, or which of their files is not. Reads and changes nothing. */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {
    private final Wenda wenda;

    @Parameters(paramLabel = "BUNDLE|RUN", arity = "1..*", descriptionKey = "verify.what")
    private List<Path> what = List.of();

    @Option(names = "--format", paramLabel = "text,json", descriptionKey = "verify.format")
    private Format format = Format.text;

    /** How the result is printed; the names are those of the command line. */
    enum Format {
        text,
        json
    }

    VerifyCommand(Wenda wenda) {
        this.wenda = wenda;
    }

    @Override
    public Integer call() {
        List<Problem> problems = new ArrayList<>();
        List<BagReport> reports = new ArrayList<>();
        for (Path one : what) {
            for (Supplier<BagReport> check : checks(one, problems)) {
                BagReport report = check.get();
                reports.add(report);
                if (format == Format.text) {
                    BagLines.of(report, wenda.lang()).forEach(wenda.out()::println);
                    wenda.out().flush();
                }
            }
        }
        if (format == Format.json) {
            wenda.out().println(BagJson.of(reports, wenda.lang()));
        }
        wenda.complain(problems);
        return code(reports, problems).number();
    }

    /** What is to be checked, one bundle each. */
    private List<Supplier<BagReport>> checks(Path typed, List<Problem> problems) {
        Path folder = RunFolders.find(typed, wenda.home().reports());
        if (Files.isRegularFile(folder.resolve("run.json"))) {
            return ofRun(typed, RunDirectory.open(folder), problems);
        }
        if (BagCheck.isBag(folder)) {
            return List.of(() -> BagCheck.check(folder));
        }
        problems.add(new Problem(typed.toString(), words("verify.neither")));
        return List.of();
    }

    private static List<Supplier<BagReport>> ofRun(Path typed, RunDirectory run, List<Problem> problems) {
        List<Supplier<BagReport>> checks = new ArrayList<>();
        List<Path> all = Bags.folders(run);
        for (Path one : all) {
            // What was sealed and is gone is a bundle that is not complete; what was never sealed is none yet.
            if (!Files.exists(one) || BagCheck.isBag(one)) {
                checks.add(() -> Bags.check(run, one));
            } else {
                problems.add(new Problem(one.toString(), words("verify.unsealed", typed)));
            }
        }
        if (all.isEmpty()) {
            problems.add(new Problem(typed.toString(), words("verify.empty")));
        }
        return checks;
    }

    /** Decides the exit code. Pure. */
    static ExitCode code(List<BagReport> reports, List<Problem> problems) {
        if (!problems.isEmpty()) {
            return ExitCode.NEEDS_CORRECTING;
        }
        return reports.stream().allMatch(BagReport::isValid) ? ExitCode.DONE : ExitCode.GATE_FAILED;
    }

    private static Message words(String key, Object... args) {
        return Message.of(VerifyCommand.class, key, args);
    }
}
