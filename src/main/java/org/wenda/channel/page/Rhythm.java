package org.wenda.channel.page;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What was learned of one chatbot's way of answering: how long it pauses, and which signals can be believed to tell the
 * end. A signal is believed once its end was the answer's end while silence was waited out all the same, and no longer
 * once the answer went on behind it.
 */
public final class Rhythm {
    /** Longer than the longest pause that chatbots were seen to make inside an answer (2.5 s). */
    static final Duration UNKNOWN = Duration.ofMillis(2800);

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMillis(4500);
    private static final Duration DRAWN_WITHIN = Duration.ofMillis(150);
    private static final int TURNS_TO_LEARN = 3;

    private final Map<String, Integer> trust = new HashMap<>();
    private Duration longestGap = Duration.ZERO;
    private int turns;

    /** Returns how long silence must last when nothing else tells the end. */
    public Duration silence() {
        if (turns < TURNS_TO_LEARN) {
            return UNKNOWN;
        }
        Duration window = longestGap.multipliedBy(13).dividedBy(10).plusMillis(300);
        return window.compareTo(SHORTEST) < 0 ? SHORTEST : window.compareTo(LONGEST) > 0 ? LONGEST : window;
    }

    /** Returns whether the end of this signal has been the end of the answer before. */
    public boolean trusts(String signal) {
        return trust.getOrDefault(signal, 0) > 0;
    }

    /**
     * Learns from a turn whose silence was waited out: whether the signal's end was the end of the answer.
     *
     * @param endedAt when the signal ended
     * @param lastChange when the answer changed last
     */
    void learn(String signal, Instant endedAt, Instant lastChange) {
        boolean told = !lastChange.isAfter(endedAt.plus(DRAWN_WITHIN));
        trust.merge(signal, told ? 1 : -3, (before, now) -> Math.max(-6, Math.min(6, before + now)));
    }

    /** Learns the longest pause inside one answer. */
    void paused(Duration gap) {
        turns++;
        if (gap.compareTo(longestGap) > 0) {
            longestGap = gap;
        }
    }
}
