package org.wenda.report;

import java.util.ArrayList;
import java.util.List;
import org.wenda.portal.Level;
import org.wenda.portal.Platform;
import org.wenda.ranking.Presence;
import org.wenda.ranking.TargetResult;
import org.wenda.ranking.UnitResult;
import org.wenda.report.RankingPage.CellPart;
import org.wenda.report.RankingPage.FigurePart;
import org.wenda.report.RankingPage.SectionPart;
import org.wenda.report.RankingPage.TablePart;
import org.wenda.score.Amount;

/** Every jurisdiction and target with its total. Pure. */
record TargetsChapter(RankingCells cells) {
    SectionPart targets() {
        List<FigurePart> figures = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(
                cells.word("ranking.jurisdiction"), cells.word("ranking.presence"), cells.word("ranking.total")));
        cells.ranking()
                .index()
                .secondaries()
                .forEach(one -> head.add(one.name().in(cells.names().lang())));
        for (Level level : cells.ranking().levels()) {
            figures.add(units(level));
            for (Platform platform : Platform.values()) {
                List<List<CellPart>> rows = cells.ranking().targets().stream()
                        .filter(target -> target.jurisdiction().level() == level && target.platform() == platform)
                        .map(this::targetRow)
                        .toList();
                if (!rows.isEmpty()) {
                    figures.add(new FigurePart(
                            null,
                            new TablePart(
                                    "all-" + RankingNames.lower(level) + "-" + platform.id(),
                                    cells.names().group(level, platform),
                                    head,
                                    rows,
                                    "",
                                    true)));
                }
            }
        }
        return cells.section("targets", figures);
    }

    private List<CellPart> unitRow(UnitResult unit) {
        String id = "unit-" + unit.jurisdiction().id();
        return List.of(
                new CellPart(cells.names().jurisdiction(unit.jurisdiction()), "", "", List.of(), id),
                CellPart.of(cells.names().region(unit.jurisdiction().region())),
                CellPart.of(cells.grade(unit)),
                CellPart.of(RankingNames.shown(unit.total())),
                cells.platform(unit, Platform.WEB),
                cells.platform(unit, Platform.MOBILE));
    }

    private List<CellPart> targetRow(TargetResult target) {
        String page = cells.page(target.target());
        List<CellPart> row = new ArrayList<>();
        row.add(CellPart.of(cells.names().jurisdiction(target.jurisdiction()), page));
        row.add(CellPart.of(cells.word("ranking.presence." + RankingNames.lower(target.presence()))));
        boolean found = target.presence() == Presence.FOUND;
        row.add(CellPart.of(found ? RankingNames.shown(target.standing().total().value()) : "–", page));
        cells.ranking()
                .index()
                .secondaries()
                .forEach(one -> row.add(CellPart.of(
                        found
                                ? target.standing()
                                        .amount(one.id())
                                        .map(Amount::value)
                                        .map(RankingNames::shown)
                                        .orElse("–")
                                : "–")));
        return row;
    }

    private FigurePart units(Level level) {
        List<List<CellPart>> rows = cells.ranking().units().stream()
                .filter(unit -> unit.jurisdiction().level() == level)
                .map(this::unitRow)
                .toList();
        List<String> head = List.of(
                cells.word("ranking.jurisdiction"),
                cells.word("ranking.region"),
                cells.word("ranking.grade"),
                cells.word("ranking.total"),
                cells.word("platform.web"),
                cells.word("platform.mobile"));
        String title = cells.names().level(level) + " · " + cells.word("ranking.both");
        return new FigurePart(null, new TablePart("units-" + RankingNames.lower(level), title, head, rows, "", true));
    }
}
