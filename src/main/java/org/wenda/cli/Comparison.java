package org.wenda.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.wenda.config.Settings;
import org.wenda.evidence.EarlierRun;
import org.wenda.evidence.RunDirectory;
import org.wenda.history.BgeMeaning;
import org.wenda.history.Question;
import org.wenda.run.Channels;
import org.wenda.run.Comparing;
import org.wenda.run.Preparation;
import org.wenda.run.RunEnd;
import org.wenda.run.Stop;
import org.wenda.words.Message;

/**
 * Compares a run with an earlier one and, where that is wished, asks once more what differs before it is called
 * changed. Prints nothing but the progress of the second looks.
 */
final class Comparison {
    /** Another night is no second look at this one. */
    static final Duration SAME_NIGHT = Duration.ofHours(24);

    /** A chatbot that differs a third time differs. */
    private static final int MOST_LOOKS = 2;

    /** With the earlier of both runs a week; more nights take longer to read than they tell. */
    private static final int PAST = 6;

    private final Wenda wenda;
    private final Stop stop;
    private final int parallel;

    /** @param stop ends the second looks as well */
    Comparison(Wenda wenda, Stop stop, int parallel) {
        this.wenda = wenda;
        this.stop = stop;
        this.parallel = parallel;
    }

    /**
     * What came of it.
     *
     * @param code how the later run stands now
     */
    record Made(Comparing.Done done, ExitCode code) {}

    /**
     * Compares, and looks again while something differs that was asked too seldom. The last runs before the earlier one
     * tell what comes and goes.
     *
     * @param earlier runs before both, whose habits count
     * @param code how the later run stands
     * @throws org.wenda.words.InputException if one of them is no run, or both are the same
     */
    Made of(Path before, Path after, List<Path> earlier, ExitCode code, boolean again) throws Exception {
        Comparing comparing = comparing();
        Comparing.Done done = compare(comparing, before, after, earlier);
        ExitCode stands = code;
        for (int look = 0; look < MOST_LOOKS && again && canGoOn(stands); look++) {
            Set<Question> questions = done.found().lookAgain();
            if (questions.isEmpty()) {
                break;
            }
            stands = lookAgain(after, questions);
            done = compare(comparing, before, after, earlier);
        }
        return new Made(done, stands);
    }

    /**
     * Makes ready to compare.
     *
     * @throws org.wenda.words.InputException if the home's noise or accepted changes are faulty
     */
    Comparing comparing() {
        return new Comparing(wenda.home(), new BgeMeaning());
    }

    static boolean isSameNight(Path run) {
        Instant started = RunDirectory.open(run).record().startedAt();
        return started.isAfter(Instant.now().minus(SAME_NIGHT));
    }

    private static List<Path> lastBefore(Path run) {
        return EarlierRun.lastBefore(RunDirectory.open(run), PAST).stream()
                .map(RunDirectory::root)
                .toList();
    }

    private boolean canGoOn(ExitCode code) {
        return !stop.isOver() && code != ExitCode.INTERRUPTED && code != ExitCode.MACHINE_BROKEN;
    }

    private Comparing.Done compare(Comparing comparing, Path before, Path after, List<Path> earlier) {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        return comparing.compare(before, after, earlier, lastBefore(before), today, wenda.lang());
    }

    /** What the second look says of itself is progress. */
    private ExitCode lookAgain(Path run, Set<Question> questions) throws Exception {
        wenda.note(Message.of(Comparison.class, "diff.again", questions.size()));
        Settings settings = wenda.settings();
        try (Preparation preparation =
                new Preparation(wenda.home(), settings, Channels.of(wenda.home(), settings), wenda.lang(), stop)) {
            RunEnd end =
                    new RunSession(wenda).play(listener -> preparation.lookAgain(run, questions, listener), parallel);
            return RunSession.code(end.ending());
        }
    }
}
