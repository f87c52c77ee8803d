package org.wenda.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.wenda.channel.ChannelFactory;
import org.wenda.config.EvidenceSettings;
import org.wenda.config.Home;
import org.wenda.config.PacingSettings;
import org.wenda.config.PhoneSettings;
import org.wenda.config.Settings;
import org.wenda.demo.DemoBehaviour;
import org.wenda.demo.DemoCity;
import org.wenda.evidence.BagTerms;
import org.wenda.evidence.Bags;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.history.Question;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Jurisdictions;
import org.wenda.portal.Profiles;
import org.wenda.portal.Target;
import org.wenda.scenario.Scenario;
import org.wenda.scenario.Scenarios;
import org.wenda.score.Index;
import org.wenda.words.InputException;
import org.wenda.words.Lang;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/** Makes runs out of what a home folder holds, and opens the demonstration city for those that ask it. */
public final class Preparation implements AutoCloseable {
    private final Home home;
    private final Means means;
    private final PhoneSettings phone;
    private final int twice;
    private final List<Opened> opened = new ArrayList<>();
    /** Those that only their links are followed to. */
    private final List<DemoCity> cities = new ArrayList<>();

    /**
     * Prepares for runs on a home folder.
     *
     * @param stop whoever wants the runs to end says so here
     */
    public Preparation(Home home, Settings settings, ChannelFactory channels, Lang lang, Stop stop) {
        this.home = home;
        this.phone = settings.phone();
        this.twice = settings.run().twice();
        Pacer pacer = pacer(home, settings.pacing(), stop);
        this.means = new Means(
                channels,
                pacer,
                links(home, settings, pacer, stop),
                scoring(home),
                settings.links().clicks(),
                Profiles.in(home.folder()),
                Sealing.terms(settings.evidence()),
                settings.run().room(),
                localClock(),
                lang,
                stop);
    }

    /** Returns what follows links with the manners of every run on this home. */
    public static LinkStep links(Home home, Settings settings, Stop stop) {
        return links(home, settings, pacer(home, settings.pacing(), stop), stop);
    }

    /**
     * Returns what marks by the index of a home.
     *
     * @throws org.wenda.words.InputException with all problems of its index
     */
    public static Scoring scoring(Home home) {
        return new Scoring(Index.in(home.folder()));
    }

    /**
     * Marks a stored run once more and seals its bundles, which hold the marks.
     *
     * @throws org.wenda.words.InputException if it is no run, another program is at it, or the index or a scenario has
     *     problems
     */
    public static Scoring.Done score(Home home, EvidenceSettings settings, Path run) {
        Scoring scoring = scoring(home);
        BagTerms terms = Sealing.terms(settings);
        List<Scenario> scenarios = Scenarios.in(home.folder()).all();
        try (RunDirectory directory = RunDirectory.resume(run)) {
            Bags.open(directory);
            keepIndex(home, directory);
            Scoring.Done done = scoring.mark(directory, scenarios);
            return done.noting(Bags.seal(directory, terms, Clock.systemUTC().instant()));
        }
    }

    /** The run's pages name what it was marked by. */
    private static void keepIndex(Home home, RunDirectory directory) {
        Path own = home.scenarios().resolve("indicators.yaml");
        try {
            if (Files.exists(own)) {
                directory.keepInput("indicators.yaml", Files.readAllBytes(own));
            }
        } catch (IOException e) {
            throw new InputException(
                    own.toString(), Message.of(Preparation.class, "input-unreadable", own, e.toString()));
        }
    }

    private static LinkStep links(Home home, Settings settings, Pacer pacer, Stop stop) {
        Grounds grounds = new Grounds(id -> jurisdiction(home, id));
        return new LinkStep(pacer, settings.links(), grounds, localClock(), new Random(), stop);
    }

    private static Optional<Jurisdiction> jurisdiction(Home home, String id) {
        // A target that was typed as an address has no file.
        boolean hasFile = id.matches("[a-z0-9-]+")
                && Files.exists(home.scenarios().resolve("jurisdictions").resolve(id + ".yaml"));
        return hasFile ? Optional.of(Jurisdictions.in(home.folder()).byId(id)) : Optional.empty();
    }

    /** Returns a pacer that remembers what every run on this home has asked. */
    public static Pacer pacer(Home home, PacingSettings pacing, Stop stop) {
        return new Pacer(pacing, home.reports().resolve(".pacing"), localClock(), new Random(), stop);
    }

    /** Days and quiet hours are those of this machine. */
    private static Clock localClock() {
        return Clock.system(ZoneId.systemDefault());
    }

