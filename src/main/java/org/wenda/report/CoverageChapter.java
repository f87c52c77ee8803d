package org.wenda.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.wenda.portal.Level;
import org.wenda.portal.Region;
import org.wenda.ranking.Coverage;
import org.wenda.ranking.RankingRules;
import org.wenda.ranking.UnitResult;
import org.wenda.report.RankingPage.CellPart;
import org.wenda.report.RankingPage.FigurePart;
import org.wenda.report.RankingPage.LinkPart;
import org.wenda.report.RankingPage.SectionPart;
import org.wenda.report.RankingPage.TablePart;

/** How many targets have a chatbot, for all and by region. Pure. */
record CoverageChapter(RankingCells cells) {
    SectionPart coverage() {
        List<Coverage> shown = cells.ranking().coverage().stream()
                .filter(one -> one.region() == null)
                .toList();
        List<Coverage> charted =
                shown.stream().filter(one -> one.platform() != null).toList();
        return cells.section(
                "coverage",
                new FigurePart(
                        charted.isEmpty() ? null : shares("coverage", charted), coverageTable("coverage", shown)));
    }

    SectionPart regions() {
        List<Coverage> shown = cells.ranking().coverage().stream()
                .filter(one -> one.region() != null)
                .toList();
        List<String> groups = shown.stream().map(this::group).distinct().toList();
        List<Region> regions = shown.stream()
                .map(Coverage::region)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<ChartData.Series> series = new ArrayList<>();
        for (Region region : regions) {
            series.add(ChartData.Series.of(
                    cells.names().region(region),
                    groups.stream()
                            .map(group -> shown.stream()
                                    .filter(one ->
                                            one.region() == region && group(one).equals(group))
                                    .map(one -> one.share().doubleValue())
                                    .findFirst()
                                    .orElse(null))
                            .toList()));
        }
        RankingPage.ChartPart chart = groups.isEmpty()
                ? null
                : ChartData.bars("regions", cells.word("ranking.regions"), groups, series, 100, "%", false);
        SectionPart plain = cells.section("regions", new FigurePart(chart, coverageTable("regions", shown)));
        return new SectionPart(plain.id(), plain.title(), plain.lead(), plain.figures(), tiles(), List.of());
    }

    private RankingPage.ChartPart shares(String id, List<Coverage> shown) {
        List<ChartData.Series> series = new ArrayList<>();
        series.add(ChartData.Series.of(
                cells.word("ranking.found"),
                shown.stream().map(one -> one.share().doubleValue()).toList()));
        if (shown.stream().anyMatch(one -> one.unknown() > 0)) {
            series.add(ChartData.Series.of(
                    cells.word("ranking.unknown"),
                    shown.stream()
                            .map(one -> one.most().subtract(one.share()).doubleValue())
                            .toList()));
        }
        return ChartData.bars(
                id, cells.word("ranking." + id), shown.stream().map(this::group).toList(), series, 100, "%", true);
    }

    private TablePart coverageTable(String id, List<Coverage> shown) {
        boolean regional = id.equals("regions");
        List<String> head = new ArrayList<>(List.of(cells.word("ranking.group")));
        if (regional) {
            head.add(cells.word("ranking.region"));
        }
        head.addAll(List.of(
                cells.word("ranking.share"),
                cells.word("ranking.found"),
                cells.word("ranking.none"),
                cells.word("ranking.unknown")));
        return new TablePart(
                "table-" + id,
                cells.word("ranking." + id),
                head,
                shown.stream().map(one -> coverageRow(one, regional)).toList(),
                cells.word("ranking." + id + ".note"),
                false);
    }

    private List<CellPart> coverageRow(Coverage one, boolean regional) {
        List<CellPart> row = new ArrayList<>(List.of(CellPart.of(group(one))));
        if (regional) {
            row.add(CellPart.of(cells.names().region(Objects.requireNonNull(one.region()))));
        }
        String most = one.unknown() == 0 ? "" : cells.word("ranking.at-most", one.most());
        row.add(new CellPart(one.share() + RankingCells.PERCENT, "", most, List.of()));
        row.add(new CellPart(
                one.found() + RankingCells.OF + one.all(),
                "",
                "",
                one.targets().stream()
                        .map(target -> new LinkPart(cells.names().target(target), cells.page(target)))
                        .toList()));
        row.add(CellPart.of(String.valueOf(one.none())));
        row.add(CellPart.of(String.valueOf(one.unknown())));
        return row;
    }

    /** A view by region that needs no map. */
    private List<RankingPage.TilesPart> tiles() {
        List<RankingPage.TilesPart> all = new ArrayList<>();
        for (Level level : cells.ranking().levels()) {
            for (Region region : Region.values()) {
                List<RankingPage.TilePart> tiles = cells.ranking().units().stream()
                        .filter(unit -> unit.jurisdiction().level() == level
                                && unit.jurisdiction().region() == region)
                        .sorted(Comparator.comparing((UnitResult unit) -> -unit.low()))
                        .map(this::tile)
                        .toList();
                if (!tiles.isEmpty()) {
                    all.add(new RankingPage.TilesPart(
                            cells.names().level(level) + " · " + cells.names().region(region), tiles));
                }
            }
        }
        return all;
    }

    private RankingPage.TilePart tile(UnitResult unit) {
        return new RankingPage.TilePart(
                cells.names().jurisdiction(unit.jurisdiction()),
                cells.grade(unit),
                tone(unit),
                "#unit-" + unit.jurisdiction().id());
    }

    private String tone(UnitResult unit) {
        RankingRules.Grade grade = unit.grade();
        if (grade == null) {
            return "g0";
        }
        List<String> types = cells.ranking().rules().types().stream()
                .map(RankingRules.Type::id)
                .toList();
        return "g" + (types.indexOf(grade.type()) + 1);
    }

    private String group(Coverage one) {
        return cells.names().group(one.level(), one.platform());
    }
}
