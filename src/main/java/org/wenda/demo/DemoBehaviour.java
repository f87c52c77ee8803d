package org.wenda.demo;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * How the demonstration city behaves. Everything else about it is data in {@code city.yaml}; a test changes one thing
 * here and leaves the rest as a newcomer sees it.
 *
 * @param pace what every delay is multiplied by: 1 is as in the data, 0 answers at once
 * @param contentVersion which version of the answers is shown; 1 is the first, others are {@code revisions} in the data
 * @param faults what goes wrong, by matter id; {@link #ANY} for every question
 * @param delays time until the first text of a matter's answers instead of the data's, by matter id; {@link #ANY} for
 *     every question; multiplied by {@code pace} too
 * @param words is given a matter's id and each text of an answer as it stands in the data, once an answer, and returns
 *     what is said instead; called by several threads
 */
public record DemoBehaviour(
        double pace,
        int contentVersion,
        Map<String, Fault> faults,
        Map<String, Duration> delays,
        BinaryOperator<String> words) {
    /** Stands for every question in {@code faults} and {@code delays}; an entry for the matter itself goes before. */
    public static final String ANY = "*";

    public DemoBehaviour {
        if (!(pace >= 0) || contentVersion < 1) {
            throw new IllegalArgumentException("pace " + pace + ", content version " + contentVersion);
        }
        faults = Map.copyOf(faults);
        delays = Map.copyOf(delays);
    }

    /** What a chatbot can do wrong. */
    public enum Fault {
        /** The question is taken and never answered; the typing sign stays. */
        SILENT,
        /** Six seconds more until the first text. */
        SLOW,
        /** The connection ends in the middle of the answer, whatever the manner of delivery. */
        CUT,
        /** The answer is written and written and never ends. */
        ENDLESS,
        /** The server fails with status 500 and the page says that the system is busy. */
        ERROR,
        /** A person would take over: the chatbot says so, and nothing else. */
        HANDOVER,
        /** The chatbot shows a notice outside the message list that one has to log in first. */
        LOGIN
    }

    /** Returns the city as a newcomer sees it. */
    public static DemoBehaviour standard() {
        return new DemoBehaviour(1, 1, Map.of(), Map.of(), (matter, text) -> text);
    }

    public DemoBehaviour withPace(double newPace) {
        return new DemoBehaviour(newPace, contentVersion, faults, delays, words);
    }

    public DemoBehaviour withContentVersion(int version) {
        return new DemoBehaviour(pace, version, faults, delays, words);
    }

    /** Returns this behaviour with one more fault, for one matter or {@link #ANY}. */
    public DemoBehaviour withFault(String matter, Fault fault) {
        return new DemoBehaviour(pace, contentVersion, with(faults, matter, fault), delays, words);
    }

    /** Returns this behaviour with another delay until the first text, for one matter or {@link #ANY}. */
    public DemoBehaviour withDelay(String matter, Duration delay) {
        return new DemoBehaviour(pace, contentVersion, faults, with(delays, matter, delay), words);
    }

    /** Returns this behaviour with other words for what stands in the data. */
    public DemoBehaviour withWords(BinaryOperator<String> other) {
        return new DemoBehaviour(pace, contentVersion, faults, delays, other);
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        Map<String, V> copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return copy;
    }
}
