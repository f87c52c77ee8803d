package org.wenda.channel.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which kinds of request a chatbot made for its last few answers, by the document that made them. Outlives a visit, as
 * {@link Rhythm} does.
 */
public final class TransportHabits {
    private static final int REMEMBERED_TURNS = 3;

    private final Map<String, Deque<Set<String>>> turns = new HashMap<>();

    /** Remembers the kinds that had ended when a turn was over. */
    void remember(String place, Set<String> kinds) {
        Deque<Set<String>> last = turns.computeIfAbsent(place, any -> new ArrayDeque<>());
        last.addLast(Set.copyOf(kinds));
        if (last.size() > REMEMBERED_TURNS) {
            last.removeFirst();
        }
    }

    /** Returns the kinds that each of the last turns had. */
    Set<String> always(String place) {
        Deque<Set<String>> last = turns.getOrDefault(place, new ArrayDeque<>());
        Set<String> kinds = ever(place);
        last.forEach(kinds::retainAll);
        return kinds;
    }

    /** Returns the kinds that any of the last turns had. */
    Set<String> ever(String place) {
        Set<String> kinds = new HashSet<>();
        turns.getOrDefault(place, new ArrayDeque<>()).forEach(kinds::addAll);
        return kinds;
    }
}
