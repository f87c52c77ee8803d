package org.wenda.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.wenda.ranking.Comparison;
import org.wenda.ranking.Decimals;
import org.wenda.ranking.Ranking;
import org.wenda.report.RankingPage.CellPart;
import org.wenda.report.RankingPage.FigurePart;
import org.wenda.report.RankingPage.TablePart;

/** What a published ranking shows beside an earlier edition. Pure. */
record ComparisonPart(Ranking ranking, Comparison comparison, RankingNames names, UnaryOperator<String> marksPage) {
    RankingPage.SectionPart section() {
        List<FigurePart> figures = new ArrayList<>();
        figures.add(new FigurePart(null, coverage()));
        figures.add(new FigurePart(null, tops()));
        figures.add(new FigurePart(null, totals()));
        figures.add(new FigurePart(null, grades()));
        if (!comparison.praised().isEmpty()) {
            figures.add(new FigurePart(null, praised()));
        }
        if (!comparison.notRun().isEmpty()) {
            figures.add(new FigurePart(null, notRun()));
        }
        return new RankingPage.SectionPart(
                "comparison",
                word("ranking.comparison", comparison.before().name().in(names.lang())),
                word("ranking.comparison.lead", comparison.before().source()),
                figures,
                List.of(),
                List.of());
    }

    TablePart coverage() {
        return table(
                "coverage",
                List.of(word("ranking.group"), word("ranking.region"), was(), word("ranking.now"), change()),
                comparison.coverage().stream()
                        .map(one -> cells(
                                names.group(one.now().level(), one.now().platform()),
                                one.now().region() == null
                                        ? "–"
                                        : names.region(one.now().region()),
                                one.before().published() + RankingCells.PERCENT,
                                one.now().share() + RankingCells.PERCENT,
                                Decimals.signed(one.by())))
                        .toList());
    }

    TablePart tops() {
        return table(
                "tops",
                List.of(word("ranking.group"), word("ranking.entered"), word("ranking.left")),
                comparison.tops().stream()
                        .map(one -> cells(
                                names.group(one.level(), one.platform()),
                                orDash(names.jurisdictions(one.entered())),
                                orDash(names.jurisdictions(one.left()))))
                        .toList());
    }

    TablePart totals() {
        return table(
                "totals",
                List.of(word("target"), was(), word("ranking.now"), change(), word("ranking.noise")),
                comparison.totals().stream()
                        .map(one -> List.of(
                                CellPart.of(names.target(one.target()), marksPage.apply(one.target())),
                                CellPart.of(RankingNames.shown(one.before())),
                                CellPart.of(RankingNames.shown(one.now().value()), marksPage.apply(one.target())),
                                CellPart.of(one.by().map(Decimals::signed).orElse("–")),
                                CellPart.of(
                                        one.noise() == null
                                                ? "–"
                                                : word(one.noise() ? "ranking.noise.yes" : "ranking.noise.no"))))
                        .toList());
    }

    TablePart grades() {
        return table(
                "grades",
                List.of(word("ranking.jurisdiction"), was(), word("ranking.now")),
                comparison.grades().stream()
                        .filter(one -> one.now() == null || one.isChanged())
                        .map(one -> cells(
                                names.jurisdiction(one.jurisdiction()),
                                one.before(),
                                one.now() == null ? word("ranking.ungraded") : one.now()))
                        .toList());
    }

    TablePart praised() {
        return table(
                "praised",
                List.of(word("ranking.system"), word("ranking.proven"), word("ranking.unproven")),
                comparison.praised().stream()
                        .map(one -> cells(
                                one.before().system(), orDash(joined(one.proven())), orDash(joined(one.unproven()))))
                        .toList());
    }

    private TablePart notRun() {
        return table(
                "not-run", List.of(word("ranking.not-run")), List.of(cells(names.jurisdictions(comparison.notRun()))));
    }

    private TablePart table(String id, List<String> head, List<List<CellPart>> rows) {
        return new TablePart(
                "compared-" + id,
                word("ranking.compared." + id),
                head,
                rows,
                rows.isEmpty() ? word("ranking.compared.none") : "",
                rows.size() > 20);
    }

    private static List<CellPart> cells(String... texts) {
        return List.of(texts).stream().map(CellPart::of).toList();
    }

    private String joined(List<String> texts) {
        return texts.stream().collect(Collectors.joining(word("list.comma")));
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "–" : text;
    }

    private String was() {
        return comparison.before().id();
    }

    private String change() {
        return word("ranking.change");
    }

    private String word(String key, Object... args) {
        return names.word(key, args);
    }
}
