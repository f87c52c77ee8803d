package org.wenda.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Level;
import org.wenda.portal.Platform;
import org.wenda.portal.Region;
import org.wenda.ranking.Comparison;
import org.wenda.ranking.Coverage;
import org.wenda.ranking.Dimension;
import org.wenda.ranking.Exemplar;
import org.wenda.ranking.People;
import org.wenda.ranking.Place;
import org.wenda.ranking.Presence;
import org.wenda.ranking.Ranking;
import org.wenda.ranking.RankingRules;
import org.wenda.ranking.Table;
import org.wenda.ranking.TargetResult;
import org.wenda.ranking.UnitResult;
import org.wenda.report.RankingPage.CellPart;
import org.wenda.report.RankingPage.FigurePart;
import org.wenda.report.RankingPage.LinkPart;
import org.wenda.report.RankingPage.SectionPart;
import org.wenda.report.RankingPage.TablePart;
import org.wenda.score.Amount;
import org.wenda.score.Index;
import org.wenda.words.Problem;

/** Puts a ranking in the order of the founding report: coverage, regions, ranks, dimensions, types, exemplars. Pure. */
final class RankingPageMaker {
    private static final int WEAKEST = 8;
    static final String PERCENT = "\u00a0%";
    private static final String OF = "\u00a0/\u00a0";

    private final Ranking ranking;
    private final @Nullable Comparison comparison;
    private final RankingNames names;
    private final UnaryOperator<String> marksPage;

    /** @param marksPage where the page of a target's marks lies; empty if there is none */
    RankingPageMaker(
            Ranking ranking, @Nullable Comparison comparison, RankingNames names, UnaryOperator<String> marksPage) {
        this.ranking = ranking;
        this.comparison = comparison;
        this.names = names;
        this.marksPage = marksPage;
    }

    RankingPage of(String other, List<Problem> problems) {
        List<SectionPart> sections = new ArrayList<>(
                List.of(coverage(), regions(), ranks(), dimensions(), types(), exemplars(), shortcomings()));
        Optional.ofNullable(comparison).ifPresent(with -> sections.add(compared(with)));
        sections.add(targets());
        sections.add(method());
        return new RankingPage(
                ranking.run(),
                other,
                lead(),
                problems.stream()
                        .map(problem -> Segment.plain(problem.in(names.lang())))
                        .toList(),
                sections);
    }

    private List<String> lead() {
        List<String> lead = new ArrayList<>();
        lead.add(word("ranking.lead", ranking.targets().size(), ranking.units().size()));
        People people = ranking.people();
        if (!people.isNobody()) {
            lead.add(word("ranking.people", people.agreed(), people.settled(), people.single(), people.open()));
        }
        lead.add(word(ranking.suggested() ? "ranking.with-suggestions" : "ranking.without-suggestions"));
        long provisional = ranking.targets().stream()
                .filter(target -> target.presence() != Presence.NONE)
                .filter(target -> target.standing().total().isProvisional())
                .count();
        if (provisional > 0) {
            lead.add(word("ranking.provisional", provisional));
        }
        lead.add(word(ranking.uncertain() ? "ranking.chance" : "ranking.no-chance", confidence()));
        return lead;
    }

    private SectionPart coverage() {
        List<Coverage> shown =
                ranking.coverage().stream().filter(one -> one.region() == null).toList();
        List<Coverage> charted =
                shown.stream().filter(one -> one.platform() != null).toList();
        return section(
                "coverage",
                new FigurePart(
                        charted.isEmpty() ? null : shares("coverage", charted), coverageTable("coverage", shown)));
    }

