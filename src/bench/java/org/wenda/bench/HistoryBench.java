package org.wenda.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wenda.evidence.RunDirectory;
import org.wenda.history.year.Chronicle;
import org.wenda.history.year.MadeNights;
import org.wenda.history.year.TargetLine;
import org.wenda.link.Verdict;
import org.wenda.transcript.Outcome;

/**
 * Makes a year of runs up, in the files that runs write and always the same, reads it into a history, and asks that for
 * a target: through the command, each time in a JVM of its own, and in a warm one. Prints rows, bytes and seconds.
 *
 * <p>Arguments: nights, 365 if left out; targets, 128; scenarios, 12; questions in each, 3; a folder, which is used as
 * it is if runs are in it already, and a new one if left out.
 */
public final class HistoryBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Instant FIRST = Instant.parse("2025-11-27T18:00:00Z");
    private static final int TIMES = 10;
    private static final Pattern TIME = Pattern.compile("\"firstReplyMs\":([0-9]+)");
    private static final Pattern FAILED = Pattern.compile("\"outcome\":\"answered\"");

    private HistoryBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int nights = number(arguments, 0, 365);
        int targets = number(arguments, 1, 128);
        int scenarios = number(arguments, 2, 12);
        int questions = number(arguments, 3, 3);
        Path reports = arguments.length < 5 ? Files.createTempDirectory("history-bench") : Path.of(arguments[4]);
        List<String> ids = IntStream.rangeClosed(1, targets)
                .mapToObj(i -> String.format(Locale.ROOT, "t%03d-web", i))
                .toList();
        if (isEmpty(reports)) {
            long began = System.nanoTime();
            make(reports, nights, ids, names("scenario", scenarios), names("question", questions));
            OUT.printf(Locale.ROOT, "made in %.0f s%n", seconds(began));
        }
        OUT.printf(
                Locale.ROOT,
                "%d nights x %d targets x %d scenarios x %d questions = %d rows%n",
                nights,
                targets,
                scenarios,
                questions,
                (long) nights * targets * scenarios * questions);
        try (Chronicle chronicle = Chronicle.of(reports)) {
            long began = System.nanoTime();
            OUT.printf(
                    Locale.ROOT,
                    "problems: %d; read in %.1f s%n",
                    chronicle.refresh().size(),
                    seconds(began));
        }
        OUT.printf(
                Locale.ROOT,
                "runs' own files: %.1f MB; history: %.1f MB%n",
                megabytes(reports, false),
                megabytes(reports, true));
        String target = ids.get(ids.size() / 2);
        cold(reports, target, "text");
        cold(reports, target, "json");
        cold(reports, target, "html");
        warm(reports, target);
    }

    private static int number(String[] arguments, int place, int otherwise) {
        return arguments.length <= place ? otherwise : Integer.parseInt(arguments[place]);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static List<String> names(String what, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> what + "-" + i).toList();
    }

    private static void make(
            Path reports, int nights, List<String> targets, List<String> scenarios, List<String> questions)
            throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        RunDirectory first = new MadeNights(reports, targets, scenarios, questions).store(FIRST, HistoryBench::answer);
        for (int night = 1; night < nights; night++) {
            Instant start = FIRST.plus(night, ChronoUnit.DAYS);
            String run = RunDirectory.idOf(start, List.of("all"));
            Path folder = Files.createDirectory(reports.resolve(run));
            copy(first, "run.json", folder, run, start, random);
            copy(first, "exchanges.jsonl", folder, run, start, random);
            copy(first, "links.jsonl", folder, run, start, random);
            copy(first, "marks.jsonl", folder, run, start, random);
            Files.writeString(folder.resolve("changes.json"), changes(run, targets, random));
        }
    }

    /**
     * The journal makes sure of every line, which would take hours; so later nights are the first one, with other
     * times.
     */
    private static void copy(
            RunDirectory first, String name, Path folder, String run, Instant start, SplittableRandom random)
            throws IOException {
        String text = Files.readString(first.root().resolve(name))
                .replace(first.id(), run)
                .replace(FIRST.toString().substring(0, 10), start.toString().substring(0, 10));
        String other = TIME.matcher(text)
                .replaceAll(time -> "\"firstReplyMs\":" + (Integer.parseInt(time.group(1)) + random.nextInt(900)));
        Files.writeString(
                folder.resolve(name),
                FAILED.matcher(other)
                        .replaceAll(answer -> random.nextInt(100) == 0 ? "\"outcome\":\"fallback\"" : answer.group()));
    }

    /** Most is answered; who asks for the same again is told the same. */
    private static MadeNights.Answer answer(String target, String scenario, String turn) {
        int chance = Math.floorMod((target + scenario + turn).hashCode() * 31, 100);
        Outcome outcome = chance < 82 ? Outcome.ANSWERED : chance < 92 ? Outcome.FALLBACK : Outcome.SILENT;
        Verdict link = chance % 3 != 0 ? null : chance % 27 == 0 ? Verdict.DEAD : Verdict.GUIDE;
        int millis = 300 + chance * 37;
        return new MadeNights.Answer(outcome, millis, 2 * millis, outcome == Outcome.ANSWERED ? link : null);
    }

    private static String changes(String run, List<String> targets, SplittableRandom random) {
        List<String> changes = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            changes.add("""
                    {"target":"%s","scenario":"scenario-1","turn":"question-1","class":"wording","trend":"other",
                    "what":{"en":"said otherwise","zh":"说法不同"}}""".formatted(targets.get(random.nextInt(targets.size()))));
        }
        return "{\"schemaVersion\":1,\"before\":\"\",\"after\":\"" + run + "\",\"changes\":["
                + String.join(",", changes) + "]}";
    }

    private static void cold(Path reports, String target, String format) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        for (int time = 0; time <= TIMES; time++) {
            long began = System.nanoTime();
            Process process = new ProcessBuilder(
                            "./wenda",
                            "history",
                            target,
                            "--platform",
                            "web",
                            "--format",
                            format,
                            "--out",
                            reports.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("the command failed");
            }
            // The first time the launcher may build.
            if (time > 0) {
                seconds.add(seconds(began));
            }
        }
        print("command, " + format + ", a JVM of its own", seconds);
    }

    private static void warm(Path reports, String target) {
        List<Double> seconds = new ArrayList<>();
        try (Chronicle chronicle = Chronicle.of(reports)) {
            for (int time = 0; time < TIMES; time++) {
                long began = System.nanoTime();
                chronicle.refresh();
                TargetLine line = chronicle.line(target, null).orElseThrow();
                seconds.add(seconds(began));
                if (time == 0) {
                    OUT.printf(
                            "the line: %d nights, %d questions, %d changes%n",
                            line.nights().size(),
                            line.questions().size(),
                            line.changes().size());
                }
            }
        }
        OUT.printf(Locale.ROOT, "in this JVM, the first time: %.3f s%n", seconds.get(0));
        print("in this JVM, warm", seconds.subList(1, seconds.size()));
    }

    private static void print(String what, List<Double> seconds) {
        List<Double> sorted = seconds.stream().sorted().toList();
        OUT.printf(
                Locale.ROOT,
                "%s: median %.3f s, least %.3f s, most %.3f s of %d%n",
                what,
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                sorted.get(sorted.size() - 1),
                sorted.size());
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static double megabytes(Path reports, boolean history) throws IOException {
        try (Stream<Path> files = Files.walk(reports)) {
            return files.filter(Files::isRegularFile)
                            .filter(file -> history
                                    ? file.toString().endsWith(".parquet")
                                    : !file.startsWith(reports.resolve("history")))
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    / 1e6;
        }
    }
}
