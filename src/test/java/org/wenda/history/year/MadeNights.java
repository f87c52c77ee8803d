package org.wenda.history.year;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.Journal;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.evidence.StoredLink;
import org.wenda.link.Hop;
import org.wenda.link.Offered;
import org.wenda.link.OfferedLink;
import org.wenda.link.Reason;
import org.wenda.link.Verdict;
import org.wenda.link.Why;
import org.wenda.score.Index;
import org.wenda.score.Mark;
import org.wenda.score.RuleId;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Choice;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Link;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Timing;
import org.wenda.transcript.Trial;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/** Stored runs made up by their outcomes and times, in the real formats. */
public final class MadeNights {
    private static final String MATTER = "临时居民身份证申领";

    private final Path reports;
    private final List<String> targets;
    private final List<String> scenarios;
    private final List<String> turns;

    /**
     * @param targets ids that end with {@code -web} or {@code -mobile}
     * @param turns what is asked in each scenario
     */
    public MadeNights(Path reports, List<String> targets, List<String> scenarios, List<String> turns) {
        this.reports = reports;
        this.targets = targets;
        this.scenarios = scenarios;
        this.turns = turns;
    }

    /**
     * What came of a question.
     *
     * @param link where its only link led; null if there is none
     */
    public record Answer(
            Outcome outcome,
            int firstReplyMs,
            int completeMs,
            @Nullable Verdict link,
            boolean takenUp) {
        public Answer(Outcome outcome, int firstReplyMs, int completeMs, @Nullable Verdict link) {
            this(outcome, firstReplyMs, completeMs, link, false);
        }

        /** The same, asked in a fresh conversation after the night was cut. */
        public Answer afterACut() {
            return new Answer(outcome, firstReplyMs, completeMs, link, true);
        }

        public static Answer in(int firstReplyMs) {
            return new Answer(Outcome.ANSWERED, firstReplyMs, 2 * firstReplyMs, null);
        }

        public static Answer with(Verdict link) {
            return new Answer(Outcome.ANSWERED, 800, 1_600, link);
        }

        public static Answer of(Outcome outcome) {
            return new Answer(outcome, 800, 1_600, null);
        }
    }

    /** Tells what came of a question. */
    @FunctionalInterface
    public interface Told {
        Answer of(String target, String scenario, String turn);
    }

    /** Stores a night that is over. */
    public RunDirectory store(Instant start, Told told) {
        return store(start, RunRecord.State.DONE, told);
    }

    /** Stores a night. */
    public RunDirectory store(Instant start, RunRecord.State state, Told told) {
        String id = RunDirectory.idOf(start, List.of("all"));
        List<StoredLink> links = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        try (RunDirectory directory = RunDirectory.create(reports, id)) {
            directory.write(record(id, start, state));
            try (Journal journal = directory.journal()) {
                for (String target : targets) {
                    for (String scenario : scenarios) {
                        conversation(id, start, target, scenario, told).forEach(exchange -> {
                            journal.add(exchange);
                            links.addAll(followed(exchange, start, told));
                        });
                    }
                    marks.add(mark(target, "D11", 3));
                    marks.add(mark(target, "D12", 2));
                }
            }
            directory.write(links);
            directory.write("a".repeat(64), marks);
        }
        return RunDirectory.open(reports.resolve(id));
    }

    private List<Exchange> conversation(String run, Instant start, String target, String scenario, Told told) {
        return IntStream.range(0, turns.size())
                .mapToObj(i -> exchange(
                        run, start, target, scenario, turns.get(i), i + 1, told.of(target, scenario, turns.get(i))))
                .toList();
    }

    static Exchange exchange(
            String run, Instant start, String target, String scenario, String turn, int number, Answer answer) {
        return exchange(run, start, target, scenario, turn, number, null, Trial.ORDINARY, answer);
    }

    static Exchange exchange(
            String run,
            Instant start,
            String target,
            String scenario,
            String turn,
            int number,
            @Nullable Choice choice,
            Trial trial,
            Answer answer) {
        List<Link> links = answer.link() == null
                ? List.of()
                : List.of(new Link("办事指南", "https://example.gov.cn/" + scenario + "/" + turn));
        Reply reply = answer.outcome().heard()
                ? new Reply(
                        List.of(new Bubble("请携带居民户口簿到户籍地派出所办理。", links, List.of(), List.of(), null)),
                        List.of(),
                        links,
                        List.of(),
                        "",
                        List.of())
                : Reply.NONE;
        Timing timing = answer.outcome().heard()
                ? new Timing(
                        start,
                        Duration.ofMillis(100),
                        Duration.ofMillis(answer.firstReplyMs()),
                        Duration.ofMillis(answer.completeMs()),
                        null,
                        Duration.ofMillis(17))
                : null;
        return new Exchange(
                run,
                target,
                scenario,
                turn,
                number,
                number == 1,
                MATTER + "：" + turn + "？",
                choice,
                trial,
                answer.takenUp(),
                answer.outcome(),
                null,
                reply,
                timing,
                timing == null ? null : "quiet+transport",
                Map.of(),
                List.of());
    }

    private static List<StoredLink> followed(Exchange exchange, Instant when, Told told) {
        Verdict verdict =
                told.of(exchange.target(), exchange.scenario(), exchange.turn()).link();
        if (verdict == null) {
            return List.of();
        }
        Why why = List.of(Why.values()).stream()
                .filter(one -> one.verdict() == verdict)
                .findFirst()
                .orElseThrow();
        return Offered.in(exchange).stream()
                .map(link -> followed(exchange, link, why, when))
                .toList();
    }

    private static StoredLink followed(Exchange exchange, OfferedLink link, Why why, Instant when) {
        return new StoredLink(
                StoredLink.Place.of(exchange),
                link,
                why.verdict(),
                new Reason(why, List.of("a", "b", "c")),
                List.of(new Hop(URI.create(link.href()), 200, null, Duration.ofMillis(80), null, Hop.How.HTTP)),
                link.href(),
                null,
                List.of(),
                Duration.ofMillis(80),
                when,
                false,
                null,
                null);
    }

    private static Mark mark(String target, String indicator, int value) {
        return new Mark(
                target,
                null,
                indicator,
                Index.MarkedBy.RULE,
                value,
                null,
                new RuleId("matter-hit", 1),
                null,
                List.of(),
                Message.of(Mark.class, "matter-hit.none", "-"));
    }

    private RunRecord record(String id, Instant start, RunRecord.State state) {
        return new RunRecord(
                id,
                "0.1.0",
                start,
                state == RunRecord.State.RUNNING ? null : start.plusSeconds(3_600),
                state,
                List.of("run", "--all"),
                Lang.ZH,
                new RunRecord.Machine("Linux 6.1", "17.0.15", 2),
                new RunRecord.Plan(
                        targets.stream()
                                .map(target -> new RunRecord.PlannedTarget(
                                        target, "演示市", "Demo City", target.replaceAll(".*-", ""), null))
                                .toList(),
                        scenarios.stream()
                                .map(scenario -> new RunRecord.PlannedScenario(
                                        scenario, MATTER, "Temporary ID card", "information", turns))
                                .toList()),
                RunRecord.Totals.NONE,
                List.of(),
                List.of(),
                false);
    }
}
