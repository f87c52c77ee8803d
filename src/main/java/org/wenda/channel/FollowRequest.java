package org.wenda.channel;

import java.net.URI;
import java.util.function.Predicate;
import org.wenda.transcript.Link;

/**
 * A link of the conversation that shall be clicked.
 *
 * @param exchange number of the exchange whose reply offered it, from 1
 * @param link as the reply holds it
 * @param mayVisit whether the browser may ask for an address, which may be anything that a page names. Asked from other
 *     threads and for every new host of the pages on the way, so it answers soon
 */
public record FollowRequest(int exchange, Link link, Predicate<URI> mayVisit) {}
