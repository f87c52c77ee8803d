package org.wenda.link;

import java.util.List;

/**
 * A trace, and what went over the wire for it.
 *
 * @param captures one for each answer that this trace was the first to receive; empty for a trace from the cache
 */
public record Traced(LinkTrace trace, List<Capture> captures) {
    public Traced {
        captures = List.copyOf(captures);
    }
}
