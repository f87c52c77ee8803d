package org.wenda.link;

import org.jspecify.annotations.Nullable;

/**
 * What an answer's body says.
 *
 * @param page null if the body was empty
 * @param onward where the page itself sends on; null if it stays
 * @param challenge the mark of a check for programs that was found in the page's scripts; empty if none was
 */
record Reading(@Nullable LandingPage page, @Nullable Onward onward, String challenge) {
    static final Reading EMPTY = new Reading(null, null, "");

    /**
     * Where a page sends its reader without being asked.
     *
     * @param location as written
     */
    record Onward(Hop.How how, String location) {}
}
