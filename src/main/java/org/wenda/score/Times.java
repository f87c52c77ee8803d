package org.wenda.score;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Timing;

/** Times of many turns, each with the bound of its measurement. A turn without an answer took longer than any bound. */
final class Times {
    private final List<Sample> samples = new ArrayList<>();

    /**
     * One time.
     *
     * @param millis infinite if there was none
     */
    record Sample(Place place, String what, double millis, double error) {
        boolean isFinite() {
            return Double.isFinite(millis);
        }

        Ground ground() {
            return new Ground.Timed(place, what, duration(millis), duration(error));
        }

        private static Duration duration(double millis) {
            return Duration.ofNanos(Math.round(millis * 1e6));
        }
    }

    /** Adds a time of every exchange of a turn that was sent. */
    void add(Said said, String what, Function<Timing, @Nullable Duration> time, boolean noneIsEndless) {
        for (Exchange exchange : said.exchanges()) {
            Timing timing = exchange.timing();
            Duration taken = timing == null ? null : time.apply(timing);
            if (timing != null && (taken != null || noneIsEndless)) {
                double millis = taken == null ? Double.POSITIVE_INFINITY : taken.toNanos() / 1e6;
                samples.add(new Sample(
                        said.place(exchange), what, millis, timing.error().toNanos() / 1e6));
            }
        }
    }

    int size() {
        return samples.size();
    }

    int endless() {
        return (int) samples.stream().filter(sample -> !sample.isFinite()).count();
    }

    /** Returns the smallest that the median can be; the bound of a median is the median of the bounds. */
    double least() {
        return median(sample -> sample.millis - sample.error);
    }

    double most() {
        return median(sample -> sample.millis + sample.error);
    }

    double median() {
        return median(sample -> sample.millis);
    }

    private double median(ToDoubleFunction<Sample> of) {
        return Spread.median(samples.stream().mapToDouble(of).sorted().boxed().toList());
    }

    /** Returns the spread of those that ended; null if none did. */
    @Nullable
    Spread spread() {
        List<Double> finite =
                samples.stream().filter(Sample::isFinite).map(Sample::millis).toList();
        return finite.isEmpty() ? null : Spread.of(finite, Spread.MS);
    }

    /** Returns the time in the middle and the longest that ended. */
    List<Ground> grounds() {
        List<Sample> sorted = samples.stream()
                .filter(Sample::isFinite)
                .sorted(Comparator.comparingDouble(Sample::millis))
                .toList();
        if (sorted.isEmpty()) {
            return List.of();
        }
        Sample middle = sorted.get((sorted.size() - 1) / 2);
        Sample longest = sorted.get(sorted.size() - 1);
        return Objects.equals(middle, longest) ? List.of(middle.ground()) : List.of(middle.ground(), longest.ground());
    }
}
