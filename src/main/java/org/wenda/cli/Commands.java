package org.wenda.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.List;
import java.util.ResourceBundle;
import java.util.function.Function;
import org.wenda.config.Variants;
import org.wenda.gate.Webhook;
import org.wenda.portal.Platform;
import org.wenda.words.Lang;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Every command, in the order of the help. To add one: one class, one row here, its words in {@code help.properties}.
 */
final class Commands {
    /** @param name as on the command line */
    private record Row(String name, Function<Wenda, Object> command) {}

    private static final List<Row> ALL = List.of(
            new Row("run", RunCommand::new),
            new Row("ask", AskCommand::new),
            new Row("discover", DiscoverCommand::new),
            new Row("resume", ResumeCommand::new),
            new Row("links", LinksCommand::new),
            new Row("score", ScoreCommand::new),
            new Row("rank", RankCommand::new),
            new Row("history", HistoryCommand::new),
            new Row("gate", GateCommand::new),
            new Row("report", ReportCommand::new),
            new Row("diff", DiffCommand::new),
            new Row("review", ReviewCommand::line),
            new Row("verify", VerifyCommand::new),
            new Row("lint", LintCommand::new),
            new Row("doctor", DoctorCommand::new),
            new Row("test", TestCommand::new));

    private Commands() {}

    /** Returns the parser of a command line that begins with these words. */
    static CommandLine line(Wenda wenda, String... words) {
        CommandLine line = new CommandLine(wenda);
        said(words).forEach(row -> line.addSubcommand(row.name(), row.command().apply(wenda)));
        Failures failures = new Failures(wenda);
        line.setResourceBundle(help(wenda.lang()));
        line.setParameterExceptionHandler((problem, args) -> failures.wrongArguments(problem));
        line.setExecutionExceptionHandler((problem, command, parsed) -> failures.failed(problem));
        line.registerConverter(Platform.class, (ITypeConverter<Platform>) Commands::platform);
        line.registerConverter(Variants.class, (ITypeConverter<Variants>) Commands::variants);
        line.registerConverter(Webhook.Format.class, (ITypeConverter<Webhook.Format>) Commands::webhook);
        line.registerConverter(Lang.class, (ITypeConverter<Lang>) Commands::lang);
        line.setOut(new PrintWriter(wenda.out(), true, UTF_8));
        line.setErr(new PrintWriter(wenda.err(), true, UTF_8));
        line.setUsageHelpAutoWidth(false).setUsageHelpWidth(100);
        line.setAdjustLineBreaksForWideCJKCharacters(true);
        return line;
    }

    /** Making sixteen commands ready takes a third of a second, which the one that is meant need not wait for. */
    private static List<Row> said(String... words) {
        return ALL.stream()
                .filter(row -> words.length > 0 && row.name().equals(words[0]))
                .findFirst()
                .map(List::of)
                .orElse(ALL);
    }

    /** The help's wording is in picocli's own patterns, so it is kept apart from the words of messages. */
    private static ResourceBundle help(Lang lang) {
        return ResourceBundle.getBundle(
                Commands.class.getPackageName() + ".help",
                lang.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Platform platform(String text) {
        return switch (text) {
            case "web" -> Platform.WEB;
            case "mobile" -> Platform.MOBILE;
            default -> throw new TypeConversionException("web, mobile");
        };
    }

    private static Variants variants(String text) {
        return switch (text) {
            case "none" -> Variants.NONE;
            case "web" -> Variants.WEB;
            case "one" -> Variants.ONE;
            case "all" -> Variants.ALL;
            default -> throw new TypeConversionException("none, web, one, all");
        };
    }

    private static Webhook.Format webhook(String text) {
        return List.of(Webhook.Format.values()).stream()
                .filter(format -> format.wire().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("plain, dingtalk, wecom, feishu"));
    }

    private static Lang lang(String text) {
        return switch (text) {
            case "zh" -> Lang.ZH;
            case "en" -> Lang.EN;
            default -> throw new TypeConversionException("zh, en");
        };
    }
}
