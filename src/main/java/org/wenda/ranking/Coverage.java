package org.wenda.ranking;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Level;
import org.wenda.portal.Platform;
import org.wenda.portal.Region;

/**
 * How many of some targets have a chatbot.
 *
 * @param level null for all levels
 * @param platform null for both
 * @param region null for all regions
 * @param found how many have one
 * @param none how many have none
 * @param unknown how many may have one: nobody got through to look
 * @param targets ids of those that have one
 */
public record Coverage(
        @Nullable Level level,
        @Nullable Platform platform,
        @Nullable Region region,
        int found,
        int none,
        int unknown,
        List<String> targets) {
    public Coverage {
        targets = List.copyOf(targets);
    }

    static Coverage of(
            @Nullable Level level, @Nullable Platform platform, @Nullable Region region, List<TargetResult> all) {
        List<TargetResult> its = all.stream()
                .filter(target -> level == null || target.jurisdiction().level() == level)
                .filter(target -> platform == null || target.platform() == platform)
                .filter(target -> region == null || target.jurisdiction().region() == region)
                .toList();
        return new Coverage(
                level,
                platform,
                region,
                count(its, Presence.FOUND),
                count(its, Presence.NONE),
                count(its, Presence.UNKNOWN),
                its.stream()
                        .filter(target -> target.presence() == Presence.FOUND)
                        .map(TargetResult::target)
                        .toList());
    }

    private static int count(List<TargetResult> targets, Presence presence) {
        return (int)
                targets.stream().filter(target -> target.presence() == presence).count();
    }

    /** Returns how many targets there are. */
    public int all() {
        return found + none + unknown;
    }

    /** Returns the share that is known to have one, per cent of all; the least that it can be. */
    public BigDecimal share() {
        return percent(found);
    }

    /** Returns the most that the share can be: all of which nobody knows have one. */
    public BigDecimal most() {
        return percent(found + unknown);
    }

    private BigDecimal percent(int count) {
        return Decimals.rounded(all() == 0 ? 0 : 100.0 * count / all());
    }
}
