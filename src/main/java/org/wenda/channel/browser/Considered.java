package org.wenda.channel.browser;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wenda.channel.Candidate;
import org.wenda.channel.page.Look;
import org.wenda.words.Message;

/** Everything that came into question during a search, and what came of it. */
final class Considered {
    private final Map<String, Candidate> all = new LinkedHashMap<>();

    /** Adds what is seen for the first time, and better scores of what was seen before. */
    void see(Candidate.Kind kind, Look.Candidate seen, double enough) {
        Candidate now = new Candidate(kind, seen.words(), seen.score(), enough, Reasons.of(seen.why()), null);
        all.merge(
                key(kind, seen.words()),
                now,
                (before, again) -> before.fate() == null && again.score() > before.score() ? again : before);
    }

    void rule(String key, Message fate) {
        all.computeIfPresent(key, (same, candidate) -> candidate.with(fate));
    }

    /** Returns them best first, without some. */
    List<Candidate> ranked(Collection<String> without) {
        return all.entrySet().stream()
                .filter(one -> !without.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparingDouble((Candidate one) -> one.enough() - one.score()))
                .toList();
    }

    int size() {
        return all.size();
    }

    static String key(Candidate.Kind kind, String words) {
        return kind + " " + words;
    }
}
