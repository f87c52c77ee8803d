package org.wenda.cli;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenda.run.Ending;
import org.wenda.run.ReportPages;
import org.wenda.run.Run;
import org.wenda.run.RunEnd;
import org.wenda.run.RunListener;
import org.wenda.run.SteadyClock;
import org.wenda.run.Stop;
import org.wenda.suite.Suite;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/** Sees a run through, and says how it went on the screen; what follows it is for {@link Aftermath}. */
final class RunSession {
    /** Set by the launcher, which can tell; Java cannot say whether standard error is a terminal. */
    private static final String TERMINAL = "wenda.terminal";

    private final Wenda wenda;

    RunSession(Wenda wenda) {
        this.wenda = wenda;
    }

    /** Returns a wish for the run to end when somebody says so, and at the deadline if there is one. */
    static Stop stopAt(@Nullable Deadline deadline) {
        Stop stop = new Stop();
        if (deadline != null) {
            Clock clock = Clock.system(ZoneId.systemDefault());
            stop.setDeadline(deadline.from(ZonedDateTime.now(clock)), clock);
        }
        return stop;
    }

    /** Returns how it ended. */
    RunEnd play(Function<RunListener, Run> beginning, int parallel) throws Exception {
        Progress progress = new Progress(wenda, Boolean.getBoolean(TERMINAL), SteadyClock.from(Clock.systemUTC()));
        try (Run run = beginning.apply(progress)) {
            return Signals.during(run::stop, () -> {
                Suite.play(run, parallel, wenda.lang());
                wenda.note(words("run.reporting"));
                RunEnd end = run.finish(new ReportPages());
                tell(end);
                return end;
            });
        }
    }

    private void tell(RunEnd end) {
        wenda.complain(end.pages().notes());
        tellLeft(end.left());
        if (!end.pages().disagreements().isEmpty()) {
            wenda.note(words("run.disagreement", end.pages().disagreements().size()));
            wenda.complain(end.pages().disagreements());
        }
        MachineException fault = end.fault();
        if (fault != null) {
            wenda.note(fault.said());
        }
        wenda.note(words(
                "run.totals",
                end.totals().asked(),
                end.totals().heard(),
                end.totals().stored()));
        if (end.totals().late() > 0) {
            wenda.note(words("run.late", end.totals().late()));
        }
        if (end.totals().steps() > 0) {
            wenda.note(words("run.steps", end.totals().steps()));
        }
        end.totals().byOutcome().forEach((outcome, count) -> wenda.note(words("run.outcome", count, outcome.wire())));
        wenda.note(words("run.ending." + end.ending().name(), end.directory()));
    }

    private void tellLeft(List<RunEnd.LeftErrand> left) {
        left.stream()
                .collect(Collectors.groupingBy(RunEnd.LeftErrand::why, LinkedHashMap::new, Collectors.counting()))
                .forEach((why, count) -> wenda.note(words("run.left", count, why)));
    }

    static ExitCode code(Ending ending) {
        return switch (ending) {
            case DONE -> ExitCode.DONE;
            case REFUSED -> ExitCode.TARGET_REFUSED;
            case IN_PART -> ExitCode.DONE_IN_PART;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
            case FAULTY -> ExitCode.MACHINE_BROKEN;
        };
    }

    private static Message words(String key, Object... args) {
        return Message.of(RunSession.class, key, args);
    }
}
