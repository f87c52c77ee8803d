package org.wenda.history;

import java.util.List;
import java.util.Set;
import org.wenda.history.Habits.Habit;
import org.wenda.history.Statistic.Test;
import org.wenda.link.Verdict;
import org.wenda.transcript.Outcome;

/** What chance explains of a difference between two nights. Pure but for the model of meaning. */
final class Chance {
    /** What is less likely than this is reported. */
    static final double ENOUGH = 0.01;

    /** What a second look may bring below {@link #ENOUGH} deserves one. */
    static final double WORTH_A_LOOK = 2 * ENOUGH;

    /** What the words alone leave less open than this is also judged by its meaning, which takes time. */
    private static final double WORTH_READING = 5 * ENOUGH;

    private static final double FAR_IN_MEANING = ENOUGH / 10;
    private static final int COMPARED_MEANINGS = 5;

    private final Habits habits;
    private final Past past;
    private final Distances distances;
    private final Meaning meaning;

    Chance(Habits habits, Past past, Distances distances, Meaning meaning) {
        this.habits = habits;
        this.past = past;
        this.distances = distances;
        this.meaning = meaning;
    }

    /** Returns what speaks for a change in which things are gone or new. */
    Statistic of(Question question, Aspect aspect, Contrast contrast, List<Look> before, List<Look> after) {
        Habit habit = habits.of(question, aspect, contrast.replaces());
        double rate = contrast.replaces() ? habit.rate() : Math.max(habit.rate(), habits.ofAnyFact(question, aspect));
        // Whoever looks for what came or went finds the one of many answers in which something did by chance.
        int tries = contrast.replaces() ? 1 : habits.questions(question.target());
        double pattern = Math.min(1, tries * pattern(rate, before.size(), after.size()));
        double chance = Math.min(habit.shift(), pattern);
        return new Statistic(Test.FLICKER, chance, null, null, rate, null, habit.pairs(), before.size(), after.size());
    }

    /**
     * Returns what speaks for a change of how an answer ends.
     *
     * @param now the ways in which all later answers end
     * @param after how many later answers there are
     */
    Statistic ofOutcome(Question question, Set<Outcome> now, int before, int after) {
        Habit habit = habits.of(question, Aspect.OUTCOME, true);
        double pattern = pattern(habit.rate(), before, after);
        Past.Seen seen = past.ended(question, now);
        if (seen.looks() < Past.ENOUGH) {
            double chance = Math.min(habit.shift(), pattern);
            return new Statistic(Test.FLICKER, chance, null, null, habit.rate(), null, habit.pairs(), before, after);
        }
        // A question may be fickle in a chatbot that is firm in all others; all of them together still tell a change.
        double chance = Math.min(habit.shift(), Math.max(pattern, seen.chance(after)));
        return Statistic.recurrence(seen, chance, before, after);
    }

    /** Returns what speaks for a link leading elsewhere than before. */
    Statistic ofVerdict(String target, String address, Verdict now, int before, int after) {
        Past.Seen seen = past.led(target, address, now);
        if (seen.looks() < Past.ENOUGH) {
            return Statistic.seen(before, after);
        }
        double chance = seen.alike() > 0 ? seen.chance(1) : past.wavering(target, seen);
        return Statistic.recurrence(seen, chance == 0 ? null : chance, before, after);
    }

    /**
     * Returns the chance that all later answers differ from all earlier ones, where two answers differ as often as
     * {@code rate} says. Say a thing is said with a chance of p; two answers differ with 2p(1−p). That two later ones
     * both differ from one earlier has p(1−p): half of it, whatever p is. Every further answer to the earlier side at
     * best halves it again; a third later one need not bring anything, as the earlier one may have been the odd one.
     */
    static double pattern(double rate, int before, int after) {
        int halvings = Math.min(before, 3) - 1 + Math.min(after, 2) - 1;
        return rate / Math.pow(2, halvings);
    }

    /** Returns what speaks for a change of the words. */
    Statistic ofText(Question question, List<Look> before, List<Look> after) {
        double apart = Double.MAX_VALUE;
        Look one = before.get(0);
        Look other = after.get(0);
        for (Look was : before) {
            for (Look is : after) {
                double distance = TextDistance.between(was.text(), is.text());
                if (distance < apart) {
                    apart = distance;
                    one = was;
                    other = is;
                }
            }
        }
        if (apart <= Habits.SAME_TEXT) {
            return new Statistic(Test.DISTANCE, 1.0, apart, null, 0.0, 0.0, 0, before.size(), after.size());
        }
        return ofText(question, one, other, apart, before.size(), after.size());
    }

    private Statistic ofText(Question question, Look one, Look other, double apart, int before, int after) {
        Habit habit = habits.of(question, Aspect.TEXT, false);
        List<Distances.Pair> pairs = habit.shifted()
                ? distances.others(question).stream()
                        .filter(pair -> pair.question() == null)
                        .toList()
                : distances.others(question);
        Distances.Tail tail =
                Distances.tail(pairs.stream().map(Distances.Pair::apart).toList(), apart);
        double pattern = Math.min(habit.shift(), pattern(habit.rate(), before, after));
        double far = Distances.tailOfPairs(
                        pairs.stream().map(Distances.Pair::pairs).toList(),
                        TextDistance.pairsApart(one.text(), other.text()))
                .chance();
        // A short answer differs by a larger share, a long one by more words; a change stands out in both. Of a chatbot
        // that rewords, one of its many answers lies far out by chance.
        double tailChance = Math.max(tail.chance(), far);
        double chance = Math.min(pattern, pattern * tailChance * habits.questions(question.target()));
        Statistic words = new Statistic(
                Test.DISTANCE, chance, apart, null, tail.mean(), tail.spread(), habit.pairs(), before, after);
        return chance > WORTH_READING ? words : withMeaning(question, words, one, other, pairs);
    }

    /** Words in which nothing stands out may still say something else. */
    private Statistic withMeaning(
            Question question, Statistic words, Look one, Look other, List<Distances.Pair> pairs) {
        double chance = words.chance() == null ? 1 : words.chance();
        double apart = meaning.apart(one.text(), other.text());
        if (chance <= ENOUGH) {
            return words.with(apart);
        }
        List<Double> usual = pairs.stream()
                .limit(COMPARED_MEANINGS)
                .map(pair -> meaning.apart(pair.one().text(), pair.other().text()))
                .toList();
        Distances.Tail tail = Distances.tail(usual, apart);
        boolean far = tail.chance() <= FAR_IN_MEANING;
        return new Statistic(
                Test.DISTANCE,
                far ? Math.min(chance, tail.chance() * habits.questions(question.target())) : chance,
                words.observed(),
                apart,
                words.habit(),
                words.spread(),
                words.pairs(),
                words.before(),
                words.after());
    }
}
