package org.wenda.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.EarlierRun;
import org.wenda.evidence.RunDirectory;
import org.wenda.gate.Gate;
import org.wenda.gate.Results;
import org.wenda.gate.RunSummary;
import org.wenda.gate.Webhook;
import org.wenda.history.Drift;
import org.wenda.run.RunEnd;
import org.wenda.run.Stop;
import org.wenda.words.Message;
import picocli.CommandLine.Option;

/** What follows a run that is over: what changed since an earlier one, a summary, a gate, and who is told. */
final class Aftermath {
    private static final String LAST = "last";

    @Option(names = "--gate", paramLabel = "FILE", descriptionKey = "gate.file")
    private @Nullable Path file;

    @Option(names = "--against", paramLabel = "RUN|last", descriptionKey = "gate.against")
    private @Nullable String against;

    @Option(names = "--notify", paramLabel = "plain,dingtalk,wecom,feishu", split = ",", descriptionKey = "gate.notify")
    private List<Webhook.Format> formats = List.of();

    private @Nullable Gate gate;
    private List<Webhook> webhooks = List.of();
    private @Nullable RunDirectory before;

    /**
     * Reads what it needs before the run begins, so that nobody learns hours later that a file is faulty.
     *
     * @throws org.wenda.words.InputException if something has to be corrected
     */
    void check(Wenda wenda) {
        gate = file == null ? null : Gate.in(file);
        webhooks = formats.stream()
                .map(format -> Webhook.of(format, System.getenv()))
                .toList();
        if (against != null) {
            var unused = new Comparison(wenda, new Stop(), 1).comparing();
        }
        before = against == null || against.equals(LAST)
                ? null
                : RunDirectory.open(
                        RunFolders.find(Path.of(against), wenda.home().reports()));
    }

    /** Uses the rules of a file that was not named. */
    void orRulesIn(Path otherwise) {
        file = file == null ? otherwise : file;
    }

    /**
     * Ends a run that has just been held: prints where it lies, compares it if somebody wished to, and does the rest.
     *
     * @param stop by which the run was to end, and by which second looks are
     * @return the exit code
     */
    int after(RunEnd end, Stop stop, int parallel, Wenda wenda) throws Exception {
        ExitCode code = RunSession.code(end.ending());
        wenda.out().println(end.index());
        if (against != null && !isStopped(code)) {
            code = compare(end.directory(), code, stop, parallel, wenda);
        }
        return of(end.directory(), code, wenda).number();
    }

    private ExitCode compare(Path folder, ExitCode code, Stop stop, int parallel, Wenda wenda) throws Exception {
        RunDirectory earlier =
                before == null ? EarlierRun.lastAlike(RunDirectory.open(folder)).orElse(null) : before;
        if (earlier == null) {
            wenda.note(words("against.none"));
            return code;
        }
        // The gate goes by the same one.
        before = earlier;
        boolean again = Comparison.isSameNight(folder);
        if (!again) {
            wenda.note(words("against.late", Comparison.SAME_NIGHT.toHours()));
        }
        Comparison.Made made = new Comparison(wenda, stop, parallel).of(earlier.root(), folder, List.of(), code, again);
        Drift.Found found = made.done().found();
        wenda.complain(made.done().unread());
        wenda.note(words("against.sum", earlier.id(), made.done().page()));
        wenda.note(Message.of(
                DiffCommand.class,
                "diff.sum",
                found.changes().size(),
                found.known().size(),
                found.withinChance(),
                found.questions(),
                found.targets()));
        return made.code();
    }

    private static boolean isStopped(ExitCode code) {
        return code == ExitCode.INTERRUPTED || code == ExitCode.MACHINE_BROKEN;
    }

    /**
     * Sums a run up, judges it and tells who asked for it.
     *
     * @param code how the run ended
     * @return {@code code}, or that a gate has failed; a run that somebody or something stopped is not judged
     */
    ExitCode of(Path folder, ExitCode code, Wenda wenda) {
        RunDirectory run = RunDirectory.open(folder);
        RunDirectory earlier = before == null ? RunSummary.before(run).orElse(null) : before;
        RunSummary summary = RunSummary.of(run, earlier);
        boolean stopped = isStopped(code);
        List<Gate.Finding> findings = gate == null || stopped ? null : gate.judge(summary);
        Results.write(run, summary, findings, wenda.lang());
        if (gate != null && stopped) {
            wenda.note(words("gate.stopped"));
        }
        boolean failed = findings != null && say(findings, wenda);
        tell(summary, findings, wenda);
        return failed ? ExitCode.GATE_FAILED : code;
    }

    /** Returns whether the gate has failed. */
    private static boolean say(List<Gate.Finding> findings, Wenda wenda) {
        List<Gate.Finding> failed =
                findings.stream().filter(finding -> !finding.kept()).toList();
        if (failed.isEmpty()) {
            wenda.note(words("gate.passed", findings.size()));
            return false;
        }
        wenda.note(words("gate.failed", failed.size(), findings.size()));
        failed.forEach(finding -> wenda.note(
                words("gate.finding", finding.target(), finding.rule().wire(), finding.reason())));
        return true;
    }

    private void tell(RunSummary summary, @Nullable List<Gate.Finding> findings, Wenda wenda) {
        List<Webhook> left = new ArrayList<>(webhooks);
        while (!left.isEmpty()) {
            try {
                Optional<Message> failure = left.remove(0).tell(summary, findings, wenda.lang(), Clock.systemUTC());
                failure.ifPresent(wenda::note);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static Message words(String key, Object... args) {
        return Message.of(Aftermath.class, key, args);
    }
}
