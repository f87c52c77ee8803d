package org.wenda.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Level;
import org.wenda.ranking.Exemplar;
import org.wenda.ranking.RankingRules;
import org.wenda.report.RankingPage.CellPart;
import org.wenda.report.RankingPage.FigurePart;
import org.wenda.report.RankingPage.SectionPart;
import org.wenda.report.RankingPage.TablePart;

/** Grades, types and the exemplars with what is proven of them. Pure. */
record TypesChapter(RankingCells cells) {
    SectionPart types() {
        List<ChartData.Series> series = new ArrayList<>();
        List<String> levels =
                cells.ranking().levels().stream().map(cells.names()::level).toList();
        List<RankingRules.@Nullable Type> types =
                new ArrayList<>(cells.ranking().rules().types());
        types.add(null);
        for (RankingRules.@Nullable Type type : types) {
            List<@Nullable Double> values = new ArrayList<>();
            for (Level level : cells.ranking().levels()) {
                values.add(cells.ranking().types().stream()
                        .filter(share -> share.level() == level && Objects.equals(share.type(), type))
                        .map(share -> share.share().doubleValue())
                        .findFirst()
                        .orElse(null));
            }
            if (values.stream().anyMatch(Objects::nonNull)) {
                series.add(ChartData.Series.of(cells.typeName(type), values));
            }
        }
        RankingPage.ChartPart chart =
                ChartData.bars("types", cells.word("ranking.types"), levels, series, 100, "%", true);
        TablePart shares = new TablePart(
                "table-types",
                cells.word("ranking.types"),
                List.of(
                        cells.word("ranking.group"),
                        cells.word("ranking.type"),
                        cells.word("ranking.count"),
                        cells.word("ranking.share")),
                cells.ranking().types().stream()
                        .map(share -> List.of(
                                CellPart.of(cells.names().level(share.level())),
                                CellPart.of(cells.typeName(share.type())),
                                new CellPart(
                                        String.valueOf(share.jurisdictions().size()),
                                        "",
                                        "",
                                        cells.units(share.jurisdictions())),
                                CellPart.of(share.share() + RankingCells.PERCENT)))
                        .toList(),
                cells.word("ranking.types.note"),
                false);
        return cells.section("types", List.of(new FigurePart(chart, shares), new FigurePart(null, grades())));
    }

    private TablePart grades() {
        List<String> head = new ArrayList<>(List.of(cells.word("ranking.grade"), cells.word("ranking.cut")));
        cells.ranking().levels().forEach(level -> head.add(cells.names().level(level)));
        List<List<CellPart>> rows = new ArrayList<>();
        for (RankingRules.Grade grade : cells.ranking().rules().grades()) {
            List<CellPart> row = new ArrayList<>(List.of(CellPart.of(grade.id()), cut(grade)));
            for (Level level : cells.ranking().levels()) {
                List<String> its = cells.ranking().types().stream()
                        .filter(share -> share.level() == level)
                        .flatMap(share -> share.jurisdictions().stream())
                        .filter(id -> grade.equals(cells.unit(id).grade()))
                        .toList();
                row.add(new CellPart(String.valueOf(its.size()), "", "", cells.units(its)));
            }
            rows.add(row);
        }
        return new TablePart(
                "table-grades", cells.word("ranking.grades"), head, rows, cells.word("ranking.grades.note"), false);
    }

    private CellPart cut(RankingRules.Grade grade) {
        return grade.uncovered()
                ? CellPart.of(cells.word("ranking.presence.none"))
                : new CellPart(
                        "≥ " + RankingNames.shown(grade.from()),
                        "",
                        grade.reconstructed() ? cells.word("ranking.reconstructed") : "",
                        List.of());
    }

    SectionPart exemplars() {
        List<RankingPage.PraisePart> praises =
                cells.ranking().exemplars().stream().map(this::praise).toList();
        return new SectionPart(
                "exemplars",
                cells.word("ranking.exemplars"),
                cells.word("ranking.exemplars.lead"),
                List.of(),
                List.of(),
                praises);
    }

    private RankingPage.PraisePart praise(Exemplar one) {
        String page = cells.page(one.place().id());
        return new RankingPage.PraisePart(
                cells.names().group(one.level(), one.platform()),
                cells.names().jurisdiction(one.place().jurisdiction()),
                page,
                RankingNames.shown(one.place().value()),
                one.traits().stream()
                        .map(proven -> new RankingPage.TraitPart(
                                proven.trait().name().in(cells.names().lang()),
                                page.isEmpty()
                                        ? ""
                                        : page + "#" + proven.trait().item(),
                                proven.trait().item() + " " + RankingNames.shown(proven.mean()),
                                proven.seen() == null
                                        ? List.of()
                                        : Segment.of(proven.seen().feature().words())))
                        .toList());
    }
}
