package org.wenda.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wenda.config.Home;
import org.wenda.config.Settings;
import org.wenda.config.SettingsFile;
import org.wenda.words.Lang;
import org.wenda.words.Message;
import org.wenda.words.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has, and what they stand for. Every command is given this one object. */
@Command(name = "wenda", synopsisSubcommandLabel = "COMMAND", versionProvider = Version.class)
final class Wenda implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;
    private final Lang lang;

    @Option(names = "--home", paramLabel = "DIR", scope = ScopeType.INHERIT, order = 90, descriptionKey = "option.home")
    private @Nullable Path home;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            arity = "1",
            scope = ScopeType.INHERIT,
            order = 91,
            descriptionKey = "option.set")
    private List<String> overrides = List.of();

    /** Only checked and shown by the parser: {@link SpokenLang} has read it before. */
    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            scope = ScopeType.INHERIT,
            order = 92,
            descriptionKey = "option.lang")
    @SuppressWarnings("UnusedVariable") // the parser acts on it
    private @Nullable Lang asked;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            order = 98,
            descriptionKey = "option.help")
    @SuppressWarnings("UnusedVariable") // the parser acts on it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            scope = ScopeType.INHERIT,
            order = 99,
            descriptionKey = "option.version")
    @SuppressWarnings("UnusedVariable") // the parser acts on it
    private boolean version;

    Wenda(PrintStream out, PrintStream err, Lang lang) {
        this.out = out;
        this.err = err;
        this.lang = lang;
    }

    /** Wenda by itself does nothing. */
    @Override
    public Integer call() {
        complain(List.of(new Problem("wenda", Message.of(Wenda.class, "arguments.noCommand"))));
        note(Message.of(Wenda.class, "arguments.help", "wenda"));
        return ExitCode.NEEDS_CORRECTING.number();
    }

    /** Returns where results go. */
    PrintStream out() {
        return out;
    }

    /** Returns where progress, notes and problems go. */
    PrintStream err() {
        return err;
    }

    Lang lang() {
        return lang;
    }

    /** @throws org.wenda.words.InputException if there is none */
    Home home() {
        String project = System.getProperty("wenda.root");
        return Home.of(home, Path.of(""), project == null ? null : Path.of(project));
    }

    /**
     * Returns what the home's {@code drivers.properties} and {@code --set} say.
     *
     * @throws org.wenda.words.InputException with all problems
     */
    Settings settings() {
        return SettingsFile.read(home().settingsFile(), overrides);
    }

    /** Returns {@code key=value} of each {@code --set}. */
    List<String> overrides() {
        return List.copyOf(overrides);
    }

    /** Prints a result. */
    void say(Message message) {
        out.println(message.in(lang));
    }

    /** Prints progress or a note. */
    void note(Message message) {
        err.println(message.in(lang));
    }

    /** Prints problems, one a line. */
    void complain(List<Problem> problems) {
        problems.forEach(problem -> err.println(problem.in(lang)));
    }
}
