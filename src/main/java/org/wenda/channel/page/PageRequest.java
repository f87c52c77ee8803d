package org.wenda.channel.page;

import java.time.Instant;

/**
 * A request that has ended, as the page's own resource timing tells it: to the millisecond, and as soon as it is so.
 *
 * @param address absolute
 * @param began in the page's wall clock, as is {@code ended}
 */
public record PageRequest(String address, Instant began, Instant ended) {
    static PageRequest of(Facts facts) {
        return new PageRequest(
                facts.text("address"), Report.moment(facts.number("began")), Report.moment(facts.number("ended")));
    }
}
