package org.wenda.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Locale;
import org.wenda.words.Lang;

/** The program: arguments in, exit code out. Builds the commands and nothing else. */
public final class Main {
    private final PrintStream out;
    private final PrintStream err;

    /**
     * @param out gets results
     * @param err gets progress, notes and problems
     */
    public Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String... args) {
        System.exit(new Main(utf8(FileDescriptor.out), utf8(FileDescriptor.err)).run(args));
    }

    /** Carries out one command line and returns the exit code. */
    public int run(String... args) {
        // Read only if a library logs something, so it costs nothing at the start.
        System.setProperty("java.util.logging.config.class", Logs.class.getName());
        Lang lang = SpokenLang.in(args, Locale.getDefault(Locale.Category.DISPLAY));
        return Commands.line(new Wenda(out, err, lang), args).execute(args);
    }

    /** Java 18 and newer write standard output in the terminal's charset, which drops Chinese where none is set. */
    private static PrintStream utf8(FileDescriptor where) {
        return new PrintStream(new FileOutputStream(where), true, UTF_8);
    }
}
