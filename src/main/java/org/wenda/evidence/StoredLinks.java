package org.wenda.evidence;

import java.util.List;
import org.wenda.words.Problem;

/**
 * What {@code links.jsonl} says.
 *
 * @param traced whether the links of this run were ever traced; where not, there are none and nothing is wrong
 * @param links in the order of the file
 * @param problems lines that cannot be read
 */
public record StoredLinks(boolean traced, List<StoredLink> links, List<Problem> problems) {
    /** A run whose links were not traced. */
    public static final StoredLinks NONE = new StoredLinks(false, List.of(), List.of());

    public StoredLinks {
        links = List.copyOf(links);
        problems = List.copyOf(problems);
    }

    /** Returns the links that one exchange offered, in order. */
    public List<StoredLink> of(String target, String scenario, int number) {
        return links.stream()
                .filter(link -> link.place().target().equals(target)
                        && link.place().scenario().equals(scenario)
                        && link.place().number() == number)
                .toList();
    }
}
