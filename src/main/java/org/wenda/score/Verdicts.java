package org.wenda.score;

import java.util.List;

/**
 * The best that the links of a turn are worth.
 *
 * @param low if every link that nobody could follow is worth as little as it is certain to be
 * @param high if every such link is worth all
 * @param links those that are worth {@code low}, and those that may be worth more
 */
record Verdicts(int low, int high, List<Led> links) {
    private static final int SHOWN = 3;
    private static final int BEST = 3;

    Verdicts {
        links = List.copyOf(links);
    }

    static Verdicts best(Index.Item item, List<Led> offered) {
        List<Led> links = offered.stream().filter(Led::isFollowable).toList();
        int low = links.stream().mapToInt(link -> worth(item, link)).max().orElse(0);
        int high = links.stream().anyMatch(Led::isUnknown) ? BEST : low;
        List<Led> telling = links.stream()
                .filter(link -> worth(item, link) == low || link.isUnknown())
                .limit(SHOWN)
                .toList();
        return new Verdicts(low, high, telling);
    }

    private static int worth(Index.Item item, Led link) {
        return item.links().getOrDefault(link.verdict(), 0);
    }

    List<Ground> grounds(Said said) {
        return links.stream().map(said::led).toList();
    }

    /** Returns the first telling link's verdict as it stands in files; a dash if there is no link. */
    String shown() {
        return links.isEmpty() ? "–" : links.get(0).verdict().wire();
    }
}
