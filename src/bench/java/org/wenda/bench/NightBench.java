package org.wenda.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wenda.country.Country;
import org.wenda.country.Operator;
import org.wenda.country.Pace;
import org.wenda.country.Portal;
import org.wenda.country.Sketch;
import org.wenda.evidence.BagCheck;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.StoredRun;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Timing;
import org.wenda.transcript.Transcript;

/**
 * One night over a simulated country with the pacing of real portals, in a program of its own, and what it took:
 * whether all was done, whether the servers' own logs show manners kept, memory, and the time beside the least that it
 * could have taken.
 *
 * <p>Arguments: seed (1), provinces (32), cities of each (3), workers (4), scenarios parted by commas
 * (temporary-id-card), questions a host gets on a day (60), and the address of a Selenium Grid if there is one.
 */
public final class NightBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Duration BETWEEN_TURNS = Duration.ofSeconds(3);
    private static final Duration BETWEEN_VISITS = Duration.ofSeconds(3);
    static final Duration DISCOVERY = Duration.ofSeconds(15);

    private NightBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        long seed = Long.parseLong(argument(arguments, 0, "1"));
        int provinces = Integer.parseInt(argument(arguments, 1, "32"));
        int cities = Integer.parseInt(argument(arguments, 2, "3"));
        int parallel = Integer.parseInt(argument(arguments, 3, "4"));
        String scenarios = argument(arguments, 4, "temporary-id-card");
        int budget = Integer.parseInt(argument(arguments, 5, "60"));
        String grid = argument(arguments, 6, "");
        List<Portal> portals = Sketch.of(seed, provinces, cities);
        Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "night");
        try (Country country = Country.open(portals)) {
            country.furnish(home, settings(budget, grid), false);
            Operator operator = new Operator(home, home.resolve("reports"));
            long began = System.nanoTime();
            Operator.Started night = operator.begin(
                    "--scenario", scenarios, "--variants", "none", "--parallel", String.valueOf(parallel));
            try (Footprint footprint = new Footprint(night.process().toHandle())) {
                int code = night.end();
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                OUT.printf("home: %s, exit code %d%n", home, code);
                if (operator.runs().isEmpty()) {
                    throw new IllegalStateException(night.said());
                }
                tell(country, portals, RunDirectory.open(operator.runs().get(0)), parallel, budget, took);
                Footprint.Used used = footprint.used();
                OUT.printf(
                        Locale.ROOT,
                        "memory at most: Wenda %d MiB, drivers and browsers %d MiB (pages that they share count in each);"
                                + " processor: Wenda %.0f s%n",
                        used.ownMib(),
                        used.browserMib(),
                        used.ownCpuSeconds());
            }
        }
    }

    private static String argument(String[] arguments, int place, String otherwise) {
        return arguments.length > place ? arguments[place] : otherwise;
    }

    private static List<String> settings(int budget, String grid) {
        return List.of(
                "pacing.between-turns = 3s",
                "pacing.jitter = 0s",
                "pacing.between-visits = 3s",
                "pacing.daily-turns = " + budget,
                "limits.reply = 30s",
                "limits.silence = 10s",
                "limits.discovery = " + DISCOVERY.toSeconds() + "s",
                "links.clicks = 1",
                "grid.url = " + grid);
    }

    private static void tell(
            Country country, List<Portal> portals, RunDirectory run, int parallel, int budget, Duration took)
            throws IOException {
        StoredRun stored = run.read();
        Map<String, List<Country.Heard>> heard = country.heardByHost();
        int asked = heard.values().stream().mapToInt(List::size).sum();
        OUT.printf(
                "targets %d on %d hosts; conversations %d; questions %d; state %s%n",
                portals.size(),
                portals.stream().map(Portal::host).distinct().count(),
                stored.transcripts().size(),
                asked,
                stored.record().state());
        Map<Outcome, Long> last = stored.transcripts().stream()
                .map(one -> one.exchanges().get(one.exchanges().size() - 1).outcome())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        OUT.printf("conversations by how they ended: %s%n", last);
        OUT.printf(
                "servers' logs: most questions of a host %d (budget %d); shortest time between two questions to a host"
                        + " %d ms (least 3000); conversations that another one of the same host interrupted %d%n",
                heard.values().stream().mapToInt(List::size).max().orElse(0),
                budget,
                heard.values().stream()
                        .map(Pace::shortest)
                        .min(Duration::compareTo)
                        .orElse(Duration.ZERO)
                        .toMillis(),
                heard.values().stream()
                        .mapToInt(one -> Pace.interrupted(one).size())
                        .sum());
        OUT.printf("bundles that are not valid: %s%n", invalid(run));
        floor(portals, stored, parallel, took);
    }

    private static List<String> invalid(RunDirectory run) throws IOException {
        List<String> invalid = new ArrayList<>();
        try (Stream<Path> bundles = Files.list(run.root().resolve("bundles"))) {
            for (Path bundle : bundles.toList()) {
                if (!BagCheck.check(bundle).faults().isEmpty()) {
                    invalid.add(String.valueOf(bundle.getFileName()));
                }
            }
        }
        return invalid;
    }

    /** The least that the night could have taken, from what the chatbots themselves took and the rests they are due. */
    private static void floor(List<Portal> portals, StoredRun stored, int parallel, Duration took) {
        Map<String, String> hosts = portals.stream().collect(Collectors.toMap(Portal::target, Portal::host));
        Map<String, Duration> queues = new LinkedHashMap<>();
        Duration browsers = Duration.ZERO;
        for (Transcript one : stored.transcripts()) {
            Duration held = held(one);
            browsers = browsers.plus(held);
            queues.merge(
                    Objects.requireNonNull(hosts.get(one.target())),
                    held,
                    (before, next) -> before.plus(BETWEEN_VISITS).plus(next));
        }
        double longest =
                seconds(queues.values().stream().max(Duration::compareTo).orElse(Duration.ZERO));
        double shared = seconds(browsers) / parallel;
        Duration asking = asking(stored);
        OUT.printf(
                Locale.ROOT,
                "wall time %.0f s, of it from the start to the end of the last reply %.0f s; floor: longest"
                        + " queue of a host %.0f s, all conversations over %d workers %.0f s (%.0f s in all)%n",
                seconds(took),
                seconds(asking),
                longest,
                parallel,
                shared,
                seconds(browsers));
        OUT.printf(
                Locale.ROOT,
                "asking took %.2f times the floor, the whole night %.2f times%n",
                seconds(asking) / Math.max(longest, shared),
                seconds(took) / Math.max(longest, shared));
    }

    /** What one conversation cannot do without: coming to the chatbot, its replies, and the rests between them. */
    private static Duration held(Transcript one) {
        Duration held = one.opening() == null ? Duration.ZERO : one.opening().ready();
        int asked = 0;
        for (Exchange exchange : one.exchanges()) {
            Timing timing = exchange.timing();
            if (timing != null) {
                asked++;
                held = held.plus(Objects.requireNonNullElse(timing.complete(), Duration.ZERO));
            }
        }
        return held.plus(BETWEEN_TURNS.multipliedBy(Math.max(0, asked - 1)));
    }

    /** From the start of the program to the end of the last reply: links, marks and pages come after. */
    private static Duration asking(StoredRun stored) {
        Instant end = stored.exchanges().stream()
                .map(Exchange::timing)
                .filter(Objects::nonNull)
                .map(timing -> timing.sentAt().plus(Objects.requireNonNullElse(timing.complete(), Duration.ZERO)))
                .max(Instant::compareTo)
                .orElse(stored.record().startedAt());
        return Duration.between(stored.record().startedAt(), end);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
