package org.wenda.bench;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import org.wenda.country.Portal;
import org.wenda.country.Sketch;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.evidence.StoredRun;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Timing;
import org.wenda.transcript.Transcript;

/**
 * Tells from a measured night of {@link NightBench} how long a night takes with more browsers. Simulates the hosts'
 * queues and the workers that share them. What a conversation costs beside the chatbot's own time and the rests is
 * learnt from the first half of the night; when its end came, which the simulation has not seen, says how far it is to
 * be believed.
 *
 * <p>What it takes for granted: every node is like the machine that was measured; what a conversation costs beside is
 * the same for all; jitter is its mean; a page without a chatbot is searched for the whole limit; the targets that are
 * told of are like those that were measured, one after the other and over again, on the hosts of {@link Sketch};
 * nothing fails for want of a browser. Links, marks and pages come after the asking and are not in it.
 *
 * <p>Arguments: the folder of the run; how many browsers it had (4), which is also what a node has; conversations a
 * target in the night that is told (24); provinces (32) and cities of each (3) in it.
 */
public final class CapacityBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Manners MEASURED = new Manners(3, 3);
    /** As drivers.properties has it, with the mean of the jitter. */
    private static final Manners STANDARD = new Manners(4, 11);
    /** A target that comes to nothing is not visited more often. */
    private static final int VAIN_VISITS = 2;

    private static final int HALVINGS = 40;

    private CapacityBench() {}

    /** In seconds. */
    private record Manners(double betweenTurns, double betweenVisits) {}

    /**
     * One conversation.
     *
     * @param own seconds that the chatbot itself took
     * @param rests how many rests are inside it
     * @param vain whether it came to nobody
     */
    private record Talk(double own, int rests, boolean vain) {
        double takes(Manners manners, double beside) {
            return own + beside + rests * manners.betweenTurns();
        }
    }

    /** One host in the simulation; it changes as the night goes on. */
    private static final class Queue {
        private final List<Talk> talks;
        private int begun;
        private double over;
        private double rested;

        Queue(List<Talk> talks) {
            this.talks = talks;
        }

        boolean hasNext() {
            return begun < talks.size();
        }

        double share() {
            return (double) begun / talks.size();
        }

        int left() {
            return talks.size() - begun;
        }
    }

    /**
     * How a simulated night went, in seconds.
     *
     * @param ends of the conversations, in order
     * @param busy all conversations
     * @param longest queue of a host, with its rests: no night is shorter
     */
    private record Night(List<Double> ends, double busy, double longest) {
        double wall() {
            return ends.get(ends.size() - 1);
        }
    }

    public static void main(String[] arguments) {
        int browsers = argument(arguments, 1, 4);
        int conversations = argument(arguments, 2, 24);
        int provinces = argument(arguments, 3, 32);
        int cities = argument(arguments, 4, 3);
        StoredRun run = RunDirectory.open(Path.of(arguments[0])).read();
        double beside = learnt(run, browsers);
        List<Portal> portals = Sketch.of(1, provinces, cities);
        Map<String, List<Talk>> night = night(run, portals, conversations);
        OUT.printf(
                Locale.ROOT,
                "%d targets on %d hosts, %d conversations a target, standard rests:%n",
                portals.size(),
                night.size(),
                conversations);
        for (int nodes : List.of(1, 2, 5, 10, 100)) {
            Night told = simulate(night, nodes * browsers, STANDARD, beside);
            OUT.printf(
                    Locale.ROOT,
                    "%4d nodes, %3d browsers: %.1f h; browsers at work %.0f %% of it; longest queue of a host %.1f h%n",
                    nodes,
                    nodes * browsers,
                    told.wall() / 3600,
                    100 * told.busy() / told.wall() / (nodes * browsers),
                    told.longest() / 3600);
        }
    }

    private static int argument(String[] arguments, int place, int otherwise) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
    }

    /** Halves the range until half of the simulated conversations are over when half of the measured ones were. */
    private static double learnt(StoredRun run, int browsers) {
        Map<String, List<Talk>> queues = queues(run);
        List<Double> ends = ends(run);
        int half = ends.size() / 2;
        double least = 0;
        double most = 120;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (least + most) / 2;
            if (simulate(queues, browsers, MEASURED, middle).ends().get(half) < ends.get(half)) {
                least = middle;
            } else {
                most = middle;
            }
        }
        double measured = ends.get(ends.size() - 1);
        double told = simulate(queues, browsers, MEASURED, most).wall();
        OUT.printf(
                Locale.ROOT,
                "learnt from the first %d of %d conversations with %d browsers: each costs %.1f s beside the chatbot's"
                        + " own time and the rests%n",
                half,
                ends.size(),
                browsers,
                most);
        OUT.printf(
                Locale.ROOT,
                "checked against all of them: simulated %.0f s, measured %.0f s, %+.0f %%%n",
                told,
                measured,
                100 * (told / measured - 1));
        return most;
    }

    /** When each conversation heard its last, in seconds from the start of the run, in order. */
    private static List<Double> ends(StoredRun run) {
        return run.transcripts().stream()
                .map(one -> seconds(Duration.between(run.record().startedAt(), end(one))))
                .sorted()
                .toList();
    }

    private static Instant end(Transcript one) {
        return one.exchanges().stream()
                .map(Exchange::timing)
                .filter(Objects::nonNull)
                .map(timing -> timing.sentAt().plus(Objects.requireNonNullElse(timing.complete(), Duration.ZERO)))
                .max(Instant::compareTo)
                .orElseGet(() ->
                        one.startedAt().plusMillis((long) (1000 * talk(one).own())));
    }

    /** The conversations of each host as they were held. */
    private static Map<String, List<Talk>> queues(StoredRun run) {
        Map<String, String> hosts = run.record().plan().targets().stream()
                .collect(Collectors.toMap(RunRecord.PlannedTarget::id, CapacityBench::host));
        return run.transcripts().stream()
                .collect(Collectors.groupingBy(
                        one -> Objects.requireNonNull(hosts.get(one.target())),
                        LinkedHashMap::new,
                        Collectors.mapping(CapacityBench::talk, Collectors.toList())));
    }

    private static String host(RunRecord.PlannedTarget target) {
        return URI.create(Objects.requireNonNull(target.address())).getHost();
    }

    /** The conversations of each host of a country whose targets are like those of the run. */
    private static Map<String, List<Talk>> night(StoredRun run, List<Portal> portals, int times) {
        List<Talk> measured =
                run.transcripts().stream().map(CapacityBench::talk).toList();
        Map<String, List<Talk>> queues = new LinkedHashMap<>();
        for (int time = 0; time < times; time++) {
            for (int i = 0; i < portals.size(); i++) {
                Talk talk = measured.get(i % measured.size());
                if (time < VAIN_VISITS || !talk.vain()) {
                    queues.computeIfAbsent(portals.get(i).host(), any -> new ArrayList<>())
                            .add(talk);
                }
            }
        }
        return queues;
    }

    private static Talk talk(Transcript one) {
        if (one.opening() == null) {
            boolean searched = one.exchanges().get(0).outcome() == Outcome.NO_CHATBOT;
            return new Talk(searched ? seconds(NightBench.DISCOVERY) : 0, 0, true);
        }
        double own = seconds(one.opening().ready());
        int asked = 0;
        for (Exchange exchange : one.exchanges()) {
            Timing timing = exchange.timing();
            if (timing != null) {
                asked++;
                own += seconds(Objects.requireNonNullElse(timing.complete(), Duration.ZERO));
            }
        }
        return new Talk(own, Math.max(0, asked - 1), false);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    private static Night simulate(Map<String, List<Talk>> talks, int workers, Manners manners, double beside) {
        List<Queue> queues = talks.values().stream().map(Queue::new).toList();
        PriorityQueue<Double> free = new PriorityQueue<>();
        for (int worker = 0; worker < workers; worker++) {
            free.add(0.0);
        }
        List<Double> ends = new ArrayList<>();
        double busy = 0;
        for (int left = talks.values().stream().mapToInt(List::size).sum(); left > 0; left--) {
            double now = Objects.requireNonNull(free.poll());
            Queue next = next(queues, now);
            double begins = Math.max(now, next.rested);
            double takes = next.talks.get(next.begun++).takes(manners, beside);
            next.over = begins + takes;
            next.rested = next.over + manners.betweenVisits();
            free.add(next.over);
            ends.add(next.over);
            busy += takes;
        }
        double longest = talks.values().stream()
                .mapToDouble(one -> one.stream()
                                .mapToDouble(talk -> talk.takes(manners, beside))
                                .sum()
                        + (one.size() - 1) * manners.betweenVisits())
                .max()
                .orElse(0);
        return new Night(ends.stream().sorted().toList(), busy, longest);
    }

    /** As a run chooses: no host that has a worker, rather one that has rested, then the one that is least far. */
    private static Queue next(List<Queue> queues, double now) {
        return queues.stream()
                .filter(Queue::hasNext)
                .min(Comparator.comparingDouble((Queue one) -> Math.max(0, one.over - now))
                        .thenComparingDouble(one -> Math.max(now, one.rested))
                        .thenComparingDouble(Queue::share)
                        .thenComparing(Queue::left, Comparator.reverseOrder()))
                .orElseThrow();
    }
}
