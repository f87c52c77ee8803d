package org.wenda.link;

import java.util.Optional;

/** One question about where a link led. Pure: same facts, same finding. */
@FunctionalInterface
interface Rule {
    /** Returns what the rule found; empty if it has nothing to say. */
    Optional<Finding> look(Facts facts);
}
