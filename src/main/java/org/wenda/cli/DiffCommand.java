package org.wenda.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.wenda.history.Difference;
import org.wenda.history.Drift;
import org.wenda.history.Question;
import org.wenda.run.Comparing;
import org.wenda.run.Stop;
import org.wenda.words.InputException;
import org.wenda.words.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what really changed between two stored runs, and writes it into the later one. Asks nobody unless told to. */
@Command(name = "diff")
final class DiffCommand implements Callable<Integer> {
    private final Wenda wenda;

    @Parameters(index = "0", paramLabel = "RUN", descriptionKey = "diff.before")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "RUN", descriptionKey = "diff.after")
    private Path after = Path.of("");

    @Option(names = "--earlier", paramLabel = "RUN", arity = "1", split = ",", descriptionKey = "diff.earlier")
    private List<Path> earlier = List.of();

    @Option(names = "--again", descriptionKey = "diff.again")
    private boolean again;

    @Option(names = "--parallel", paramLabel = "N", descriptionKey = "run.parallel")
    private int parallel = 2;

    @Option(names = "--format", paramLabel = "text,json,html", descriptionKey = "diff.format")
    private Format format = Format.text;

    /** How changes are printed; the names are those of the command line. */
    enum Format {
        text,
        json,
        html
    }

    DiffCommand(Wenda wenda) {
        this.wenda = wenda;
    }

    @Override
    public Integer call() throws Exception {
        Path later = found(after);
        if (again && !Comparison.isSameNight(later)) {
            throw new InputException("--again", words("diff.late", Comparison.SAME_NIGHT.toHours()));
        }
        Comparison.Made made = new Comparison(wenda, new Stop(), parallel)
                .of(found(before), later, earlier.stream().map(this::found).toList(), ExitCode.DONE, again);
        if (again) {
            // What the run comes to rests on its second looks too.
            var unused = new Aftermath().of(later, made.code(), wenda);
        }
        tellAll(made.done());
        return made.code() == ExitCode.DONE && !made.done().unread().isEmpty()
                ? ExitCode.NEEDS_CORRECTING.number()
                : made.code().number();
    }

    private void tellAll(Comparing.Done done) {
        switch (format) {
            case text -> tell(done);
            case json -> wenda.out().println(done.document().strip());
            case html -> wenda.out().println(done.page());
        }
        wenda.out().flush();
        wenda.complain(done.unread());
    }

    private Path found(Path typed) {
        return RunFolders.find(typed, wenda.home().reports());
    }

    private void tell(Comparing.Done done) {
        Drift.Found found = done.found();
        found.changes().forEach(change -> wenda.out().println(plain(line(change))));
        found.changes().stream()
                .filter(change -> change.accepted() != null)
                .forEach(change -> wenda.say(
                        words("diff.expired", change.target(), change.kind().words(), until(change))));
        wenda.say(words(
                "diff.sum",
                found.changes().size(),
                found.known().size(),
                found.withinChance(),
                found.questions(),
                found.targets()));
        if (!found.notCompared().isEmpty()) {
            wenda.say(words("diff.not", found.notCompared().size()));
        }
        wenda.out().println(done.page());
    }

    private static Object until(Difference change) {
        return change.accepted() == null ? "" : change.accepted().until();
    }

    /** {@code demo-web residence-permit cost · facts and figures: …}. */
    private String line(Difference change) {
        Question question = change.question();
        String where = question == null
                ? change.target()
                : change.target() + " " + question.scenario() + " " + question.turn();
        return words("diff.line", where, change.kind().words(), change.what()).in(wenda.lang())
                + (change.lookedAgain() ? "" : " " + words("diff.once").in(wenda.lang()));
    }

    /** What a chatbot says must not move the cursor or hide the rest of a line. */
    private static String plain(String line) {
        return line.replaceAll("[\\p{Cntrl}\\p{Cf}\u2028\u2029]+", " ");
    }

    private static Message words(String key, Object... args) {
        return Message.of(DiffCommand.class, key, args);
    }
}