    private SectionPart regions() {
        List<Coverage> shown =
                ranking.coverage().stream().filter(one -> one.region() != null).toList();
        List<String> groups = shown.stream().map(this::group).distinct().toList();
        List<Region> regions = shown.stream()
                .map(Coverage::region)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<ChartData.Series> series = new ArrayList<>();
        for (Region region : regions) {
            series.add(ChartData.Series.of(
                    names.region(region),
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
                : ChartData.bars("regions", word("ranking.regions"), groups, series, 100, "%", false);
        SectionPart plain = section("regions", new FigurePart(chart, coverageTable("regions", shown)));
        return new SectionPart(plain.id(), plain.title(), plain.lead(), plain.figures(), tiles(), List.of());
    }

    private RankingPage.ChartPart shares(String id, List<Coverage> shown) {
        List<ChartData.Series> series = new ArrayList<>();
        series.add(ChartData.Series.of(
                word("ranking.found"),
                shown.stream().map(one -> one.share().doubleValue()).toList()));
        if (shown.stream().anyMatch(one -> one.unknown() > 0)) {
            series.add(ChartData.Series.of(
                    word("ranking.unknown"),
                    shown.stream()
                            .map(one -> one.most().subtract(one.share()).doubleValue())
                            .toList()));
        }
        return ChartData.bars(
                id, word("ranking." + id), shown.stream().map(this::group).toList(), series, 100, "%", true);
    }

    private TablePart coverageTable(String id, List<Coverage> shown) {
        boolean regional = id.equals("regions");
        List<String> head = new ArrayList<>(List.of(word("ranking.group")));
        if (regional) {
            head.add(word("ranking.region"));
        }
        head.addAll(
                List.of(word("ranking.share"), word("ranking.found"), word("ranking.none"), word("ranking.unknown")));
        return new TablePart(
                "table-" + id,
                word("ranking." + id),
                head,
                shown.stream().map(one -> coverageRow(one, regional)).toList(),
                word("ranking." + id + ".note"),
                false);
    }

    private List<CellPart> coverageRow(Coverage one, boolean regional) {
        List<CellPart> row = new ArrayList<>(List.of(CellPart.of(group(one))));
        if (regional) {
            row.add(CellPart.of(names.region(Objects.requireNonNull(one.region()))));
        }
        String most = one.unknown() == 0 ? "" : word("ranking.at-most", one.most());
        row.add(new CellPart(one.share() + PERCENT, "", most, List.of()));
        row.add(new CellPart(
                one.found() + OF + one.all(),
                "",
                "",
                one.targets().stream()
                        .map(target -> new LinkPart(names.target(target), marksPage.apply(target)))
                        .toList()));
        row.add(CellPart.of(String.valueOf(one.none())));
        row.add(CellPart.of(String.valueOf(one.unknown())));
        return row;
    }

    private String group(Coverage one) {
        return names.group(one.level(), one.platform());
    }

    /** A view by region that needs no map. */
    private List<RankingPage.TilesPart> tiles() {
        List<RankingPage.TilesPart> all = new ArrayList<>();
        for (Level level : ranking.levels()) {
            for (Region region : Region.values()) {
                List<RankingPage.TilePart> tiles = ranking.units().stream()
                        .filter(unit -> unit.jurisdiction().level() == level
                                && unit.jurisdiction().region() == region)
                        .sorted(Comparator.comparing((UnitResult unit) -> -unit.low()))
                        .map(this::tile)
                        .toList();
                if (!tiles.isEmpty()) {
                    all.add(new RankingPage.TilesPart(names.level(level) + " · " + names.region(region), tiles));
                }
            }
        }
        return all;
    }

    private RankingPage.TilePart tile(UnitResult unit) {
        return new RankingPage.TilePart(
                names.jurisdiction(unit.jurisdiction()),
                grade(unit),
                tone(unit),
                "#unit-" + unit.jurisdiction().id());
    }

    private String grade(UnitResult unit) {
        RankingRules.Grade grade = unit.grade();
        return grade != null
                ? grade.id()
                : unit.best().equals(unit.worst())
                        ? unit.best().id()
                        : unit.worst().id() + " – " + unit.best().id();
    }

    private String tone(UnitResult unit) {
        RankingRules.Grade grade = unit.grade();
        if (grade == null) {
            return "g0";
        }
        List<String> types =
                ranking.rules().types().stream().map(RankingRules.Type::id).toList();
        return "g" + (types.indexOf(grade.type()) + 1);
    }

    private SectionPart ranks() {
        List<FigurePart> figures = new ArrayList<>();
        for (Table table : ranking.tables()) {
            String id = RankingNames.lower(table.level()) + "-"
                    + (table.platform() == null ? "both" : table.platform().id());
            figures.add(new FigurePart(chart(id, table), table(id, table)));
        }
        List<List<CellPart>> leaders = ranking.leaders().stream()
                .map(one -> List.of(
                        CellPart.of(names.level(one.level())),
                        new CellPart(
                                one.jurisdictions().isEmpty()
                                        ? "–"
                                        : String.valueOf(one.jurisdictions().size()),
                                "",
                                "",
                                one.jurisdictions().stream()
                                        .map(unit -> new LinkPart(names.jurisdiction(unit), "#unit-" + unit.id()))
                                        .toList())))
                .toList();
        figures.add(new FigurePart(
                null,
                new TablePart(
                        "table-leaders",
                        word("ranking.leaders"),
                        List.of(word("ranking.group"), word("ranking.leaders")),
                        leaders,
                        word("ranking.leaders.note", ranking.rules().top()),
                        false)));
        return section("ranks", figures);
    }

    private RankingPage.@Nullable ChartPart chart(String id, Table table) {
        List<Place> rows = table.top(ranking.rules().top());
        if (rows.isEmpty()) {
            return null;
        }
        double full = table.platform() == null ? ranking.rules().scale() : ranking.full();
        return ChartData.places(
                id,
                title(table),
                rows.stream().map(row -> names.jurisdiction(row.jurisdiction())).toList(),
                word("ranking.total"),
                rows,
                full,
                rows.stream().map(row -> href(row, table)).toList());
    }

    private String href(Place row, Table table) {
        return table.platform() == null ? "#unit-" + row.id() : marksPage.apply(row.id());
    }

    private String title(Table table) {
        return table.platform() == null
                ? names.level(table.level()) + " · " + word("ranking.both")
                : names.group(table.level(), table.platform());
    }

    private TablePart table(String id, Table table) {
        boolean both = table.platform() == null;
        List<String> head =
                new ArrayList<>(List.of(word("ranking.place"), word("ranking.jurisdiction"), word("ranking.total")));
        if (both) {
            head.addAll(List.of(word("ranking.grade"), word("platform.web"), word("platform.mobile")));
        }
        head.addAll(List.of(word("ranking.interval", confidence()), word("ranking.places"), word("ranking.open")));
        List<List<CellPart>> rows = Stream.concat(table.rows().stream(), table.open().stream())
                .map(row -> placeRow(row, table))
                .toList();
        return new TablePart("table-" + id, title(table), head, rows, word("ranking.near.note"), false);
    }

    private List<CellPart> placeRow(Place row, Table table) {
        Place.Chance chance = row.chance();
        List<CellPart> cells = new ArrayList<>();
        cells.add(CellPart.of(row.place() == null ? "–" : String.valueOf(row.place())));
        cells.add(CellPart.of(names.jurisdiction(row.jurisdiction()), href(row, table)));
        cells.add(new CellPart(
                RankingNames.shown(row.value()),
                row.value() == null ? "" : href(row, table),
                row.suggested() > 0 ? word("marks.suggested", row.suggested()) : "",
                List.of()));
        if (table.platform() == null) {
            UnitResult unit = unit(row.id());
            cells.add(CellPart.of(grade(unit)));
            for (Platform platform : Platform.values()) {
                cells.add(platform(unit, platform));
            }
        }
        cells.add(CellPart.of(
                chance == null
                        ? "–"
                        : word("ranking.range", RankingNames.shown(chance.low()), RankingNames.shown(chance.high()))));
        cells.add(new CellPart(
                chance == null ? "–" : word("ranking.range", chance.best(), chance.worst()),
                "",
                chance == null || chance.apart() ? "" : word("ranking.near"),
                List.of()));
        cells.add(CellPart.of(
                row.isProvisional()
                        ? word(
                                "ranking.missing",
                                RankingNames.shown(row.low()),
                                RankingNames.shown(row.high()),
                                row.missing())
                        : "–"));
        return cells;
    }

    private UnitResult unit(String id) {
        return ranking.units().stream()
                .filter(unit -> unit.jurisdiction().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What stands for a platform that was not run must not read like 0. */
    private CellPart platform(UnitResult unit, Platform platform) {
        TargetResult target = unit.targets().get(platform);
        if (target == null) {
            return CellPart.of(word("ranking.not-run"));
        }
        return CellPart.of(
                target.presence() == Presence.FOUND
                        ? RankingNames.shown(target.standing().total().value())
                        : word("ranking.presence." + RankingNames.lower(target.presence())),
                marksPage.apply(target.target()));
    }

    private SectionPart dimensions() {
        Index index = ranking.index();
        List<FigurePart> figures = new ArrayList<>();
        figures.add(
                dimension("cores", index.cores().stream().map(Index.Core::id).toList(), word("ranking.cores")));
        for (Index.Core core : index.cores()) {
            List<String> its = index.secondaries().stream()
                    .filter(one -> one.core().equals(core.id()))
                    .map(Index.Secondary::id)
                    .toList();
            figures.add(dimension(core.id(), its, core.name().in(names.lang())));
        }
        return section("dimensions", figures);
    }

    private FigurePart dimension(String id, List<String> indicators, String title) {
        List<Dimension> its = ranking.dimensions().stream()
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
                        id, title, indicators.stream().map(names::indicator).toList(), series, 3, "", false);
        return new FigurePart(chart, dimensionTable(id, title, indicators, its, groups));
    }

    private List<String> groups(List<Dimension> its) {
        return its.stream().map(this::group).distinct().toList();
    }

    private String group(Dimension one) {
        return names.group(one.level(), one.platform());
    }

    private Optional<Dimension> find(List<Dimension> its, String indicator, String group) {
        return its.stream()
                .filter(one -> one.indicator().equals(indicator) && group(one).equals(group))
                .findFirst();
    }

    private TablePart dimensionTable(
            String id, String title, List<String> indicators, List<Dimension> its, List<String> groups) {
        List<String> head = new ArrayList<>(List.of(word("ranking.indicator")));
        head.addAll(groups);
        List<List<CellPart>> rows = new ArrayList<>();
        for (String indicator : indicators) {
            List<CellPart> row = new ArrayList<>(List.of(CellPart.of(names.indicator(indicator))));
            groups.forEach(
                    group -> row.add(find(its, indicator, group).map(this::mean).orElse(CellPart.of("–"))));
            rows.add(row);
        }
        return new TablePart("table-" + id, title, head, rows, word("ranking.dimension.note"), false);
    }

    private CellPart mean(Dimension one) {
        String interval = one.low() == null
                ? ""
                : word("ranking.range", RankingNames.shown(one.low()), RankingNames.shown(one.high()));
        return new CellPart(
                RankingNames.shown(one.mean()),
                "#all-" + RankingNames.lower(one.level()) + "-" + one.platform().id(),
                (interval.isEmpty() ? "" : interval + " · ") + "n=" + one.over(),
                List.of());
    }

    private SectionPart types() {
        List<ChartData.Series> series = new ArrayList<>();
        List<String> levels = ranking.levels().stream().map(names::level).toList();
        List<RankingRules.@Nullable Type> types =
                new ArrayList<>(ranking.rules().types());
        types.add(null);
        for (RankingRules.@Nullable Type type : types) {
            List<@Nullable Double> values = new ArrayList<>();
            for (Level level : ranking.levels()) {
                values.add(ranking.types().stream()
                        .filter(share -> share.level() == level && Objects.equals(share.type(), type))
                        .map(share -> share.share().doubleValue())
                        .findFirst()
                        .orElse(null));
            }
            if (values.stream().anyMatch(Objects::nonNull)) {
                series.add(ChartData.Series.of(typeName(type), values));
            }
        }
        RankingPage.ChartPart chart = ChartData.bars("types", word("ranking.types"), levels, series, 100, "%", true);
        TablePart shares = new TablePart(
                "table-types",
                word("ranking.types"),
                List.of(word("ranking.group"), word("ranking.type"), word("ranking.count"), word("ranking.share")),
                ranking.types().stream()
                        .map(share -> List.of(
                                CellPart.of(names.level(share.level())),
                                CellPart.of(typeName(share.type())),
                                new CellPart(
                                        String.valueOf(share.jurisdictions().size()),
                                        "",
                                        "",
                                        units(share.jurisdictions())),
                                CellPart.of(share.share() + PERCENT)))
                        .toList(),
                word("ranking.types.note"),
                false);
        return section("types", List.of(new FigurePart(chart, shares), new FigurePart(null, grades())));
    }

    private String typeName(RankingRules.@Nullable Type type) {
        return type == null ? word("ranking.ungraded") : type.name().in(names.lang());
    }

    private List<LinkPart> units(List<String> ids) {
        return ids.stream()
                .map(id -> new LinkPart(names.jurisdiction(id), "#unit-" + id))
                .toList();
    }

    private TablePart grades() {
        List<String> head = new ArrayList<>(List.of(word("ranking.grade"), word("ranking.cut")));
        ranking.levels().forEach(level -> head.add(names.level(level)));
        List<List<CellPart>> rows = new ArrayList<>();
        for (RankingRules.Grade grade : ranking.rules().grades()) {
            List<CellPart> row = new ArrayList<>(List.of(CellPart.of(grade.id()), cut(grade)));
            for (Level level : ranking.levels()) {
                List<String> its = ranking.types().stream()
                        .filter(share -> share.level() == level)
                        .flatMap(share -> share.jurisdictions().stream())
                        .filter(id -> grade.equals(unit(id).grade()))
                        .toList();
                row.add(new CellPart(String.valueOf(its.size()), "", "", units(its)));
            }
            rows.add(row);
        }
        return new TablePart("table-grades", word("ranking.grades"), head, rows, word("ranking.grades.note"), false);
    }

    private CellPart cut(RankingRules.Grade grade) {
        return grade.uncovered()
                ? CellPart.of(word("ranking.presence.none"))
                : new CellPart(
                        "≥ " + RankingNames.shown(grade.from()),
                        "",
                        grade.reconstructed() ? word("ranking.reconstructed") : "",
                        List.of());
    }

    private SectionPart exemplars() {
        List<RankingPage.PraisePart> praises =
                ranking.exemplars().stream().map(this::praise).toList();
        return new SectionPart(
                "exemplars", word("ranking.exemplars"), word("ranking.exemplars.lead"), List.of(), List.of(), praises);
    }

    private RankingPage.PraisePart praise(Exemplar one) {
        String page = marksPage.apply(one.place().id());
        return new RankingPage.PraisePart(
                names.group(one.level(), one.platform()),
                names.jurisdiction(one.place().jurisdiction()),
                page,
                RankingNames.shown(one.place().value()),
                one.traits().stream()
                        .map(proven -> new RankingPage.TraitPart(
                                proven.trait().name().in(names.lang()),
                                page.isEmpty()
                                        ? ""
                                        : page + "#" + proven.trait().item(),
                                proven.trait().item() + " " + RankingNames.shown(proven.mean()),
                                proven.seen() == null
                                        ? List.of()
                                        : Segment.of(proven.seen().feature().words())))
                        .toList());
    }

    private SectionPart shortcomings() {
        List<String> items = ranking.index().items().stream()
                .filter(item -> !item.isApart())
                .map(Index.Item::id)
                .toList();
        List<Dimension> its = ranking.dimensions().stream()
                .filter(one -> items.contains(one.indicator()) && one.mean() != null)
                .toList();
        List<String> weakest = items.stream()
                .filter(item -> overall(its, item).isPresent())
                .sorted(Comparator.comparing(item -> overall(its, item).orElseThrow()))
                .limit(WEAKEST)
                .toList();
        return section(
                "shortcomings",
                List.of(
                        new FigurePart(
                                null, dimensionTable("weakest", word("ranking.weakest"), weakest, its, groups(its))),
                        new FigurePart(null, missing())));
    }

    private static Optional<Double> overall(List<Dimension> its, String item) {
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
        List<List<CellPart>> rows = ranking.targets().stream()
                .filter(target -> target.presence() != Presence.NONE)
                .filter(target -> target.standing().total().missing() > 0)
                .map(target -> List.of(
                        CellPart.of(names.target(target.target()), marksPage.apply(target.target())),
                        CellPart.of(String.valueOf(target.keptOut(ranking.index()))),
                        CellPart.of(String.valueOf(target.standing().total().missing())),
                        CellPart.of(target.reasons().entrySet().stream()
                                .map(why -> word("abstained." + why.getKey().wire()) + " ×" + why.getValue())
                                .collect(Collectors.joining(word("list.comma"))))))
                .toList();
        return new TablePart(
                "table-missing",
                word("ranking.missing.title", rows.size()),
                List.of(
                        word("target"),
                        word("ranking.kept-out"),
                        word("ranking.missing.count"),
                        word("ranking.reasons")),
                rows,
                word("ranking.missing.note"),
                rows.size() > 20);
    }

    private SectionPart compared(Comparison with) {
        return new ComparisonPart(ranking, with, names, marksPage).section();
    }

    private SectionPart targets() {
        List<FigurePart> figures = new ArrayList<>();
        List<String> head =
                new ArrayList<>(List.of(word("ranking.jurisdiction"), word("ranking.presence"), word("ranking.total")));
        ranking.index().secondaries().forEach(one -> head.add(one.name().in(names.lang())));
        for (Level level : ranking.levels()) {
            figures.add(units(level));
            for (Platform platform : Platform.values()) {
                List<List<CellPart>> rows = ranking.targets().stream()
                        .filter(target -> target.jurisdiction().level() == level && target.platform() == platform)
                        .map(this::targetRow)
                        .toList();
                if (!rows.isEmpty()) {
                    figures.add(new FigurePart(
                            null,
                            new TablePart(
                                    "all-" + RankingNames.lower(level) + "-" + platform.id(),
                                    names.group(level, platform),
                                    head,
                                    rows,
                                    "",
                                    true)));
                }
            }
        }
        return section("targets", figures);
    }

    private FigurePart units(Level level) {
        List<List<CellPart>> rows = ranking.units().stream()
                .filter(unit -> unit.jurisdiction().level() == level)
                .map(this::unitRow)
                .toList();
        List<String> head = List.of(
                word("ranking.jurisdiction"),
                word("ranking.region"),
                word("ranking.grade"),
                word("ranking.total"),
                word("platform.web"),
                word("platform.mobile"));
        String title = names.level(level) + " · " + word("ranking.both");
        return new FigurePart(null, new TablePart("units-" + RankingNames.lower(level), title, head, rows, "", true));
    }

    private List<CellPart> unitRow(UnitResult unit) {
        String id = "unit-" + unit.jurisdiction().id();
        return List.of(
                new CellPart(names.jurisdiction(unit.jurisdiction()), "", "", List.of(), id),
                CellPart.of(names.region(unit.jurisdiction().region())),
                CellPart.of(grade(unit)),
                CellPart.of(RankingNames.shown(unit.total())),
                platform(unit, Platform.WEB),
                platform(unit, Platform.MOBILE));
    }

    private List<CellPart> targetRow(TargetResult target) {
        String page = marksPage.apply(target.target());
        List<CellPart> row = new ArrayList<>();
        row.add(CellPart.of(names.jurisdiction(target.jurisdiction()), page));
        row.add(CellPart.of(word("ranking.presence." + RankingNames.lower(target.presence()))));
        boolean found = target.presence() == Presence.FOUND;
        row.add(CellPart.of(found ? RankingNames.shown(target.standing().total().value()) : "–", page));
        ranking.index()
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

    private SectionPart method() {
        RankingRules rules = ranking.rules();
        return section(
                "method",
                List.of(new FigurePart(
                        null,
                        new TablePart(
                                "table-method",
                                word("ranking.method"),
                                List.of(word("ranking.what"), word("ranking.by")),
                                List.of(
                                        method(
                                                "aggregation",
                                                ranking.index().secondaries().size()),
                                        method("marks"),
                                        method("gaps"),
                                        method("grades.how"),
                                        method(
                                                "chance.how",
                                                rules.uncertainty().resamples(),
                                                confidence(),
                                                rules.uncertainty().seed()),
                                        List.of(
                                                CellPart.of(word("ranking.method.index")),
                                                CellPart.of(ranking.index().edition() + " · SHA-256 "
                                                        + ranking.index().sha256()))),
                                "",
                                false))));
    }

    private List<CellPart> method(String key, Object... args) {
        return List.of(
                CellPart.of(word("ranking.method." + key + ".name")), CellPart.of(word("ranking.method." + key, args)));
    }

    private long confidence() {
        return Math.round(100 * ranking.rules().uncertainty().confidence());
    }

    private SectionPart section(String id, FigurePart figure) {
        return section(id, List.of(figure));
    }

    private SectionPart section(String id, List<FigurePart> figures) {
        return new SectionPart(
                id, word("ranking." + id), word("ranking." + id + ".lead"), figures, List.of(), List.of());
    }

    private String word(String key, Object... args) {
        return names.word(key, args);
    }
}
