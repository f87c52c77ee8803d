package org.wenda.ranking;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Platform;
import org.wenda.score.Abstention;
import org.wenda.score.Index;
import org.wenda.score.Standing;

/**
 * How one target stands in the ranking.
 *
 * @param presence whether it has a chatbot
 * @param standing what its marks add up to; see {@link Standing} for what is missing and what the bounds are
 * @param marks as they count, those recorded apart included
 */
public record TargetResult(
        Jurisdiction jurisdiction, Platform platform, Presence presence, Standing standing, List<CountedMark> marks) {
    private static final Set<Abstention> KEPT_OUT =
            Set.of(Abstention.BLOCKED, Abstention.UNREACHABLE, Abstention.BROKEN, Abstention.WIDGET_MOVED);

    public TargetResult {
        marks = List.copyOf(marks);
    }

    static TargetResult of(Entry entry, Index index, boolean suggested) {
        List<CountedMark> marks = Counting.of(entry, suggested);
        Standing standing = Standing.of(
                entry.target(), index, marks.stream().map(CountedMark::mark).toList());
        Presence presence = Presence.of(marks.stream().map(CountedMark::mark).toList(), standing.covered());
        return new TargetResult(entry.jurisdiction(), entry.platform(), presence, standing, marks);
    }

    /** Returns the id of the target. */
    public String target() {
        return standing.target();
    }

    /** Returns how many marks are missing because somebody or something kept us out; they are among the missing. */
    public int keptOut(Index index) {
        Set<String> summed = index.items().stream()
                .filter(item -> !item.isApart())
                .map(Index.Item::id)
                .collect(Collectors.toSet());
        return (int) marks.stream()
                .map(CountedMark::mark)
                .filter(mark -> summed.contains(mark.indicator()))
                .filter(mark -> mark.abstained() != null && KEPT_OUT.contains(mark.abstained()))
                .count();
    }

    /** Returns how many marks people gave. */
    public People people() {
        return People.of(marks);
    }

    /** Returns why marks are missing, each reason with how often. */
    public Map<Abstention, Integer> reasons() {
        Map<Abstention, Integer> reasons = new TreeMap<>();
        for (CountedMark one : marks) {
            Abstention why = one.mark().abstained();
            if (why != null && why != Abstention.NOT_APPLICABLE) {
                reasons.merge(why, 1, Integer::sum);
            }
        }
        return reasons;
    }
}
