package org.wenda.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.wenda.words.InputException;
import org.wenda.words.Message;
import org.wenda.words.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What people do with what rules cannot mark: by itself nothing, its commands do it. */
@Command(name = "review", synopsisSubcommandLabel = "COMMAND")
final class ReviewCommand implements Callable<Integer> {
    private final Wenda wenda;

    private ReviewCommand(Wenda wenda) {
        this.wenda = wenda;
    }

    /** Returns the command with its own commands, in the order of a review. */
    static CommandLine line(Wenda wenda) {
        return new CommandLine(new ReviewCommand(wenda))
                .addSubcommand(new ReviewPackCommand(wenda))
                .addSubcommand(new ReviewImportCommand(wenda))
                .addSubcommand(new ReviewAgreeCommand(wenda))
                .addSubcommand(new ReviewSettleCommand(wenda))
                .addSubcommand(new ReviewSampleCommand(wenda));
    }

    @Override
    public Integer call() {
        wenda.complain(List.of(new Problem("wenda review", Message.of(Wenda.class, "arguments.noCommand"))));
        wenda.note(Message.of(Wenda.class, "arguments.help", "wenda review"));
        return ExitCode.NEEDS_CORRECTING.number();
    }

    /** @throws org.wenda.words.InputException if the number is out of bounds */
    static void require(String option, int number, int least, int most) {
        if (number < least || number > most) {
            throw new InputException(option, Message.of(ReviewCommand.class, "review.number", number, least, most));
        }
    }
}
