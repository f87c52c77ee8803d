package org.wenda.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.EarlierRun;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.evidence.StoredLink;
import org.wenda.history.DriftClass;
import org.wenda.history.year.TargetLine;
import org.wenda.link.Verdict;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Timing;

/**
 * What a run comes to, and how it stands against an earlier one. Counts ordinary conversations only, as the history
 * does.
 *
 * @param against the earlier run; null if there is none
 * @param targets in the order of the plan, those that were not reached among them
 * @param shifts turns whose outcome is another than in the earlier run
 * @param newDead links that are dead now and were not known to be in the earlier run
 * @param changes what the comparison with the earlier run found; null if nobody compared the two
 */
public record RunSummary(
        String run,
        Instant startedAt,
        @Nullable Instant endedAt,
        String state,
        @Nullable String against,
        List<Target> targets,
        List<Turn> turns,
        List<Shift> shifts,
        List<DeadLink> newDead,
        @Nullable List<Change> changes) {
    public RunSummary {
        targets = List.copyOf(targets);
        turns = List.copyOf(turns);
        shifts = List.copyOf(shifts);
        newDead = List.copyOf(newDead);
        changes = changes == null ? null : List.copyOf(changes);
    }

    /**
     * What a target comes to.
     *
     * @param name its Chinese name
     * @param nameEn its English name
     */
    public record Target(
            String id,
            String name,
            String nameEn,
            String platform,
            int turns,
            Map<Outcome, Integer> outcomes,
            TargetLine.Times firstReply,
            TargetLine.Times complete,
            int links,
            int dead) {
        /** Returns how many questions were answered. */
        public int answered() {
            return outcomes.getOrDefault(Outcome.ANSWERED, 0);
        }

        /** Returns the share of the questions that were answered, 0 to 1; 0 if there were none. */
        public double coverage() {
            return turns == 0 ? 0 : (double) answered() / turns;
        }
    }

    /**
     * How one turn ended.
     *
     * @param scenarioKind what its scenario tries, such as {@code nonsense}
     * @param completeMs until the last change of the answer; null if there was none
     */
    public record Turn(
            String target,
            String scenario,
            String turn,
            String scenarioKind,
            String question,
            Outcome outcome,
            @Nullable String reason,
            @Nullable Double completeMs) {}

    /** A turn that ended otherwise than in the earlier run. */
    public record Shift(String target, String scenario, String turn, Outcome before, Outcome after, boolean worse) {}

    /** Something that changed at a target, more than chance explains. */
    public record Change(String target, DriftClass kind) {}

    /**
     * A link that has died.
     *
     * @param address as the chatbot offered it; hostile
     */
    public record DeadLink(String target, String address) {}

    /**
     * Sums a run up.
     *
     * @param before the run to compare with; null for none
     */
    public static RunSummary of(RunDirectory run, @Nullable RunDirectory before) {
        RunRecord record = run.record();
        Map<List<String>, List<Exchange>> now = turns(run);
        Map<String, String> kinds = record.plan().scenarios().stream()
                .collect(Collectors.toMap(
                        RunRecord.PlannedScenario::id, RunRecord.PlannedScenario::kind, (one, other) -> one));
        List<StoredLink> links = run.links().links();
        Compared compared = before == null ? null : Compared.of(run, before).orElse(null);
        return new RunSummary(
                record.run(),
                record.startedAt(),
                record.endedAt(),
                record.state().name().toLowerCase(Locale.ROOT),
                before == null ? null : before.id(),
                record.plan().targets().stream()
                        .map(target -> target(target, now.values(), links))
                        .toList(),
                now.values().stream().map(steps -> turn(steps, kinds)).toList(),
                before == null ? List.of() : real(shifts(turns(before), now, kinds), compared),
                before == null ? List.of() : newDead(before.links().links(), links),
                compared == null ? null : compared.changes());
    }

    /**
     * Returns the run to compare with: of the runs beside it, the last that began earlier, shares a target and ended.
     */
    public static Optional<RunDirectory> before(RunDirectory run) {
        return EarlierRun.before(run, any -> true);
    }

    /** Returns the exchanges of each turn in order: the typed question, and the options that were pressed. */
    private static Map<List<String>, List<Exchange>> turns(RunDirectory run) {
        Map<List<String>, List<Exchange>> turns = new LinkedHashMap<>();
        run.read().exchanges().stream()
                .filter(exchange -> exchange.trial().isOrdinary())
                .forEach(exchange -> turns.computeIfAbsent(
                                List.of(exchange.target(), exchange.scenario(), exchange.turn()),
                                key -> new ArrayList<>())
                        .add(exchange));
        return turns;
    }

    private static Exchange last(List<Exchange> steps) {
        return steps.get(steps.size() - 1);
    }

    /** A turn that a fault kept from being asked may have been asked later. */
    private static Exchange asked(List<Exchange> steps) {
        return steps.stream()
                .filter(step -> step.step() == 0)
                .reduce((earlier, later) -> later)
                .orElse(steps.get(0));
    }

    private static Turn turn(List<Exchange> steps, Map<String, String> kinds) {
        Exchange asked = asked(steps);
        Exchange last = last(steps);
        return new Turn(
                last.target(),
                last.scenario(),
                last.turn(),
                kinds.getOrDefault(last.scenario(), ""),
                asked.question(),
                last.outcome(),
                last.reason(),
                millis(asked, Timing::complete));
    }

    private static Target target(
            RunRecord.PlannedTarget target, Collection<List<Exchange>> turns, List<StoredLink> links) {
        List<List<Exchange>> its = turns.stream()
                .filter(steps -> steps.get(0).target().equals(target.id()))
                .toList();
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        its.forEach(steps -> outcomes.merge(last(steps).outcome(), 1, Integer::sum));
        List<StoredLink> offered = links.stream()
                .filter(link -> link.place().target().equals(target.id()))
                .toList();
        return new Target(
                target.id(),
                target.name(),
                target.nameEn(),
                target.platform(),
                its.size(),
                outcomes,
                times(its, Timing::firstReply),
                times(its, Timing::complete),
                offered.size(),
                (int) offered.stream().filter(RunSummary::isDead).count());
    }

    private static TargetLine.Times times(List<List<Exchange>> turns, Function<Timing, @Nullable Duration> moment) {
        return TargetLine.Times.of(turns.stream()
                .map(steps -> millis(asked(steps), moment))
                .filter(Objects::nonNull)
                .toList());
    }

    private static @Nullable Double millis(Exchange exchange, Function<Timing, @Nullable Duration> moment) {
        Timing timing = exchange.timing();
        Duration time = timing == null ? null : moment.apply(timing);
        return time == null ? null : time.toNanos() / 1e6;
    }

    private static boolean isDead(StoredLink link) {
        return link.verdict() == Verdict.DEAD || link.verdict() == Verdict.SOFT_404;
    }

    private static List<Shift> shifts(
            Map<List<String>, List<Exchange>> before,
            Map<List<String>, List<Exchange>> now,
            Map<String, String> kinds) {
        List<Shift> shifts = new ArrayList<>();
        now.forEach((key, steps) -> {
            List<Exchange> earlier = before.get(key);
            if (earlier == null) {
                return;
            }
            Outcome was = last(earlier).outcome();
            Outcome is = last(steps).outcome();
            String kind = kinds.getOrDefault(key.get(1), "");
            // Our own fault says nothing about a chatbot.
            boolean cut = last(earlier).takenUp() || last(steps).takenUp();
            if (was != is && !cut && was != Outcome.BROKEN && is != Outcome.BROKEN) {
                shifts.add(new Shift(
                        key.get(0), key.get(1), key.get(2), was, is, Worth.of(is, kind) < Worth.of(was, kind)));
            }
        });
        return shifts;
    }

    /** What the comparison of the two runs calls chance is none; without one, every outcome that differs counts. */
    private static List<Shift> real(List<Shift> shifts, @Nullable Compared compared) {
        return compared == null
                ? shifts
                : shifts.stream()
                        .filter(shift ->
                                compared.outcomes().contains(List.of(shift.target(), shift.scenario(), shift.turn()))
                                        || compared.outcomes().contains(List.of(shift.target(), "", "")))
                        .toList();
    }

    private static List<DeadLink> newDead(List<StoredLink> before, List<StoredLink> now) {
        Map<String, Set<String>> known = new TreeMap<>();
        before.stream()
                .filter(RunSummary::isDead)
                .forEach(link -> known.computeIfAbsent(link.place().target(), key -> new LinkedHashSet<>())
                        .add(link.link().href()));
        return now.stream()
                .filter(RunSummary::isDead)
                .map(link -> new DeadLink(link.place().target(), link.link().href()))
                .filter(link -> !known.getOrDefault(link.target(), Set.of()).contains(link.address()))
                .distinct()
                .toList();
    }
}
