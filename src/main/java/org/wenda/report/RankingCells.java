package org.wenda.report;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Platform;
import org.wenda.ranking.Presence;
import org.wenda.ranking.Ranking;
import org.wenda.ranking.RankingRules;
import org.wenda.ranking.TargetResult;
import org.wenda.ranking.UnitResult;
import org.wenda.report.RankingPage.CellPart;
import org.wenda.report.RankingPage.FigurePart;
import org.wenda.report.RankingPage.LinkPart;
import org.wenda.report.RankingPage.SectionPart;

/**
 * What the chapters of a published ranking have in common: words, names, cells and what they lead to. Pure.
 *
 * @param marksPage where the page of a target's marks lies; empty if there is none
 */
record RankingCells(Ranking ranking, RankingNames names, UnaryOperator<String> marksPage) {
    static final String PERCENT = "\u00a0%";
    static final String OF = "\u00a0/\u00a0";

    /** Returns where the page of a target's marks lies; empty if there is none. */
    String page(String target) {
        return marksPage.apply(target);
    }

    String grade(UnitResult unit) {
        RankingRules.Grade grade = unit.grade();
        return grade != null
                ? grade.id()
                : unit.best().equals(unit.worst())
                        ? unit.best().id()
                        : unit.worst().id() + " – " + unit.best().id();
    }

    UnitResult unit(String id) {
        return ranking.units().stream()
                .filter(unit -> unit.jurisdiction().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What stands for a platform that was not run must not read like 0. */
    CellPart platform(UnitResult unit, Platform platform) {
        TargetResult target = unit.targets().get(platform);
        if (target == null) {
            return CellPart.of(word("ranking.not-run"));
        }
        return CellPart.of(
                target.presence() == Presence.FOUND
                        ? RankingNames.shown(target.standing().total().value())
                        : word("ranking.presence." + RankingNames.lower(target.presence())),
                page(target.target()));
    }

    String typeName(RankingRules.@Nullable Type type) {
        return type == null ? word("ranking.ungraded") : type.name().in(names.lang());
    }

    long confidence() {
        return Math.round(100 * ranking.rules().uncertainty().confidence());
    }

    SectionPart section(String id, FigurePart figure) {
        return section(id, List.of(figure));
    }

    SectionPart section(String id, List<FigurePart> figures) {
        return new SectionPart(
                id, word("ranking." + id), word("ranking." + id + ".lead"), figures, List.of(), List.of());
    }

    String word(String key, Object... args) {
        return names.word(key, args);
    }

    List<LinkPart> units(List<String> ids) {
        return ids.stream()
                .map(id -> new LinkPart(names.jurisdiction(id), "#unit-" + id))
                .toList();
    }
}
