package org.wenda.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Platform;
import org.wenda.ranking.Comparison;
import org.wenda.ranking.Dimension;
import org.wenda.ranking.Exemplar;
import org.wenda.ranking.Place;
import org.wenda.ranking.Ranking;
import org.wenda.ranking.Table;
import org.wenda.ranking.TargetResult;
import org.wenda.ranking.UnitResult;
import org.wenda.review.Workbooks;
import org.wenda.score.Amount;

/**
 * All tables of a ranking, with the data behind each chart, as a spreadsheet. Figures are numbers, texts are texts: no
 * cell is a formula, whatever stands in it.
 */
final class RankingWorkbook {
    private static final int WIDTH = 18;

    private final Ranking ranking;
    private final @Nullable Comparison comparison;
    private final RankingNames names;
    private final Workbook book;

    private RankingWorkbook(Ranking ranking, @Nullable Comparison comparison, RankingNames names, Workbook book) {
        this.ranking = ranking;
        this.comparison = comparison;
        this.names = names;
        this.book = book;
    }

    /** Returns the bytes of an {@code .xlsx} file. */
    static byte[] of(Ranking ranking, @Nullable Comparison comparison, RankingNames names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Wenda", "1.0")) {
            new RankingWorkbook(ranking, comparison, names, book).fill();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void fill() {
        coverage();
        ranking.tables().forEach(this::table);
        units();
        dimensions();
        types();
        exemplars();
        targets();
        if (comparison != null) {
            compared(comparison);
        }
    }

    private void coverage() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        ranking.coverage()
                .forEach(one -> rows.add(row(
                        names.group(one.level(), one.platform()),
                        one.region() == null ? null : names.region(one.region()),
                        one.share(),
                        one.most(),
                        one.found(),
                        one.none(),
                        one.unknown(),
                        String.join(" ", one.targets()))));
        sheet(
                word("ranking.coverage"),
                List.of(
                        word("ranking.group"),
                        word("ranking.region"),
                        word("ranking.share") + " %",
                        word("ranking.most") + " %",
                        word("ranking.found"),
                        word("ranking.none"),
                        word("ranking.unknown"),
                        word("target")),
                rows);
    }