    /**
     * Begins a run.
     *
     * @param reports where its directory is made
     * @param commandLine the words after {@code wenda}, for the record
     * @throws org.wenda.words.InputException if the wish cannot be fulfilled
     */
    public Run begin(Wish wish, Path reports, List<String> commandLine, RunListener listener) {
        Instant now = means.clock().instant();
        Plan planned = Plan.of(wish, Jurisdictions.in(home.folder()), Scenarios.in(home.folder()));
        Plan plan = opened(planned.heldTwice(twice, now), Map.of());
        List<String> names = wish.all() ? List.of("all") : wish.whom();
        RunRecord record = Planned.record(plan, names, now, version(), commandLine, means.lang(), wish.keepRaw());
        Run run = Run.begin(reports, record, plan, means, listener);
        run.keepInputs(inputs(record));
        return run;
    }

    /**
     * Goes on with a run that was cut.
     *
     * @throws org.wenda.words.InputException if it is no run, another program is at it, or its scenarios have changed
     */
    public Run resume(Path run, RunListener listener) {
        return resume(run, Set.of(), listener);
    }

    /**
     * Asks some questions of a stored run once more, each in a conversation of its own, with those before it.
     *
     * @throws org.wenda.words.InputException if it is no run, another program is at it, or its scenarios have changed
     */
    public Run lookAgain(Path run, Set<Question> questions, RunListener listener) {
        return resume(run, questions, listener);
    }

    private Run resume(Path run, Set<Question> again, RunListener listener) {
        RunDirectory directory = RunDirectory.resume(run);
        try {
            Plan plan = Planned.again(
                    directory.record(),
                    Jurisdictions.in(home.folder()).all(),
                    Scenarios.in(home.folder()).all());
            Plan all = SecondLooks.in(
                    opened(plan, demoPorts(directory.record())),
                    directory.read().exchanges(),
                    again);
            Run resumed = Run.resume(directory, all, means, listener);
            resumed.keepInputs(inputs(directory.record()));
            return resumed;
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /**
     * Follows the links of a stored run once more.
     *
     * @throws org.wenda.words.InputException if it is no run, or another program is at it
     *     <p>The bundles stay open: they are sealed when the pages, which show the links, are made again.
     * @throws InterruptedException if somebody wanted it to end; the files are then as before
     */
    public LinkStep.Done followLinks(Path run, LinkStep.Listener listener) throws InterruptedException {
        try (RunDirectory directory = RunDirectory.resume(run)) {
            reopenDemo(directory.record());
            Bags.open(directory);
            try {
                LinkStep.Done done = means.links().follow(directory, listener);
                // Marks rest on where links lead.
                List<Problem> problems = new ArrayList<>(done.problems());
                problems.addAll(means.scoring()
                        .mark(directory, Scenarios.in(home.folder()).all())
                        .problems());
                return new LinkStep.Done(done.links(), problems);
            } catch (InterruptedException e) {
                Bags.seal(directory, means.bags(), means.clock().instant());
                throw e;
            }
        }
    }

    /** Returns the files that people wrote and that say what is asked and how it is marked, by their names. */
    private Map<String, Path> inputs(RunRecord record) {
        Map<String, Path> files = new TreeMap<>();
        record.plan().scenarios().forEach(scenario -> addInput(files, "standard/" + scenario.id() + ".yaml"));
        addInput(files, "indicators.yaml");
        return files;
    }

    private void addInput(Map<String, Path> files, String name) {
        Path file = home.scenarios().resolve(name);
        if (Files.isRegularFile(file)) {
            files.put(name, file);
        }
    }

    private void reopenDemo(RunRecord record) {
        demoPorts(record).values().forEach(port -> cities.add(DemoCity.start(DemoBehaviour.standard(), port)));
    }

    /** Links that the demonstration city offered lead to the ports at which it was open then, one for each target. */
    private static Map<String, Integer> demoPorts(RunRecord record) {
        Map<String, Integer> ports = new TreeMap<>();
        for (RunRecord.PlannedTarget target : record.plan().targets()) {
            URI address = target.address() == null ? null : URI.create(target.address());
            if (address != null && address.getPort() > 0 && target.id().matches("demo(-native)?-(web|mobile)")) {
                ports.put(target.id(), address.getPort());
            }
        }
        return ports;
    }

    /** A profile that cannot be read is for a person to correct before anybody is asked. */
    private void requireProfiles(Plan plan) {
        List<Problem> problems = new ArrayList<>();
        for (Target target : plan.targets()) {
            try {
                var unused = means.profiles().find(target.id());
            } catch (InputException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    /** @param ports where the demonstration city is to be open, by targets; anywhere for those that are not named */
    private Plan opened(Plan plan, Map<String, Integer> ports) {
        requireProfiles(plan);
        Channels.requirePhone(plan.targets(), phone);
        Map<String, Target> targets = new TreeMap<>();
        for (Target target : plan.targets()) {
            Opened open = Opened.of(target, ports.getOrDefault(target.id(), 0));
            opened.add(open);
            targets.put(target.id(), open.target());
        }
        return plan.with(targets);
    }

    private static String version() {
        return Objects.requireNonNullElse(Preparation.class.getPackage().getImplementationVersion(), "development");
    }

    /** Closes the demonstration city. */
    @Override
    public void close() {
        opened.forEach(Opened::close);
        cities.forEach(DemoCity::close);
    }
}
