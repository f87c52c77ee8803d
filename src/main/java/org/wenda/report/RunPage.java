package org.wenda.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.RunRecord;
import org.wenda.evidence.StoredLinks;
import org.wenda.evidence.StoredRun;
import org.wenda.link.Verdict;
import org.wenda.report.ConversationPage.OutcomePart;
import org.wenda.transcript.Client;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Link;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Timing;
import org.wenda.transcript.Transcript;
import org.wenda.words.Problem;

/**
 * All that a run's {@code index.html} shows, as data.
 *
 * @param reported how many exchanges the page shows
 * @param steps how many of them were an option pressed
 * @param late how many bubbles came after the end of their reply was told
 * @param links what the links came to, by target; empty if none were traced
 * @param parity how apps compare with the web, where both were asked
 * @param problems what somebody should look at before believing the page
 */
record RunPage(
        String run,
        String title,
        String state,
        String started,
        @Nullable String ended,
        String command,
        String wenda,
        RunRecord.Machine machine,
        List<String> clients,
        boolean hasAllure,
        boolean hasRanking,
        int conversations,
        int reported,
        int heard,
        int steps,
        int late,
        List<OutcomeCount> outcomes,
        List<TimeRow> times,
        List<LinkRow> links,
        List<ParityPart> parity,
        List<TargetPart> targets,
        List<MovedPart> moved,
        List<UnverifiedPart> unverified,
        List<String> problems) {

    /** What the links of one target came to. */
    record LinkRow(String target, String platform, int count, List<VerdictCount> verdicts) {}

    record VerdictCount(LinkPart.VerdictPart verdict, int count, String x, String width) {}

    record OutcomeCount(OutcomePart outcome, int count, String x, String width) {}

    record TargetPart(
            String id,
            String name,
            String platform,
            @Nullable ShownLink address,
            MarksPage.@Nullable StandingPart standing,
            List<Integer> numbers,
            List<ScenarioPart> scenarios) {}

    /** @param page where the conversation is shown; null if it was planned and never held */
    record ScenarioPart(String id, String matter, @Nullable String page, List<CellPart> cells) {}

    record CellPart(
            int number,
            int step,
            @Nullable OutcomePart outcome,
            String question,
            @Nullable String firstReply,
            @Nullable String complete,
            String anchor) {}

    /** @param before where the profile as it was is kept; null if it was not rewritten */
    record MovedPart(
            String target,
            List<Segment> was,
            List<Segment> now,
            List<Segment> how,
            @Nullable String before) {}

    record UnverifiedPart(String target, String fact, List<Segment> value, List<Segment> source) {}

    /** @param standings how each target stands that was marked, by its id */
    static RunPage of(
            StoredRun run,
            StoredLinks links,
            Map<String, MarksPage.StandingPart> standings,
            Naming naming,
            boolean hasAllure,
            boolean hasRanking,
            List<Problem> problems) {
        RunRecord record = run.record();
        List<Exchange> shown = run.transcripts().stream()
                .flatMap(transcript -> transcript.exchanges().stream())
                .toList();
        RunRecord.Totals counted = RunRecord.Totals.of(shown);
        return new RunPage(
                record.run(),
                String.join(
                        naming.word("list.comma"),
                        record.plan().targets().stream()
                                .map(target -> naming.target(target.id()))
                                .distinct()
                                .limit(3)
                                .toList()),
                record.state().name().toLowerCase(Locale.ROOT),
                Figures.show(record.startedAt()),
                record.endedAt() == null ? null : Figures.show(record.endedAt()),
                "wenda " + String.join(" ", record.commandLine()),
                record.wenda(),
                record.machine(),
                clients(run.transcripts()),
                hasAllure,
                hasRanking,
                run.transcripts().size(),
                shown.size(),
                counted.heard(),
                counted.steps(),
                counted.late(),
                outcomes(counted, naming),
                TimeRow.of(
                        shown,
                        naming,
                        exchange -> page(exchange.target(), exchange.scenario()) + anchor(exchange.number())),
                links(links, naming),
                ParityPart.of(record, run.transcripts(), naming),
                targets(run, standings, naming),
                record.moved().stream().map(moved -> moved(moved, naming)).toList(),
                record.unverified().stream()
                        .map(fact -> unverified(fact, naming))
                        .toList(),
                problems.stream()
                        .map(problem -> Segment.plain(problem.in(naming.lang())))
                        .toList());
    }

    private static List<String> clients(List<Transcript> transcripts) {
        return transcripts.stream()
                .map(Transcript::client)
                .filter(Objects::nonNull)
                .map(RunPage::client)
                .distinct()
                .sorted()
                .toList();
    }

    private static String client(Client client) {
        return Segment.plain(client.browser() + " · " + client.driver() + " · " + client.platform());
    }

    private static List<OutcomeCount> outcomes(RunRecord.Totals counted, Naming naming) {
        double before = 0;
        List<OutcomeCount> bar = new ArrayList<>();
        for (Map.Entry<Outcome, Integer> entry : counted.byOutcome().entrySet()) {
            double width = 100.0 * entry.getValue() / counted.stored();
            bar.add(new OutcomeCount(
                    ConversationPage.outcome(entry.getKey(), naming),
                    entry.getValue(),
                    String.format(Locale.ROOT, "%.2f", before),
                    String.format(Locale.ROOT, "%.2f", width)));
            before += width;
        }
        return List.copyOf(bar);
    }

    private static List<LinkRow> links(StoredLinks links, Naming naming) {
        Map<String, Map<Verdict, Integer>> byTarget = new TreeMap<>();
        links.links()
                .forEach(link -> byTarget.computeIfAbsent(link.place().target(), target -> new EnumMap<>(Verdict.class))
                        .merge(link.verdict(), 1, Integer::sum));
        return byTarget.entrySet().stream()
                .map(entry -> linkRow(entry.getKey(), entry.getValue(), naming))
                .toList();
    }

    private static LinkRow linkRow(String target, Map<Verdict, Integer> counts, Naming naming) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        double before = 0;
        List<VerdictCount> bar = new ArrayList<>();
        for (Map.Entry<Verdict, Integer> entry : counts.entrySet()) {
            double width = 100.0 * entry.getValue() / all;
            bar.add(new VerdictCount(
                    LinkPart.verdict(entry.getKey(), naming),
                    entry.getValue(),
                    String.format(Locale.ROOT, "%.2f", before),
                    String.format(Locale.ROOT, "%.2f", width)));
            before += width;
        }
        return new LinkRow(naming.target(target), naming.platform(target), all, bar);
    }

    private static List<TargetPart> targets(
            StoredRun run, Map<String, MarksPage.StandingPart> standings, Naming naming) {
        List<String> ids = Stream.concat(
                        run.record().plan().targets().stream().map(RunRecord.PlannedTarget::id),
                        run.transcripts().stream().map(Transcript::target))
                .distinct()
                .toList();
        return ids.stream()
                .map(id -> target(id, run, standings.get(id), naming))
                .toList();
    }

    private static TargetPart target(
            String id, StoredRun run, MarksPage.@Nullable StandingPart standing, Naming naming) {
        List<Transcript> held = run.transcripts().stream()
                .filter(transcript -> transcript.target().equals(id))
                .toList();
        List<String> scenarios = Stream.concat(
                        run.record().plan().scenarios().stream().map(RunRecord.PlannedScenario::id),
                        held.stream().map(Transcript::scenario))
                .distinct()
                .toList();
        int most = held.stream()
                .flatMap(transcript -> transcript.exchanges().stream())
                .mapToInt(Exchange::number)
                .max()
                .orElse(1);
        List<Integer> numbers =
                IntStream.rangeClosed(1, Math.min(most, 50)).boxed().toList();
        String address = naming.address(id);
        return new TargetPart(
                id,
                naming.target(id),
                naming.platform(id),
                address.isEmpty() ? null : ShownLink.of(new Link("", address)),
                standing,
                numbers,
                scenarios.stream()
                        .map(scenario -> scenario(scenario, held, numbers, naming))
                        .toList());
    }

    private static ScenarioPart scenario(String id, List<Transcript> held, List<Integer> numbers, Naming naming) {
        Transcript transcript = held.stream()
                .filter(candidate -> candidate.scenario().equals(id))
                .findFirst()
                .orElse(null);
        if (transcript == null) {
            return new ScenarioPart(id, naming.scenario(id), null, List.of());
        }
        return new ScenarioPart(
                id,
                naming.scenario(id),
                page(transcript.target(), id),
                numbers.stream().map(number -> cell(number, transcript, naming)).toList());
    }

    private static CellPart cell(int number, Transcript transcript, Naming naming) {
        return transcript.exchanges().stream()
                .filter(exchange -> exchange.number() == number)
                .findFirst()
                .map(exchange -> new CellPart(
                        number,
                        exchange.step(),
                        ConversationPage.outcome(exchange.outcome(), naming),
                        Segment.plain(exchange.question()),
                        Figures.show(TimeRow.moment(exchange, Timing::firstReply)),
                        Figures.show(TimeRow.moment(exchange, Timing::complete)),
                        anchor(number)))
                .orElseGet(() -> new CellPart(number, 0, null, "", null, null, ""));
    }

    private static String page(String target, String scenario) {
        return "bundles/" + target + "/data/" + scenario + "/transcript.html";
    }

    private static String anchor(int number) {
        return "#turn-" + number;
    }

    private static MovedPart moved(RunRecord.Moved moved, Naming naming) {
        return new MovedPart(
                naming.target(moved.target()),
                Segment.of(moved.was().line()),
                Segment.of(moved.now().line()),
                Segment.of(moved.how()),
                moved.healed() ? "bundles/" + moved.target() + "/data/profile-before.yaml" : null);
    }

    private static UnverifiedPart unverified(RunRecord.Unverified fact, Naming naming) {
        String name = List.of("web", "app", "chatbot").contains(fact.fact())
                ? naming.word("fact." + fact.fact())
                : fact.fact();
        return new UnverifiedPart(
                naming.target(fact.target()), name, Segment.of(fact.value()), Segment.of(fact.source()));
    }
}
