package org.wenda.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wenda.scenario.Scenario;
import org.wenda.scenario.Turn;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;

/**
 * Decides what an exchange means for the rest of its conversation, and a conversation for the rest of its host. Pure.
 */
final class Judgement {
    /** Refusals of the host itself; design.md, "Manners and safety". A log-in is a matter of one page. */
    private static final Set<Outcome> HOST_REFUSES =
            Set.of(Outcome.BLOCKED_CAPTCHA, Outcome.BLOCKED_WAF, Outcome.BLOCKED_GEO, Outcome.BLOCKED_ROBOTS);

    private Judgement() {}

    /** Returns whether the chatbot did with the question what the scenario is about. */
    static boolean isAnswer(Scenario.Kind kind, Outcome outcome) {
        return switch (kind) {
            case NONSENSE -> outcome == Outcome.FALLBACK;
            case GREETING -> outcome.heard();
            default -> outcome == Outcome.ANSWERED || outcome == Outcome.OPTIONS;
        };
    }

    /** Returns whether no further turn of the scenario is to be asked. */
    static boolean endsConversation(Scenario.Kind kind, Exchange exchange) {
        return exchange.outcome().endsVisit() || (exchange.critical() && !isAnswer(kind, exchange.outcome()));
    }

    /** Returns whether nothing more is to be asked of the host in this run. */
    static boolean hostRefuses(Outcome outcome) {
        return HOST_REFUSES.contains(outcome);
    }

    /** Returns whether a visit came to nobody; twice in a row, and the target is given up. */
    static boolean isVain(Outcome outcome) {
        return outcome.refused() || outcome == Outcome.NO_CHATBOT || outcome == Outcome.WIDGET_MOVED;
    }

    /**
     * Returns the turns that are still to be asked.
     *
     * @param earlier what was already asked in this conversation. A turn that our own fault kept from being sent, or
     *     whose reply it lost, as a kill would have, is still to be asked.
     */
    static List<Turn> remaining(Scenario scenario, List<Exchange> earlier) {
        Map<String, Exchange> latest = new LinkedHashMap<>();
        earlier.forEach(exchange -> latest.put(exchange.turn(), exchange));
        latest.values().removeIf(exchange -> exchange.outcome() == Outcome.BROKEN);
        if (latest.values().stream().anyMatch(exchange -> endsConversation(scenario.kind(), exchange))) {
            return List.of();
        }
        Set<String> done = latest.keySet();
        return scenario.turns().stream()
                .filter(turn -> !done.contains(turn.id()))
                .toList();
    }

    static boolean wasKeptBack(Exchange exchange) {
        return exchange.outcome() == Outcome.BROKEN && exchange.timing() == null;
    }
}
