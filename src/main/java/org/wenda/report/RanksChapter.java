package org.wenda.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Platform;
import org.wenda.ranking.Place;
import org.wenda.ranking.Table;
import org.wenda.ranking.UnitResult;
import org.wenda.report.RankingPage.CellPart;
import org.wenda.report.RankingPage.FigurePart;
import org.wenda.report.RankingPage.LinkPart;
import org.wenda.report.RankingPage.SectionPart;
import org.wenda.report.RankingPage.TablePart;

/** The rankings, and who leads on both platforms. Pure. */
record RanksChapter(RankingCells cells) {
    SectionPart ranks() {
        List<FigurePart> figures = new ArrayList<>();
        for (Table table : cells.ranking().tables()) {
            String id = RankingNames.lower(table.level()) + "-"
                    + (table.platform() == null ? "both" : table.platform().id());
            figures.add(new FigurePart(chart(id, table), table(id, table)));
        }
        List<List<CellPart>> leaders = cells.ranking().leaders().stream()
                .map(one -> List.of(
                        CellPart.of(cells.names().level(one.level())),
                        new CellPart(
                                one.jurisdictions().isEmpty()
                                        ? "–"
                                        : String.valueOf(one.jurisdictions().size()),
                                "",
                                "",
                                one.jurisdictions().stream()
                                        .map(unit ->
                                                new LinkPart(cells.names().jurisdiction(unit), "#unit-" + unit.id()))
                                        .toList())))
                .toList();
        figures.add(new FigurePart(
                null,
                new TablePart(
                        "table-leaders",
                        cells.word("ranking.leaders"),
                        List.of(cells.word("ranking.group"), cells.word("ranking.leaders")),
                        leaders,
                        cells.word(
                                "ranking.leaders.note", cells.ranking().rules().top()),
                        false)));
        return cells.section("ranks", figures);
    }

    private RankingPage.@Nullable ChartPart chart(String id, Table table) {
        List<Place> rows = table.top(cells.ranking().rules().top());
        if (rows.isEmpty()) {
            return null;
        }
        double full = table.platform() == null
                ? cells.ranking().rules().scale()
                : cells.ranking().full();
        return ChartData.places(
                id,
                title(table),
                rows.stream()
                        .map(row -> cells.names().jurisdiction(row.jurisdiction()))
                        .toList(),
                cells.word("ranking.total"),
                rows,
                full,
                rows.stream().map(row -> href(row, table)).toList());
    }

    private String href(Place row, Table table) {
        return table.platform() == null ? "#unit-" + row.id() : cells.page(row.id());
    }

    private String title(Table table) {
        return table.platform() == null
                ? cells.names().level(table.level()) + " · " + cells.word("ranking.both")
                : cells.names().group(table.level(), table.platform());
    }

    private TablePart table(String id, Table table) {
        boolean both = table.platform() == null;
        List<String> head = new ArrayList<>(
                List.of(cells.word("ranking.place"), cells.word("ranking.jurisdiction"), cells.word("ranking.total")));
        if (both) {
            head.addAll(
                    List.of(cells.word("ranking.grade"), cells.word("platform.web"), cells.word("platform.mobile")));
        }
        head.addAll(List.of(
                cells.word("ranking.interval", cells.confidence()),
                cells.word("ranking.places"),
                cells.word("ranking.open")));
        List<List<CellPart>> rows = Stream.concat(table.rows().stream(), table.open().stream())
                .map(row -> placeRow(row, table))
                .toList();
        return new TablePart("table-" + id, title(table), head, rows, cells.word("ranking.near.note"), false);
    }

    private List<CellPart> placeRow(Place row, Table table) {
        Place.Chance chance = row.chance();
        List<CellPart> shown = new ArrayList<>();
        shown.add(CellPart.of(row.place() == null ? "–" : String.valueOf(row.place())));
        shown.add(CellPart.of(cells.names().jurisdiction(row.jurisdiction()), href(row, table)));
        shown.add(new CellPart(
                RankingNames.shown(row.value()),
                row.value() == null ? "" : href(row, table),
                row.suggested() > 0 ? cells.word("marks.suggested", row.suggested()) : "",
                List.of()));
        if (table.platform() == null) {
            UnitResult unit = cells.unit(row.id());
            shown.add(CellPart.of(cells.grade(unit)));
            for (Platform platform : Platform.values()) {
                shown.add(cells.platform(unit, platform));
            }
        }
        shown.add(CellPart.of(
                chance == null
                        ? "–"
                        : cells.word(
                                "ranking.range", RankingNames.shown(chance.low()), RankingNames.shown(chance.high()))));
        shown.add(new CellPart(
                chance == null ? "–" : cells.word("ranking.range", chance.best(), chance.worst()),
                "",
                chance == null || chance.apart() ? "" : cells.word("ranking.near"),
                List.of()));
        shown.add(CellPart.of(
                row.isProvisional()
                        ? cells.word(
                                "ranking.missing",
                                RankingNames.shown(row.low()),
                                RankingNames.shown(row.high()),
                                row.missing())
                        : "–"));
        return shown;
    }
}
