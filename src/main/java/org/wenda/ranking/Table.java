package org.wenda.ranking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Level;
import org.wenda.portal.Platform;

/**
 * The places of one level of government.
 *
 * @param platform null where both platforms are added up
 * @param rows those with a total, the best first
 * @param open those that have or may have a chatbot and no total yet, by what they may reach
 */
public record Table(Level level, @Nullable Platform platform, List<Place> rows, List<Place> open) {
    public Table {
        rows = List.copyOf(rows);
        open = List.copyOf(open);
    }

    /** Returns the rows on the first places; more than {@code places} where the last of them is shared. */
    public List<Place> top(int places) {
        return rows.stream()
                .filter(row -> row.place() != null && row.place() <= places)
                .toList();
    }
}
