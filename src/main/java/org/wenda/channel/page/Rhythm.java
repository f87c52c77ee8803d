package org.wenda.channel.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
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

    /** A chatbot that was heard a few times only may still pause longer than it did. */
    private static final Duration YOUNG = Duration.ofMillis(1500);

    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMillis(4500);
    private static final int TURNS_TO_LEARN = 3;
    private static final int TURNS_TO_KNOW = 8;
    private static final Duration SHORTEST_LULL = Duration.ofMillis(20);
    private static final Duration LULL = Duration.ofMillis(150);

    private static final Duration LEAST_TYPING = Duration.ofMillis(100);
    private static final Duration LEAST_DRAWING = Duration.ofMillis(10);
    private static final Duration MOST_DRAWING = Duration.ofMillis(700);

    /** How many turns a page that was slow to draw once is remembered as slow. */
    private static final int TAILS = 8;

    private static final int TAILS_TO_JUDGE = 4;

    /** A bubble that comes later than this is no longer attached to its question. */
    static final Duration LATE_WITHIN = Duration.ofSeconds(10);

    private static final String TRANSPORT = "transport";

    private final Map<String, Integer> trust = new HashMap<>();
    /** The same for each kind of request: a chatbot may stream some answers and say others piece by piece. */
    private final Map<String, Integer> transports = new HashMap<>();

    private Duration longestGap = Duration.ZERO;
    private Duration longestBehind = Duration.ZERO;
    private int turnsBehind;
    private int endedOpenBehind;
    private final Deque<Duration> tails = new ArrayDeque<>();
    private boolean pageTellsEnds;
    private int turns;
    private int endedOpen;
    private Duration latest = Duration.ZERO;

    /** Returns how long silence must last when nothing else tells the end. */
    public Duration silence() {
        return window(turns, longestGap);
    }

    /**
     * Returns how long silence must last where words came with a request that has ended since: the pauses that this
     * chatbot makes while a request is under way are over then, and only those that it makes behind one may come.
     */
    Duration silenceBehindTransport() {
        return turnsBehind < TURNS_TO_LEARN ? silence() : window(turnsBehind, longestBehind);
    }

    /** Returns whether this chatbot is known never to have paused for so long behind the end of a request. */
    boolean goesOnWithin(Duration pause) {
        return turnsBehind >= TURNS_TO_LEARN && longestBehind.compareTo(pause) < 0;
    }

    /**
     * Returns how long a page that types may be still behind the end of a request: less than usual once this one is
     * known to do all it does there without a pause.
     */
    Duration lullOfTyping(Duration usual) {
        if (turnsBehind < TURNS_TO_KNOW) {
            return usual;
        }
        Duration known = longestBehind.multipliedBy(2).plus(LEAST_TYPING);
        return known.compareTo(usual) < 0 ? known : usual;
    }

    /** Returns whether answers that stop where no sentence does were over so often when their request had ended. */
    boolean endsOpenBehindTransport() {
        return endedOpenBehind >= 2;
    }

    /** Learns that such an answer was believed to be over; {@link #wasLate} tells where it was not. */
    void endedOpenBehindTransport() {
        endedOpenBehind++;
    }

    private static Duration window(int turns, Duration longest) {
        if (turns < TURNS_TO_LEARN) {
            return UNKNOWN;
        }
        Duration window = longest.multipliedBy(13).dividedBy(10).plusMillis(300);
        Duration least = turns < TURNS_TO_KNOW ? YOUNG : SHORTEST;
        return window.compareTo(least) < 0 ? least : window.compareTo(LONGEST) > 0 ? LONGEST : window;
    }

    /**
     * Returns how long silence must last behind these words.
     *
     * @param usual how long behind words that end a sentence
     * @param open whether they stop where no sentence ends; then more is to come, unless this chatbot ends like that
     */
    Duration silence(Duration usual, boolean open) {
        return open && !endsOpen() && usual.compareTo(UNKNOWN) < 0 ? UNKNOWN : usual;
    }

    /** Returns whether this chatbot's answers end where no sentence does. */
    boolean endsOpen() {
        return endedOpen >= 2;
    }

    /** Returns how long the page must be still before the transport is asked whether that was all. */
    public Duration lull() {
        return trustsAnyTransport() ? SHORTEST_LULL : LULL;
    }

    /** Returns how long behind the end of a signal the page may still draw: twice what it lately needed. */
    public Duration draws() {
        // One turn in which the machine was busy must not slow down the seven after it.
        Duration longest = tails.stream()
                .sorted(Comparator.reverseOrder())
                .skip(tails.size() < TAILS_TO_JUDGE ? 0 : 1)
                .findFirst()
                .orElse(Duration.ZERO);
        Duration time = longest.multipliedBy(2).plus(LEAST_DRAWING);
        return time.compareTo(MOST_DRAWING) > 0 ? MOST_DRAWING : time;
    }

    /** Returns whether the end of this signal has been the end of the answer before. */
    public boolean trusts(String signal) {
        return trust.getOrDefault(signal, 0) > 0;
    }

    /** Returns whether the end of such requests has been the end of the answer before; of unknown ones, of any. */
    public boolean trustsTransport(String kind) {
        Integer known = transports.get(kind);
        return known == null ? trusts(TRANSPORT) : known > 0;
    }

    /** Returns whether there are requests whose end has been the end of the answer before. */
    boolean trustsAnyTransport() {
        return trusts(TRANSPORT) || transports.values().stream().anyMatch(known -> known > 0);
    }

    /**
     * Learns from a turn whose silence was waited out.
     *
     * @param told whether the signal's end was the end of the answer
     * @param endedAt when the signal ended
     * @param lastChange when the answer changed last
     */
    void learn(String signal, boolean told, Instant endedAt, Instant lastChange) {
        if (told) {
            drew(endedAt, lastChange);
        }
        learn(trust, signal, told);
    }

    /**
     * The same for a request.
     *
     * @param kind where it went
     * @param pause the longest that the answer paused behind its end
     */
    void learnTransport(String kind, boolean told, Instant endedAt, Instant lastChange, Duration pause) {
        learn(TRANSPORT, told, endedAt, lastChange);
        learn(transports, kind, told);
        pausedBehindTransport(pause);
    }

    /**
     * Learns how long the answer paused behind the end of its request. Where that end was believed it is known as well:
     * nothing had come by the time when the next question was asked, or {@link #wasLate} tells.
     */
    void pausedBehindTransport(Duration pause) {
        turnsBehind++;
        longestBehind = pause.compareTo(longestBehind) > 0 ? pause : longestBehind;
    }

    /** Learns whether it was the page itself that told when the last request ended. */
    void pageTellsEnds(boolean told) {
        pageTellsEnds = told;
    }

    /** Returns whether the page itself told so in the last turn, and is likely to again. */
    boolean pageTellsEnds() {
        return pageTellsEnds;
    }

    private static void learn(Map<String, Integer> trust, String signal, boolean told) {
        trust.merge(signal, told ? 1 : -3, (before, now) -> Math.max(-6, Math.min(6, before + now)));
    }

    /**
     * Learns how long the page needed to draw what a signal brought last.
     *
     * @param endedAt when the signal ended
     * @param lastChange when the answer changed last
     */
    void drew(Instant endedAt, Instant lastChange) {
        Duration tail = Duration.between(endedAt, lastChange);
        tails.addLast(tail.isNegative() ? Duration.ZERO : tail);
        if (tails.size() > TAILS) {
            tails.removeFirst();
        }
    }

    /**
     * Learns that the end was told too soon.
     *
     * @param endedBy the signals that told it
     * @param late how long after it the chatbot went on
     * @param gap how long the chatbot had paused
     */
    public void wasLate(String endedBy, Duration late, Duration gap) {
        trust.replaceAll((signal, before) -> endedBy.contains(signal) ? Math.max(-6, before - 3) : before);
        if (endedBy.contains(TRANSPORT)) {
            transports.replaceAll((kind, before) -> Math.max(-6, before - 3));
        }
        longestBehind = gap.compareTo(longestBehind) > 0 ? gap : longestBehind;
        endedOpenBehind = 0;
        latest = late.compareTo(latest) > 0 ? late : latest;
        longestGap = gap.compareTo(longestGap) > 0 ? gap : longestGap;
    }

    /** Returns how long after the end was told the next question should wait, so that it meets no late bubble. */
    public Duration respite() {
        Duration wait = latest.multipliedBy(13).dividedBy(10);
        return wait.compareTo(LATE_WITHIN) > 0 ? LATE_WITHIN : wait;
    }

    /**
     * Returns how long to wait for a late bubble where no question follows.
     *
     * @param endedBy the signals that told the end; a request that ended with the answer leaves nothing on its way
     */
    public Duration linger(String endedBy) {
        boolean unsure = turns < TURNS_TO_LEARN && !endedBy.contains(TRANSPORT);
        return unsure || !latest.isZero() ? LATE_WITHIN : Duration.ZERO;
    }

    /**
     * Learns from an answer that ended.
     *
     * @param gap longest pause inside it
     * @param open whether it ended where no sentence ends
     */
    void ended(Duration gap, boolean open) {
        turns++;
        endedOpen += open ? 1 : 0;
        if (gap.compareTo(longestGap) > 0) {
            longestGap = gap;
        }
    }
}
