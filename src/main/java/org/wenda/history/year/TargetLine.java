package org.wenda.history.year;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wenda.transcript.Outcome;

/**
 * The dated line of one target. Counts ordinary conversations only: other wordings and repeats are asked or not asked
 * as settings say, so they would move the line where the chatbot did not.
 *
 * @param target its id
 * @param name its Chinese name
 * @param nameEn its English name
 * @param platform {@code web} or {@code mobile}
 * @param nights the runs that asked it, the oldest first
 * @param questions every question that any of those runs asked, in the order of scenarios and of conversations
 * @param changes what {@code wenda diff} found, the oldest first
 */
public record TargetLine(
        String target,
        String name,
        String nameEn,
        String platform,
        List<Night> nights,
        List<Question> questions,
        List<Change> changes) {
    public TargetLine {
        nights = List.copyOf(nights);
        questions = List.copyOf(questions);
        changes = List.copyOf(changes);
    }

    /**
     * One run, as far as it asked this target.
     *
     * @param state how far the run came, such as {@code done}; {@code running} if it is under way or was killed
     * @param turns questions of the ordinary conversations that the run tells of
     * @param outcomes how they ended; outcomes that did not happen are left out
     * @param links links that were offered and followed
     * @param dead those of them that are dead, or say that there is no such page
     * @param marks how many marks rules gave or suggested
     * @param markMean their mean, 0 to 3; null if there are none
     */
    public record Night(
            String run,
            Instant startedAt,
            String state,
            int turns,
            Map<Outcome, Integer> outcomes,
            Times firstReply,
            Times complete,
            int links,
            int dead,
            int marks,
            @Nullable Double markMean) {
        public Night {
            Map<Outcome, Integer> ordered = new EnumMap<>(Outcome.class);
            ordered.putAll(outcomes);
            outcomes = Collections.unmodifiableMap(ordered);
        }

        /** Returns how many questions were answered. */
        public int answered() {
            return outcomes.getOrDefault(Outcome.ANSWERED, 0);
        }

        /** Returns the share of the questions that were answered, 0 to 1; 0 if there were none. */
        public double coverage() {
            return turns == 0 ? 0 : (double) answered() / turns;
        }
    }

    /**
     * Times of one night.
     *
     * @param count how many there are
     * @param median the smallest value, in milliseconds, that half of them do not exceed; null if there are none
     * @param p95 the same for 95 of a hundred
     */
    public record Times(
            int count, @Nullable Double median, @Nullable Double p95) {
        /** Returns the figures of some times in milliseconds. */
        public static Times of(List<Double> millis) {
            List<Double> sorted = millis.stream().sorted().toList();
            return new Times(sorted.size(), quantile(sorted, 0.5), quantile(sorted, 0.95));
        }

        private static @Nullable Double quantile(List<Double> sorted, double share) {
            int rank = (int) Math.ceil(share * sorted.size());
            return sorted.isEmpty() ? null : sorted.get(Math.max(1, rank) - 1);
        }
    }

    /**
     * One question through all nights.
     *
     * @param matter what its scenario is about, in Chinese
     * @param matterEn the same in English
     * @param words how it was asked last
     * @param days the runs that asked it, the oldest first
     */
    public record Question(String scenario, String turn, String matter, String matterEn, String words, List<Day> days) {
        public Question {
            days = List.copyOf(days);
        }

        /** Returns in how many runs it was answered. */
        public long answered() {
            return days.stream()
                    .filter(day -> day.outcome() == Outcome.ANSWERED)
                    .count();
        }

        /** Returns the times until the first reply in some of its days. */
        public static Times firstReplies(List<Day> days) {
            return Times.of(days.stream()
                    .map(Day::firstReplyMs)
                    .filter(Objects::nonNull)
                    .toList());
        }
    }

    /**
     * One question in one run.
     *
     * @param firstReplyMs null if there was no reply
     * @param completeMs likewise
     */
    public record Day(
            String run,
            Instant startedAt,
            Outcome outcome,
            @Nullable Double firstReplyMs,
            @Nullable Double completeMs,
            int links,
            int dead) {}

    /**
     * Something that changed between two nights.
     *
     * @param run the later of the two
     * @param before the earlier one; empty if that is not told
     * @param scenario null if it is about the target as a whole
     * @param turn likewise
     * @param kind the class of the change, such as {@code wording}
     * @param trend {@code worse}, {@code better}, or {@code other} where no program can tell
     * @param what one sentence in English, which may hold words of the chatbot; empty if none is told
     * @param whatZh the same in Chinese
     */
    public record Change(
            String run,
            Instant startedAt,
            String before,
            @Nullable String scenario,
            @Nullable String turn,
            String kind,
            String trend,
            String what,
            String whatZh) {}
}
