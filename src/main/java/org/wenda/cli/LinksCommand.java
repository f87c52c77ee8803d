package org.wenda.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wenda.config.Settings;
import org.wenda.evidence.StoredLink;
import org.wenda.link.LinkTrace;
import org.wenda.link.Matter;
import org.wenda.link.Verdict;
import org.wenda.portal.Platform;
import org.wenda.portal.Targets;
import org.wenda.run.Channels;
import org.wenda.run.LinkStep;
import org.wenda.run.Pages;
import org.wenda.run.Preparation;
import org.wenda.run.ReportPages;
import org.wenda.run.Sealing;
import org.wenda.run.SteadyClock;
import org.wenda.run.Stop;
import org.wenda.words.InputException;
import org.wenda.words.Message;
import org.wenda.words.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Follows the links of a stored run once more, or addresses typed by hand. */
@Command(name = "links")
final class LinksCommand implements Callable<Integer> {
    /** Set by the launcher; see {@link RunSession}. */
    private static final String TERMINAL = "wenda.terminal";

    private final Wenda wenda;

    @Parameters(paramLabel = "RUN|ADDRESS", arity = "1..*", descriptionKey = "links.what")
    private List<String> what = List.of();

    @Option(names = "--matter", paramLabel = "WORDS", descriptionKey = "links.matter")
    private @Nullable String matter;

    @Option(names = "--format", paramLabel = "text,jsonl", descriptionKey = "links.format")
    private Format format = Format.text;

    /** How addresses are printed; the names are those of the command line. */
    enum Format {
        text,
        jsonl
    }

    LinksCommand(Wenda wenda) {
        this.wenda = wenda;
    }

    @Override
    public Integer call() throws Exception {
        Path run = run();
        return run == null ? addresses() : again(run);
    }

    private @Nullable Path run() {
        if (what.size() != 1) {
            return null;
        }
        try {
            Path folder = RunFolders.find(Path.of(what.get(0)), wenda.home().reports());
            return Files.isRegularFile(folder.resolve("run.json")) ? folder : null;
        } catch (InvalidPathException e) {
            return null; // Some systems have no such file names as addresses are.
        }
    }

    private int again(Path run) throws Exception {
        Settings settings = wenda.settings();
        Stop stop = new Stop();
        Progress progress = new Progress(wenda, Boolean.getBoolean(TERMINAL), SteadyClock.from(Clock.systemUTC()));
        try (Preparation preparation =
                new Preparation(wenda.home(), settings, Channels.of(wenda.home(), settings), wenda.lang(), stop)) {
            return Signals.during(stop::request, () -> {
                LinkStep.Done done = preparation.followLinks(run, progress);
                tellTable(done.links());
                return tellPages(run, done.problems());
            });
        }
    }

    private void tellTable(List<StoredLink> links) {
        Map<String, Map<Verdict, Integer>> byTarget = new TreeMap<>();
        links.forEach(link -> byTarget.computeIfAbsent(link.place().target(), target -> new EnumMap<>(Verdict.class))
                .merge(link.verdict(), 1, Integer::sum));
        byTarget.forEach((target, counts) -> {
            wenda.say(words(
                    "links.target",
                    target,
                    counts.values().stream().mapToInt(n -> n).sum()));
            counts.forEach((verdict, count) -> wenda.say(words("links.verdict", count, verdict.wire())));
        });
    }

    /** The pages show the verdicts, so they are made again as well, and then the bundles are sealed. */
    private int tellPages(Path run, List<Problem> lost) {
        wenda.note(Message.of(RunSession.class, "run.reporting"));
        Pages.Written written = new Sealing(new ReportPages(), wenda.settings().evidence())
                .again(run, wenda.lang(), Instant.now())
                .and(lost);
        wenda.complain(written.notes());
        if (written.disagreements().isEmpty()) {
            return ExitCode.DONE.number();
        }
        wenda.note(Message.of(
                RunSession.class, "run.disagreement", written.disagreements().size()));
        wenda.complain(written.disagreements());
        return ExitCode.MACHINE_BROKEN.number();
    }

    private int addresses() throws Exception {
        List<URI> addresses = typed();
        Settings settings = wenda.settings();
        Stop stop = new Stop();
        LinkStep step = Preparation.links(wenda.home(), settings, stop);
        Matter about = matter == null ? Matter.NONE : new Matter(matter, List.of());
        InOrder printed = new InOrder(addresses);
        Signals.during(stop::request, () -> {
            step.follow(addresses, about, printed);
            return ExitCode.DONE.number();
        });
        return code(printed.all()).number();
    }

    private List<URI> typed() {
        List<Problem> problems = new ArrayList<>();
        List<URI> addresses = new ArrayList<>();
        for (String one : what) {
            if (!Targets.looksLikeAddress(one)) {
                problems.add(new Problem(one, words("links.neither")));
                continue;
            }
            try {
                addresses.add(Objects.requireNonNull(
                        Targets.ofAddress(one, Platform.WEB).address()));
            } catch (InputException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return addresses;
    }

    /** Decides the exit code: whether everybody who was asked answered, whatever it was. Pure. */
    static ExitCode code(List<LinkTrace> traces) {
        boolean refused = traces.stream()
                .anyMatch(trace -> trace.verdict() == Verdict.BLOCKED_FOR_ROBOTS
                        || (trace.verdict() == Verdict.DEAD && TraceLine.status(trace) == 0));
        return refused ? ExitCode.TARGET_REFUSED : ExitCode.DONE;
    }

    /** Prints each as soon as all before it are printed. */
    private final class InOrder implements LinkStep.Hearer {
        private final List<URI> addresses;
        private final Map<Integer, LinkTrace> waiting = new TreeMap<>();
        private final List<LinkTrace> all = new ArrayList<>();

        InOrder(List<URI> addresses) {
            this.addresses = addresses;
        }

        @Override
        public synchronized void followed(int place, LinkTrace trace) {
            waiting.put(place, trace);
            LinkTrace next = waiting.remove(all.size());
            while (next != null) {
                print(addresses.get(all.size()), next);
                all.add(next);
                next = waiting.remove(all.size());
            }
        }

        private void print(URI address, LinkTrace trace) {
            wenda.out()
                    .println(
                            format == Format.jsonl
                                    ? TraceLine.of(address, trace, wenda.lang())
                                    : TraceLine.text(address, trace, wenda.lang()));
            wenda.out().flush();
        }

        synchronized List<LinkTrace> all() {
            return List.copyOf(all);
        }
    }

    private static Message words(String key, Object... args) {
        return Message.of(LinksCommand.class, key, args);
    }
}
