package org.wenda.score;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Trait;

/**
 * All that is known of one target after one run.
 *
 * @param target id of the target
 * @param name of its jurisdiction, such as 演示市
 * @param traced whether the links of the run were followed
 * @param talks its conversations, in the order of the plan
 */
public record Dossier(String target, String name, boolean traced, List<Talk> talks) {
    public Dossier {
        talks = List.copyOf(talks);
    }

    /** Returns the conversations in a scenario's own words that feed an item. */
    List<Talk> own(Index.Item item) {
        return talks.stream()
                .filter(talk ->
                        talk.variant() == null && item.isFedBy(talk.scenario().id()))
                .toList();
    }

    /**
     * Returns the conversations that feed an item, in whatever words. What was asked once more is left out: it would
     * count for more than the rest, and often was asked again for what it said.
     */
    List<Talk> all(Index.Item item) {
        return talks.stream()
                .filter(talk ->
                        talk.repeat() == 1 && item.isFedBy(talk.scenario().id()))
                .toList();
    }

    /** Returns the turns of those conversations that were asked and tell something. */
    static List<Said> told(List<Talk> talks) {
        return talks.stream()
                .flatMap(talk -> turns(talk).flatMap(turn -> talk.said(turn).stream()))
                .filter(said -> said.untold().isEmpty())
                .toList();
    }

    private static Stream<String> turns(Talk talk) {
        return talk.exchanges().stream().map(Exchange::turn).distinct();
    }

    /** Returns why nothing can be told from any conversation that feeds an item; empty if something can. */
    Optional<Judged> untold(Index.Item item) {
        List<Talk> talks = all(item);
        if (talks.isEmpty()) {
            return Optional.of(Judged.none(Abstention.NOT_ASKED));
        }
        if (!told(talks).isEmpty()) {
            return Optional.empty();
        }
        return talks.stream()
                .flatMap(talk -> talk.opening().stream())
                .findFirst()
                .flatMap(said -> said.untold().map(why -> Judged.none(why, said)))
                .or(() -> Optional.of(Judged.none(Abstention.NOT_ASKED)));
    }

    /** Returns where a trait was first seen. */
    Optional<Ground> seen(Trait trait, String... places) {
        return talks.stream().flatMap(talk -> talk.seen(trait, places).stream()).findFirst();
    }

    /** Returns whether anybody looked for traits at all. */
    boolean looked() {
        return talks.stream().anyMatch(Talk::looked);
    }
}
