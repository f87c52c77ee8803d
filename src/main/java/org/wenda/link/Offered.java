package org.wenda.link;

import java.util.List;
import org.wenda.transcript.Exchange;

/** The links that one exchange offers. Pure: looks at the stored reply only. */
public final class Offered {
    private Offered() {}

    /**
     * Returns the links of a reply in order of appearance, duplicates kept, and after them the addresses, phone numbers
     * and mini programs that stand in its text and in none of its links; at most 200.
     */
    public static List<OfferedLink> in(Exchange exchange) {
        return List.of();
    }
}
