package org.wenda.history;

import org.wenda.transcript.Exchange;

/**
 * What answers of several nights are compared by.
 *
 * @param step how many options of the turn were pressed up to it; 0 if the question was typed
 */
public record Question(String target, String scenario, String turn, int step) {
    static Question of(Exchange exchange) {
        return new Question(exchange.target(), exchange.scenario(), exchange.turn(), exchange.step());
    }
}
