package org.wenda.score;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wenda.scenario.LinkAim;
import org.wenda.scenario.Scenario;

/** How surely a text speaks of a scenario's matter. */
final class MatterNamed {
    private MatterNamed() {}

    /** Returns which share of the matter's name, or of the words it goes by, a text holds, 0–1. */
    static double share(Scenario scenario, String text) {
        double byName = Pairs.share(Pairs.of(scenario.matter()), Pairs.of(text));
        return Math.max(byName, byWords(scenario.link(), Pairs.plain(text)));
    }

    private static double byWords(@Nullable LinkAim aim, String plain) {
        List<String> words = aim == null ? List.of() : aim.words();
        if (words.isEmpty()) {
            return 0;
        }
        long found =
                words.stream().filter(word -> plain.contains(Pairs.plain(word))).count();
        return (double) found / words.size();
    }

    /** Returns which share of the shorter text's pairs the other has too, 0–1. */
    static double common(String one, String other) {
        Set<String> pairs = Pairs.of(one);
        Set<String> others = Pairs.of(other);
        return pairs.size() <= others.size() ? Pairs.share(pairs, others) : Pairs.share(others, pairs);
    }
}
