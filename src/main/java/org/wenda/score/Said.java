package org.wenda.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wenda.scenario.Search;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;

/**
 * All that was said in one turn: to its question, and to the options that were pressed in its course.
 *
 * @param exchanges at least one, in order; the last says how the turn ended
 */
record Said(Talk talk, List<Exchange> exchanges) {
    Said {
        exchanges = List.copyOf(exchanges);
    }

    Exchange last() {
        return exchanges.get(exchanges.size() - 1);
    }

    Outcome outcome() {
        return last().outcome();
    }

    /** Returns why nothing can be told from this turn; empty if something can. */
    Optional<Abstention> untold() {
        return lostItsContext() ? Optional.of(Abstention.BROKEN) : Abstention.of(outcome());
    }

    /** Whether our own fault kept from the chatbot what the question rests on. */
    private boolean lostItsContext() {
        return exchanges.get(0).takenUp()
                && talk.scenario().turns().stream()
                        .anyMatch(turn -> turn.followUp() && turn.id().equals(last().turn()));
    }

    /** Returns the texts of all replies of the turn. */
    String text() {
        return exchanges.stream().map(exchange -> exchange.reply().text()).collect(Collectors.joining("\n\n"));
    }

    List<Led> links() {
        return exchanges.stream()
                .flatMap(exchange -> talk.linksOf(exchange).stream())
                .toList();
    }

    /** Returns whether an option had to be pressed. */
    boolean wasPressed() {
        return exchanges.stream().anyMatch(exchange -> exchange.choice() != null && exchange.timing() != null);
    }

    boolean offers(String control) {
        return exchanges.stream()
                .anyMatch(exchange -> exchange.reply().controls().contains(control));
    }

    Ground ended() {
        return new Ground.Ended(place(last()), outcome());
    }

    Place place(Exchange exchange) {
        return talk.place(exchange.number());
    }

    Ground led(Led link) {
        return new Ground.Led(talk.place(link.exchange()), link.href(), link.verdict());
    }

    /** Returns the end of the turn, and the picture taken of it. */
    List<Ground> endedWithPicture() {
        List<Ground> grounds = new ArrayList<>(List.of(ended()));
        last().evidence().stream()
                .filter(kept -> kept.kind() == Evidence.Kind.AFTER)
                .findFirst()
                .ifPresent(kept -> grounds.add(new Ground.Pictured(place(last()), kept)));
        return grounds;
    }

    /** Looks for a pattern in every reply of the turn. */
    Hit find(String pattern) {
        boolean known = true;
        for (Exchange exchange : exchanges) {
            String text = exchange.reply().text();
            Search.Found found = Search.first(pattern, text);
            if (found instanceof Search.Found.Match match) {
                return Hit.at(place(exchange), text, match.value());
            }
            known &= !(found instanceof Search.Found.TooCostly);
        }
        return known ? Hit.NOTHING : Hit.UNKNOWN;
    }
}
