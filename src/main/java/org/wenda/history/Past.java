package org.wenda.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.wenda.link.Verdict;
import org.wenda.transcript.Outcome;

/**
 * How each question ended, and where each link led, in the nights up to the earlier of the two that are compared: what
 * comes and goes by itself has not changed when it does so once more. Pure.
 */
final class Past {
    /** Fewer looks tell nothing of how something comes and goes. */
    static final int ENOUGH = 2;

    /** What is this unlikely in any order by chance did not come and go: it turned, once and for good. */
    private static final double TURNED = 0.1;

    /** For how many nights of one link its target's other links stand. */
    private static final int WEIGHT = 10;

    private final Map<Question, List<Outcome>> ended = new HashMap<>();
    private final Map<Link, List<Verdict>> led = new HashMap<>();
    private final Map<String, Map<Integer, Returns>> returns = new HashMap<>();

    private record Link(String target, String address) {}

    /** How many links went elsewhere for one night and came back, of how many. */
    private record Returns(int came, int links) {
        Returns plus(boolean back) {
            return new Returns(came + (back ? 1 : 0), links + 1);
        }

        /** A site that was away as a whole was away once, however many links it has. */
        boolean ofSome() {
            return 2 * came <= links;
        }
    }

    /**
     * How often something came out as it does now.
     *
     * @param looks how often it was looked at before it came out so for the last times in a row
     * @param alike how often it came out so among these
     * @param row how often it came out so in a row at last
     */
    record Seen(int looks, int alike, int row) {
        /**
         * Returns the chance that it comes out so a number of times in a row, by what was seen before: Laplace's rule
         * of succession with Jeffreys' prior; 0 if it never came out so.
         */
        double chance(int times) {
            double chance = alike == 0 ? 0 : 1;
            for (int i = 0; i < times; i++) {
                chance *= (alike + 0.5 + i) / (looks + 1.0 + i);
            }
            return chance;
        }

        /** Returns whether what was taken for chance in earlier nights has now come out so too often for that. */
        boolean isTooOftenNow(int times) {
            return row > 0 && alike > 0 && chance(row) > Chance.ENOUGH && chance(row + times) <= Chance.ENOUGH;
        }

        double share() {
            return looks == 0 ? 0 : (double) alike / looks;
        }
    }

    /** @param nights the oldest first, the earlier of the two that are compared at the end */
    Past(List<Night> nights, Noise noise) {
        for (Night night : nights) {
            Verdicts verdicts = new Verdicts(night, noise);
            Map<Link, Verdict> where = new HashMap<>();
            night.transcripts().stream()
                    .flatMap(transcript -> transcript.exchanges().stream())
                    .filter(Answers::isCompared)
                    .forEach(exchange -> {
                        ended.computeIfAbsent(Question.of(exchange), unseen -> new ArrayList<>())
                                .add(exchange.outcome());
                        verdicts.of(exchange, noise)
                                .forEach(
                                        (address, verdict) -> where.put(new Link(exchange.target(), address), verdict));
                    });
            where.forEach((link, verdict) ->
                    led.computeIfAbsent(link, unseen -> new ArrayList<>()).add(verdict));
        }
        led.forEach(this::count);
    }

    private void count(Link link, List<Verdict> past) {
        Map<Integer, Returns> ofTarget = returns.computeIfAbsent(link.target(), unseen -> new TreeMap<>());
        for (int i = 1; i + 1 < past.size(); i++) {
            boolean back = past.get(i) != past.get(i - 1) && past.get(i + 1) == past.get(i - 1);
            // Counted from the end: a link that was offered first last week has fewer nights.
            ofTarget.merge(past.size() - i, new Returns(0, 0).plus(back), (one, more) -> one.plus(more.came() > 0));
        }
    }

    /** Returns how often a question ended in one of these ways. */
    Seen ended(Question question, Set<Outcome> now) {
        return seen(ended.getOrDefault(question, List.of()), now::contains);
    }

    /** Returns how often a link led to such a page. */
    Seen led(String target, String address, Verdict now) {
        return seen(led.getOrDefault(new Link(target, address), List.of()), now::equals);
    }

    /** Returns how a question ended, or a link led, before it came out as now for the last times in a row. */
    Outcome endedBefore(Question question, Seen seen) {
        List<Outcome> past = ended.getOrDefault(question, List.of());
        return past.get(past.size() - seen.row() - 1);
    }

    /** Returns likewise where a link led. */
    Verdict ledBefore(String target, String address, Seen seen) {
        List<Verdict> past = led.getOrDefault(new Link(target, address), List.of());
        return past.get(past.size() - seen.row() - 1);
    }

    /**
     * Returns the chance that a link leads elsewhere for a night which never did, by what the target's other links do;
     * 0 if none of them ever came back.
     */
    double wavering(String target, Seen seen) {
        int came = 0;
        int links = 0;
        for (Returns night : returns.getOrDefault(target, Map.of()).values()) {
            came += night.ofSome() ? night.came() : 0;
            links += night.links();
        }
        return links == 0 ? 0 : (double) came / links * WEIGHT / (WEIGHT + seen.looks());
    }

    private static <T> Seen seen(List<T> past, Predicate<T> now) {
        List<Boolean> alike = past.stream().map(now::test).toList();
        int row = atEnd(alike, true);
        List<Boolean> before = alike.subList(0, alike.size() - row);
        int counted = hasTurned(before) ? atEnd(before, false) : before.size();
        List<Boolean> looks = before.subList(before.size() - counted, before.size());
        return new Seen(looks.size(), (int) looks.stream().filter(one -> one).count(), row);
    }

    private static int atEnd(List<Boolean> looks, boolean what) {
        int count = 0;
        while (count < looks.size() && looks.get(looks.size() - 1 - count) == what) {
            count++;
        }
        return count;
    }

    /** The runs test of Wald and Wolfowitz: whether there are too few changes for chance. */
    private static boolean hasTurned(List<Boolean> looks) {
        int alike = (int) looks.stream().filter(one -> one).count();
        int others = looks.size() - alike;
        int runs = 1;
        for (int i = 1; i < looks.size(); i++) {
            runs += looks.get(i).equals(looks.get(i - 1)) ? 0 : 1;
        }
        return alike > 0 && others > 0 && chanceOfRuns(alike, others, runs) <= TURNED;
    }

    /** Returns the chance that things of two kinds, laid in any order, fall into so many runs or fewer. */
    static double chanceOfRuns(int ones, int others, int runs) {
        double ways = 0;
        for (int r = 2; r <= runs; r++) {
            int k = r / 2;
            ways += r % 2 == 0
                    ? 2 * choose(ones - 1, k - 1) * choose(others - 1, k - 1)
                    : choose(ones - 1, k) * choose(others - 1, k - 1) + choose(ones - 1, k - 1) * choose(others - 1, k);
        }
        return ways / choose(ones + others, ones);
    }

    private static double choose(int n, int k) {
        double ways = k > n ? 0 : 1;
        for (int i = 1; i <= k; i++) {
            ways = ways * (n - k + i) / i;
        }
        return ways;
    }
}
