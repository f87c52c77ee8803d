package org.wenda.bench;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import org.wenda.gallery.GalleryPage;
import org.wenda.gallery.GallerySite;
import org.wenda.gallery.Tempo;
import org.wenda.gallery.Truth;

/**
 * Sixty questions of mixed kinds in one conversation, asked by Wenda without any selector and by a hand-written script
 * with selectors, on the same page in the same run. Prints for both what each question cost beyond the chatbot's own
 * time.
 *
 * <p>Arguments, all of which may be left out: {@code lifelike}, the number of questions, {@code wenda} to leave the
 * script out, {@code turns} to have every turn printed, and names of pages to take only those.
 */
public final class HearingBench {
    private static final Duration TRUTH_ARRIVES_WITHIN = Duration.ofSeconds(10);
    /** Turns in which Wenda still learns what tells the end. */
    private static final int LEARNING = 3;

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private HearingBench() {}

    /** A page, and what the script must know of it. */
    private record Course(GalleryPage page, PlainScript.Selectors selectors) {}

    private static final PlainScript.Selectors CHATUI =
            new PlainScript.Selectors(".corner-button", ".Composer-input", ".Bubble:not(.typing)");
    private static final List<Course> COURSES = List.of(
            new Course(GalleryPage.CHATUI_STREAMED_FETCH, CHATUI),
            new Course(GalleryPage.CHATUI_WEB_SOCKET, CHATUI),
            new Course(GalleryPage.CHATUI_LONG_POLLING, CHATUI));

    public static void main(String[] arguments) throws InterruptedException {
        LogManager.getLogManager().reset(); // Selenium warns of a newer Chromium at every start
        List<String> given = Arrays.asList(arguments);
        Tempo tempo = given.contains("lifelike") ? Tempo.LIFELIKE : Tempo.BRISK;
        int questions = given.stream()
                .filter(argument -> argument.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(60);
        List<Course> chosen = COURSES.stream()
                .filter(course -> given.contains(course.page().name()))
                .toList();
        for (Course course : chosen.isEmpty() ? COURSES : chosen) {
            OUT.printf("%s, %d questions, %s%n", course.page(), questions, tempo);
            List<Turn> wenda = race(course, Wenda::new, tempo, questions);
            if (given.contains("turns")) {
                wenda.forEach(HearingBench::print);
            }
            if (given.contains("wenda")) {
                continue;
            }
            List<Turn> script = race(course, () -> new PlainScript(course.selectors()), tempo, questions);
            OUT.printf(
                    Locale.ROOT,
                    "  ratio of time added: wenda / plain script = %.2f%n",
                    mean(added(wenda)) / mean(added(script)));
        }
    }

    private static List<Turn> race(Course course, Supplier<Contestant> start, Tempo tempo, int questions)
            throws InterruptedException {
        List<Turn> turns = new ArrayList<>();
        try (GallerySite site = GallerySite.start(tempo);
                Footprint footprint = new Footprint();
                Contestant contestant = start.get()) {
            URI page = site.page(course.page());
            long began = System.nanoTime();
            contestant.open(page);
            double openMs = (System.nanoTime() - began) / 1e6;
            for (String question : course.page().questions(questions)) {
                long asked = System.nanoTime();
                Contestant.Answer answer = contestant.ask(question);
                double wallMs = (System.nanoTime() - asked) / 1e6;
                Instant told = Instant.now();
                Truth truth = site.awaitTruths(turns.size() + 1, TRUTH_ARRIVES_WITHIN).get(turns.size());
                turns.add(new Turn(question, answer, truth, wallMs, told));
            }
            print(contestant.name(), openMs, turns, footprint.used());
        }
        return turns;
    }

    /**
     * One question and what came of it.
     *
     * @param wallMs from before the question was typed until the contestant said that the answer is over
     * @param told when it said so
     */
    private record Turn(String question, Contestant.Answer answer, Truth truth, double wallMs, Instant told) {
        boolean isWhole() {
            return folded(answer.bubbles()).equals(folded(truth.bubbles()));
        }

        double addedMs() {
            return wallMs - truth.completeMs();
        }

        double overshootMs() {
            return epochMs(told) - truth.sentEpochMs() - truth.completeMs();
        }

        double firstErrorMs() {
            return error(answer.first(), truth.firstMs());
        }

        double completeErrorMs() {
            return error(answer.complete(), truth.completeMs());
        }

        private double error(@Nullable Instant said, double trueMs) {
            return said == null ? Double.NaN : Math.abs(epochMs(said) - truth.sentEpochMs() - trueMs);
        }

        private static double epochMs(Instant at) {
            return at.getEpochSecond() * 1e3 + at.getNano() / 1e6;
        }

        private static String folded(List<String> texts) {
            return String.join("", texts).replaceAll("[\\s\\u00a0\\u200b]+", "");
        }
    }

    private static void print(String name, double openMs, List<Turn> turns, Footprint.Used used) {
        double[] added = added(turns);
        double[] overshoot = turns.stream().mapToDouble(Turn::overshootMs).toArray();
        OUT.printf(
                Locale.ROOT,
                "  %-12s whole %d of %d; opened in %.0f ms; added per question mean %.0f (from the fourth on %.0f) p50 %.0f"
                        + " p95 %.0f ms; after the true end p50 %.0f p95 %.0f max %.0f ms%n",
                name,
                turns.stream().filter(Turn::isWhole).count(),
                turns.size(),
                openMs,
                mean(added),
                mean(Arrays.copyOfRange(added, Math.min(LEARNING, added.length), added.length)),
                percentile(added, 0.5),
                percentile(added, 0.95),
                percentile(overshoot, 0.5),
                percentile(overshoot, 0.95),
                percentile(overshoot, 1));
        OUT.printf(
                Locale.ROOT,
                "  %-12s error of first p50 %.1f p95 %.1f ms, of complete p50 %.1f p95 %.1f ms; CPU own %.1f s, browser"
                        + " and driver %.1f s; peak memory own %d MiB, browser and driver %d MiB%n",
                "",
                percentile(turns.stream().mapToDouble(Turn::firstErrorMs).toArray(), 0.5),
                percentile(turns.stream().mapToDouble(Turn::firstErrorMs).toArray(), 0.95),
                percentile(turns.stream().mapToDouble(Turn::completeErrorMs).toArray(), 0.5),
                percentile(turns.stream().mapToDouble(Turn::completeErrorMs).toArray(), 0.95),
                used.ownCpuSeconds(),
                used.browserCpuSeconds(),
                used.ownMib(),
                used.browserMib());
    }

    private static void print(Turn turn) {
        OUT.printf(
                Locale.ROOT,
                "    %-30s own %6.0f added %5.0f after the end %5.0f ms %s%n",
                turn.question(),
                turn.truth().completeMs(),
                turn.addedMs(),
                turn.overshootMs(),
                turn.answer().endedBy());
    }

    private static double[] added(List<Turn> turns) {
        return turns.stream().mapToDouble(Turn::addedMs).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double percentile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.max(0, Math.ceil(share * sorted.length) - 1)];
    }
}
