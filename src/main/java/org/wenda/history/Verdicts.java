package org.wenda.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wenda.link.Verdict;
import org.wenda.transcript.Exchange;

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
            look.items(Aspect.LINKS).forEach(link -> put(all, look.exchange(), link.value()));
        }
        return all;
    }

    /** Returns the same of one answer. */
    Map<String, Verdict> of(Exchange exchange, Noise noise) {
        Map<String, Verdict> all = new HashMap<>();
        exchange.reply().links().forEach(link -> put(all, exchange, noise.link(link.href())));
        return all;
    }

    private void put(Map<String, Verdict> all, Exchange exchange, String address) {
        Verdict verdict = known.get(List.of(exchange.target(), exchange.scenario(), exchange.number(), address));
        if (verdict != null) {
            all.put(address, verdict);
        }
    }
}