    private void table(Table table) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        Stream.concat(table.rows().stream(), table.open().stream()).forEach(place -> rows.add(place(place)));
        sheet(
                table.platform() == null
                        ? names.level(table.level()) + " " + word("ranking.both")
                        : names.group(table.level(), table.platform()),
                List.of(
                        word("ranking.place"),
                        word("ranking.jurisdiction"),
                        word("ranking.total"),
                        word("ranking.low"),
                        word("ranking.high"),
                        word("ranking.missing.count"),
                        word("ranking.suggested"),
                        word("ranking.interval.low"),
                        word("ranking.interval.high"),
                        word("ranking.best"),
                        word("ranking.worst"),
                        word("ranking.apart"),
                        word("target")),
                rows);
    }

    private List<@Nullable Object> place(Place place) {
        Place.Chance chance = place.chance();
        return row(
                place.place(),
                names.jurisdiction(place.jurisdiction()),
                RankingDocument.number(place.value()),
                RankingDocument.number(place.low()),
                RankingDocument.number(place.high()),
                place.missing(),
                place.suggested(),
                chance == null ? null : RankingDocument.number(chance.low()),
                chance == null ? null : RankingDocument.number(chance.high()),
                chance == null ? null : chance.best(),
                chance == null ? null : chance.worst(),
                chance == null ? null : word(chance.apart() ? "ranking.yes" : "ranking.no"),
                place.id());
    }

    private void units() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (UnitResult unit : ranking.units()) {
            rows.add(row(
                    names.level(unit.jurisdiction().level()),
                    names.region(unit.jurisdiction().region()),
                    names.jurisdiction(unit.jurisdiction()),
                    RankingDocument.number(unit.total(Platform.WEB).orElse(null)),
                    RankingDocument.number(unit.total(Platform.MOBILE).orElse(null)),
                    RankingDocument.number(unit.total()),
                    unit.grade() == null
                            ? null
                            : Objects.requireNonNull(unit.grade()).id(),
                    unit.worst().id(),
                    unit.best().id()));
        }
        sheet(
                word("ranking.grades"),
                List.of(
                        word("ranking.group"),
                        word("ranking.region"),
                        word("ranking.jurisdiction"),
                        word("platform.web"),
                        word("platform.mobile"),
                        word("ranking.total"),
                        word("ranking.grade"),
                        word("ranking.grade.worst"),
                        word("ranking.grade.best")),
                rows);
    }

    private void dimensions() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Dimension one : ranking.dimensions()) {
            rows.add(row(
                    one.indicator(),
                    names.indicator(one.indicator()),
                    names.group(one.level(), one.platform()),
                    RankingDocument.number(one.mean()),
                    one.over(),
                    RankingDocument.number(one.low()),
                    RankingDocument.number(one.high())));
        }
        sheet(
                word("ranking.dimensions"),
                List.of(
                        "id",
                        word("ranking.indicator"),
                        word("ranking.group"),
                        word("ranking.mean"),
                        "n",
                        word("ranking.interval.low"),
                        word("ranking.interval.high")),
                rows);
    }

    private void types() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        ranking.types()
                .forEach(share -> rows.add(row(
                        names.level(share.level()),
                        share.type() == null
                                ? word("ranking.ungraded")
                                : share.type().name().in(names.lang()),
                        share.jurisdictions().size(),
                        share.share(),
                        names.jurisdictions(share.jurisdictions()))));
        sheet(
                word("ranking.types"),
                List.of(
                        word("ranking.group"),
                        word("ranking.type"),
                        word("ranking.count"),
                        word("ranking.share") + " %",
                        word("ranking.jurisdiction")),
                rows);
    }

    private void exemplars() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Exemplar one : ranking.exemplars()) {
            for (Exemplar.Proven proven : one.traits()) {
                rows.add(row(
                        names.target(one.place().id()),
                        proven.trait().name().in(names.lang()),
                        proven.trait().item(),
                        RankingDocument.number(proven.mean()),
                        proven.seen() == null
                                ? null
                                : Segment.plain(proven.seen().feature().words())));
            }
        }
        sheet(
                word("ranking.exemplars"),
                List.of(
                        word("target"),
                        word("ranking.proven"),
                        word("ranking.indicator"),
                        word("ranking.mean"),
                        word("ranking.seen")),
                rows);
    }

    private void targets() {
        List<String> head = new ArrayList<>(List.of(
                word("target"),
                word("ranking.jurisdiction"),
                word("ranking.presence"),
                word("ranking.total"),
                word("ranking.kept-out"),
                word("ranking.missing.count")));
        List<String> indicators = ranking.dimensions().stream()
                .map(Dimension::indicator)
                .distinct()
                .toList();
        indicators.forEach(id -> head.add(names.indicator(id)));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (TargetResult target : ranking.targets()) {
            List<@Nullable Object> row = row(
                    target.target(),
                    names.jurisdiction(target.jurisdiction()),
                    word("ranking.presence." + RankingNames.lower(target.presence())),
                    RankingDocument.number(target.standing().total().value()),
                    target.keptOut(ranking.index()),
                    target.standing().total().missing());
            indicators.forEach(id -> row.add(RankingDocument.number(
                    target.standing().amount(id).map(Amount::value).orElse(null))));
            rows.add(row);
        }
        Worksheet sheet = sheet(word("ranking.targets"), head, rows);
        for (int i = 0; i < rows.size(); i++) {
            link(sheet, i + 1, ranking.targets().get(i).target());
        }
    }

    /** The spreadsheet lies beside the page, so it leads to the bundle as the page does. */
    private static void link(Worksheet sheet, int row, String target) {
        sheet.hyperlink(row, 0, HyperLink.external("../bundles/" + target + "/data/marks.html", target));
    }

    private void compared(Comparison with) {
        ComparisonPart part = new ComparisonPart(ranking, with, names, target -> "");
        for (RankingPage.TablePart table :
                List.of(part.coverage(), part.tops(), part.totals(), part.grades(), part.praised())) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            table.rows().forEach(cells -> {
                List<@Nullable Object> row = new ArrayList<>();
                cells.forEach(cell -> row.add(figure(cell.text())));
                rows.add(row);
            });
            sheet(with.before().id() + " " + table.title(), table.head(), rows);
        }
    }

    /** Shares and changes come as the page shows them. */
    private static Object figure(String text) {
        return text.matches("[+-]?\\d+\\.\\d+") ? new BigDecimal(text) : text;
    }

    private String word(String key, Object... args) {
        return names.word(key, args);
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        List<@Nullable Object> row = new ArrayList<>();
        for (Object value : values) {
            row.add(value);
        }
        return row;
    }

    /** Names that a spreadsheet cannot have, or that are taken, the library changes. */
    private Worksheet sheet(String title, List<String> head, List<List<@Nullable Object>> rows) {
        Worksheet sheet = book.newWorksheet(title);
        for (int column = 0; column < head.size(); column++) {
            put(sheet, 0, column, head.get(column));
            sheet.width(column, WIDTH);
        }
        sheet.range(0, 0, 0, head.size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                put(sheet, row + 1, column, rows.get(row).get(column));
            }
        }
        return sheet;
    }

    private static void put(Worksheet sheet, int row, int column, @Nullable Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof String text) {
            sheet.value(row, column, Workbooks.text(text));
        } else if (value != null) {
            throw new IllegalArgumentException("a cell of " + value.getClass());
        }
    }
}
