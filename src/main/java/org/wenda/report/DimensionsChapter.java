package org.wenda.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wenda.ranking.Dimension;
import org.wenda.ranking.Presence;
import org.wenda.report.RankingPage.CellPart;
import org.wenda.report.RankingPage.FigurePart;
import org.wenda.report.RankingPage.SectionPart;
import org.wenda.report.RankingPage.TablePart;
import org.wenda.score.Index;

/** What the indicators amount to on average, which are weakest, and which targets lack marks. Pure. */
record DimensionsChapter(RankingCells cells) {
    private static final int WEAKEST = 8;

    SectionPart dimensions() {
        Index index = cells.ranking().index();
        List<FigurePart> figures = new ArrayList<>();
        figures.add(
                dimension("cores", index.cores().stream().map(Index.Core::id).toList(), cells.word("ranking.cores")));
        for (Index.Core core : index.cores()) {
            List<String> its = index.secondaries().stream()
                    .filter(one -> one.core().equals(core.id()))
                    .map(Index.Secondary::id)
                    .toList();
            figures.add(dimension(core.id(), its, core.name().in(cells.names().lang())));
        }
        return cells.section("dimensions", figures);
    }

    private FigurePart dimension(String id, List<String> indicators, String title) {
        List<Dimension> its = cells.ranking().dimensions().stream()
                .filter(one -> indicators.contains(one.indicator()) && one.mean() != null)
                .toList();
        List<String> groups = groups(its);
        List<ChartData.Series> series = groups.stream()
                .map(group -> ChartData.Series.of(
                        group,
                        indicators.stream()
                                .map(indicator -> find(its, indicator, group)
                                        .map(Dimension::mean)
                                        .orElse(null))
                                .toList()))
                .toList();
        RankingPage.ChartPart chart = groups.isEmpty()
                ? null
                : ChartData.bars(
                        id,
                        title,
                        indicators.stream().map(cells.names()::indicator).toList(),
                        series,
                        3,
                        "",
                        false);
        return new FigurePart(chart, dimensionTable(id, title, indicators, its, groups));
    }

    private List<String> groups(List<Dimension> its) {
        return its.stream().map(this::group).distinct().toList();
    }

    private Optional<Dimension> find(List<Dimension> its, String indicator, String group) {
        return its.stream()
                .filter(one -> one.indicator().equals(indicator) && group(one).equals(group))
                .findFirst();
    }

    private TablePart dimensionTable(
            String id, String title, List<String> indicators, List<Dimension> its, List<String> groups) {
        List<String> head = new ArrayList<>(List.of(cells.word("ranking.indicator")));
        head.addAll(groups);
        List<List<CellPart>> rows = new ArrayList<>();
        for (String indicator : indicators) {
            List<CellPart> row =
                    new ArrayList<>(List.of(CellPart.of(cells.names().indicator(indicator))));
            groups.forEach(
                    group -> row.add(find(its, indicator, group).map(this::mean).orElse(CellPart.of("–"))));
            rows.add(row);
        }
        return new TablePart("table-" + id, title, head, rows, cells.word("ranking.dimension.note"), false);
    }

    private CellPart mean(Dimension one) {
        String interval = one.low() == null
                ? ""
                : cells.word("ranking.range", RankingNames.shown(one.low()), RankingNames.shown(one.high()));
        return new CellPart(
                RankingNames.shown(one.mean()),
                "#all-" + RankingNames.lower(one.level()) + "-" + one.platform().id(),
                (interval.isEmpty() ? "" : interval + " · ") + "n=" + one.over(),
                List.of());
    }

    SectionPart shortcomings() {
        List<String> items = cells.ranking().index().items().stream()
                .filter(item -> !item.isApart())
                .map(Index.Item::id)
                .toList();
        List<Dimension> its = cells.ranking().dimensions().stream()
                .filter(one -> items.contains(one.indicator()) && one.mean() != null)
                .toList();
        List<String> weakest = items.stream()
                .filter(item -> overall(its, item).isPresent())
                .sorted(Comparator.comparing(item -> overall(its, item).orElseThrow()))
                .limit(WEAKEST)
                .toList();
        return cells.section(
                "shortcomings",
                List.of(
                        new FigurePart(
                                null,
                                dimensionTable("weakest", cells.word("ranking.weakest"), weakest, its, groups(its))),
                        new FigurePart(null, missing())));
    }

    /** Returns the mean over all groups, each with the weight of its targets. */
    static Optional<Double> overall(List<Dimension> its, String item) {
        double sum = 0;
        int over = 0;
        for (Dimension one : its) {
            if (one.indicator().equals(item)) {
                sum += Objects.requireNonNull(one.mean()) * one.over();
                over += one.over();
            }
        }
        return over == 0 ? Optional.empty() : Optional.of(sum / over);
    }

    private TablePart missing() {
        List<List<CellPart>> rows = cells.ranking().targets().stream()
                .filter(target -> target.presence() != Presence.NONE)
                .filter(target -> target.standing().total().missing() > 0)
                .map(target -> List.of(
                        CellPart.of(cells.names().target(target.target()), cells.page(target.target())),
                        CellPart.of(
                                String.valueOf(target.keptOut(cells.ranking().index()))),
                        CellPart.of(String.valueOf(target.standing().total().missing())),
                        CellPart.of(target.reasons().entrySet().stream()
                                .map(why ->
                                        cells.word("abstained." + why.getKey().wire()) + " ×" + why.getValue())
                                .collect(Collectors.joining(cells.word("list.comma"))))))
                .toList();
        return new TablePart(
                "table-missing",
                cells.word("ranking.missing.title", rows.size()),
                List.of(
                        cells.word("target"),
                        cells.word("ranking.kept-out"),
                        cells.word("ranking.missing.count"),
                        cells.word("ranking.reasons")),
                rows,
                cells.word("ranking.missing.note"),
                rows.size() > 20);
    }

    private String group(Dimension one) {
        return cells.names().group(one.level(), one.platform());
    }
}
