package org.wenda.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Transcript;

/**
 * Finds what changed between two nights and is more than chance. Asks nobody: it names the questions that deserve a
 * second look, and whoever runs the night asks them again and compares once more.
 */
public final class Drift {
    private static final int REMEMBERED = 50_000;

    private final Noise noise;
    private final Meaning meaning;
    private final List<Accepted.Entry> accepted;
    private final Map<String, String> quiet = new ConcurrentHashMap<>();

    /** @param accepted what somebody wrote down about changes */
    public Drift(Noise noise, Meaning meaning, List<Accepted.Entry> accepted) {
        this.noise = noise;
        this.meaning = meaning;
        this.accepted = List.copyOf(accepted);
    }

    /**
     * What was found.
     *
     * @param earlier runs that lent their answers, to know the chatbots' habits
     * @param targets how many were compared
     * @param questions how many were compared
     * @param pairs how many answers to one question of one night were compared, to know the chatbots' habits
     * @param withinChance how many differences are no more than chance explains
     * @param changes what changed and nobody has accepted, or no longer; in the order of the plan
     * @param known what changed and somebody has accepted
     * @param notCompared what stands in one of the nights only
     * @param lookAgain questions that differ and were asked only once in the later night
     */
    public record Found(
            String before,
            String after,
            List<String> earlier,
            int targets,
            int questions,
            int pairs,
            int withinChance,
            List<Difference> changes,
            List<Difference> known,
            List<NotCompared> notCompared,
            Set<Question> lookAgain) {
        public Found {
            earlier = List.copyOf(earlier);
            changes = List.copyOf(changes);
            known = List.copyOf(known);
            notCompared = List.copyOf(notCompared);
            lookAgain = new LinkedHashSet<>(lookAgain);
        }
    }

    /**
     * What cannot be compared.
     *
     * @param scenario empty if it is the whole target
     * @param why {@code only-before}, {@code only-after}, {@code broken}, which is our own fault, or {@code taken-up}:
     *     one of the runs was cut in the middle of the conversation, so the rest of it is not compared
     */
    public record NotCompared(String target, String scenario, String why) {}

    /**
     * Compares two nights.
     *
     * @param earlier nights before {@code before}; only the habits of their chatbots count
     * @param past likewise, but all that counts is how questions ended and where links led: what a chatbot said before
     *     it was made anew is no habit of the new one
     * @param day by which it is told whether what was accepted still holds
     */
    public Found between(Night before, Night after, List<Night> earlier, List<Night> past, LocalDate day) {
        if (quiet.size() > REMEMBERED) {
            quiet.clear();
        }
        Answers was = new Answers(before, noise, quiet);
        Answers is = new Answers(after, noise, quiet);
        List<Answers> others =
                earlier.stream().map(night -> new Answers(night, noise, quiet)).toList();
        Habits habits = new Habits(was, is, others);
        Past ofAll = new Past(inOrder(before, earlier, past), noise);
        Answering answering = new Answering(
                new Chance(habits, ofAll, new Distances(was, is, others), meaning),
                ofAll,
                new Verdicts(before, noise),
                new Verdicts(after, noise));
        List<Question> questions = was.questions().stream()
                .filter(question -> !is.to(question).isEmpty())
                .toList();
        List<Difference> all = new ArrayList<>(new Visits(before, after).differences());
        Speeds speeds = new Speeds(was, is, others);
        all.addAll(speeds.ofTargets());
        for (Question question : questions) {
            all.addAll(answering.compare(question, was.to(question), is.to(question)));
            all.addAll(speeds.of(question));
        }
        Set<Question> lookAgain = new LinkedHashSet<>(answering.lookAgain());
        lookAgain.addAll(speeds.lookAgain());
        List<Difference> judged = inOrder(all, after, questions).stream()
                .map(one -> one.as(Accepted.of(one, accepted, day).orElse(null)))
                .toList();
        return new Found(
                before.run(),
                after.run(),
                Stream.concat(earlier.stream(), past.stream())
                        .map(Night::run)
                        .distinct()
                        .toList(),
                (int) after.targets().stream()
                        .filter(before.targets()::contains)
                        .count(),
                questions.size(),
                habits.pairs(),
                answering.withinChance(),
                judged.stream().filter(one -> !isSettled(one)).toList(),
                judged.stream().filter(Drift::isSettled).toList(),
                notCompared(before, after),
                lookAgain);
    }

    /** Ids of runs begin with their time, so they are in order; the earlier of both is the last whatever its id. */
    private static List<Night> inOrder(Night before, List<Night> earlier, List<Night> past) {
        Map<String, Night> nights = new TreeMap<>();
        past.forEach(night -> nights.put(night.run(), night));
        earlier.forEach(night -> nights.put(night.run(), night));
        nights.remove(before.run());
        List<Night> all = new ArrayList<>(nights.values());
        all.add(before);
        return all;
    }

    private static boolean isSettled(Difference difference) {
        Accepted accepted = difference.accepted();
        return accepted != null && !accepted.expired();
    }

    private static List<Difference> inOrder(List<Difference> all, Night after, List<Question> questions) {
        Map<Question, Integer> places = IntStream.range(0, questions.size())
                .boxed()
                .collect(Collectors.toMap(questions::get, Function.identity()));
        return all.stream()
                .sorted(Comparator.comparingInt(
                                (Difference one) -> after.targets().indexOf(one.target()))
                        .thenComparingInt(one -> one.question() == null ? -1 : places.getOrDefault(one.question(), -1))
                        .thenComparing(Difference::kind))
                .toList();
    }

    private static List<NotCompared> notCompared(Night before, Night after) {
        List<NotCompared> all = new ArrayList<>();
        before.targets().stream()
                .filter(target -> !after.targets().contains(target))
                .forEach(target -> all.add(new NotCompared(target, "", "only-before")));
        after.targets().stream()
                .filter(target -> !before.targets().contains(target))
                .forEach(target -> all.add(new NotCompared(target, "", "only-after")));
        Set<List<String>> were = conversations(before);
        Set<List<String>> are = conversations(after);
        were.stream()
                .filter(one -> !are.contains(one) && after.targets().contains(one.get(0)))
                .forEach(one -> all.add(new NotCompared(one.get(0), one.get(1), "only-before")));
        are.stream()
                .filter(one -> !were.contains(one) && before.targets().contains(one.get(0)))
                .forEach(one -> all.add(new NotCompared(one.get(0), one.get(1), "only-after")));
        for (Transcript transcript : after.transcripts()) {
            if (transcript.exchanges().stream().map(Exchange::outcome).anyMatch(Outcome.BROKEN::equals)) {
                all.add(new NotCompared(transcript.target(), transcript.scenario(), "broken"));
            }
        }
        Set<List<String>> cut = new LinkedHashSet<>(takenUp(before));
        cut.addAll(takenUp(after));
        cut.forEach(one -> all.add(new NotCompared(one.get(0), one.get(1), "taken-up")));
        return all;
    }

    /** Returns the conversations that were cut and went on in fresh ones. */
    private static Set<List<String>> takenUp(Night night) {
        return night.transcripts().stream()
                .filter(transcript -> transcript.exchanges().stream().anyMatch(Exchange::takenUp))
                .map(transcript -> List.of(transcript.target(), transcript.scenario()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<List<String>> conversations(Night night) {
        return night.transcripts().stream()
                .map(transcript -> List.of(transcript.target(), transcript.scenario()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
