package org.wenda.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Level;

/**
 * How many of a level are of a type.
 *
 * @param type null for those without a total yet
 * @param share per cent; those of one level add up to 100.00
 * @param jurisdictions their ids, the best first
 */
public record TypeShare(Level level, RankingRules.@Nullable Type type, BigDecimal share, List<String> jurisdictions) {
    public TypeShare {
        jurisdictions = List.copyOf(jurisdictions);
    }

    /** @param units of the level, the best first */
    static List<TypeShare> of(Level level, List<UnitResult> units, RankingRules rules) {
        List<RankingRules.@Nullable Type> types = new ArrayList<>(rules.types());
        List<List<String>> members = new ArrayList<>(
                rules.types().stream().map(type -> members(units, type)).toList());
        List<String> open = units.stream()
                .filter(unit -> unit.grade() == null)
                .map(unit -> unit.jurisdiction().id())
                .toList();
        if (!open.isEmpty()) {
            types.add(null);
            members.add(open);
        }
        List<BigDecimal> shares =
                Decimals.shares(members.stream().map(List::size).toList());
        List<TypeShare> all = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            all.add(new TypeShare(level, types.get(i), shares.get(i), members.get(i)));
        }
        return all;
    }

    private static List<String> members(List<UnitResult> units, RankingRules.Type type) {
        return units.stream()
                .filter(unit -> unit.grade() != null
                        && Objects.requireNonNull(unit.grade()).type().equals(type.id()))
                .map(unit -> unit.jurisdiction().id())
                .toList();
    }
}
