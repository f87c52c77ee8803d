package org.wenda.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Jurisdictions;
import org.wenda.portal.Level;
import org.wenda.portal.Platform;
import org.wenda.portal.Target;
import org.wenda.portal.Targets;
import org.wenda.scenario.Scenario;
import org.wenda.scenario.Scenarios;
import org.wenda.transcript.Trial;
import org.wenda.words.InputException;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/**
 * Which conversations are to be held, in this order. Made without asking anybody anything.
 *
 * @param errands those of one target stand together, its ordinary conversations first
 * @param trials which conversations of it are held beside the ordinary ones
 */
public record Plan(List<Errand> errands, Trials trials) {
    /** More tells nothing new of a chatbot, and costs others who ask it. */
    static final int MOST_REPEATS = 20;

    public Plan {
        errands = List.copyOf(errands);
    }

    /** A plan of just these. */
    public Plan(List<Errand> errands) {
        this(errands, Trials.NONE);
    }

    /** Plans all scenarios for all targets. */
    static Plan of(Collection<Target> targets, List<Scenario> scenarios, Trials trials) {
        return new Plan(
                targets.stream()
                        .flatMap(target -> errands(target, scenarios, trials))
                        .toList(),
                trials);
    }

    /** What is asked beside comes last: a budget that is spent early costs no ordinary conversation. */
    private static Stream<Errand> errands(Target target, List<Scenario> scenarios, Trials trials) {
        return Stream.concat(
                scenarios.stream().map(scenario -> new Errand(target, scenario)),
                scenarios.stream().flatMap(scenario -> trials.of(target, scenario).stream()));
    }

    /**
     * Makes a plan of a wish. The demonstration city has no real address in it; see {@link #with}.
     *
     * @throws InputException with everything about the wish that cannot be fulfilled
     */
    public static Plan of(Wish wish, Jurisdictions jurisdictions, Scenarios scenarios) {
        List<Problem> problems = new ArrayList<>(ofTrials(wish.trials()));
        Map<String, Target> targets = new LinkedHashMap<>();
        if (wish.all()) {
            gather(problems, () -> all(jurisdictions, wish.platforms()))
                    .orElse(List.of())
                    .forEach(one -> targets.put(one.id(), one));
        }
        for (String name : wish.whom()) {
            gather(problems, () -> targets(name, jurisdictions, wish.platforms()))
                    .orElse(List.of())
                    .forEach(one -> targets.put(one.id(), one));
        }
        List<Scenario> wanted = wanted(wish.scenarios(), scenarios, problems);
        if (targets.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem("run", Message.of(Plan.class, "nobody-named")));
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return of(targets.values(), wanted, wish.trials());
    }

    /**
     * Returns the plan of a night: one conversation of so many is held twice, so that it is known how a chatbot's
     * answers differ by themselves. A plan for one jurisdiction, or one that repeats everything anyway, stays as it is.
     *
     * @param oneIn of how many; 0 for none
     * @param began when the run began, which decides whose turn it is
     */
    Plan heldTwice(int oneIn, Instant began) {
        if (oneIn == 0 || trials.repeat() > 1 || places() < 2) {
            return this;
        }
        Trials more = new Trials(trials.variants(), trials.repeat(), oneIn);
        List<Target> targets = targets();
        List<Scenario> scenarios = scenarios();
        List<Errand> all = new ArrayList<>();
        for (int place = 0; place < targets.size(); place++) {
            int at = place;
            Target target = targets.get(place);
            errands.stream().filter(errand -> errand.target().equals(target)).forEach(all::add);
            IntStream.range(0, scenarios.size())
                    .filter(scenario -> more.isTwice(at, scenario, began))
                    .mapToObj(scenario -> new Errand(target, scenarios.get(scenario), new Trial(null, 2)))
                    .forEach(all::add);
        }
        return new Plan(all, more);
    }

    private long places() {
        return targets().stream().map(Plan::place).distinct().count();
    }

    private static String place(Target target) {
        Jurisdiction jurisdiction = target.jurisdiction();
        return jurisdiction == null ? target.id() : jurisdiction.id();
    }

    private static List<Problem> ofTrials(Trials trials) {
        return trials.repeat() >= 1 && trials.repeat() <= MOST_REPEATS
                ? List.of()
                : List.of(new Problem(
                        "--repeat " + trials.repeat(), Message.of(Plan.class, "repeat-range", MOST_REPEATS)));
    }

    private static List<Target> all(Jurisdictions jurisdictions, List<Platform> platforms) {
        return jurisdictions.all().stream()
                .filter(jurisdiction -> jurisdiction.level() != Level.DEMO)
                .flatMap(jurisdiction ->
                        platforms.stream().flatMap(platform -> Targets.all(jurisdiction, platform).stream()))
                .toList();
    }

    private static List<Target> targets(String name, Jurisdictions jurisdictions, List<Platform> platforms) {
        return platforms.stream()
                .flatMap(platform -> targets(name, jurisdictions, platform).stream())
                .toList();
    }

    private static List<Target> targets(String name, Jurisdictions jurisdictions, Platform platform) {
        if (!Targets.looksLikeAddress(name)) {
            return Targets.all(jurisdictions.byId(name), platform);
        }
        return List.of(platform == Platform.WEB ? Targets.ofAddress(name, platform) : Targets.ofApp(name));
    }

    private static List<Scenario> wanted(List<String> ids, Scenarios scenarios, List<Problem> problems) {
        if (ids.isEmpty()) {
            return gather(problems, scenarios::all).orElse(List.of());
        }
        return ids.stream()
                .distinct()
                .flatMap(id -> gather(problems, () -> scenarios.byId(id)).stream())
                .toList();
    }

    private static <T> Optional<T> gather(List<Problem> problems, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (InputException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    /** Returns the plan with its targets where they can be visited. */
    Plan with(Map<String, Target> opened) {
        return new Plan(
                errands.stream()
                        .map(errand -> new Errand(
                                opened.getOrDefault(errand.target().id(), errand.target()),
                                errand.scenario(),
                                errand.trial()))
                        .toList(),
                trials);
    }

    /**
     * Returns the plan by hosts: errands of one host are done one after the other. Targets that share a host take
     * turns, so that a budget that is spent costs each of them the same.
     */
    Map<String, List<Errand>> byHost() {
        return errands.stream()
                .collect(Collectors.groupingBy(
                        Errand::host,
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Plan::takingTurns)));
    }

    private static List<Errand> takingTurns(List<Errand> ofHost) {
        Map<String, Integer> seen = new HashMap<>();
        Map<Integer, List<Errand>> rounds = new TreeMap<>();
        for (Errand errand : ofHost) {
            int round = seen.merge(errand.target().id(), 1, Integer::sum);
            rounds.computeIfAbsent(round, any -> new ArrayList<>()).add(errand);
        }
        return rounds.values().stream().flatMap(List::stream).toList();
    }

    List<Target> targets() {
        return errands.stream().map(Errand::target).distinct().toList();
    }

    List<Scenario> scenarios() {
        return errands.stream()
                .filter(errand -> errand.trial().isOrdinary())
                .map(Errand::scenario)
                .distinct()
                .toList();
    }
}
