package org.wenda.cli;

import java.util.ArrayList;
import java.util.List;
import org.wenda.words.InputException;
import org.wenda.words.MachineException;
import org.wenda.words.Message;
import org.wenda.words.Nearest;
import org.wenda.words.Problem;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said, and which exit code is returned, when a command did not go well. */
final class Failures {
    private final Wenda wenda;

    Failures(Wenda wenda) {
        this.wenda = wenda;
    }

    /** The arguments could not be understood. */
    int wrongArguments(ParameterException problem) {
        wenda.complain(problems(problem));
        wenda.note(words(
                "arguments.help", problem.getCommandLine().getCommandSpec().qualifiedName()));
        return ExitCode.NEEDS_CORRECTING.number();
    }

    /** A command threw. */
    int failed(Exception problem) {
        if (problem instanceof InputException input) {
            wenda.complain(input.problems());
            return ExitCode.NEEDS_CORRECTING.number();
        }
        if (problem instanceof MachineException machine) {
            wenda.note(machine.said());
            return ExitCode.MACHINE_BROKEN.number();
        }
        if (problem instanceof InterruptedException) {
            wenda.note(words("failure.interrupted"));
            return ExitCode.INTERRUPTED.number();
        }
        problem.printStackTrace(wenda.err());
        wenda.note(words("failure.ours", Version.number()));
        return ExitCode.MACHINE_BROKEN.number();
    }

    private static List<Problem> problems(ParameterException problem) {
        CommandSpec command = problem.getCommandLine().getCommandSpec();
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return unmatched.getUnmatched().stream()
                    .map(argument -> unknown(argument, command))
                    .toList();
        }
        if (problem instanceof MissingParameterException missing) {
            return missing.getMissing().stream()
                    .map(argument -> new Problem(name(argument), words("arguments.missing")))
                    .toList();
        }
        ArgSpec argument = problem.getArgSpec();
        String place = argument == null ? command.qualifiedName() : name(argument);
        String value = problem.getValue();
        Message message = value == null
                ? words("arguments.wrong", String.valueOf(problem.getMessage()))
                : words("arguments.notAccepted", value, argument == null ? "" : argument.paramLabel());
        return List.of(new Problem(place, message));
    }

    private static Problem unknown(String argument, CommandSpec command) {
        boolean option = argument.startsWith("-");
        boolean subcommand = !option && !command.subcommands().isEmpty();
        String what = option ? "option" : subcommand ? "command" : "argument";
        List<String> known = option
                ? optionNames(command)
                : List.copyOf(command.subcommands().keySet());
        List<String> nearest = Nearest.of(argument, known);
        Message message = nearest.isEmpty()
                ? words("arguments.unknown." + what)
                : words("arguments.unknownNear." + what, String.join(", ", nearest));
        return new Problem(argument, message);
    }

    private static List<String> optionNames(CommandSpec command) {
        List<String> names = new ArrayList<>();
        command.options().forEach(option -> names.add(option.longestName()));
        return names;
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static Message words(String key, Object... args) {
        return Message.of(Failures.class, key, args);
    }
}
