package org.wenda.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.wenda.link.Offered;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Landing;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Transcript;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/**
 * Whether everybody who counted came to the same number: the run while it asked, the journal, the conversations' files,
 * the report. A disagreement means that something was lost or told twice.
 */
public final class Agreement {
    private Agreement() {}

    /**
     * Returns every disagreement; empty if all is well.
     *
     * @param reported how many exchanges the report shows
     */
    public static List<Problem> check(RunDirectory directory, StoredRun run, int reported) {
        List<Problem> problems = new ArrayList<>();
        problems.addAll(ofTotals(run));
        problems.addAll(ofConversations(run));
        problems.addAll(ofFiles(directory, run));
        int stored = run.exchanges().size();
        if (reported != stored) {
            problems.add(problem("index.html", "count.reported", reported, stored));
        }
        return List.copyOf(problems);
    }

    /**
     * Returns every disagreement about links: those that the exchanges offer, those of {@code links.jsonl}, those that
     * the report shows. Empty if all is well, or if the links of the run were never traced.
     *
     * @param reported how many links with their verdicts the report shows
     */
    public static List<Problem> checkLinks(StoredRun run, StoredLinks links, int reported) {
        if (!links.traced()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>(links.problems());
        Map<String, Integer> stored = new HashMap<>();
        links.links().forEach(link -> stored.merge(place(link.place()), 1, Integer::sum));
        for (Exchange exchange : run.exchanges()) {
            int offered = Offered.in(exchange).size();
            int found = Objects.requireNonNullElse(stored.remove(place(exchange)), 0);
            if (offered != found) {
                problems.add(problem(place(exchange), "links.offered", offered, found));
            }
        }
        stored.keySet().stream().sorted().forEach(place -> problems.add(problem(place, "links.of-nothing")));
        if (reported != links.links().size()) {
            problems.add(problem(
                    "index.html", "links.reported", reported, links.links().size()));
        }
        return List.copyOf(problems);
    }

    private static List<Problem> ofTotals(StoredRun run) {
        if (run.record().state() == RunRecord.State.RUNNING) {
            return List.of(); // Totals are written at the end; a crash leaves the beginning's.
        }
        RunRecord.Totals said = run.record().totals();
        RunRecord.Totals found = RunRecord.Totals.of(run.exchanges());
        List<Problem> problems = new ArrayList<>();
        compare(problems, "count.asked", said.asked(), found.asked());
        compare(problems, "count.heard", said.heard(), found.heard());
        compare(problems, "count.stored", said.stored(), found.stored());
        compare(problems, "count.steps", said.steps(), found.steps());
        compare(problems, "count.late", said.late(), found.late());
        for (Outcome outcome : Outcome.values()) {
            int one = said.byOutcome().getOrDefault(outcome, 0);
            int other = found.byOutcome().getOrDefault(outcome, 0);
            if (one != other) {
                problems.add(problem("run.json", "count.outcome", one, other, outcome.wire()));
            }
        }
        return problems;
    }

    private static void compare(List<Problem> problems, String key, int said, int found) {
        if (said != found) {
            problems.add(problem("run.json", key, said, found));
        }
    }

    private static List<Problem> ofConversations(StoredRun run) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Exchange> journal = new HashMap<>();
        for (Exchange exchange : run.exchanges()) {
            if (journal.put(place(exchange), exchange) != null) {
                problems.add(problem(place(exchange), "turn.twice"));
            }
        }
        run.transcripts().stream().flatMap(t -> t.exchanges().stream()).forEach(exchange -> {
            Exchange same = journal.remove(place(exchange));
            if (same == null) {
                problems.add(problem(place(exchange), "turn.not-in-journal"));
            } else if (!same.equals(exchange)) {
                problems.add(problem(place(exchange), "turn.differs"));
            }
        });
        journal.keySet().stream().sorted().forEach(place -> problems.add(problem(place, "turn.not-in-transcript")));
        return problems;
    }

    private static List<Problem> ofFiles(RunDirectory directory, StoredRun run) {
        List<Problem> problems = new ArrayList<>();
        for (Exchange exchange : run.exchanges()) {
            for (Evidence evidence : exchange.evidence()) {
                if (directory.file(exchange.target(), evidence).isEmpty()) {
                    problems.add(problem(place(exchange), "evidence.missing", evidence.file()));
                }
            }
        }
        for (Transcript transcript : run.transcripts()) {
            transcript.landings().stream()
                    .map(Landing::picture)
                    .filter(picture -> picture != null
                            && directory.file(transcript.target(), picture).isEmpty())
                    .forEach(picture -> problems.add(problem(
                            transcript.target() + "/" + transcript.scenario(),
                            "evidence.missing",
                            Objects.requireNonNull(picture).file())));
        }
        return problems;
    }

    private static String place(Exchange exchange) {
        return place(StoredLink.Place.of(exchange));
    }

    private static String place(StoredLink.Place place) {
        return place.target() + "/" + place.scenario() + "/" + place.number();
    }

    private static Problem problem(String place, String key, Object... args) {
        return new Problem(place, Message.of(Agreement.class, key, args));
    }
}
