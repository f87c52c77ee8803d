package org.wenda.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wenda.link.Verdict;

/** Where the links of a night's answers led, by question and address. */
final class Verdicts {
    /** Of these nothing is known about the link itself. */
    private static final Set<Verdict> UNKNOWN = Set.of(Verdict.BLOCKED_FOR_ROBOTS, Verdict.NOT_FOLLOWED);

    private final Map<List<Object>, Verdict> known = new HashMap<>();

    Verdicts(Night night, Noise noise) {
        for (Night.Followed link : night.links()) {
            if (!UNKNOWN.contains(link.verdict())) {
                known.put(
                        List.of(link.target(), link.scenario(), link.exchange(), noise.link(link.href())),
                        link.verdict());
            }
        }
    }

    /** Returns where the links of some answers to one question led, by their addresses without noise. */
    Map<String, Verdict> of(List<Look> looks) {
        Map<String, Verdict> all = new HashMap<>();
        for (Look look : looks) {
            for (Item link : look.items(Aspect.LINKS)) {
                Verdict verdict = known.get(List.of(
                        look.exchange().target(),
                        look.exchange().scenario(),
                        look.exchange().number(),
                        link.value()));
                if (verdict != null) {
                    all.put(link.value(), verdict);
                }
            }
        }
        return all;
    }
}
